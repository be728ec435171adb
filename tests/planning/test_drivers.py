from typing import Any

import pytest

from tests.planning.random_projects import BENT, SMOOTH, STEPS, random_project, random_scenario
from tests.projects import example, metric, project
from workbench.document.kpi import Kpi
from workbench.document.metric import Influence
from workbench.document.plan import Scenario
from workbench.document.role import Role
from workbench.formula.values import Problem, demand
from workbench.planning.drivers import Driver, Drivers, drivers
from workbench.planning.forward import calculate
from workbench.planning.goals import part_of_total

SHARE = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}


def moved(forecast, key, factor, wanted):
    """The total with an input in all months times a factor; no share passes 100 %."""
    given = dict(forecast.scenario.values) if forecast.scenario else {}
    most = 1.0 if key == "share" else float("inf")
    values = tuple(min(demand(one) * factor, most) for one in forecast.values[key])
    scenario = Scenario(key="m", name="M", values=given | {key: values})
    return calculate(forecast.project, scenario).totals[wanted]


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("step", [0.1, 0.25])
def test_that_drivers_are_what_the_plan_gives_with_each_input_moved(seed, step):
    made = random_project(seed, *SMOOTH, *BENT, *STEPS)
    forecast = calculate(made, random_scenario(seed, made))
    found = drivers(forecast, "m_6", "quarter", step)
    if isinstance(forecast.totals["m_6"], Problem):
        assert found == forecast.totals["m_6"]
        return
    assert isinstance(found, Drivers)
    part = part_of_total(made, "m_6", "quarter")
    assert {one.metric for one in found.drivers} == set(forecast.inputs("m_6"))
    for one in found.drivers:
        assert one.down == pytest.approx(moved(forecast, one.metric, 1 - step, "m_6") * part)
        assert one.up == pytest.approx(moved(forecast, one.metric, 1 + step, "m_6") * part)


def found(*metrics, wanted="r", forecast=None, **more) -> Any:
    answer = drivers(forecast or calculate(project(*metrics, months=1)), wanted, **more)
    assert isinstance(answer, Drivers), str(answer.reason)
    return answer


def near(value: float) -> Any:
    return pytest.approx(value)


A, B = metric("a", value=10.0), metric("b", value=4.0)
SUM = metric("r", formula="a + b")


def test_that_the_strongest_comes_first():
    assert found(B, A, SUM).drivers == (
        Driver("a", None, 13.0, 15.0, near(10 / 14)),
        Driver("b", None, near(13.6), near(14.4), near(4 / 14)),
    )


def test_that_the_base_is_the_goal_in_its_period():
    assert found(A, B, SUM, period="year").base == 12 * 14


def test_that_a_share_stops_at_100_per_cent():
    made = metric("a", value=0.95, **SHARE), metric("r", formula="a * 100")
    (one,) = found(*made).drivers
    assert (one.down, one.up) == (pytest.approx(85.5), 100.0)


def test_that_a_share_that_is_above_100_per_cent_stays_where_it_is():
    made = metric("a", value=1.2, **SHARE), metric("r", formula="a * 100")
    (one,) = found(*made).drivers
    assert (one.down, one.up) == (pytest.approx(108), pytest.approx(120))


def test_that_an_idle_branch_shows_what_it_does_when_it_is_moved():
    (_, idle) = found(A, metric("b", value=10.5), metric("r", formula="min(a, b)")).drivers
    assert (idle.metric, idle.down, idle.up) == ("b", pytest.approx(9.45), 10.0)
    assert idle.elasticity == 0.0


def test_that_where_the_goal_is_nothing_there_is_no_elasticity():
    made = found(A, metric("b", value=10.0), metric("r", formula="a - b"))
    assert [one.elasticity for one in made.drivers] == [None, None]
    assert {one.metric: (one.down, one.up) for one in made.drivers} == {
        "a": pytest.approx((-1.0, 1.0)), "b": pytest.approx((1.0, -1.0))
    }  # fmt: skip


def test_that_a_driver_has_the_owner_that_moves_it():
    roles = (Role(key="x", name="X"),)
    kpis = (Kpi(metric="a", role="x"),)
    own = A.having(influence=Influence(direct=True))
    made = found(forecast=calculate(project(own, B, SUM, roles=roles, kpis=kpis)))
    assert {one.metric: one.owner for one in made.drivers} == {"a": "x", "b": None}


def test_that_an_input_alone_is_its_own_driver():
    assert found(A, wanted="a").drivers == (Driver("a", None, 9.0, 11.0, 1.0),)


def test_that_a_result_of_no_inputs_has_no_drivers():
    assert found(metric("r", formula="workdays()")).drivers == ()


def test_that_a_step_without_a_number_says_why():
    made = metric("r", formula="100 / floor(a / 9.5)")
    answer = drivers(calculate(project(A, made, months=1)), "r")
    assert isinstance(answer, Problem)
    assert (str(answer.reason), answer.metric) == ("division by zero", "r")


def test_that_a_goal_without_a_number_says_why():
    answer = drivers(calculate(project(metric("a"), metric("r", formula="a * 2"))), "r")
    assert isinstance(answer, Problem)
    assert (str(answer.reason), answer.metric) == ("there is no value", "a")


def test_that_drivers_of_the_example_are_plain_arithmetic():
    # revenue is a product with the average deal in it: a tenth more is a tenth more
    answer = found(wanted="revenue", forecast=calculate(example()), period="plan")
    deal = next(one for one in answer.drivers if one.metric == "average_deal")
    assert (deal.down, deal.up) == pytest.approx((0.9 * 74612664, 1.1 * 74612664))
