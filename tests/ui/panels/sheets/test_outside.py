"""What the export does beyond the window."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.projects import example
from workbench.base.errors import WorkbenchError
from workbench.storage.folders import documents_folder
from workbench.ui.ask import with_suffix
from workbench.ui.panels.sheets.outside import Desktop, folder_command


@pytest.fixture
def desktop(qtbot, desk):
    parent = QWidget()
    qtbot.addWidget(parent)
    return Desktop(desk, parent)


@pytest.fixture
def opened(monkeypatch):
    """What the computer was asked to open."""
    urls = []

    def remember(url):
        urls.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    return urls


def test_that_windows_marks_the_file_in_its_folder():
    command = folder_command("win32", Path("book.xlsx"))
    assert command == ["explorer", "/select,", "book.xlsx"]


def test_that_a_mac_reveals_the_file():
    assert folder_command("darwin", Path("/a/book.xlsx")) == [
        "open", "-R", str(Path("/a/book.xlsx")),
    ]  # fmt: skip


def test_that_linux_opens_the_folder(desktop, opened, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    desktop.show_in_folder(tmp_path / "book.xlsx")
    assert opened == [tmp_path]


@pytest.mark.parametrize(("starts", "urls"), [(True, 0), (False, 1)])
def test_that_the_folder_is_opened_where_nothing_can_mark_the_file(
    desktop, opened, monkeypatch, tmp_path, starts, urls
):
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(QProcess, "startDetached", lambda _program, _arguments: (starts, 1))
    desktop.show_in_folder(tmp_path / "book.xlsx")
    assert len(opened) == urls


def test_that_a_file_is_opened_in_its_program(desktop, opened, tmp_path):
    desktop.open(tmp_path / "book.xlsx")
    assert opened == [tmp_path / "book.xlsx"]


def test_that_a_computer_without_a_program_for_it_says_so(desktop, monkeypatch, tmp_path):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with pytest.raises(WorkbenchError, match="no program"):
        desktop.open(tmp_path / "book.xlsx")


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("funnel", "funnel.svg"),
        ("funnel.png", "funnel.png"),
        ("funnel.PDF", "funnel.PDF"),
        ("plan 2.0", "plan 2.0.svg"),
    ],
)
def test_that_a_name_without_an_ending_gets_the_chosen_one(typed, ends):
    assert with_suffix(Path(typed), ("png", "svg", "pdf"), "svg").name == ends


@pytest.fixture
def dialog(monkeypatch):
    """A file dialog that answers at once and remembers what it was asked."""
    asked: dict[str, Any] = {"answer": ("", "")}

    def answer(_parent, title, suggestion, filters):
        asked.update(title=title, suggestion=Path(suggestion), filters=filters.split(";;"))
        return asked["answer"]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_that_the_dialog_begins_with_the_suggestion(desktop, dialog, tmp_path):
    assert desktop.where("workbook", tmp_path / "Daisy KPI.xlsx") is None
    assert dialog["suggestion"] == tmp_path / "Daisy KPI.xlsx"
    assert dialog["filters"] == ["Excel workbook (*.xlsx)"]


def test_that_a_suggestion_without_a_folder_goes_to_the_documents(desktop, dialog):
    desktop.where("workbook", Path("Daisy KPI.xlsx"))
    assert dialog["suggestion"] == documents_folder() / "Daisy KPI.xlsx"


def test_that_a_folder_that_is_gone_is_not_suggested(desktop, dialog, tmp_path):
    desktop.where("workbook", tmp_path / "gone" / "Daisy KPI.xlsx")
    assert dialog["suggestion"].parent == documents_folder()


def test_that_the_kind_of_picture_follows_the_filter(desktop, dialog, tmp_path):
    dialog["answer"] = (str(tmp_path / "funnel"), "PDF page (*.pdf)")
    assert desktop.where("picture", tmp_path / "funnel.png") == tmp_path / "funnel.pdf"


@pytest.mark.parametrize(
    ("ending", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_that_the_funnel_is_drawn_into_every_kind_of_file(desktop, tmp_path, ending, start):
    path = tmp_path / f"funnel.{ending}"
    desktop.draw(example(), path, "en")
    assert path.read_bytes().startswith(start)
