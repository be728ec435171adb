"""The window of what filled workbooks bring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.excel.returning import filled
from tests.presenters.test_actuals_returning import Made, other_visits
from tests.projects import example
from workbench.presenters.preferences import Preferences
from workbench.storage.settings import Settings
from workbench.ui.form.kit import Kit
from workbench.ui.panels.actuals.returning.window import ReturnWindow
from workbench.ui.shell.returning import ReturnDesk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def made(desk, tmp_path):
    return Made(desk, tmp_path)


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def window(made, desk, theme, words, parent):
    return ReturnWindow(Kit(desk, theme, words), made.returning, parent)


def row(table, at: int) -> list[str]:
    return [table.item(at, column).text() for column in range(table.columnCount())]


def test_that_it_is_hidden_while_there_is_nothing(window):
    assert not window.isVisible()


def test_that_it_shows_what_changes_and_waits_for_nobody(window, made):
    made.read(filled(leads_2=700))
    assert window.isVisible()
    assert not window.isModal()
    assert row(window.changes, 0) == ["Лиды", "Feb 2027", "—", "700", "Actuals E9", ""]


def test_that_it_can_be_stopped_while_it_reads(window, made):
    made.outside.files = made.write(filled(leads_2=700))
    made.returning.begin()
    QTest.mouseClick(window.stop, LEFT)
    assert made.background.is_cancelled()


def test_that_the_button_takes_it_over_and_the_window_goes(window, made, desk):
    made.read(filled(leads_2=700))
    QTest.mouseClick(window.take, LEFT)
    assert len(desk.project.actuals) == 3
    assert not window.isVisible()


@pytest.mark.parametrize("way", ["button", "escape", "cross"])
def test_that_it_can_be_left_without_a_trace(window, made, desk, way):
    made.read(filled(leads_2=700))
    match way:
        case "button":
            QTest.mouseClick(window.close_it, LEFT)
        case "escape":
            QTest.keyClick(window, Qt.Key.Key_Escape)
        case _:
            window.close()
    assert desk.project == example()
    assert not window.isVisible()


def test_that_the_plan_is_shown_once_its_tick_is_set(window, made, desk):
    made.read(other_visits)
    assert not window.inputs.isVisible()
    window.with_inputs.click()
    assert row(window.inputs, 0)[2:4] == ["40,000", "41,000"]
    QTest.mouseClick(window.take, LEFT)
    assert desk.project != example()


def test_that_the_language_can_be_switched_meanwhile(window, made, desk):
    made.read(filled(leads_2=700))
    desk.speak("ru")
    assert row(window.changes, 0)[1] == "февр 2027"


def test_that_the_command_makes_the_window_when_there_is_something(
    desk, theme, words, parent, qtbot, tmp_path
):  # fmt: skip
    made = ReturnDesk(desk, theme, words, Preferences(Settings()), parent)
    (tmp_path / "a.xlsx").write_bytes(b"no")
    made.returning.read([tmp_path / "a.xlsx"])
    assert made._window is not None
    assert made._window.isVisible()
    qtbot.waitUntil(lambda: not made.returning.is_busy, timeout=20_000)
    assert "a.xlsx: " in str(made.returning.picture())
