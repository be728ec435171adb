from dataclasses import dataclass

import pytest

from tests.projects import example, metric, project
from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.document.changes import Changes
from workbench.document.project import Project
from workbench.document.session import Session

TITLE = text("Set the name")


@dataclass(frozen=True)
class SetClient:
    name: str
    title = TITLE

    def apply(self, before: Project) -> Project:
        if self.name == "wrong":
            raise WorkbenchError(text("this does not fit"))
        return before.having(client=before.client.having(name=self.name))


@pytest.fixture
def session():
    return Session(project(metric("leads")))


@pytest.fixture
def heard(session):
    """What the session told its listeners."""
    changes: list[Changes] = []
    session.changed.connect(changes.append)
    return changes


def name(session):
    return session.project.client.name


def test_that_an_edit_makes_the_next_project(session):
    assert session.apply(SetClient("a"))
    assert name(session) == "a"


def test_that_a_change_is_told_once_with_both_projects(session, heard):
    before = session.project
    session.apply(SetClient("a"))
    assert [(change.before, change.after) for change in heard] == [(before, session.project)]


def test_that_an_edit_that_changes_nothing_leaves_no_trace(session, heard):
    assert not session.apply(SetClient(""))
    assert session.history.undo_title is None
    assert heard == []


def test_that_an_edit_that_fails_leaves_everything_as_it_was(session, heard):
    session.apply(SetClient("a"))
    session.undo()
    before, history = session.project, session.history
    with pytest.raises(WorkbenchError):
        session.apply(SetClient("wrong"))
    assert (session.project, session.history) == (before, history)
    assert len(heard) == 2


def test_that_undo_gives_the_very_project_of_before(session):
    before = session.project
    session.apply(SetClient("a"))
    session.undo()
    assert session.project is before


def test_that_redo_gives_the_very_project_of_after(session):
    session.apply(SetClient("a"))
    after = session.project
    session.undo()
    session.redo()
    assert session.project is after


def test_that_nothing_to_undo_is_nothing(session, heard):
    session.undo()
    session.redo()
    assert heard == []


def test_that_the_history_names_the_edits(session):
    session.apply(SetClient("a"))
    assert session.history.undo_title == TITLE
    session.undo()
    assert session.history.redo_title == TITLE


def test_that_a_run_is_one_step_of_undo(session):
    for typed in ("a", "ab", "abc"):
        session.apply(SetClient(typed), run="typing")
    session.undo()
    assert name(session) == ""


def test_that_the_end_of_a_run_begins_another_step(session):
    session.apply(SetClient("a"), run="typing")
    session.end_run()
    session.apply(SetClient("ab"), run="typing")
    session.undo()
    assert name(session) == "a"


def test_that_undo_ends_a_run(session):
    session.apply(SetClient("a"), run="typing")
    session.apply(SetClient("ab"))
    session.undo()
    session.apply(SetClient("abc"), run="typing")
    session.undo()
    assert name(session) == "a"


def test_that_a_run_that_comes_back_to_its_start_leaves_no_step(session):
    session.apply(SetClient("a"), run="typing")
    session.apply(SetClient(""), run="typing")
    assert session.history.undo_title is None
    assert not session.is_dirty


def test_that_an_opened_project_is_clean(session):
    assert not session.is_dirty


def test_that_an_edit_makes_it_dirty_and_undo_clean_again(session):
    session.apply(SetClient("a"))
    assert session.is_dirty
    session.undo()
    assert not session.is_dirty


def test_that_saving_makes_it_clean_and_undo_dirty(session):
    session.apply(SetClient("a"))
    session.mark_saved(session.project)
    assert not session.is_dirty
    session.undo()
    assert session.is_dirty


def test_that_work_done_while_it_was_saved_stays_dirty(session):
    session.apply(SetClient("a"))
    saved = session.project
    session.apply(SetClient("ab"))
    session.mark_saved(saved)
    assert session.is_dirty


def test_that_coming_back_by_hand_to_what_was_saved_is_clean(session):
    session.apply(SetClient("a"))
    session.apply(SetClient(""))
    assert not session.is_dirty


def test_that_another_project_comes_with_an_empty_history(session, heard):
    session.apply(SetClient("a"))
    session.open(example())
    assert session.project is example()
    assert session.history.undo_title is None
    assert not session.is_dirty
    assert heard[-1].after is example()


def test_that_a_project_that_was_never_saved_is_dirty(session):
    session.open(example(), dirty=True)
    assert session.is_dirty


def test_that_another_project_is_told_before_its_values():
    told = []
    session = Session(example())
    session.opened.connect(lambda: told.append("opened"))
    session.changed.connect(lambda _: told.append("changed"))
    session.open(project())
    assert told == ["opened", "changed"]


def test_that_an_edit_opens_nothing():
    told = []
    session = Session(example())
    session.opened.connect(lambda: told.append("opened"))
    session.apply(SetClient("x"))
    assert told == []
