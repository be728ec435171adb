"""Filling a form from the window: what is asked, what is done beside it, and what is told."""

from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pytest

from tests.excel.hostile import HOSTILE
from tests.presenters.sheets import Background
from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.presenters.background import Stopped
from workbench.presenters.forms.picture import FormPicture, LeftLine
from workbench.presenters.forms.presenter import FormsPresenter
from workbench.presenters.preferences import Preferences
from workbench.storage.settings import Settings


@dataclass
class Outside:
    """Answers with these files; keeps what it was asked."""

    form: Path | None
    output: Path | None
    asked: list[object] = field(default_factory=list)

    def form_to_fill(self, folder: str) -> Path | None:
        self.asked.append(folder)
        return self.form

    def where(self, suggestion: Path) -> Path | None:
        self.asked.append(suggestion)
        return self.output

    def open(self, path: Path) -> None:
        self.asked.append(path)


@pytest.fixture
def outside(tmp_path):
    return Outside(tmp_path / "form.xlsx", tmp_path / "out.xlsx")


@pytest.fixture
def background():
    return Background()


@pytest.fixture
def shown() -> list[FormPicture]:
    return []


@pytest.fixture
def preferences():
    return Preferences(Settings())


@pytest.fixture
def presenter(desk, outside, background, preferences, shown):
    return FormsPresenter(desk, outside, background, preferences, shown.append)


@pytest.fixture
def form(tmp_path):
    """A form with these words in column A."""

    def write(*words: str) -> None:
        book = openpyxl.Workbook()
        book.active.title = "Form"
        for row, one in enumerate(words, start=1):
            book.active.cell(row, 1, one)
        book.save(tmp_path / "form.xlsx")

    return write


def test_that_the_copy_is_written(presenter, background, form, outside):
    form("{{client}}")
    presenter.begin()
    background.do()
    assert openpyxl.load_workbook(outside.output).active["A1"].value == "Пример: B2B SaaS"


def test_that_a_form_filled_whole_is_told_in_a_notice(presenter, background, form, notices, shown):
    form("{{client}}", "{{date}}")
    presenter.begin()
    background.do()
    assert notices.said == ["“out.xlsx” is ready: 2 placeholders are filled"]
    assert shown == []


def test_that_what_was_not_known_is_shown(presenter, background, form, shown):
    form("{{client}}", "{{leeds}}")
    presenter.begin()
    background.do()
    why = "nothing is called “leeds”; did you mean “leads”?"
    assert shown[0].left == (LeftLine("Form", "A2", "{{leeds}}", why),)


def test_that_what_has_no_value_is_shown_with_the_reason(presenter, background, form, shown):
    form("{{sdr.9}}")
    presenter.begin()
    background.do()
    assert shown[0].empty == (LeftLine("Form", "A1", "{{sdr.9}}", "SDR has 3 KPIs"),)


def test_that_it_counts(presenter, background, form, shown):
    form("{{client}}", "{{what}}", "{{sdr.9}}", "{{which}}")
    presenter.begin()
    background.do()
    picture = shown[0]
    assert (picture.summary, picture.left_title, picture.empty_title) == (
        "1 placeholder is filled",
        "2 placeholders are left as they are",
        "1 placeholder has no value: its cell is empty",
    )


def test_that_a_bad_form_is_told(presenter, background, notices, outside):
    outside.form.write_bytes(HOSTILE["csv"]())
    presenter.begin()
    background.do()
    assert notices.said == ["form.xlsx: this is no Excel workbook (.xlsx)"]


def test_that_nothing_begins_without_a_form(presenter, background, outside):
    outside.form = None
    presenter.begin()
    assert background.work is None


def test_that_nothing_begins_without_a_place_for_the_copy(presenter, background, outside):
    outside.output = None
    presenter.begin()
    assert background.work is None


def test_that_the_copy_is_suggested_beside_the_form(presenter, outside, tmp_path):
    presenter.begin()
    assert outside.asked[1] == tmp_path / "form (filled).xlsx"


def test_that_the_folder_is_remembered(presenter, outside, background, tmp_path):
    presenter.begin()
    background.end(Stopped())
    presenter.begin()
    assert (outside.asked[0], outside.asked[2]) == ("", str(tmp_path))


def test_that_one_form_is_filled_at_a_time(presenter, outside):
    presenter.begin()
    presenter.begin()
    assert len(outside.asked) == 2


def test_that_the_next_can_be_filled_when_one_is_stopped(presenter, background):
    presenter.begin()
    background.end(Stopped())
    assert presenter.is_free


def test_that_a_stopped_filling_writes_nothing(presenter, background, form, outside):
    form("{{client}}")
    presenter.begin()
    background.cancel()
    background.do()
    assert not outside.output.exists()


def test_that_the_copy_can_be_opened(presenter, background, form, outside):
    form("{{client}}")
    presenter.begin()
    background.do()
    presenter.open()
    assert outside.asked[-1] == outside.output


def test_that_a_copy_that_cannot_be_opened_is_told(presenter, outside, notices, monkeypatch):
    def refuse(_path):
        raise WorkbenchError(text("no program opens it"))

    monkeypatch.setattr(outside, "open", refuse)
    presenter.open()
    assert notices.said == ["no program opens it"]


def test_that_the_project_is_the_one_when_it_began(presenter, background, form, desk, outside):
    from tests.projects import project
    from workbench.document.client import Client

    form("{{client}}")
    presenter.begin()
    desk.session.open(project(client=Client(name="Другой")))
    background.do()
    assert openpyxl.load_workbook(outside.output).active["A1"].value == "Пример: B2B SaaS"
