import math

import pytest
from hypothesis import given

from tests.projects import metric, project
from tests.strategies import projects
from workbench.document.client import Calendar
from workbench.document.plan import Scenario
from workbench.document.role import Role
from workbench.document.value import validated
from workbench.formula.values import Problem
from workbench.planning.forward import calculate

A = metric("a", value=(10.0, 20.0, 30.0))


def values(key, *metrics, **members):
    return calculate(project(*metrics, **members)).values[key]


def scenario(**given_):
    return validated(Scenario, {"key": "s", "name": "s", "values": given_})


def problem(result):
    assert isinstance(result, Problem)
    return str(result.reason)


def test_that_a_constant_holds_in_every_month():
    assert values("a", metric("a", value=5.0)) == (5.0, 5.0, 5.0)


def test_that_a_list_is_taken_month_by_month():
    assert values("a", A) == (10.0, 20.0, 30.0)


def test_that_a_list_longer_than_the_plan_is_cut():
    assert values("a", metric("a", value=(1.0, 2.0, 3.0, 4.0, 5.0))) == (1.0, 2.0, 3.0)


def test_that_metrics_may_stand_in_any_order():
    late = metric("b", formula="c * 2"), metric("c", formula="a + 1"), A
    assert values("b", *late) == (22.0, 42.0, 62.0)


def test_that_a_formula_follows_every_month():
    assert values("b", A, metric("b", formula="a ^ 2 / 10")) == (10.0, 40.0, 90.0)


def test_that_a_lag_without_a_start_takes_the_first_month():
    assert values("b", A, metric("b", formula="lag(a, 2)")) == (10.0, 10.0, 10.0)
    assert values("b", A, metric("b", formula="lag(a, 1)")) == (10.0, 10.0, 20.0)


def test_that_a_lag_has_its_start_before_the_plan():
    assert values("b", A, metric("b", formula="lag(a, 2, 7)")) == (7.0, 7.0, 10.0)


def test_that_a_lag_of_no_months_is_the_metric():
    assert values("b", A, metric("b", formula="lag(a, 0)")) == (10.0, 20.0, 30.0)


def test_that_a_lag_longer_than_the_plan_is_its_start():
    assert values("b", A, metric("b", formula="lag(a, 99, 7)")) == (7.0, 7.0, 7.0)


def test_that_a_base_of_clients_grows_through_time():
    clients = metric("clients", formula="lag(clients, 1, 200) * 0.5 + a", over_time="last")
    assert values("clients", A, clients) == (110.0, 75.0, 67.5)


def test_that_two_metrics_may_lag_each_other():
    one = metric("one", formula="lag(two, 1, 1) + 1")
    two = metric("two", formula="lag(one, 1, 10) * 2")
    assert values("one", one, two) == (2.0, 21.0, 5.0)


def test_that_cumulative_sums_from_the_first_month():
    assert values("b", A, metric("b", formula="cumulative(a)")) == (10.0, 30.0, 60.0)


def test_that_people_and_cost_are_those_of_the_role():
    role = Role(key="bdr", name="BDR", people=3.0, salary=100.0, bonus=20.0, payroll_tax=0.5)
    made = metric("p", formula="people(bdr)"), metric("c", formula="cost(bdr)", unit="money")
    forecast = calculate(project(*made, roles=(role,)))
    assert (forecast.values["p"][0], forecast.values["c"][0]) == (3.0, 540.0)


def test_that_working_days_are_those_of_the_country():
    assert values("w", metric("w", formula="workdays()", unit="days")) == (15.0, 19.0, 22.0)


def test_that_working_days_need_a_country():
    calendar = Calendar(start="2027-01", months=3)
    results = values("w", metric("w", formula="workdays()"), calendar=calendar)
    assert "the country of the calendar is not set" in problem(results[0])


def test_that_a_scenario_stands_in_for_inputs():
    made = project(A, metric("b", formula="a * 2"))
    assert calculate(made, scenario(a=5.0)).values["b"] == (10.0, 10.0, 10.0)
    assert calculate(made, scenario(a=(1.0, 2.0, 3.0))).values["b"] == (2.0, 4.0, 6.0)


def test_that_a_scenario_can_hold_a_computed_metric():
    made = project(A, metric("b", formula="a * 2"), metric("c", formula="b + 1"))
    assert calculate(made, scenario(b=5.0)).values["c"] == (6.0, 6.0, 6.0)


def test_that_a_scenario_leaves_the_project_alone():
    made = project(A)
    calculate(made, scenario(a=5.0))
    assert calculate(made).values["a"] == (10.0, 20.0, 30.0)


def test_that_a_missing_value_is_a_problem_of_its_months():
    results = values("a", metric("a", value=(1.0, None)))
    assert results[0] == 1.0
    assert [problem(result) for result in results[1:]] == ["there is no value"] * 2


