"""Filled workbooks on their way into the project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.excel.returning import changed, filled, written
from tests.presenters.sheets import Background
from tests.projects import example
from workbench.base.texts import verbatim
from workbench.document.edits.project import SetActual, SetMembers
from workbench.presenters.actuals.returning.importing import Returning
from workbench.presenters.actuals.returning.memory import RememberedColumns
from workbench.presenters.background import Done, Stopped
from workbench.presenters.desk import Desk
from workbench.presenters.preferences import Preferences
from workbench.storage.settings import Settings


class Outside:
    """Gives the files it was told to."""

    def __init__(self) -> None:
        self.files: Sequence[Path] = ()

    def files_to_read(self) -> Sequence[Path]:
        return self.files


class Made:
    """The presenter with everything around it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.folder = folder
        self.outside = Outside()
        self.background = Background()
        self.preferences = Preferences(Settings())
        memory = RememberedColumns(self.preferences)
        self.returning = Returning(desk, self.outside, self.background, memory)

    def write(self, *books: Any) -> list[Path]:
        """Workbooks with these changes as files."""
        files = [self.folder / f"{name}.xlsx" for name, _ in zip("abc", books, strict=False)]
        for file, change in zip(files, books, strict=True):
            file.write_bytes(change if isinstance(change, bytes) else changed(change))
        return files

    def read(self, *books: Any) -> None:
        """Read workbooks with these changes to the end."""
        self.outside.files = self.write(*books)
        self.returning.begin()
        self.background.do()

    @property
    def picture(self):
        return self.returning.picture()


def other_visits(book) -> None:
    filled(leads_2=700)(book)
    book["Model"]["E7"] = 41_000


@pytest.fixture
def made(desk, tmp_path):
    return Made(desk, tmp_path)


def actuals(desk: Desk) -> dict[tuple[str, str], float]:
    return {(one.metric, one.month): one.value for one in desk.project.actuals}


def test_that_nothing_is_shown_before_something_is_read(made):
    assert made.picture is None


def test_that_no_files_mean_no_reading(made):
    made.returning.begin()
    assert (made.picture, made.returning.is_busy) == (None, False)


def test_that_the_file_that_is_read_is_named(made):
    made.outside.files = made.write(filled(leads_2=700))
    made.returning.begin()
    assert (made.picture.words, made.picture.busy) == ("Reading “a.xlsx”…", (0, 1))


def test_that_the_command_rests_while_files_are_read(made):
    made.outside.files = made.write(filled(leads_2=700))
    made.returning.begin()
    assert not made.returning.record.enabled()


def test_that_what_would_change_is_shown_and_nothing_changes_yet(made):
    made.read(filled(leads_1=590, leads_2=700))
    rows = [(one.subject, one.month, one.before, one.after, one.spot)
            for one in made.picture.changes]  # fmt: skip
    assert rows == [
        ("Лиды", "Jan 2027", "583", "590", "Actuals D9"),
        ("Лиды", "Feb 2027", "—", "700", "Actuals E9"),
    ]
    assert made.desk.project == example()


def test_that_the_summary_counts_new_changed_and_same(made):
    made.read(filled(leads_1=590, leads_2=700))
    said = "“a.xlsx”: 3 actuals read, 1 is new, 1 changes, 1 is the same."
    assert made.picture.words == said


def test_that_taking_over_is_one_step_of_undo(made):
    made.read(filled(leads_1=590, leads_2=700))
    made.returning.take()
    assert actuals(made.desk)["leads", "2027-02"] == 700
    assert made.picture is None
    made.desk.session.undo()
    assert made.desk.project == example()


def test_that_what_was_taken_is_told(made, notices):
    made.read(filled(leads_2=700))
    made.returning.take()
    assert notices.said == ["1 actual was taken over"]


def test_that_leaving_it_changes_nothing(made):
    made.read(filled(leads_2=700))
    made.returning.drop()
    assert (made.picture, made.desk.project) == (None, example())


