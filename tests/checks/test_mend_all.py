"""The loop that mends: it ends, it reports what it could not do, and it does nothing twice."""

import pytest

from tests.checks.cases import findings, patched, project_of, sound, sound_tree
from tests.projects import metric, project
from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.checks.approvals import approval
from workbench.checks.catalogue import CHECKS
from workbench.checks.check import Check
from workbench.checks.finding import SEVERITIES, Finding, Mend
from workbench.checks.mend_all import mend_all
from workbench.checks.naming import checks_called
from workbench.document.edits.approvals import Approve
from workbench.document.edits.metrics import ChangeMetric

HELP = "A title\n\nWhat it finds.\n\nWhy.\n\nWhat to do."
START = project(metric("calls", value=1.0), metric("leads", value=1.0))


def check(find, code="KPI901"):
    return Check(code, find, HELP)


def setting(key, value, title="set it"):
    return Mend(text(title), (ChangeMetric(key, {"value": value}),))


def too_small(least, step):
    """Finds metrics below a value, and raises them by a step each time."""

    def find(system):
        for one in system.project.metrics:
            if one.value < least:
                mend = setting(one.key, one.value + step)
                basis = (one.value,)
                yield Finding(
                    "error", text("too small"), metric=one.key, basis=basis, mends=(mend,)
                )

    return check(find)


class Refusing:
    """An edit that does not fit."""

    title = text("refuse")

    def apply(self, _project):
        raise WorkbenchError(text("there is no room"))


def values(outcome):
    return [one.value for one in outcome.project.metrics]


def test_that_findings_are_mended_in_the_order_of_the_report():
    outcome = mend_all(START, (too_small(2, 1),))
    assert [one.finding.metric for one in outcome.mended] == ["calls", "leads"]
    assert (values(outcome), outcome.left) == ([2, 2], ())


def test_that_the_gravest_is_mended_first():
    def find(system):
        for severity, key in zip(SEVERITIES[::-2], ("calls", "leads"), strict=True):
            if system.metric(key).value == 1:
                yield Finding(severity, text("one"), metric=key, mends=(setting(key, 2.0),))

    outcome = mend_all(START, (check(find),))
    assert [one.finding.metric for one in outcome.mended] == ["leads", "calls"]


def test_that_what_is_still_wrong_after_a_mend_is_mended_again():
    outcome = mend_all(START, (too_small(3, 1),))
    assert len(outcome.mended) == 4
    assert values(outcome) == [3, 3]


def test_that_it_is_the_first_mend_that_is_applied():
    def find(system):
        if system.metric("calls").value == 1:
            yield Finding(
                "error", text("one"), metric="calls",
                mends=(setting("calls", 2.0, "two"), setting("calls", 3.0, "three")),
            )  # fmt: skip

    outcome = mend_all(START, (check(find),))
    assert [str(one.mend.title) for one in outcome.mended] == ["two"]
    assert values(outcome) == [2, 1]


def test_that_mends_that_undo_each_other_come_to_an_end():
    def find(system):
        value = system.metric("calls").value
        yield Finding(
            "error", text("wrong"), metric="calls", basis=(value,),
            mends=(setting("calls", 3.0 - value),),
        )  # fmt: skip

    outcome = mend_all(START, (check(find),))
    assert len(outcome.mended) == 2
    assert len(outcome.left) == 1


def test_that_a_finding_that_never_ends_comes_to_an_end():
    assert len(mend_all(START, (too_small(1e9, 1),)).mended) == 500


def test_that_a_mend_that_does_not_fit_is_passed_over_with_its_reason():
    def find(system):
        yield Finding(
            "error", text("stuck"), metric="calls", mends=(Mend(text("refuse"), (Refusing(),)),)
        )

    outcome = mend_all(START, (check(find), too_small(2, 1)))
    assert [one.finding.metric for one in outcome.mended] == ["calls", "leads"]
    assert [str(one.problem) for one in outcome.left] == ["there is no room"]


def test_that_a_mend_that_fails_halfway_leaves_nothing():
    def find(system):
        edits = (*setting("calls", 2.0).edits, Refusing())
        yield Finding("error", text("stuck"), metric="calls", mends=(Mend(text("both"), edits),))

    assert values(mend_all(START, (check(find),))) == [1, 1]


def test_that_a_mend_that_changes_nothing_is_passed_over():
    def find(system):
        yield Finding("error", text("so"), metric="calls", mends=(setting("calls", 1.0),))

    outcome = mend_all(START, (check(find),))
    assert outcome.mended == ()
    assert [str(one.problem) for one in outcome.left] == ["the mend changes nothing"]


def unmended(patch, code):
    """The reason why the one finding of a check is left as it is."""
    (left,) = mend_all(project_of(patched(sound_tree(), patch)), checks_called([code])).left
    return str(left.problem)


def shared(*places):
    """KPIs that are shared beside others."""
    kpi = {"part": "shared", "weight": 0.1, "base": 1, "plan": 2, "period": "month"}
    return dict.fromkeys(places, kpi)


def test_that_nobody_gets_more_kpis_than_one_can_mind():
    full = shared("qualified@marketer", "meetings@marketer", "deals@marketer")
    patch = {"kpis": {"cr_lead@marketer": None, **full}}
    assert unmended(patch, "KPI106") == "it would raise more than it mends"


