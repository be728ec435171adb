"""What a metric was, month by month, as far as actuals tell."""

from tests.projects import metric, project
from workbench.document.plan import Actual, Scenario
from workbench.formula.values import Problem
from workbench.planning.variance import outcomes


def made(*actuals: tuple[str, str, float]):
    return project(
        metric("leads", value=(100.0, 110.0, 120.0)),
        metric("share", value=0.5, unit="ratio"),
        metric("deals", formula="leads * share"),
        metric("clients", formula="lag(clients, 1, 10) + deals"),
        actuals=tuple(Actual(metric=m, month=at, value=v) for m, at, v in actuals),
    )


def test_that_a_formula_takes_actuals_and_else_the_plan():
    found = outcomes(made(("leads", "2027-02", 80.0)), "deals", 2)
    assert found == (50.0, 40.0, 60.0)


def test_that_an_actual_of_the_metric_itself_comes_first():
    facts = made(("leads", "2027-01", 80.0), ("deals", "2027-01", 70.0))
    assert outcomes(facts, "deals", 0) == (70.0,)


def test_that_a_stock_carries_the_fact_of_a_month_on():
    assert outcomes(made(("deals", "2027-01", 40.0)), "clients", 1) == (50.0, 105.0)


def test_that_an_input_is_its_actual_or_its_plan():
    assert outcomes(made(("leads", "2027-02", 80.0)), "leads", 2) == (100.0, 80.0, 120.0)


def test_that_a_scenario_is_the_plan_where_it_is_shown():
    scenario = Scenario(key="s", name="S", values={"share": 0.25})
    assert outcomes(made(("leads", "2027-01", 80.0)), "deals", 1, scenario) == (20.0, 27.5)


def test_that_a_month_without_a_number_is_a_problem():
    broken = project(
        metric("spend", value=100.0),
        metric("leads", value=10.0),
        metric("cost", formula="spend / leads"),
        actuals=(Actual(metric="leads", month="2027-01", value=0.0),),
    )
    assert isinstance(outcomes(broken, "cost", 0), Problem)
