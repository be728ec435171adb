"""The command of the File menu that fills a form, through the thread beside the window."""

import openpyxl
import pytest
from PySide6.QtWidgets import QWidget

from workbench.presenters.preferences import Preferences
from workbench.storage.settings import Settings
from workbench.ui.dialogs.filled_form import FilledForm
from workbench.ui.shell.forms import Desktop, Forms


@pytest.fixture
def window(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def forms(desk, window, tmp_path, monkeypatch):
    """The command with a form of one known and one unknown placeholder, and its answers."""
    book = openpyxl.Workbook()
    book.active.append(["{{client}}", "{{what}}"])
    book.save(tmp_path / "form.xlsx")
    monkeypatch.setattr(Desktop, "form_to_fill", lambda *_: tmp_path / "form.xlsx")
    monkeypatch.setattr(Desktop, "where", lambda *_: tmp_path / "out.xlsx")
    return Forms(desk, Preferences(Settings()), window)


def test_that_it_is_in_the_file_menu(forms):
    assert [(one.id, one.menu) for one in forms.records] == [("file.fill_form", "file")]


def test_that_nothing_is_made_before_it_is_wanted(forms):
    assert forms.records[0].enabled()
    assert forms._made is None


def test_that_it_rests_while_a_form_is_filled(forms, qtbot):
    forms.records[0].run()
    assert not forms.records[0].enabled()
    qtbot.waitUntil(forms.records[0].enabled, timeout=20_000)


def test_that_the_report_is_shown_in_the_end(forms, window, qtbot):
    forms.records[0].run()
    qtbot.waitUntil(lambda: bool(window.findChildren(FilledForm)), timeout=20_000)
    (report,) = window.findChildren(FilledForm)
    report.reject()
