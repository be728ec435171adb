"""A KPI of a quarter: its forecast and its fact are those of the months together."""

from __future__ import annotations

from tests.excel.books import (
    found,
    kpi,
    named,
    of_kind,
    planned,
    role,
    value,
)
from tests.projects import metric, project
from workbench.document.plan import Actual
from workbench.excel.sheets.grid import FORECAST


def quarterly(actuals=(), months=12, **members):
    volume = metric("a", value=tuple(float(at) for at in range(1, months + 1)), **members)
    row = kpi("a", "r", weight=1.0, base=0.0, plan=30.0, period="quarter")
    facts = tuple(Actual(metric="a", month=month, value=one) for month, one in actuals)
    of_plan = project(
        volume, months=months, roles=(role("r", bonus=100.0),), kpis=(row,), actuals=facts
    )
    return of_kind(planned(of_plan), "role")


def forecast_of(of):
    return next(value(c) for c in of.cells if (c.row, c.column) == (first_kpi(of), FORECAST))


def first_kpi(of):
    return found(of, "No.").row + 1


def test_that_a_volume_of_a_quarter_is_forecast_for_the_quarter():
    assert forecast_of(quarterly(actuals=[("2027-05", 1.0)])) == 4 + 5 + 6


def test_that_a_share_of_a_quarter_is_no_sum_of_months():
    assert forecast_of(quarterly(over_time="mean")) == 1.0


def test_that_a_quarter_the_plan_ends_before_has_no_forecast():
    assert forecast_of(quarterly(actuals=[("2027-04", 1.0)], months=4)) == ""


def test_that_the_fact_of_a_quarter_is_that_of_its_months():
    of = quarterly(actuals=[("2027-01", 5.0), ("2027-02", 6.0), ("2027-03", 4.0)])
    assert value(named(of, "month_fact_r_a")) == 15.0
    assert value(named(of, "total_bonus_r")) == 50.0


def test_that_a_quarter_that_is_not_over_has_no_fact():
    assert value(named(quarterly(actuals=[("2027-01", 5.0)]), "month_fact_r_a")) == ""
