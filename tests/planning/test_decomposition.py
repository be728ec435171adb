"""A goal by month and quarter."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import metric, project
from workbench.base.languages import language
from workbench.document.client import Calendar
from workbench.document.plan import Goal, Scenario
from workbench.formula.values import Problem
from workbench.planning.decomposition import by_time, quarter_name, whole_parts
from workbench.planning.forward import calculate


def split(*revenue, value=120.0, period="year", start="2027-01", scenario=None, **members):
    made = project(metric("revenue", unit="money", value=revenue or 10.0, **members)).having(
        calendar=Calendar(start=start, months=len(revenue))
    )
    return by_time(calculate(made, scenario), Goal(metric="revenue", value=value, period=period))


def test_that_a_year_follows_the_season_of_the_forecast():
    # 12 months of 1, 2, 3, 1, 2, 3, …: 24 together, so that a goal of 240 is ten times as much
    found = split(*(1.0, 2.0, 3.0) * 4, value=240.0)
    assert found.months == pytest.approx([10, 20, 30] * 4)
    assert [quarter.value for quarter in found.quarters] == pytest.approx([60, 60, 60, 60])
    assert not found.even


def test_that_a_scenario_gives_the_season():
    other = Scenario(key="s", name="S", values={"revenue": (1.0, 3.0)})
    assert split(1.0, 1.0, value=8.0, period="plan", scenario=other).months == pytest.approx([2, 6])


def test_that_every_quarter_makes_its_own_goal():
    found = split(1.0, 2.0, 1.0, 5.0, 5.0, 10.0, value=80.0, period="quarter")
    assert found.months == pytest.approx([20, 40, 20, 20, 20, 40])
    assert [quarter.value for quarter in found.quarters] == pytest.approx([80, 80])


def test_that_a_goal_a_month_is_that_of_the_average_month():
    assert split(1.0, 3.0, value=10.0, period="month").months == pytest.approx([5, 15])


def test_that_quarters_follow_the_calendar_and_say_which_are_parts():
    # December, January to March, April: the goal of a year, 5 of its 12 months, alike
    found = split(*(7.0,) * 5, value=120.0, start="2026-12")
    assert [(q.year, q.number, list(q.months), q.is_whole) for q in found.quarters] == [
        (2026, 4, [0], False),
        (2027, 1, [1, 2, 3], True),
        (2027, 2, [4], False),
    ]
    assert [q.value for q in found.quarters] == pytest.approx([10, 30, 10])


def test_that_a_part_of_a_quarter_is_named_by_its_months():
    start = Calendar(start="2026-11", months=6)
    quarters = split(*(7.0,) * 6, start="2026-11").quarters
    names = [str(quarter_name(one, start, language("en"))) for one in quarters]
    assert names == ["Q4 2026 (Nov–Dec)", "Q1 2027", "Q2 2027 (Apr)"]


def test_that_each_year_of_a_long_plan_makes_its_own_goal():
    found = split(*(1.0,) * 12, *(9.0,) * 12, value=24.0)
    assert found.months == pytest.approx([2.0] * 24)


@pytest.mark.parametrize("revenue", [(0.0, 0.0), (-1.0, 3.0)])
def test_that_months_are_alike_where_there_is_no_shape_to_follow(revenue):
    found = split(*revenue, value=60.0, period="plan")
    assert found.months == (30, 30)
    assert found.even


@pytest.mark.parametrize("over_time", ["ratio", "last", "mean"])
def test_that_what_does_not_add_up_is_the_same_goal_in_every_month(over_time):
    found = split(1.0, 2.0, 3.0, 4.0, value=0.4, over_time=over_time)
    assert found.months == (0.4,) * 4
    assert [quarter.value for quarter in found.quarters] == [0.4, 0.4]


def test_that_a_month_without_a_number_leaves_no_months():
    found = split(1.0, None, value=60.0)
    assert all(isinstance(month, Problem) for month in found.months)
    assert str(found.months[0].reason) == "there is no value"
    assert found.quarters == ()


def test_that_a_negative_goal_is_split_too():
    assert split(1.0, 3.0, value=-8.0, period="plan").months == pytest.approx([-2, -6])


@given(
    st.lists(st.floats(0, 1e308) | st.just(0.0), min_size=1, max_size=30),
    st.floats(-1e9, 1e9),
    st.sampled_from(["month", "quarter", "year", "plan"]),
    st.sampled_from(["2027-01", "2026-11"]),
)
def test_that_months_add_up_to_the_goal_and_quarters_to_the_months(revenue, value, period, start):
    found = split(*revenue, value=value, period=period, start=start)
    parts = {"month": 1, "quarter": 3, "year": 12, "plan": len(revenue)}[period]
    whole = value * len(revenue) / parts
    assert math.fsum(found.months) == pytest.approx(whole, rel=1e-9, abs=1e-6)
    for quarter in found.quarters:
        assert quarter.value == math.fsum(found.months[month] for month in quarter.months)
    assert sum(len(quarter.months) for quarter in found.quarters) == len(revenue)


def test_that_whole_units_add_up_by_the_largest_remainder():
    # 3.4 + 3.3 + 3.3 = 10: the tenth goes to 3.4
    assert whole_parts([3.4, 3.3, 3.3]) == (4, 3, 3)
    assert whole_parts([-1.5, -1.5]) == (-1, -2)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_that_whole_parts_are_near_and_add_up(parts):
    whole = whole_parts(parts)
    assert sum(whole) == round(math.fsum(parts))
    assert all(abs(one - part) <= 1 for one, part in zip(whole, parts, strict=True))
