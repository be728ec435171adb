"""The numbers of a template hang together when the program computes them."""

from __future__ import annotations

import pytest

from workbench.document.project import Project
from workbench.formula.units import check_result
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import progress
from workbench.storage.library import load_template

PERIOD = {"month": 1, "quarter": 3, "year": 12}


@pytest.fixture(params=("ru", "en"))
def opened(request: pytest.FixtureRequest, key: str) -> Project:
    return load_template(key, request.param)


@pytest.fixture
def forecast(opened: Project) -> Forecast:
    return calculate(opened)


def mean(forecast, metric):
    values = forecast.values[metric]
    return sum(values) / len(values)


def a_period(forecast, kpi):
    """What the forecast gives of a KPI's metric in one of its periods, on average."""
    months = (
        PERIOD.get(kpi.period, 1) if forecast.project.metric(kpi.metric).over_time == "sum" else 1
    )
    return mean(forecast, kpi.metric) * months


def run_of(project, scenario=None):
    return calculate(project, scenario)


def shares(forecast):
    """How much of each goal the forecast reaches."""
    return [progress(forecast, goal).share for goal in forecast.project.goals]


def loads(forecast, role):
    months = forecast.project.calendar.months
    return [
        sum(forecast.values[c.metric][month] / c.per_person for c in role.capacity) / role.people
        for month in range(months)
    ]


def test_that_every_scenario_computes_without_a_problem(opened):
    runs = [run_of(opened), *(run_of(opened, scenario) for scenario in opened.scenarios)]
    results = [v for run in runs for column in run.values.values() for v in column]
    totals = [total for run in runs for total in run.totals.values()]
    assert [r for r in results + totals if isinstance(r, Problem)] == []


def test_that_units_go_together(opened, forecast):
    units = {metric.key: metric.unit for metric in opened.metrics}
    for key, tree in forecast.model.trees.items():
        check_result(tree, units[key], units.get)


def test_that_the_goal_is_a_little_above_the_forecast(forecast):
    assert shares(forecast)
    assert all(0.7 <= share < 1 for share in shares(forecast))


def test_that_kept_kpi_plans_reach_the_goal(opened):
    targets = next(s for s in opened.scenarios if s.key == "targets")
    assert all(share >= 1 for share in shares(run_of(opened, targets)))


def test_that_no_conversion_exceeds_the_whole(opened):
    for scenario in (None, *opened.scenarios):
        run = run_of(opened, scenario)
        arrows = [m.key for m in opened.metrics if m.is_arrow]
        assert all(0 < value <= 1 for key in arrows for value in run.values[key])


def test_that_nothing_is_negative(forecast):
    assert [key for key, column in forecast.values.items() if min(column) < 0] == []


def test_that_teams_are_busy_but_not_swamped(forecast):
    staffed = [role for role in forecast.project.roles if role.capacity]
    assert staffed
    for role in staffed:
        assert all(0.6 <= load <= 1.1 for load in loads(forecast, role)), role.key


def test_that_a_customer_costs_less_than_a_customer_is_worth(forecast):
    costs, worths = forecast.values["cost_customer"], forecast.values["lifetime_value"]
    assert all(cost < worth for cost, worth in zip(costs, worths, strict=True))


def test_that_the_base_of_a_kpi_is_what_the_forecast_gives_today(forecast):
    far = [
        (kpi.metric, kpi.base, a_period(forecast, kpi))
        for kpi in forecast.project.kpis
        if kpi.base != pytest.approx(a_period(forecast, kpi), rel=0.05)
    ]
    assert far == []


def test_that_the_plan_of_a_kpi_is_of_the_size_of_the_forecast(forecast):
    far = [
        (kpi.metric, kpi.plan, a_period(forecast, kpi))
        for kpi in forecast.project.kpis
        if not 0.6 <= kpi.plan / a_period(forecast, kpi) <= 1.85
    ]
    assert far == []


def test_that_revenue_a_person_brings_pays_for_the_team(forecast):
    payroll = sum(role.monthly_cost for role in forecast.project.roles)
    assert mean(forecast, "revenue") > payroll