def test_that_refused_cells_are_listed(made):
    made.read(filled(leads_2="abc", deals_1=3))
    assert made.picture.refused == ("Actuals E9 “abc”: text, where a number is expected",)
    assert made.picture.refused_said == "1 cell was not taken:"


def test_that_how_a_number_was_read_stands_beside_it(made):
    made.read(filled(cr_qualified_2=80))
    assert made.picture.changes[0].said == "80 in a share, read as 80%"


def test_that_several_files_are_named_where_they_were_read(made):
    made.read(filled(leads_2=700), filled(deals_1=3))
    assert [one.spot for one in made.picture.changes] == [
        "a.xlsx, Actuals E9", "b.xlsx, Actuals D19",
    ]  # fmt: skip


def test_that_a_workbook_without_news_has_nothing_to_take(made):
    made.read(filled())
    assert (made.picture.take, made.picture.is_ready) == ("", False)


def test_that_inputs_of_the_plan_are_taken_only_with_their_tick(made, notices):
    made.read(other_visits)
    assert made.picture.inputs_said == ("Change the plan too: 1 input differs in the workbook")
    made.returning.want_inputs(True)
    assert made.picture.take == "Take 1 actual over, and 1 input"
    made.returning.take()
    assert made.desk.project.metric("visits").value[0] == 41_000
    assert notices.said == ["1 actual was taken over, 1 input of the plan was changed"]


def test_that_without_the_tick_the_plan_stays(made):
    made.read(other_visits)
    made.returning.take()
    assert made.desk.project.metrics == example().metrics


def test_that_actuals_and_inputs_together_are_one_step_of_undo(made):
    made.read(other_visits)
    made.returning.want_inputs(True)
    made.returning.take()
    made.desk.session.undo()
    assert made.desk.project == example()


def test_that_a_workbook_of_another_project_waits_for_a_tick(made):
    other = example().having(client=example().client.having(name="Daisy"))
    made.read(changed(filled(leads_2=7), written(other)))
    assert "Daisy" in made.picture.anyway
    made.returning.take()
    assert made.desk.project == example()
    made.returning.agree(True)
    made.returning.take()
    assert actuals(made.desk)["leads", "2027-02"] == 7


def test_that_a_file_that_cannot_be_read_is_a_sentence(made, tmp_path):
    (tmp_path / "x.xlsx").write_bytes(b"no")
    made.returning.read([tmp_path / "x.xlsx"])
    made.background.do()
    assert (made.picture.words, made.picture.tone) == (
        "x.xlsx: this is no Excel workbook (.xlsx)", "bad"
    )  # fmt: skip


def test_that_the_reading_can_be_stopped(made):
    made.outside.files = made.write(filled(leads_2=700))
    made.returning.begin()
    made.returning.stop()
    assert made.background.do() == Stopped()


def test_that_reading_to_the_end_is_done(made):
    made.outside.files = made.write(filled(leads_2=700))
    made.returning.begin()
    assert made.background.do() == Done()


def test_that_an_edit_meanwhile_is_seen_in_what_changes(made):
    made.read(filled(leads_2=700))
    made.desk.do(SetActual("leads", "2027-02", 650.0))
    assert [one.before for one in made.picture.changes] == ["650"]
    made.desk.do(SetActual("leads", "2027-02", 700.0))
    assert made.picture.changes == ()


def test_that_another_project_drops_what_was_read(made):
    made.read(filled(leads_2=700))
    made.desk.session.open(example())
    assert made.picture is None


def test_that_a_metric_that_goes_meanwhile_is_not_taken(made):
    made.read(filled(churn_2=0.03, leads_2=700))
    project = made.desk.project
    names = {"churn", "clients"}
    kept = tuple(one.having(guards=()) for one in project.metrics if one.key not in names)
    roles = tuple(
        one.having(capacity=tuple(each for each in one.capacity if each.metric not in names))
        for one in project.roles
    )
    kpis = tuple(one for one in project.kpis if one.metric not in names)
    gone = {"metrics": kept, "kpis": kpis, "roles": roles}
    assert made.desk.do(SetMembers(gone, verbatim("x")))
    assert [one.subject for one in made.picture.changes] == ["Лиды"]
