import pytest

from tests.checks.cases import sound
from workbench.base.texts import text
from workbench.checks.approvals import approval, fingerprint, with_approvals
from workbench.checks.check import Check
from workbench.checks.finding import Finding
from workbench.checks.runner import examine
from workbench.document.edits.approvals import Approve, Withdraw
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.roles import ChangeRole
from workbench.formula.rekeying import Rekey
from workbench.formula.staffing import MergeRoles, RemoveRole
from workbench.formula.wiring import RemoveMetrics
from workbench.planning.forward import calculate


def found(**members):
    given = {"metric": "visits", "role": "marketer", "basis": (0.3, "owner")} | members
    return Finding("warning", text("zzz"), code="KPI999", **given)


def by_weight(system):
    """A check that judges weights and names names: all of it may change but what is judged."""
    for kpi in system.measured[:1]:
        names = system.names(metric=kpi.metric, role=kpi.role)
        yield Finding(
            "warning", text("zzz {metric} {role}", **names),
            metric=kpi.metric, role=kpi.role, basis=(kpi.weight,),
        )  # fmt: skip


CHECKS = (Check("KPI999", by_weight, "Title\n\nWhat\n\nWhy\n\nTo do"),)


def report(project):
    return examine(calculate(project), CHECKS)


def accepted():
    (finding,) = report(sound()).findings
    return Approve(approval(finding, "agreed with the client")).apply(sound())


def test_that_another_basis_is_another_fingerprint():
    assert fingerprint(found()) == fingerprint(found())
    assert fingerprint(found()) != fingerprint(found(basis=(0.4, "owner")))
    assert len(fingerprint(found())) == 16


def test_that_a_graver_finding_is_another_one():
    error = Finding("error", text("zzz"), metric="visits", basis=(0.3, "owner"), code="KPI999")
    assert fingerprint(error) != fingerprint(found())


def test_that_words_are_no_part_of_what_was_judged():
    other = Finding("warning", text("yyy {n}", n=1), basis=(0.3, "owner"), code="KPI999")
    assert fingerprint(other) == fingerprint(found())


@pytest.mark.parametrize("other", [{"metric": "leads"}, {"role": "sdr"}, {"role": None}])
def test_that_an_approval_is_of_one_place(other):
    (judged,) = with_approvals([found(**other)], [approval(found(), "agreed")])
    assert judged.approval is None


def test_that_an_accepted_finding_carries_its_reason():
    (finding,) = report(accepted()).accepted
    assert finding.approval is not None
    assert finding.approval.reason == "agreed with the client"
    assert report(accepted()).findings == ()


@pytest.mark.parametrize(
    "edit",
    [
        ChangeMetric("visits", {"name": "Sessions"}),
        ChangeRole("marketer", {"name": "Growth"}),
        ChangeMetric("visits", {"value": 12000.0}),
        Rekey({"visits": "sessions"}),
    ],
)
def test_that_an_acceptance_survives_what_was_not_judged(edit):
    after = report(edit.apply(accepted()))
    assert (len(after.accepted), len(after.findings)) == (1, 0)


def test_that_a_finding_comes_back_when_what_was_judged_changes():
    after = report(ChangeKpi("visits", "marketer", {"weight": 0.35}).apply(accepted()))
    assert (len(after.accepted), len(after.findings)) == (0, 1)


def test_that_it_is_accepted_again_when_the_change_is_taken_back():
    there = ChangeKpi("visits", "marketer", {"weight": 0.35}).apply(accepted())
    back = ChangeKpi("visits", "marketer", {"weight": 0.3}).apply(there)
    assert len(report(back).accepted) == 1


def test_that_a_finding_comes_back_when_its_acceptance_is_taken_back():
    (approved,) = accepted().approvals
    assert len(report(Withdraw(approved).apply(accepted())).findings) == 1


@pytest.mark.parametrize("edit", [RemoveMetrics(frozenset({"visits"})), RemoveRole("marketer")])
def test_that_an_acceptance_goes_with_what_it_was_about(edit):
    assert edit.apply(accepted()).approvals == ()


def test_that_an_acceptance_follows_a_merged_role():
    (after,) = MergeRoles("sdr", "marketer").apply(accepted()).approvals
    assert (after.subject, after.role) == ("visits", "sdr")
