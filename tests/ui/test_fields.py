from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.presenters.desk import Desk, Notice
from workbench.ui.fields import (
    GrowingField,
    LinesField,
    NumberEntry,
    NumberField,
    TextEntry,
    TextField,
    lines_of,
)
from workbench.ui.theme import Theme

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """A window with a field to go to."""
    made = QWidget()
    QHBoxLayout(made).addWidget(TextField())
    qtbot.addWidget(made)
    return made


Put = Callable[[QWidget], list[object]]


@pytest.fixture
def put(window: QWidget, qtbot: QtBot) -> Put:
    """Puts a field into the window and listens to what it hands over."""

    def put_field(field: QWidget) -> list[object]:
        layout = window.layout()
        assert layout is not None
        layout.addWidget(field)
        heard: list[object] = []
        field.committed.connect(heard.append)  # type: ignore[attr-defined]
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        field.setFocus()
        return heard

    return put_field


def leave(window: QWidget) -> None:
    """Go to the other field."""
    layout = window.layout()
    assert layout is not None
    item = layout.itemAt(0)
    assert item is not None
    other = item.widget()
    assert other is not None
    other.setFocus()


def test_that_text_is_handed_over_with_enter(put: Put, qtbot: QtBot) -> None:
    field = TextField()
    heard = put(field)
    qtbot.keyClicks(field, " CRM ")
    qtbot.keyClick(field, Key.Key_Return)
    assert heard == [TextEntry("CRM")]


def test_that_text_is_handed_over_once_by_leaving(put: Put, qtbot: QtBot, window: QWidget) -> None:
    field = TextField()
    heard = put(field)
    qtbot.keyClicks(field, "CRM")
    qtbot.keyClick(field, Key.Key_Return)
    leave(window)
    assert heard == [TextEntry("CRM")]


def test_that_unchanged_text_is_not_handed_over(put: Put, qtbot: QtBot) -> None:
    field = TextField()
    field.show_text("CRM")
    heard = put(field)
    qtbot.keyClick(field, Key.Key_Return)
    assert heard == []


def test_that_escape_takes_text_back(put: Put, qtbot: QtBot) -> None:
    field = TextField()
    field.show_text("CRM")
    heard = put(field)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Key.Key_Escape)
    qtbot.keyClick(field, Key.Key_Return)
    assert field.text() == "CRM"
    assert heard == []


@pytest.mark.parametrize(
    ("typed", "code", "value"),
    [
        ("600", "en", 600.0),
        ("1,5", "ru", 1.5),
        ("12.5", "ru", 12.5),
        ("1.2m", "en", 1_200_000.0),
        ("35%", "en", 0.35),
        ("", "en", None),
    ],
)
def test_that_a_number_is_read_as_people_type_it(
    put: Put, qtbot: QtBot, desk: Desk, typed: str, code: str, value: float | None
) -> None:
    desk.speak(code)
    field = NumberField(desk)
    field.show_number(7)
    heard = put(field)
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Key.Key_Return)
    assert heard == [NumberEntry(value)]


def test_that_a_share_is_shown_and_typed_in_per_cent(put: Put, qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk)
    field.show_number(0.35, share=True)
    assert field.text() == "35%"
    heard = put(field)
    field.selectAll()
    qtbot.keyClicks(field, "40")
    qtbot.keyClick(field, Key.Key_Return)
    assert heard == [NumberEntry(0.4)]


@pytest.mark.parametrize(("code", "shown"), [("ru", "1\u00a0200\u00a0₽"), ("en", "1,200\u00a0RUB")])
def test_that_money_has_its_sign_where_the_language_has_it(
    qtbot: QtBot, desk: Desk, code: str, shown: str
) -> None:
    desk.speak(code)
    field = NumberField(desk)
    qtbot.addWidget(field)
    field.show_number(1200, currency="RUB")
    assert field.text() == shown


def test_that_a_number_can_be_framed_while_it_is_read(put: Put, qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk)
    field.show_number(0.8, share=True, before="≥ ")
    assert field.text() == "≥ 80%"
    put(field)
    assert field.text() == "80\u00a0%"


def test_that_a_year_has_no_marks_between_its_figures(qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk)
    qtbot.addWidget(field)
    field.show_number(2027, plain=True)
    assert field.text() == "2027"


def test_that_a_very_small_number_never_reads_nothing(qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk)
    qtbot.addWidget(field)
    field.show_number(0.00123)
    assert field.text() == "0.0012"


def test_that_showing_hands_nothing_over(put: Put, desk: Desk) -> None:
    field = NumberField(desk)
    heard = put(field)
    field.show_number(5)
    assert heard == []


def test_that_what_is_no_number_stays_and_is_told(
    put: Put, qtbot: QtBot, desk: Desk, window: QWidget
) -> None:
    told: list[Notice] = []
    desk.noticed.connect(told.append)
    field = NumberField(desk)
    heard = put(field)
    qtbot.keyClicks(field, "many")
    leave(window)
    assert (field.text(), field.property("tone"), heard) == ("many", "bad", [])
    assert str(told[0].message) == "“many” is not a number"
    field.setFocus()
    assert field.text() == "many"


def test_that_escape_takes_a_number_back(put: Put, qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk)
    field.show_number(5)
    put(field)
    qtbot.keyClicks(field, "many")
    qtbot.keyClick(field, Key.Key_Escape)
    assert (field.text(), field.property("tone")) == ("5", "")