def test_that_a_mend_that_raises_more_than_it_mends_is_passed_over():
    owned = {"part": "owner", "weight": 0.1, "base": 1, "plan": 2, "period": "month"}
    moved = {"influence": {"direct": True, "horizon": "day", "action": "work"}}
    keys = [f"extra_{at}" for at in range(8)]
    made = {"kind": "driver", "over_time": "mean", "value": 1, "source": "CRM", **moved}
    patch = {
        "metrics": {key: {"key": key, "name": key, **made} for key in keys},
        "kpis": {
            **{f"{key}@sdr": owned for key in keys},
            "cr_qualified@sdr": {"weight": 0.1}, "cr_meeting@sdr": {"weight": 0.1},
        },
    }  # fmt: skip
    assert unmended(patch, "KPI202") == "it would raise more than it mends"


def test_that_what_is_wrong_with_a_metric_that_a_mend_makes_speaks_against_it():
    made = {
        "metrics": {"cost_per_lead": None, "cr_meeting": None,
                    "meetings": {"formula": "qualified / 2"},
                    "cr_deal": {"kind": "driver", "from": None, "to": None}},
        "kpis": {"cost_per_lead@marketer": None, "cr_meeting@sdr": None,
                 "cr_qualified@sdr": {"weight": 1},
                 "visits@marketer": {"weight": 0.5}, "cr_lead@marketer": {"weight": 0.5}},
    }  # fmt: skip
    assert unmended(made, "KPI301") == "it would raise more than it mends"


def test_that_what_a_mend_gives_is_agreed_as_far_as_there_are_numbers():
    taken = {"cost_per_lead@marketer": None, "cr_meeting@sdr": None}
    rest = {f"{key}@marketer": {"weight": 0.5} for key in ("visits", "cr_lead")}
    kpis = taken | rest | {"cr_qualified@sdr": {"weight": 1}}
    outcome = mend_all(project_of(patched(sound_tree(), {"kpis": kpis})), checks_called(["KPI301"]))
    assert len(outcome.mended) == 1
    assert [str(one.message) for one in findings(outcome.project)] == []


def test_that_what_a_sum_shows_once_it_works_is_no_reason_against_it():
    broken = {"metrics": {"deals": {"formula": "meeting * cr_deal"}, "visits": {"value": 30000}}}
    outcome = mend_all(project_of(patched(sound_tree(), broken)), checks_called(["KPI601"]))
    assert (len(outcome.mended), outcome.left) == (1, ())


def test_that_a_finding_without_a_mend_is_left():
    def find(system):
        yield Finding("warning", text("think about it"), metric="calls")

    outcome = mend_all(START, (check(find),))
    assert [(str(one.finding.message), one.problem) for one in outcome.left] == [
        ("think about it", None)
    ]
    assert outcome.project is START


def test_that_an_accepted_finding_is_let_alone():
    heavy = project_of(patched(sound_tree(), {"kpis": {"cr_qualified@sdr": {"weight": 0.8}}}))
    (found,) = findings(heavy, "KPI201")
    agreed = Approve(approval(found, "agreed")).apply(heavy)
    assert mend_all(agreed, CHECKS).project == agreed


def test_that_only_the_checks_in_question_are_mended():
    other = check(lambda _: [Finding("error", text("other"), metric="calls")], "KPI902")
    outcome = mend_all(START, (too_small(2, 1),))
    assert outcome.left == ()
    assert len(mend_all(START, (too_small(2, 1), other)).left) == 1


def test_that_a_check_that_fails_is_left_as_a_finding():
    def find(system):
        raise ZeroDivisionError

    (left,) = mend_all(START, (check(find),)).left
    assert "failed" in str(left.finding.message)


def test_that_one_is_told_how_far_it_is():
    heard = []
    mend_all(START, (too_small(2, 1),), lambda done, steps: heard.append((done, steps)))
    assert heard == [(1, 2), (2, 2)]


@pytest.mark.parametrize("bent", [{}, {"kpis": {"cr_qualified@sdr": {"weight": 0.8}}}])
def test_that_a_second_run_finds_nothing_to_do(bent):
    once = mend_all(project_of(patched(sound_tree(), bent)), CHECKS)
    again = mend_all(once.project, CHECKS)
    assert again.mended == ()
    assert again.project is once.project


def test_that_a_sound_system_stays_the_same_object():
    start = sound()
    assert mend_all(start, CHECKS).project is start


def test_that_a_team_without_any_kpi_is_given_what_each_role_moves():
    tree = sound_tree() | {"kpis": []}
    outcome = mend_all(project_of(tree), checks_called(["KPI106", "KPI202"]))
    assert outcome.left == ()
    given = {kpi.metric: (kpi.role, kpi.part) for kpi in outcome.project.kpis}
    assert given == {
        "visits": ("marketer", "owner"),
        "cr_lead": ("marketer", "owner"),
        "cost_per_lead": ("marketer", "owner"),
        "cr_qualified": ("sdr", "owner"),
        "cr_meeting": ("sdr", "owner"),
        "cr_deal": ("executive", "owner"),
        "average_deal": ("executive", "owner"),
        "revenue": ("head", "leader"),
    }


def test_that_no_role_is_done_away_with():
    tree = sound_tree()
    tree["roles"].append({"key": "driver", "name": "Driver", "people": 1})
    outcome = mend_all(project_of(tree | {"kpis": []}), checks_called(["KPI202"]))
    assert [role.key for role in outcome.project.roles] == [role["key"] for role in tree["roles"]]
