from tests.projects import metric, project
from workbench.document.edits.approvals import Approve, Withdraw, following, remaining
from workbench.document.plan import Approval
from workbench.document.role import Role

ROLES = (Role(key="x", name="X"), Role(key="y", name="Y"))


def approval(subject="a", role="x", **members):
    given = {"code": "KPI101", "reason": "agreed", "fingerprint": "1f"} | members
    return Approval(subject=subject, role=role, **given)


def made(*approvals):
    return project(metric("a"), metric("b"), roles=ROLES, approvals=approvals)


def test_that_a_finding_is_accepted_with_a_reason():
    assert Approve(approval()).apply(made()).approvals == (approval(),)


def test_that_accepting_the_same_again_replaces_the_reason():
    after = Approve(approval(reason="anew")).apply(made(approval()))
    assert [one.reason for one in after.approvals] == ["anew"]


def test_that_of_one_kpi_several_findings_can_be_accepted():
    other = approval(fingerprint="2e")
    assert len(Approve(other).apply(made(approval())).approvals) == 2


def test_that_an_acceptance_is_taken_back():
    other = approval("b")
    assert Withdraw(approval()).apply(made(approval(), other)).approvals == (other,)


def test_that_taking_back_what_is_not_accepted_changes_nothing():
    before = made(approval("b"))
    assert Withdraw(approval()).apply(before) == before


def test_that_titles_name_the_check():
    assert str(Approve(approval()).title) == "Accept KPI101"
    assert str(Withdraw(approval()).title) == "No longer accept KPI101"


def test_that_what_was_accepted_of_something_goes_with_it():
    kpi, of_metric, of_role = approval(), approval("a", None), approval("x", "x")
    before = made(kpi, of_metric, of_role, approval("b", "y"))
    assert remaining(before, metrics={"a"}) == (of_role, approval("b", "y"))
    assert remaining(before, roles={"x"}) == (of_metric, approval("b", "y"))


def test_that_a_role_called_like_a_metric_is_told_from_it():
    roles = (Role(key="a", name="A"),)
    before = project(metric("a"), roles=roles, approvals=(approval("a", "a"),))
    assert remaining(before, metrics={"a"}) == before.approvals
    assert following(before, {"a": "z"}, {}) == before.approvals


def test_that_what_was_accepted_follows_changed_keys():
    before = made(approval(), approval("x", "x"), approval("topic", None))
    assert following(before, {"a": "b"}, {"x": "y"}) == (
        approval("b", "y"),
        approval("y", "y"),
        approval("topic", None),
    )


def test_that_what_needs_no_change_stays_the_same_object():
    before = made(approval("b", "y"))
    assert following(before, {"a": "b"}, {"x": "y"})[0] is before.approvals[0]
