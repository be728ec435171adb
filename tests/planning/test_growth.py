"""The growth goal: from the years behind to next year's revenue, leads and visits."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import CASES
from workbench.document.growth import Growth, Source, Year
from workbench.formula.values import Problem
from workbench.planning.growth import growth_goal

WORKED = {case["id"]: case for case in json.loads((CASES / "worked.json").read_text("utf-8"))}


def years(*revenues, first=2023):
    return tuple(Year(year=first + at, value=value) for at, value in enumerate(revenues))


def goal(*revenues, **members):
    return growth_goal(Growth(revenues=years(*revenues), **members))


def reason(result):
    assert isinstance(result, Problem)
    return str(result.reason)


def test_that_the_worked_goal_comes_out():
    case = WORKED["growth-goal"]
    found = goal(*map(float, case["inputs"]["revenues"]), stretch=case["inputs"]["stretch"])
    assert [one.growth for one in found.changes] == pytest.approx([0.2, 0.15, 0.1])
    assert found.average == pytest.approx(case["expect"]["average"])
    assert found.target_growth == pytest.approx(case["expect"]["target_growth"])
    assert found.target == pytest.approx(case["expect"]["target"])


def test_that_two_paired_targets_imply_a_conversion():
    case = WORKED["paired-targets"]
    pairs = zip(case["inputs"]["leads"], case["inputs"]["opportunities"], strict=True)
    found = [
        growth_goal(
            Growth(sources=(Source(channel="all", visits=float(leads), leads=float(deals)),))
        ).sources[0]
        for leads, deals in pairs
    ]
    assert [one.conversion for one in found] == pytest.approx(case["expect"]["implied"])


def test_that_leads_and_visits_of_next_year_follow_at_the_values_of_the_last():
    # 80 % of 10 million from 4,000 leads and 100,000 visits: 2,000 a lead, 80 a visit, 25 visits
    # a lead; growth 25 % + 5 points: 13 million, of which 10.4 million at 2,000 are 5,200 leads.
    found = goal(8e6, 10e6, leads=4000.0, visits=100_000.0, from_leads=0.8)
    assert found.target == pytest.approx(13e6)
    assert (found.lead_value, found.visit_value, found.visits_per_lead) == (2000, 80, 25)
    assert (found.leads, found.visits) == (pytest.approx(5200), pytest.approx(130_000))


def test_that_shrinking_years_give_a_goal_below_the_last_one():
    # −10 % and −20 %: −15 % on average, −10 % with the stretch; 72 × 0.9 = 64.8
    found = goal(100.0, 90.0, 72.0, leads=36.0)
    assert found.target == pytest.approx(64.8)
    assert found.leads == pytest.approx(36 * 0.9)


def test_that_only_the_last_three_changes_count():
    # 10 times as much long ago; then 50 %, 0 %, 10 %: 20 % on average, 30 % with ten points
    found = goal(1.0, 10.0, 15.0, 15.0, 16.5, stretch=0.1)
    assert [one.year for one in found.changes] == [2025, 2026, 2027]
    assert found.average == pytest.approx(0.2)
    assert found.target == pytest.approx(16.5 * 1.3)


def test_that_each_source_brings_its_share_at_its_own_conversion():
    # 400 leads of 8,000 visits (5 %) and 100 of 10,000 (1 %); no growth but 20 points: 600 leads,
    # 480 of them from 9,600 visits and 120 from 12,000.
    sources = (
        Source(channel="site", visits=8000.0, leads=400.0),
        Source(channel="ads", visits=10_000.0, leads=100.0),
    )
    found = goal(50.0, 50.0, leads=500.0, visits=18_000.0, stretch=0.2, sources=sources)
    site, ads = found.sources
    assert (site.conversion, site.share) == (pytest.approx(0.05), pytest.approx(0.8))
    assert (site.leads, site.visits) == (pytest.approx(480), pytest.approx(9600))
    assert (ads.leads, ads.visits) == (pytest.approx(120), pytest.approx(12_000))


def test_that_years_before_the_first_known_one_are_not_missed():
    assert goal(None, None, 100.0, 120.0).target == pytest.approx(120 * 1.25)


@pytest.mark.parametrize(
    ("revenues", "words"),
    [
        ((), "growth needs the revenue of two years at least"),
        ((100.0,), "growth needs the revenue of two years at least"),
        ((100.0, None, 120.0), "the revenue of 2024 is missing"),
        ((100.0, 120.0, None), "the revenue of 2025 is missing"),
        ((0.0, 10.0, 20.0),
         "the revenue of 2023 is not above zero, so nothing can grow from it"),
        ((-5.0, 10.0),
         "the revenue of 2023 is not above zero, so nothing can grow from it"),
        ((1e-300, 1e300), "the result is too large"),
    ],
)  # fmt: skip
def test_that_years_without_growth_get_a_sentence(revenues, words):
    assert reason(goal(*revenues).target) == words


def test_that_the_year_before_the_goal_must_have_earned_something():
    assert "2025 is not above zero" in reason(goal(10.0, 5.0, 0.0).target)


def test_that_a_stretch_cannot_take_more_than_all_of_it():
    found = goal(100.0, 50.0, stretch=-0.6)
    assert found.average == pytest.approx(-0.5)
    assert "a revenue cannot fall by more than all of it" in reason(found.target_growth)
    assert reason(found.target) == reason(found.target_growth)


@pytest.mark.parametrize(
    ("members", "step", "words"),
    [
        ({}, "lead_value", "the leads of the last year are not given"),
        ({}, "visit_value", "the visits of the last year are not given"),
        ({"leads": 0.0}, "leads",
         "there were no leads in the last year, so one has no value"),
        ({"visits": 0.0}, "visits",
         "there were no visits in the last year, so one has no value"),
        ({"leads": 5.0, "from_leads": 0.0}, "leads",
         "no part of the revenue comes from leads"),
    ],
)  # fmt: skip
def test_that_what_is_not_known_of_leads_gets_a_sentence(members, step, words):
    found = goal(100.0, 120.0, **members)
    assert reason(getattr(found, step)) == words
    assert found.target == pytest.approx(150)


def test_that_a_source_without_leads_asks_for_no_visits():
    found = goal(
        10.0, 11.0, leads=5.0,
        sources=(Source(channel="a", visits=5.0, leads=0.0), Source(channel="b", leads=5.0),
                 Source(channel="c", visits=0.0)),
    )  # fmt: skip
    assert reason(found.sources[0].visits) == "no visit became a lead"
    assert reason(found.sources[1].conversion) == "the visits are not given"
    assert reason(found.sources[2].conversion) == "there were no visits"
    assert reason(found.sources[2].share) == "the leads are not given"


amounts = st.floats(1e-3, 1e9)


@given(st.lists(amounts, min_size=2, max_size=6), st.floats(0.05, 2), amounts, amounts)
def test_that_leads_and_visits_grow_as_the_revenue_does(revenues, stretch, leads, visits):
    found = goal(*revenues, stretch=stretch, leads=leads, visits=visits)
    assert not isinstance(found.target_growth, Problem)
    assert found.leads == pytest.approx(leads * (1 + found.target_growth), rel=1e-6)
    assert found.visits == pytest.approx(visits * (1 + found.target_growth), rel=1e-6)


@given(st.lists(st.none() | st.floats(-1e308, 1e308), max_size=6), st.floats(-1e308, 1e308))
def test_that_whatever_is_given_is_answered(revenues, stretch):
    found = goal(*revenues, stretch=stretch, leads=1.0)
    for result in (found.average, found.target_growth, found.target, found.leads):
        assert isinstance(result, Problem) or math.isfinite(result)
