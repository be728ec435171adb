"""The window that asks which column of a table is what."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.presenters.test_actuals_tables import OTHER, PLAIN, WIDE, Tables, workbook
from tests.projects import example
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.preferences import Preferences
from workbench.storage.settings import Settings
from workbench.ui.form.kit import Kit
from workbench.ui.panels.actuals.returning.columns_window import ColumnsWindow
from workbench.ui.panels.actuals.returning.window import ReturnWindow
from workbench.ui.shell.returning import ReturnDesk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def made(desk, tmp_path):
    return Tables(desk, tmp_path)


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def window(made, desk, theme, words, parent):
    return ColumnsWindow(Kit(desk, theme, words), made.returning, parent)


@pytest.fixture
def result(made, desk, theme, words, parent):
    return ReturnWindow(Kit(desk, theme, words), made.returning, parent)


def heads(table) -> list[str]:
    return [table.horizontalHeaderItem(at).text() for at in range(table.columnCount())]


def test_that_it_is_hidden_while_there_is_nothing_to_choose(window, made):
    assert not window.isVisible()


def test_that_it_shows_the_first_rows_and_waits_for_nobody(window, made):
    made.open(a_csv=OTHER)
    assert window.isVisible()
    assert not window.isModal()
    assert heads(window.preview)[:2] == ["A · Metric\nЧто", "B · Month\nКогда"]
    assert window.preview.item(1, 2).text() == "4"


def test_that_the_choices_show_what_is_proposed(window, made):
    made.open(a_csv=OTHER)
    assert [pick.words for pick in window.picks.values()] == ["Что", "Когда", "Сколько"]


def test_that_another_column_can_be_chosen(window, made):
    made.open(a_csv=OTHER)
    window.picks["value"].picked.emit(Added("", "3"))
    assert window.picks["value"].words == "Заметка"
    assert heads(window.preview)[3] == "D · Actual value\nЗаметка"


def test_that_it_cannot_be_agreed_to_while_a_column_is_missing(window, made):
    made.open(a_csv=OTHER)
    window.picks["month"].picked.emit(Added("", "0"))
    assert window.picks["metric"].words == "Choose a column"
    assert not window.take.isEnabled()


def test_that_the_button_leads_on_to_what_would_change(window, result, made):
    made.open(a_csv=OTHER)
    assert not result.isVisible()
    QTest.mouseClick(window.take, LEFT)
    made.finish()
    assert (window.isVisible(), result.isVisible()) == (False, True)
    assert result.changes.rowCount() == 2


def test_that_the_columns_can_be_chosen_again(window, result, made):
    made.open(a_csv=OTHER)
    QTest.mouseClick(window.take, LEFT)
    made.finish()
    QTest.mouseClick(result.columns, LEFT)
    assert (window.isVisible(), result.isVisible()) == (True, False)


@pytest.mark.parametrize("way", ["button", "escape", "cross"])
def test_that_it_can_be_left_without_a_trace(window, result, made, desk, way):
    made.open(a_csv=OTHER)
    match way:
        case "button":
            QTest.mouseClick(window.close_it, LEFT)
        case "escape":
            QTest.keyClick(window, Qt.Key.Key_Escape)
        case _:
            window.close()
    assert (window.isVisible(), result.isVisible()) == (False, False)
    assert desk.project == example()
    assert made.preferences.settings == Settings()


def test_that_months_in_the_headings_need_no_choice_of_values(window, made):
    made.open(a_csv=WIDE)
    assert window.picks["month"].words == "in the headings"
    assert not window.picks["value"].isEnabled()


def test_that_a_sheet_is_a_choice_only_where_there_are_several(window, made):
    made.open(a_csv=PLAIN)
    assert not window.sheets.isVisible()
    rows = [["Metric", "Month", "Value"], ["leads", "2027-03", 5]]
    made.open(a_xlsx=workbook(One=rows, Two=rows))
    assert window.sheets.isVisible()


def test_that_the_language_can_be_switched_meanwhile(window, made, desk):
    made.open(a_csv=OTHER)
    desk.speak("ru")
    assert heads(window.preview)[1] == "B · Месяц\nКогда"


def test_that_the_command_makes_the_window_when_there_is_something_to_ask(
    desk, theme, words, parent, qtbot, tmp_path
):  # fmt: skip
    made = ReturnDesk(desk, theme, words, Preferences(Settings()), parent)
    (tmp_path / "a.csv").write_text(OTHER, encoding="utf-8")
    made.returning.read([tmp_path / "a.csv"])
    qtbot.waitUntil(lambda: not made.returning.is_busy, timeout=20_000)
    assert made._columns is not None
    assert made._columns.isVisible()


def test_that_a_table_whose_columns_are_known_is_read_to_its_end(
    desk, theme, words, parent, qtbot, tmp_path
):  # fmt: skip
    made = ReturnDesk(desk, theme, words, Preferences(Settings()), parent)
    (tmp_path / "a.csv").write_text(OTHER, encoding="utf-8")
    for _ in range(2):
        made.returning.read([tmp_path / "a.csv"])
        qtbot.waitUntil(lambda: not made.returning.is_busy, timeout=20_000)
        if made.returning.found is None and made.returning.matching is not None:
            made.returning.matching.settle()
            qtbot.waitUntil(lambda: not made.returning.is_busy, timeout=20_000)
        assert made.returning.found is not None
        assert len(made.returning.found.changes) == 2
