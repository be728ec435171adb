from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import metric, project
from workbench.document.edits.redate import Redate
from workbench.document.plan import Actual, Scenario
from workbench.document.project import Project

VALUES = (1.0, 2.0, 3.0, None, 5.0, 6.0)


def plan(*, months: int = 6) -> Project:
    """January to June 2027, each month with its number."""
    return project(
        metric("a", value=VALUES),
        metric("b", value=7.0),
        months=months,
        scenarios=(Scenario(key="s", name="s", values={"a": VALUES, "b": 8.0}),),
        actuals=(Actual(metric="a", month="2027-01", value=1.0),),
    )


def values(edit: Redate, before: Project | None = None) -> tuple[float | None, ...]:
    value = edit.apply(before or plan()).metric("a").value
    assert isinstance(value, tuple)
    return value


def test_that_the_calendar_moves() -> None:
    calendar = Redate("2028-03", 4).apply(plan()).calendar
    assert (calendar.start, calendar.months, calendar.country) == ("2028-03", 4, "RU")


def test_that_a_longer_plan_repeats_the_last_value() -> None:
    assert values(Redate("2027-01", 8)) == (*VALUES, 6, 6)


def test_that_a_shorter_plan_keeps_what_it_does_not_show() -> None:
    assert values(Redate("2027-01", 3)) == VALUES


def test_that_a_plan_that_grows_back_has_its_values_back() -> None:
    shorter = Redate("2027-01", 3).apply(plan())
    assert values(Redate("2027-01", 6), shorter) == VALUES


def test_that_values_stay_with_their_months_when_the_start_moves_on() -> None:
    assert values(Redate("2027-03", 6)) == (3, None, 5, 6, 6, 6)


def test_that_months_before_get_the_first_value() -> None:
    assert values(Redate("2026-11", 6))[:5] == (1, 1, 1, 2, 3)


def test_that_moving_there_and_back_loses_only_what_fell_out() -> None:
    there = Redate("2027-02", 6).apply(plan())
    assert values(Redate("2027-01", 6), there)[1:6] == VALUES[1:]


def test_that_values_can_keep_their_order_instead() -> None:
    assert values(Redate("2027-03", 6, keep="order")) == VALUES


@pytest.mark.parametrize("start", ["2028-01", "2027-07", "2026-01", "2026-07"])
def test_that_plans_without_a_common_month_keep_the_order(start: str) -> None:
    assert values(Redate(start, 6)) == VALUES


def test_that_scenarios_move_along() -> None:
    after = Redate("2027-03", 6).apply(plan())
    assert after.scenarios[0].values == {"a": (3, None, 5, 6, 6, 6), "b": 8.0}


def test_that_constants_and_actuals_stay() -> None:
    before = plan()
    after = Redate("2027-03", 8).apply(before)
    assert after.metric("b") is before.metric("b")
    assert after.actuals == before.actuals


def test_that_no_list_gets_longer_than_a_file_may_have_it() -> None:
    long = project(metric("a", value=tuple(float(n) for n in range(120))), months=120)
    assert len(values(Redate("2026-06", 120), long)) == 120


def test_that_an_empty_list_stays_empty() -> None:
    assert values(Redate("2027-02", 3), project(metric("a", value=()))) == ()


@pytest.mark.parametrize(
    ("edit", "lost"),
    [
        (Redate("2027-03", 6), 2),
        (Redate("2026-11", 6), 0),
        (Redate("2027-03", 6, keep="order"), 0),
        (Redate("2029-01", 6), 0),
        (Redate("2027-01", 3), 0),
    ],
)
def test_that_it_is_known_beforehand_what_falls_out(edit: Redate, lost: int) -> None:
    assert edit.lost(plan()) == lost


def test_that_nothing_falls_out_where_nothing_is_by_month() -> None:
    assert Redate("2027-02", 3).lost(project(metric("a", value=1.0))) == 0


def test_that_the_same_calendar_is_no_change() -> None:
    before = plan()
    assert Redate("2027-01", 6).apply(before) == before


@given(st.integers(-30, 30), st.integers(1, 24))
def test_that_every_common_month_keeps_its_value(shift: int, months: int) -> None:
    before = project(metric("a", value=tuple(float(n) for n in range(12))), months=12)
    start = before.calendar.month(shift) if shift >= 0 else _earlier(before, -shift)
    after = Redate(start, months).apply(before)
    value = after.metric("a").value
    assert isinstance(value, tuple)
    held = dict(zip(before.calendar.all_months, range(12), strict=True))
    common = [(m, v) for m, v in zip(after.calendar.all_months, value, strict=False) if m in held]
    assert all(held[month] == value for month, value in common)
    assert len(value) >= months


@given(st.integers(-30, 30), st.integers(1, 24))
def test_that_keeping_the_order_loses_nothing(shift: int, months: int) -> None:
    before = project(metric("a", value=tuple(float(n) for n in range(12))), months=12)
    start = before.calendar.month(shift) if shift >= 0 else _earlier(before, -shift)
    value = Redate(start, months, keep="order").apply(before).metric("a").value
    assert isinstance(value, tuple)
    assert value[:12] == tuple(range(12))


def _earlier(before: Project, months: int) -> str:
    year, month = (int(part) for part in before.calendar.start.split("-"))
    years, rest = divmod(year * 12 + month - 1 - months, 12)
    return f"{years:04d}-{rest + 1:02d}"
