from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QToolButton, QWidget

from workbench.base.texts import joined, plural, text
from workbench.presenters.desk import Desk, Notice
from workbench.presenters.palette import Palette
from workbench.presenters.status import status
from workbench.ui.main_window import MainWindow
from workbench.ui.shell.header import Header
from workbench.ui.shell.notice_bar import NoticeBar
from workbench.ui.shell.palette_popup import PalettePopup
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.status_bar import StatusBar
from workbench.ui.theme import Theme
from workbench.ui.words import Words


def test_that_a_click_on_the_rail_asks_for_the_place(desk, theme, words, qtbot) -> None:
    rail = Rail(desk, theme, words)
    qtbot.addWidget(rail)
    asked: list[str] = []
    rail.chosen.connect(asked.append)
    buttons = {b.text(): b for b in rail.findChildren(QToolButton)}
    qtbot.mouseClick(buttons["Roles"], Qt.MouseButton.LeftButton)
    assert asked == ["roles"]


def test_that_the_rail_marks_the_open_place(desk: Desk, theme, words, qtbot) -> None:
    rail = Rail(desk, theme, words)
    qtbot.addWidget(rail)
    desk.go("plan")
    assert [b.text() for b in rail.findChildren(QToolButton) if b.isChecked()] == ["Plan"]


def test_that_the_header_marks_unsaved_work(desk, theme: Theme, words: Words, qtbot) -> None:
    header = Header(desk, theme, words)
    qtbot.addWidget(header)
    header.show_title("Client", "client.kpi", dirty=True)
    assert header._file.text() == "· client.kpi •"


def test_that_the_header_asks_for_the_other_language(desk, theme, words, qtbot) -> None:
    header = Header(desk, theme, words)
    qtbot.addWidget(header)
    asked: list[str] = []
    header.language_wanted.connect(asked.append)
    ru = next(b for b in header.findChildren(QPushButton) if b.text() == "RU")
    qtbot.mouseClick(ru, Qt.MouseButton.LeftButton)
    assert asked == ["ru"]


def test_that_the_status_bar_shows_goal_and_forecast(desk, theme, words, qtbot) -> None:
    bar = StatusBar(desk, theme, words)
    qtbot.addWidget(bar)
    bar.show_status(status(desk))
    assert bar._pairs["forecast"][1].text().endswith("88.8%")


@pytest.fixture
def room(qtbot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_a_notice_comes_up_and_a_click_sends_it_away(room: QWidget, qtbot) -> None:
    bar = NoticeBar(room)
    bar.show_notice(Notice(text("something is wrong")), "something is wrong")
    assert bar.isVisible()
    assert bar._words.text() == "Something is wrong"
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_that_a_notice_stays_inside_a_smaller_window(room: QWidget, qtbot) -> None:
    bar = NoticeBar(room)
    bar.show_notice(Notice(text("x")), "x")
    room.resize(400, 300)
    qtbot.waitUntil(lambda: room.rect().contains(bar.geometry()))


def test_that_typing_a_name_and_enter_goes_there(desk: Desk, words, room, qtbot) -> None:
    popup = PalettePopup(Palette(desk, list), words, room)
    popup.open_over()
    query = popup.findChild(QLineEdit)
    qtbot.keyClicks(query, "sdr")
    qtbot.keyClick(query, Qt.Key.Key_Return)
    assert desk.selection.selected.role == "sdr"
    assert not popup.isVisible()


def test_that_arrow_keys_walk_the_palette_in_a_circle(desk: Desk, words, room, qtbot) -> None:
    popup = PalettePopup(Palette(desk, list), words, room)
    popup.open_over()
    results = popup.findChildren(QListWidget)[0]
    qtbot.keyClick(popup, Qt.Key.Key_Up)
    assert results.currentRow() == results.count() - 1
    popup.hide()


def test_that_the_window_stays_when_the_program_says_no(theme: Theme, qtbot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.fill(QWidget(), lambda: False)
    window.show()
    assert not window.close()
    window.fill(QWidget(), lambda: True)
    assert window.close()


def test_that_words_on_widgets_follow_the_language(desk: Desk, words: Words, qtbot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    words.put(button, "setText", text("Close"))
    desk.speak("ru")
    assert button.text() == "Закрыть"


def test_that_the_palette_says_when_nothing_is_found(desk: Desk, words, room, qtbot) -> None:
    popup = PalettePopup(Palette(desk, list), words, room)
    popup.open_over()
    query = popup.findChild(QLineEdit)
    qtbot.keyClicks(query, "zzz")
    results = popup.findChildren(QListWidget)[0]
    assert results.item(0).text() == "Nothing is called so"
    qtbot.keyClick(query, Qt.Key.Key_Return)
    assert popup.isVisible()
    popup.hide()


def test_that_a_name_at_the_beginning_of_a_notice_stays_as_it_is(room: QWidget, qtbot) -> None:
    bar = NoticeBar(room)
    bar.show_notice(Notice(text("{file}: broken", file="nan.kpi")), "nan.kpi: broken")
    assert bar._words.text() == "nan.kpi: broken"


def test_that_a_notice_that_begins_with_a_verb_begins_with_a_capital(room: QWidget, qtbot) -> None:
    bar, said = NoticeBar(room), plural("{n} actual was taken over", "{n} actuals were", 1)
    bar.show_notice(Notice(joined([said])), "принято 1 значение факта")
    assert bar._words.text() == "Принято 1 значение факта"


def test_that_a_notice_told_before_the_window_has_its_size_stands_in_the_middle(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(100, 80)
    bar = NoticeBar(window)
    bar.show_notice(Notice(text("x")), "x")
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: abs(bar.geometry().center().x() - 600) < 3)
