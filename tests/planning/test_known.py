"""What is known from actuals alone."""

from typing import Any

import pytest

from tests.projects import metric, project
from workbench.document.plan import Actual
from workbench.document.project import Project
from workbench.planning.forward import calculate
from workbench.planning.known import Known


def funnel(*actuals: tuple[str, int, float], **members: Any) -> Project:
    """Leads become deals; chat brings some more deals as they are; revenue is their price."""
    ratio: dict[str, Any] = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
    return project(
        metric("leads", value=100.0, kind="stage"),
        metric("share", value=0.5, **ratio, **{"from": "leads", "to": "deals"}),
        metric("chat", value=10.0, kind="stage"),
        metric("deals", formula="leads * share + chat", kind="stage"),
        metric("price", value=1000.0, unit="money", over_time="mean"),
        metric("revenue", formula="deals * price", unit="money"),
        metric("base", formula="lag(base, 1, 7) + deals", over_time="last"),
        actuals=tuple(Actual(metric=key, month=f"2027-{month:02d}", value=value)
                      for key, month, value in actuals),
        **members,
    )  # fmt: skip


def known(*actuals: tuple[str, int, float], month: int = 0) -> Known:
    return Known(calculate(funnel(*actuals)), month)


def test_that_an_actual_is_known():
    assert known(("leads", 1, 90.0)).value("leads") == 90.0


def test_that_nothing_of_the_plan_comes_in():
    found = known(("leads", 1, 90.0))
    assert [found.value(key) for key in ("share", "deals", "price", "revenue")] == [None] * 4


def test_that_a_formula_follows_where_all_of_it_is_known():
    found = known(("leads", 1, 90.0), ("share", 1, 0.4), ("chat", 1, 5.0), ("price", 1, 900.0))
    assert found.value("deals") == pytest.approx(90 * 0.4 + 5)
    assert found.value("revenue") == pytest.approx((90 * 0.4 + 5) * 900)


def test_that_an_actual_counts_before_its_formula():
    found = known(("leads", 1, 90.0), ("share", 1, 0.4), ("chat", 1, 5.0), ("deals", 1, 38.0))
    assert found.value("deals") == 38.0


def test_that_a_conversion_follows_from_what_is_on_both_sides():
    found = known(("leads", 1, 80.0), ("chat", 1, 4.0), ("deals", 1, 36.0))
    assert found.value("share") == pytest.approx((36 - 4) / 80)


def test_that_a_conversion_is_not_guessed_where_something_else_came_in():
    assert known(("leads", 1, 80.0), ("deals", 1, 36.0)).value("share") is None


def test_that_no_conversion_is_below_zero():
    assert known(("leads", 1, 80.0), ("chat", 1, 40.0), ("deals", 1, 36.0)).value("share") is None


def test_that_nothing_follows_from_no_leads():
    assert known(("leads", 1, 0.0), ("chat", 1, 4.0), ("deals", 1, 36.0)).value("share") is None


def test_that_a_stock_remembers_the_month_before():
    found = known(("deals", 1, 10.0), ("deals", 2, 20.0), month=1)
    assert found.value("base", 0) == 17.0
    assert found.value("base") == 37.0


def test_that_a_gap_breaks_what_is_added_up():
    assert known(("deals", 2, 20.0), month=1).value("base") is None


def test_that_entered_and_followed_are_told_apart():
    found = known(("leads", 1, 80.0), ("chat", 1, 4.0), ("deals", 1, 36.0))
    assert found.is_entered("deals")
    assert not found.is_entered("share")
