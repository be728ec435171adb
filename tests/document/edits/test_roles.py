import json

import pytest

from tests.projects import example, example_tree, metric, project
from workbench.document.edits.roles import AddRole, ChangeRole, RemoveRole, ReorderRole
from workbench.document.kpi import Task
from workbench.document.project import Project, Unknown
from workbench.document.refusal import Refused
from workbench.document.role import Role

X, Y = Role(key="x", name="X"), Role(key="y", name="Y")


def test_that_a_new_role_stands_last():
    assert AddRole(Y).apply(project(roles=(X,))).roles == (X, Y)


def test_that_a_key_that_is_taken_is_refused():
    with pytest.raises(Refused, match="“x” is there twice"):
        AddRole(X).apply(project(roles=(X,)))


def test_that_a_role_is_changed():
    after = ChangeRole("x", {"people": 2.5, "duties": ("a", "b")}).apply(project(roles=(X, Y)))
    assert (after.role("x").people, after.role("x").duties) == (2.5, ("a", "b"))
    assert after.role("y") is Y


@pytest.mark.parametrize("edit", [ChangeRole("z", {"name": "Z"}), RemoveRole("z")])
def test_that_a_role_that_is_gone_is_named(edit):
    with pytest.raises(Unknown, match="“z”"):
        edit.apply(project(roles=(X,)))


def test_that_a_removed_role_takes_its_kpis_and_tasks_along():
    before = example().having(tasks=(Task(role="sdr", name="t"), Task(role="bdr", name="u")))
    after = RemoveRole("sdr").apply(before)
    assert "sdr" not in after.role_by_key
    assert all(kpi.role != "sdr" for kpi in after.kpis)
    assert [task.role for task in after.tasks] == ["bdr"]


def test_that_a_removed_role_is_gone_from_the_touches_of_journeys():
    tree = example_tree()
    touches = [{"date": "2027-01-01", "role": role} for role in ("sdr", "bdr")]
    tree["journeys"] = [{"closed": "2027-01-02", "value": 1, "touches": touches}]
    after = RemoveRole("sdr").apply(Project.model_validate_json(json.dumps(tree)))
    assert [touch.role for touch in after.journeys[0].touches] == [None, "bdr"]


def test_that_a_formula_keeps_mentioning_a_removed_role():
    made = project(metric("a", formula="people(x)"), roles=(X,))
    assert RemoveRole("x").apply(made).metric("a").formula == "people(x)"


def test_that_a_role_moves_to_another_column():
    assert ReorderRole("y", 0).apply(project(roles=(X, Y))).roles == (Y, X)


def test_that_titles_name_what_they_do():
    assert str(AddRole(X).title) == "Add the role “X”"
    assert str(ChangeRole("x", {"name": "Z"}, "X").title) == "Rename the role “X”"
    assert str(ChangeRole("x", {"people": 1.0}, "X").title) == "Change the role “X”"
    assert str(RemoveRole("x", "X").title) == "Remove the role “X”"
