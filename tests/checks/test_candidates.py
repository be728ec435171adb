"""Who is proposed as the owner of a metric, in which order, and what is said about it."""

from __future__ import annotations

import pytest

from tests.checks.cases import findings, patched, project_of, sound_tree
from tests.projects import example
from workbench.base.languages import language
from workbench.checks.mend_all import mend_all
from workbench.checks.mends.notes import to_know
from workbench.checks.method.candidates import candidates
from workbench.checks.naming import checks_called
from workbench.checks.system import System
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.planning.forward import calculate

OWNERS = {
    "visits": "Маркетолог",
    "cr_lead": "Маркетолог",
    "calls_per_day": "BDR",
    "cr_cold": "BDR",
    "ad_budget": "Маркетолог",
}


def system(patch=None):
    return System(calculate(project_of(patched(sound_tree(), patch or {}))))


def kpi(weight=0.1, part="shared"):
    return {"part": part, "weight": weight, "base": 1, "plan": 2, "period": "month"}


def test_that_the_example_is_given_to_those_who_own_what_is_nearest():
    found = findings(example(), "KPI106")
    first = {finding.metric: str(finding.mends[0].title) for finding in found}
    assert first == {
        metric: f"Give “{example().metric(metric).name}” to {role}"
        for metric, role in OWNERS.items()
    }


def test_that_what_was_announced_is_what_is_done():
    outcome = mend_all(example(), checks_called(["KPI106"]))
    assert outcome.left == ()
    owned = {kpi.metric: kpi.role for kpi in outcome.project.kpis if kpi.part == "owner"}
    roles = {metric: example().role_by_key[owned[metric]].name for metric in OWNERS}
    assert roles == OWNERS


def test_that_who_has_a_part_in_it_comes_first():
    found = system({"kpis": {"cr_deal@executive": None, "cr_deal@marketer": kpi()}})
    assert candidates(found, "cr_deal")[0] == "marketer"


def test_that_who_works_there_and_owns_nothing_comes_before_the_owner_of_the_step_before():
    found = system({"kpis": {"cr_deal@executive": None}, "metrics": {"meetings": {"value": 96}}})
    assert candidates(found, "cr_deal") == ("executive", "head", "sdr")
    owned = system(
        {"kpis": {"cr_deal@executive": None, "meetings@executive": kpi(0.5, "owner")}},
    )
    assert candidates(owned, "cr_deal")[0] == "executive"


def test_that_a_full_role_is_proposed_with_a_word_where_nobody_else_is_near():
    full = {f"{key}@marketer": kpi() for key in ("qualified", "meetings", "deals")}
    found = system({"kpis": {"cr_lead@marketer": None, **full}})
    assert candidates(found, "cr_lead")[0] == "marketer"
    assert "has 5 KPIs already: take one away first" in str(to_know(found, "cr_lead", "marketer"))


def test_that_who_would_watch_themselves_comes_last_with_a_word():
    nearer = {"cr_meeting@sdr": None, "meetings@executive": kpi(0.1, "owner")}
    found = system({"kpis": nearer})
    assert candidates(found, "cr_meeting") == ("sdr", "executive")
    assert str(to_know(found, "cr_meeting", "executive")) == (
        "One person would own a KPI and its counter-metric: “Qualified to meeting” and “Meeting "
        "to deal”"
    )


def test_that_marketing_is_given_no_money():
    found = system({"kpis": {"revenue@marketer": kpi()}})
    assert "marketer" not in candidates(found, "revenue")


@pytest.mark.parametrize("code", ["KPI106", "KPI302"])
def test_that_the_word_stands_with_the_mend(code):
    full = {f"{key}@marketer": kpi() for key in ("qualified", "meetings", "deals")}
    made = project_of(patched(sound_tree(), {"kpis": {"cr_lead@marketer": None, **full}}))
    mends = [mend for finding in findings(made, code) for mend in finding.mends]
    (note,) = (mend.note for mend in mends if str(mend.title).endswith("to Marketer"))
    assert note is not None
    assert "already" in language("en").say(note)


TEAM = ("Marketer", "SDR", "Sales executive", "Head of sales")
STEPS = {"visits": 0, "cr_lead": 0, "cr_qualified": 1, "cr_meeting": 1, "cr_deal": 2}


def team(*names, owned=None):
    """The sound funnel with a team that owns nothing but what is said."""
    kpis = tuple(Kpi(metric=metric, role=f"r{at}") for metric, at in (owned or {}).items())
    roles = tuple(Role(key=f"r{at}", name=name) for at, name in enumerate(names))
    return System(calculate(project_of(sound_tree()).having(roles=roles, kpis=kpis)))


@pytest.mark.parametrize("metric", STEPS)
def test_that_a_new_team_shares_the_funnel_out_by_where_each_works(metric):
    assert candidates(team(*TEAM), metric)[0] == f"r{STEPS[metric]}"


@pytest.mark.parametrize("metric", STEPS)
def test_that_who_came_late_still_gets_what_is_theirs(metric):
    owned = {"leads": 0, "qualified": 0} if STEPS[metric] else {"qualified": 1}
    assert candidates(team(*TEAM, owned=owned), metric)[0] == f"r{STEPS[metric]}"


def test_that_among_roles_of_unknown_trades_what_they_own_decides():
    found = team("Anna", "Boris", owned={"cr_meeting": 1})
    assert candidates(found, "cr_deal") == ("r1",)


def test_that_of_two_as_near_the_one_with_room_comes_first():
    beside = {"leads": 0, "qualified": 1}
    assert candidates(team("Anna", "Boris", owned=beside), "cr_qualified") == ("r0", "r1")
    others = dict.fromkeys(("meetings", "deals", "cr_meeting", "cr_deal"), 0)
    full = team("Anna", "Boris", owned=beside | others)
    assert candidates(full, "cr_qualified") == ("r1", "r0")
