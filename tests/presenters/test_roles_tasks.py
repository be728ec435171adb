from datetime import date

import pytest

from tests.presenters.roles_cases import FormView, Heard, desk_with
from workbench.base.days import NotADay, read_day
from workbench.document.kpi import Task
from workbench.presenters.inspector.wishes import Added, Moved, Removed, Switched, Typed
from workbench.presenters.roles.role import RolePresenter

AUDIT = Task(role="agency", name="Audit", due=date(2027, 1, 29), criteria=("ranked", "dated"))
LETTERS = Task(role="agency", name="Letters")
FOREIGN = Task(role="head", name="Not the agency's")
NEW_YEAR = date(2027, 1, 1)


class Tasks:
    """The inspector of a contractor."""

    def __init__(self, *tasks):
        self.desk = desk_with(tasks=tasks)
        self.heard = Heard(self.desk)
        self.view = FormView()
        self.presenter = RolePresenter(self.desk, self.view)
        self.desk.selection.role("agency")

    def wish(self, wish):
        self.presenter.answer(wish)

    @property
    def tasks(self):
        return [task for task in self.desk.project.tasks if task.role == "agency"]

    def names(self):
        return [task.name for task in self.tasks]


@pytest.fixture
def agency():
    return Tasks(AUDIT, FOREIGN, LETTERS)


def test_that_every_task_has_a_section(agency):
    titles = [s.title for s in agency.view.picture.sections if s.key.startswith("task@")]
    assert titles == ["Task 1", "Task 2"]


def test_that_a_task_shows_deliverable_and_due_date(agency):
    assert agency.view.row("task@0").parts[0].words == "Audit"
    assert agency.view.row("due@0").words == "29 Jan 2027"


def test_that_a_missing_due_date_is_marked(agency):
    row = agency.view.row("due@1")
    assert (row.words, row.placeholder, row.tone) == ("", "not set", "warn")


def test_that_missing_criteria_are_marked(agency):
    assert agency.view.row("criteria_note@1").tone == "warn"
    assert agency.view.row("criteria_note@0").tone == ""


def test_that_a_contractor_without_tasks_is_told_so():
    assert Tasks().view.row("no_tasks").tone == "warn"


def test_that_a_task_is_added(agency):
    agency.wish(Added("task", "Segments"))
    assert agency.names() == ["Audit", "Letters", "Segments"]


def test_that_a_task_without_a_name_is_not_added(agency):
    agency.wish(Added("task", ""))
    assert agency.names() == ["Audit", "Letters"]


def test_that_a_task_is_renamed_under_its_name(agency):
    agency.wish(Typed("task@1", "Five letters"))
    assert agency.names() == ["Audit", "Five letters"]
    assert str(agency.desk.session.history.undo_title) == "Change the task “Letters”"


def test_that_an_empty_deliverable_keeps_its_name(agency):
    agency.wish(Typed("task@1", ""))
    assert agency.names() == ["Audit", "Letters"]


def test_that_a_due_date_is_set(agency):
    agency.wish(Typed("due@1", "15.3"))
    assert agency.tasks[1].due == date(2027, 3, 15)


def test_that_a_due_date_is_taken_back(agency):
    agency.wish(Typed("due@0", ""))
    assert agency.tasks[0].due is None


def test_that_what_is_no_date_is_refused_in_words(agency):
    agency.wish(Typed("due@0", "soon"))
    assert agency.heard.said == ["“soon” is not a date"]
    assert agency.tasks[0].due == date(2027, 1, 29)


def test_that_a_task_is_accepted(agency):
    agency.wish(Switched("accepted@0", True))
    assert agency.tasks[0].accepted is True
    assert agency.view.picture.section("task@0").title == "Task 1 · accepted"


def test_that_criteria_are_added_changed_and_removed(agency):
    agency.wish(Added("criteria@0", "complete"))
    agency.wish(Typed("criteria@0 1", "with dates"))
    agency.wish(Removed("criteria@0 0"))
    assert agency.tasks[0].criteria == ("with dates", "complete")


def test_that_the_criteria_of_other_tasks_stay(agency):
    agency.wish(Added("criteria@1", "complete"))
    assert (agency.tasks[0].criteria, agency.tasks[1].criteria) == (
        ("ranked", "dated"), ("complete",),
    )  # fmt: skip


def test_that_tasks_change_places(agency):
    agency.wish(Moved("task@1", -1))
    assert agency.names() == ["Letters", "Audit"]


def test_that_the_first_task_cannot_move_up(agency):
    assert agency.view.row("task@0").move_up == ""
    agency.wish(Moved("task@0", -1))
    assert agency.names() == ["Audit", "Letters"]


def test_that_a_task_is_removed(agency):
    agency.wish(Removed("task@0"))
    assert agency.names() == ["Letters"]


def test_that_the_tasks_of_others_are_left_alone(agency):
    agency.wish(Removed("task@0"))
    assert FOREIGN in agency.desk.project.tasks


def test_that_a_wish_about_no_task_is_nobodys(agency):
    agency.wish(Typed("due@9", "1.1.2027"))
    assert agency.desk.session.history.done == ()


def test_that_staff_with_tasks_is_shown_them_with_a_note():
    agency = Tasks(FOREIGN)
    agency.desk.selection.role("head")
    assert agency.view.row("staff") is not None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("31.01.2027", date(2027, 1, 31)),
        ("1.2.27", date(2027, 2, 1)),
        (" 31/1/2027 ", date(2027, 1, 31)),
        ("2027-01-31", date(2027, 1, 31)),
        ("31 Jan 2027", date(2027, 1, 31)),
        ("31 january 2027", date(2027, 1, 31)),
        ("5.6", date(2027, 6, 5)),
        ("7 Mar", date(2027, 3, 7)),
    ],
)
def test_that_a_day_is_read_as_people_write_it(words, day):
    assert read_day(words, NEW_YEAR) == day


def test_that_a_day_without_a_year_is_the_next_one():
    assert read_day("31.1", date(2027, 2, 1)) == date(2028, 1, 31)


@pytest.mark.parametrize("words", ["", "soon", "31.02.2027", "2027-13-01", "5", "12 Foo 2027"])
def test_that_other_words_are_no_day(words):
    with pytest.raises(NotADay):
        read_day(words, NEW_YEAR)
