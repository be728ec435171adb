import pytest

from tests.projects import metric, project
from workbench.document.role import Role
from workbench.formula.values import Problem
from workbench.planning.forward import calculate

A = metric("a", value=(10.0, 20.0, 30.0))
RATIO = {"unit": "ratio", "over_time": "ratio"}


def total(key, *metrics, **members):
    return calculate(project(*metrics, **members)).totals[key]


@pytest.mark.parametrize(
    ("over_time", "expected"), [("sum", 60.0), ("last", 30.0), ("mean", 20.0), ("ratio", 20.0)]
)
def test_that_an_input_adds_up_as_it_says(over_time, expected):
    assert total("a", A.having(over_time=over_time)) == expected


def test_that_a_conversion_is_weighted_by_what_went_in():
    made = metric("c", value=(0.1, 0.2, 0.4), from_stage="a", to_stage="b", **RATIO)
    assert total("c", A, made, metric("b", formula="a * c")) == pytest.approx(17 / 60)


def test_that_a_conversion_of_nothing_has_no_total():
    made = metric("c", value=0.5, from_stage="z", **RATIO)
    found = total("c", metric("z", value=0.0), made)
    assert isinstance(found, Problem)
    assert str(found.reason) == "division by zero"


def test_that_a_ratio_is_computed_from_totals_not_averaged():
    budget = metric("budget", value=(10.0, 10.0, 70.0), unit="money")
    made = metric("cost", formula="budget / a", unit="money", over_time="ratio")
    assert total("cost", A, budget, made) == 90.0 / 60.0


def test_that_a_ratio_of_ratios_is_computed_from_their_totals():
    one = metric("one", formula="a / b", **RATIO)
    two = metric("two", formula="one * 100", **RATIO)
    b = metric("b", value=(1.0, 1.0, 2.0))
    assert total("two", A, b, one, two) == 1500.0


def test_that_a_lag_in_a_ratio_is_the_total_of_the_months_before():
    growth = metric("growth", formula="a / lag(a, 1, 10)", **RATIO)
    assert total("growth", A, growth) == 60.0 / 40.0


def test_that_a_cumulative_in_a_ratio_is_that_of_the_last_month():
    made = metric("share", formula="a / cumulative(a)", **RATIO)
    assert total("share", A, made) == 1.0


def test_that_days_and_pay_in_a_ratio_are_those_of_all_months():
    role = Role(key="bdr", name="BDR", people=2.0, salary=100.0)
    per_call = metric("price", formula="cost(bdr) / a", unit="money", over_time="ratio")
    per_day = metric("calls", formula="a / workdays() / people(bdr)", over_time="ratio")
    forecast = calculate(project(A, per_call, per_day, roles=(role,)))
    assert forecast.totals["price"] == 600.0 / 60.0
    assert forecast.totals["calls"] == pytest.approx(60 / (15 + 19 + 22) / 2)


def test_that_a_ratio_that_lags_itself_has_a_total():
    made = metric("r", formula="lag(r, 1, 0.5) * 1", **RATIO)
    assert total("r", made) == 0.5


def test_that_a_month_with_a_problem_leaves_no_sum():
    made = metric("a", value=(1.0, None, 3.0))
    found = total("a", made)
    assert isinstance(found, Problem)
    assert (found.metric, found.month) == ("a", 1)


def test_that_the_last_month_alone_counts_for_a_stock():
    assert total("a", metric("a", value=(None, None, 3.0), over_time="last")) == 3.0


def test_that_a_ratio_may_have_a_total_where_a_month_has_none():
    made = metric("cost", formula="b / z", over_time="ratio")
    z = metric("z", value=(0.0, 1.0, 1.0))
    assert total("cost", metric("b", value=10.0), z, made) == 15.0


def test_that_a_sum_beyond_all_numbers_is_a_problem():
    found = total("a", metric("a", value=1.7e308))
    assert isinstance(found, Problem)
    assert str(found.reason) == "the result is too large"
