"""The export with mouse and keyboard, and a real workbook written beside the window."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.presenters.sheets import DOT
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.edits.project import ChangeClient
from workbench.ui.panels.sheets.fact_list import WrappedLink
from workbench.ui.panels.sheets.place import SheetsPlace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def place(qtbot, desk, theme, words):
    made = SheetsPlace(desk, theme, words)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made._worker.wait()
    QApplication.processEvents()
    theme.use(dark=False)


@pytest.fixture
def answer(place, monkeypatch, tmp_path):
    """The file dialog answers with a workbook in a folder of its own."""
    path = tmp_path / "book.xlsx"
    monkeypatch.setattr(place.presenter._outside, "where", lambda _kind, _suggestion: path)
    return path


def tabs(place):
    """The sheets that are in."""
    listed = place._preview.tabs
    items = [listed.item(at) for at in range(listed.count())]
    return [item.text() for item in items if item.checkState() == Qt.CheckState.Checked]


def item(place, name):
    listed = place._preview.tabs
    return next(listed.item(at) for at in range(listed.count()) if listed.item(at).text() == name)


def tick(place, name) -> None:
    """A click on the box before a name."""
    listed = place._preview.tabs
    listed.scrollToItem(item(place, name))
    where = listed.visualItemRect(item(place, name))
    QTest.mouseClick(listed.viewport(), LEFT, pos=QPoint(where.left() + 17, where.center().y()))


def test_that_every_sheet_is_listed(place):
    assert {"SDR", "Маркетолог"} <= set(tabs(place))
    assert place._preview._paper.leaves[0].sheet == tabs(place)[0]


def test_that_a_tab_shows_its_sheet(place):
    listed = place._preview.tabs
    where = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), LEFT, pos=where)
    assert place._preview._paper.leaves[0].sheet == tabs(place)[1]


def test_that_arrows_walk_the_sheets(place):
    listed = place._preview.tabs
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert place._preview._paper.leaves[0].sheet == tabs(place)[1]


def test_that_a_tick_takes_a_sheet_out_and_in_again(place):
    tick(place, "SDR")
    assert "SDR" not in tabs(place)
    tick(place, "SDR")
    assert "SDR" in tabs(place)


def test_that_space_takes_a_sheet_out(place):
    listed = place._preview.tabs
    listed.setFocus()
    listed.setCurrentItem(item(place, "SDR"))
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert "SDR" not in tabs(place)
    assert not place._preview._paper.leaves
    assert "not in the workbook" in place._preview._about.text()


def test_that_sheets_that_are_always_in_cannot_be_left_out(place):
    cover = tabs(place)[0]
    tick(place, cover)
    assert tabs(place)[0] == cover


def test_that_a_logo_is_worn_by_the_cover(place, monkeypatch, tmp_path):
    path = tmp_path / "daisy.png"
    path.write_bytes(DOT)
    monkeypatch.setattr(place.presenter._outside, "logo", lambda _folder: path)
    QTest.mouseClick(place._panel.dress.logo.choose, LEFT)
    (part,) = place._preview._paper.leaves[0].parts
    assert part.drawings[0].data == DOT
    QTest.mouseClick(place._panel.dress.logo.drop, LEFT)
    (part,) = place._preview._paper.leaves[0].parts
    assert not part.drawings


def test_that_the_language_of_the_workbook_can_be_chosen(place):
    english = next(b for b in place.findChildren(QPushButton) if b.text() == "English")
    QTest.mouseClick(english, LEFT)
    assert tabs(place)[0] == "Cover"
    assert english.isChecked()


def test_that_the_button_writes_the_workbook_beside_the_window(place, answer, qtbot):
    QTest.mouseClick(place._panel.export, LEFT)
    assert place._worker.is_busy
    assert not place._panel.export.isEnabled()
    assert place._panel._progress.isVisible()
    qtbot.waitUntil(lambda: not place._worker.is_busy, timeout=20_000)
    assert load_workbook(answer).sheetnames[:-1] == tabs(place)
    assert place._panel._result.text() == "“book.xlsx” is ready"
    assert place._panel.folder.isVisible()
    assert place._panel.export.isEnabled()


def test_that_an_edit_meanwhile_does_not_hurt(place, desk, answer, qtbot):
    place.presenter.export()
    desk.do(ChangeClient({"name": "Somebody else"}))
    qtbot.waitUntil(lambda: not place._worker.is_busy, timeout=20_000)
    assert answer.exists()


def test_that_the_export_can_be_stopped(place, answer, qtbot):
    place.presenter.export()
    QTest.mouseClick(place._panel.stop, LEFT)
    qtbot.waitUntil(lambda: not place._worker.is_busy, timeout=20_000)
    assert not answer.exists()
    assert "stopped" in place._panel._result.text()
    assert not place._panel.folder.isVisible()


def test_that_a_folder_that_is_gone_is_told_in_place(place, monkeypatch, qtbot):
    nowhere = Path("/nowhere/at/all/book.xlsx")
    monkeypatch.setattr(place.presenter._outside, "where", lambda _kind, _suggestion: nowhere)
    place.presenter.export()
    qtbot.waitUntil(lambda: not place._worker.is_busy, timeout=20_000)
    assert place._panel._result.property("tone") == "bad"


def test_that_a_missing_thing_is_a_link_to_it(place, desk):
    link = place.findChild(WrappedLink)
    QTest.mouseClick(link, LEFT)
    assert desk.place == "roles"
    assert desk.selection.selected.cell is not None


def test_that_the_gate_is_closed_while_an_error_is_open(place, desk):
    desk.do(ChangeKpi("churn", "kam", {"weight": 0.5}))
    assert place._panel._readiness.property("tone") == "bad"
    assert place._panel._draft.isVisible()


def test_that_links_can_be_pressed_by_key(place, desk):
    link = place.findChild(WrappedLink)
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert desk.place == "roles"


def test_that_actions_tell_the_palette_what_can_be_done(place):
    actions = {action.id: action for action in place.records}
    assert actions["export.workbook"].shortcut == "Ctrl+E"
    assert actions["export.workbook"].enabled()
    assert {"export.picture", "export.pack"} <= set(actions)


def test_that_the_page_fits_the_window_and_can_be_zoomed(place):
    preview = place._preview
    before = preview._paper.width()
    assert before <= preview._area.viewport().width()
    QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview._paper.width() > before
    QTest.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview._paper.width() == before
    QTest.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview._paper.width() < before


def test_that_ctrl_and_the_wheel_zoom(place):
    preview = place._preview
    before = preview._paper.width()
    middle = QPointF(40, 40)
    turn = QWheelEvent(
        middle, middle, QPointF(0, 0).toPoint(), QPointF(0, 120).toPoint(),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview._area.viewport(), turn)
    assert preview._paper.width() > before


def test_that_the_page_is_read_out(place):
    assert place._preview._paper.accessibleName() == "The sheet as the client gets it"
    assert "Пример: B2B SaaS" in place._preview._paper.accessibleDescription()


@pytest.mark.parametrize("dark", [False, True])
def test_that_paper_is_white_in_both_looks(place, theme, dark):
    theme.use(dark=dark)
    picture = place._preview._paper.grab().toImage()
    assert picture.pixelColor(12, 12).name() == "#ffffff"


def test_that_buttons_zoom_and_tell_how_large_the_paper_is(place):
    preview = place._preview
    fitted = preview._size.text()
    QTest.mouseClick(preview._larger, LEFT)
    assert int(preview._size.text().split()[0]) > int(fitted.split()[0])
    QTest.mouseClick(preview._size, LEFT)
    assert preview._size.text() == fitted
    QTest.mouseClick(preview._smaller, LEFT)
    assert int(preview._size.text().split()[0]) < int(fitted.split()[0])


def test_that_the_pages_of_a_sheet_are_told(place):
    count = len(place._preview._paper.leaves)
    assert place._preview._about.text() == f"{count} page of A4"


def test_that_the_pack_is_written_as_a_pdf_beside_the_window(place, monkeypatch, tmp_path, qtbot):
    path = tmp_path / "pack.pdf"
    monkeypatch.setattr(place.presenter._outside, "where", lambda _kind, _suggestion: path)
    QTest.mouseClick(place._panel.print, LEFT)
    assert place._worker.is_busy
    assert not place._panel.print.isEnabled()
    qtbot.waitUntil(lambda: not place._worker.is_busy, timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")
    assert place._panel._result.text() == "“pack.pdf” is ready"


def test_that_a_pdf_can_be_stopped(place, monkeypatch, tmp_path, qtbot):
    path = tmp_path / "pack.pdf"
    monkeypatch.setattr(place.presenter._outside, "where", lambda _kind, _suggestion: path)
    place.presenter.print()
    QTest.mouseClick(place._panel.stop, LEFT)
    qtbot.waitUntil(lambda: not place._worker.is_busy, timeout=20_000)
    assert not path.exists()


def test_that_every_sheet_can_be_painted(place):
    for at in range(place._preview.tabs.count()):
        place._preview.tabs.setCurrentRow(at)
        paper = place._preview._paper
        assert paper.grab().isNull() == (not paper.leaves)


def test_that_a_hidden_place_is_not_planned_again(place, desk):
    place.hide()
    before = place._preview._paper.leaves
    desk.do(ChangeClient({"name": "Somebody else"}))
    assert place._preview._paper.leaves is before
