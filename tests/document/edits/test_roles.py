import pytest

from tests.projects import project
from workbench.document.edits.roles import AddRole, ChangeRole, ReorderRole
from workbench.document.project import Unknown
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


def test_that_a_role_that_is_gone_is_named():
    with pytest.raises(Unknown, match="“z”"):
        ChangeRole("z", {"name": "Z"}).apply(project(roles=(X,)))


def test_that_a_role_moves_to_another_column():
    assert ReorderRole("y", 0).apply(project(roles=(X, Y))).roles == (Y, X)


def test_that_titles_name_what_they_do():
    assert str(AddRole(X).title) == "Add the role “X”"
    assert str(ChangeRole("x", {"name": "Z"}, "X").title) == "Rename the role “X”"
    assert str(ChangeRole("x", {"people": 1.0}, "X").title) == "Change the role “X”"