def test_that_a_problem_travels_with_its_origin():
    made = (
        metric("a", value=(1.0, 0.0, 2.0)),
        metric("b", formula="6 / a"),
        metric("c", formula="b + 1"),
    )
    results = values("c", *made)
    assert (results[0], results[2]) == (7.0, 4.0)
    assert isinstance(results[1], Problem)
    assert (problem(results[1]), results[1].metric, results[1].month) == (
        "division by zero",
        "b",
        1,
    )


def test_that_a_branch_not_taken_brings_no_problem():
    made = metric("a", value=(1.0, 0.0, 2.0)), metric("b", formula="if(a = 0, 0, 6 / a)")
    assert values("b", *made) == (6.0, 0.0, 3.0)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("a +", "the formula breaks off here"),
        ("gone * 2", "there is no metric “gone”"),
        ("people(gone)", "there is no role “gone”"),
        ("b + 1", "the formulas run in a circle: b → b"),
        ("10 ^ 300 * 10 ^ 300", "the result is too large"),
        ("a ^ 1000", "the result is too large"),
        ("(0 - a) ^ 0.5", "a root of a negative number"),
        ("(" * 100 + "a" + ")" * 100, "parentheses are nested deeper than 64 levels"),
    ],
)
def test_that_a_formula_that_cannot_be_computed_answers_with_the_reason(formula, reason):
    assert problem(values("b", A, metric("b", formula=formula))[1]) == reason


def test_that_a_circle_is_named_and_the_rest_is_computed():
    circle = metric("x", name="Икс", formula="y"), metric("y", name="Игрек", formula="x")
    forecast = calculate(
        project(A, *circle, metric("z", formula="x + a"), metric("w", formula="a"))
    )
    assert "Икс → Игрек → Икс" in problem(forecast.values["x"][0])
    assert problem(forecast.values["z"][0]) == problem(forecast.values["x"][0])
    assert forecast.values["w"] == (10.0, 20.0, 30.0)


def test_that_a_scenario_can_break_a_circle():
    made = project(metric("x", formula="y"), metric("y", formula="x"))
    assert calculate(made, scenario(x=5.0)).values["x"] == (5.0, 5.0, 5.0)


def test_that_the_first_problem_of_a_metric_is_told():
    forecast = calculate(project(metric("a", value=(1.0, None, None))))
    found = forecast.problem("a")
    assert found is not None
    assert found.month == 1


def test_that_a_metric_without_problems_has_none():
    assert calculate(project(A)).problem("a") is None


def test_that_a_month_of_a_sum_is_a_share_of_its_total():
    forecast = calculate(project(A, metric("r", value=0.5, unit="ratio", over_time="mean")))
    assert (forecast.monthly("a"), forecast.monthly("r")) == (20.0, 0.5)


def test_that_a_plan_of_ten_years_is_computed():
    made = project(metric("a", value=1.0), metric("b", formula="lag(b, 1, 0) + a"), months=120)
    assert calculate(made).values["b"][-1] == 120.0


def test_that_a_chain_of_a_thousand_metrics_is_computed():
    chain = [metric(f"m{n}", formula=f"m{n + 1} + 1") for n in range(1_000)]
    assert values("m0", *chain, metric("m1000", value=0.0))[0] == 1_000.0


def test_that_a_long_chain_of_ratios_has_a_total():
    ratio = {"unit": "ratio", "over_time": "ratio"}
    chain = [metric(f"m{n}", formula=f"m{n + 1} * 1", **ratio) for n in range(1_000)]
    made = project(*chain, metric("m1000", value=0.5, **ratio))
    assert calculate(made).totals["m0"] == 0.5


@given(projects())
def test_that_any_project_is_answered_with_numbers_or_reasons(any_project):
    forecast = calculate(any_project)
    assert set(forecast.values) == set(forecast.totals) == set(any_project.metric_by_key)
    for series in (*forecast.values.values(), tuple(forecast.totals.values())):
        for result in series:
            assert isinstance(result, Problem) or math.isfinite(result)


def test_that_a_ceiling_cuts_inputs_and_results_and_what_follows():
    made = project(metric("a", value=(5.0, 9.0, 3.0)), metric("b", formula="a * 2"),
                   metric("c", formula="b + 1"))  # fmt: skip
    found = calculate(made, ceilings={"a": [6.0, 6.0, 6.0], "b": [99.0, 11.0, 99.0]})
    assert found.values["a"] == (5.0, 6.0, 3.0)
    assert found.values["b"] == (10.0, 11.0, 6.0)
    assert found.values["c"] == (11.0, 12.0, 7.0)
    assert found.totals["b"] == 27.0


def test_that_a_ceiling_leaves_problems_as_they_are():
    found = calculate(project(metric("a", value=(1.0, None, 3.0))), ceilings={"a": [2.0] * 3})
    assert isinstance(found.values["a"][1], Problem)