def test_that_what_is_typed_survives_news_from_elsewhere(
    put: Put, qtbot: QtBot, desk: Desk
) -> None:
    field = NumberField(desk)
    field.show_number(5)
    put(field)
    qtbot.keyClicks(field, "12")
    field.show_number(6)
    assert field.text() == "12"


def test_that_the_tip_comes_back_after_a_complaint(put: Put, qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk)
    field.set_tip("What it is")
    put(field)
    qtbot.keyClicks(field, "x")
    assert field.toolTip() == "“x” is not a number"
    qtbot.keyClick(field, Key.Key_Escape)
    assert field.toolTip() == "What it is"


@pytest.mark.parametrize(
    ("value", "share", "key", "after"),
    [
        (600.0, False, Key.Key_Up, 610.0),
        (613.0, False, Key.Key_Down, 600.0),
        (40_000.0, False, Key.Key_Up, 41_000.0),
        (0.8, True, Key.Key_Up, 0.81),
        (0.012, True, Key.Key_Down, 0.011),
        (0.0, False, Key.Key_Up, 1.0),
        (-50.0, False, Key.Key_Up, -49.0),
    ],
)
def test_that_arrows_step_the_second_figure(
    put: Put, qtbot: QtBot, desk: Desk, value: float, share: bool, key: Qt.Key, after: float
) -> None:
    field = NumberField(desk)
    field.step_by_arrows()
    field.show_number(value, share=share)
    heard = put(field)
    qtbot.keyClick(field, key)
    assert heard == [NumberEntry(after, stepped=True)]


def test_that_shift_steps_ten_times_as_much(put: Put, qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk)
    field.step_by_arrows()
    field.show_number(600)
    heard = put(field)
    qtbot.keyClick(field, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert heard == [NumberEntry(700, stepped=True)]


def test_that_arrows_step_only_where_that_is_wanted(put: Put, qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk)
    field.show_number(600)
    heard = put(field)
    qtbot.keyClick(field, Key.Key_Up)
    assert heard == []


def test_that_a_list_is_handed_over_by_leaving(put: Put, qtbot: QtBot, window: QWidget) -> None:
    field = LinesField()
    field.show_lines(("a", "b"))
    heard = put(field)
    field.setPlainText("a\nc\n")
    leave(window)
    assert heard == [TextEntry("a\nc")]


def test_that_a_list_is_handed_over_with_control_and_enter(put: Put, qtbot: QtBot) -> None:
    field = LinesField()
    heard = put(field)
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard == [TextEntry("a")]


def test_that_escape_takes_a_list_back(put: Put, qtbot: QtBot) -> None:
    field = LinesField()
    field.show_text("a")
    put(field)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Key.Key_Escape)
    assert field.toPlainText() == "a"


def test_that_a_growing_field_is_as_tall_as_its_words(put: Put, qtbot: QtBot) -> None:
    field = GrowingField()
    put(field)
    field.setFixedWidth(120)
    field.show_text("word")
    one = field.height()
    field.show_text("word " * 20)
    qtbot.waitUntil(lambda: field.height() > 2 * one)
    field.show_text("")
    qtbot.waitUntil(lambda: field.height() == one)


def test_that_a_growing_field_is_as_tall_as_its_hint(put: Put, qtbot: QtBot) -> None:
    field = GrowingField()
    put(field)
    field.setFixedWidth(120)
    one = field.height()
    field.setPlaceholderText("hint " * 20)
    qtbot.waitUntil(lambda: field.height() > 2 * one)
    field.show_text("word")
    qtbot.waitUntil(lambda: field.height() == one)


def test_that_a_growing_field_never_scrolls_its_words_away(put: Put, qtbot: QtBot) -> None:
    field = GrowingField()
    put(field)
    field.setFixedWidth(120)
    for words in ("word", "word " * 20, "word"):
        field.show_text(words)
        qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() == 0)
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.ensureCursorVisible()
        assert field.verticalScrollBar().value() == 0


def undo_goes_on(field: QWidget) -> bool:
    """Whether the field leaves the keys of undo to the window."""
    press = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(field, press)
    return not press.isAccepted()


@pytest.mark.parametrize("made", [TextField, GrowingField, LinesField])
def test_that_undo_belongs_to_the_project_once_words_are_handed_over(
    put: Put, qtbot: QtBot, made: type[TextField | LinesField]
) -> None:
    field = made()
    put(field)
    assert undo_goes_on(field)
    qtbot.keyClicks(field, "a")
    assert not undo_goes_on(field)
    field.finish()
    assert undo_goes_on(field)


def test_that_undo_belongs_to_the_project_once_a_number_is_handed_over(
    put: Put, qtbot: QtBot, desk: Desk
) -> None:
    field = NumberField(desk)
    put(field)
    qtbot.keyClicks(field, "24")
    assert not undo_goes_on(field)
    qtbot.keyClick(field, Key.Key_Return)
    assert undo_goes_on(field)


def test_that_enter_finishes_a_growing_field(put: Put, qtbot: QtBot) -> None:
    field = GrowingField()
    heard = put(field)
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "b")
    qtbot.keyClick(field, Key.Key_Return)
    assert heard == [TextEntry("a\nb")]


def test_that_a_field_of_one_line_takes_no_others(put: Put, qtbot: QtBot) -> None:
    field = GrowingField(lines=False)
    put(field)
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    pasted = QMimeData()
    pasted.setText("a\n b")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "a b"


def test_that_empty_lines_are_no_entries() -> None:
    assert lines_of(" a \n\n b\n") == ("a", "b")
