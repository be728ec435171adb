"""A goal by channel and by person."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import example, metric, project
from workbench.document.client import Channel
from workbench.document.kpi import Kpi
from workbench.document.metric import Influence
from workbench.document.plan import Goal, Scenario
from workbench.document.role import Role
from workbench.formula.values import Problem
from workbench.planning.contributions import by_channel, by_person
from workbench.planning.control import Control
from workbench.planning.forward import calculate

SITE, ADS = Channel(key="site", name="Site"), Channel(key="ads", name="Ads")
GOAL = Goal(metric="deals", value=200.0, period="plan")


def channels(*metrics, of=(SITE, ADS), goal=GOAL, scenario=None):
    found = by_channel(calculate(project(*metrics, channels=of), scenario), goal)
    return {part.channel: part for part in found}


def shares(*metrics, **members):
    return {key: part.share for key, part in channels(*metrics, **members).items()}


def reason(result):
    assert isinstance(result, Problem)
    return str(result.reason)


PARALLEL = (
    metric("visits", channel="site", value=60.0),
    metric("budget", channel="ads", unit="money", value=300.0),
    metric("cpc", channel="ads", unit="money", over_time="mean", value=10.0),
    metric("clicks", channel="ads", formula="budget / cpc"),
    metric("referrals", value=10.0),
    metric("deals", formula="visits + clicks + referrals"),
)


def test_that_each_channel_makes_what_is_gone_without_it():
    # 60 from the site, 300 / 10 = 30 from ads, 10 from nowhere: 60 %, 30 %, 10 % of 200
    found = channels(*PARALLEL)
    assert [part.share for part in found.values()] == pytest.approx([0.6, 0.3, 0.1])
    assert [part.value for part in found.values()] == pytest.approx([120, 60, 20])
    assert list(found) == ["site", "ads", None]


def test_that_a_scenario_gives_other_parts():
    other = Scenario(key="s", name="S", values={"visits": 160.0})
    assert shares(*PARALLEL, scenario=other) == pytest.approx(
        {"site": 0.8, "ads": 0.15, None: 0.05}
    )


def test_that_channels_one_after_another_share_the_whole():
    # nothing at all without visits, nothing without letters: each would lose everything
    found = shares(
        metric("visits", channel="site", value=10.0),
        metric("letters", channel="ads", value=4.0),
        metric("deals", formula="visits * letters"),
    )
    assert found == {"site": 0.5, "ads": 0.5, None: 0.0}


def test_that_a_channel_with_computed_stages_only_is_closed_there():
    found = shares(
        metric("visits", value=100.0),
        metric("from_ads", kind="stage", channel="ads", formula="visits * 25%"),
        metric("deals", formula="visits - from_ads + from_ads * 3"),
    )
    # 75 + 75 = 150 with ads, 100 without: a third
    assert found == pytest.approx({"site": 0.0, "ads": 1 / 3, None: 2 / 3})


def test_that_a_channel_that_only_costs_makes_nothing():
    found = shares(
        metric("visits", channel="site", value=30.0),
        metric("spam", channel="ads", value=10.0),
        metric("deals", formula="visits - spam"),
    )
    assert found == {"site": 1.0, "ads": 0.0, None: 0.0}


def test_that_a_ratio_does_not_come_through_channels():
    found = shares(
        metric("visits", channel="site", value=30.0),
        metric("deals", formula="1 / visits", over_time="ratio"),
    )
    assert reason(found["site"]) == "a ratio does not come through channels; its parts do"


def test_that_nothing_cannot_be_split():
    found = shares(metric("visits", channel="site", value=0.0), metric("deals", formula="visits"))
    assert reason(found[None]) == "the plan gives nothing that could be split"


def test_that_a_channel_the_plan_cannot_do_without_says_why():
    found = shares(
        metric("visits", channel="site", value=4.0),
        metric("letters", channel="ads", value=6.0),
        metric("deals", formula="letters + 8 / visits"),
    )
    assert reason(found["site"]) == "division by zero"
    assert found["ads"] == pytest.approx(0.75)


def test_that_there_are_no_parts_without_channels():
    assert channels(metric("deals", value=3.0), of=()) == {}


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=2), st.floats(0.001, 1e6))
def test_that_channels_and_the_rest_are_the_whole(inputs, rest):
    found = shares(
        metric("visits", channel="site", value=inputs[0]),
        metric("clicks", channel="ads", value=inputs[1]),
        metric("rest", value=rest),
        metric("deals", formula="(visits + rest) * (1 + clicks)"),
    )
    assert math.fsum(found.values()) == pytest.approx(1)
    assert all(share >= 0 for share in found.values())


def team(*roles, kpis, value=200.0, **deals):
    made = project(
        metric("calls", value=30.0, influence=Influence(direct=True)),
        metric("cr", value=0.5, over_time="ratio", unit="ratio", influence=Influence(direct=True)),
        metric("deals", formula="calls * cr", **deals),
        roles=roles, kpis=kpis,
    )  # fmt: skip
    forecast = calculate(made)
    goal = Goal(metric="deals", value=value, period="plan")
    return {part.role: part for part in by_person(forecast, goal, Control(forecast))}


BDR = Role(key="bdr", name="BDR", people=3.0)
HEAD = Role(key="head", name="Head", people=2.0)


def test_that_who_answers_for_the_goal_has_a_part_of_it():
    found = team(HEAD, kpis=(Kpi(metric="deals", role="head"),))
    assert found["head"].goal == 100
    assert found["head"].quotas == ()


def test_that_who_moves_the_goal_has_a_quota_of_its_own_volume():
    # 90 calls a week by 3 people are 30 each; the conversion is no quota
    found = team(
        BDR,
        kpis=(
            Kpi(metric="calls", role="bdr", plan=90.0, period="week"),
            Kpi(metric="cr", role="bdr"),
        ),
    )
    (quota,) = found["bdr"].quotas
    assert found["bdr"].goal is None
    assert (quota.metric, quota.period, quota.value) == ("calls", "week", 30)


def test_that_a_quota_without_a_plan_is_the_average_month_of_the_forecast():
    (quota,) = team(BDR, kpis=(Kpi(metric="calls", role="bdr"),))["bdr"].quotas
    assert (quota.period, quota.value) == ("month", 10)


def test_that_a_ratio_is_not_shared_out():
    found = team(HEAD, kpis=(Kpi(metric="deals", role="head"),), value=0.4, over_time="ratio")
    assert found["head"].goal == 0.4


def test_that_contractors_and_helpers_are_left_out():
    agency = Role(key="agency", name="Agency", employment="contractor")
    kpis = (
        Kpi(metric="deals", role="agency"),
        Kpi(metric="deals", role="head", part="contributor"),
    )
    assert team(agency, HEAD, kpis=kpis) == {}


def test_that_a_role_without_people_says_so():
    nobody = Role(key="head", name="Head", people=0.0)
    found = team(nobody, kpis=(Kpi(metric="deals", role="head"),))
    assert reason(found["head"].goal) == "there is nobody in the role “Head” yet"


def test_that_the_example_is_split_as_computed_by_hand():
    # the site brings 40,000 visits; without it only 45.36 cold meetings a month are left
    forecast = calculate(example())
    visits = (40, 38, 42, 40, 36, 35, 33, 34, 41, 44, 46, 39)
    warm = [1000 * v * 0.015 * 0.8 * 0.35 for v in visits]
    deal = [0.15] * 6 + [0.18] * 6
    cold = 60 * 21 * 3 * 0.012
    share = sum(w * d for w, d in zip(warm, deal, strict=True)) / sum(
        (w + cold) * d for w, d in zip(warm, deal, strict=True)
    )
    goal = Goal(metric="revenue", value=7e6)
    site, rest = by_channel(forecast, goal)
    assert (site.share, rest.share) == pytest.approx((share, 1 - share))
    people = {part.role: part for part in by_person(forecast, goal, Control(forecast))}
    assert people["executive"].goal == pytest.approx(7e6 / 4)
