"""What all charts do."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from tests.ui.charts.pictures import BLUE, EMPTY, KINDS, ODD
from tests.ui.colours import colours, has_hue
from workbench.ui.charts.saving import save
from workbench.ui.theme import DARK, LIGHT


def picture_of(chart):
    return chart.grab().toImage()


def blank(chart):
    chart.show_picture(None)
    return picture_of(chart)


def test_that_a_picture_leaves_traces(chart):
    drawn = picture_of(chart)
    assert drawn != blank(chart)


@pytest.mark.parametrize("kind", list(EMPTY))
def test_that_a_picture_of_nothing_can_be_shown_and_saved(shown, tmp_path, kind):
    made = shown(KINDS[kind][0], EMPTY[kind])
    made.grab()
    made.tip_at(QPointF(100, 100))
    save(made, tmp_path / "nothing.svg")


@pytest.mark.parametrize("odd", list(ODD))
@pytest.mark.parametrize("size", [(380, 240), (90, 40)])
def test_that_odd_numbers_can_be_shown_told_and_saved(shown, tmp_path, odd, size):
    made = shown(*ODD[odd], *size)
    made.grab()
    for x in range(0, size[0], 30):
        made.tip_at(QPointF(x, size[1] / 2))
    save(made, tmp_path / "odd.png")


def test_that_another_picture_replaces_the_first(chart):
    first, drawn = chart.picture, picture_of(chart)
    chart.show_picture(type(first)())
    assert picture_of(chart) != drawn
    chart.show_picture(first)
    assert picture_of(chart) == drawn


def test_that_a_chart_follows_the_look(chart, theme):
    light = picture_of(chart)
    theme.use(dark=True)
    assert picture_of(chart) != light
    theme.use(dark=False)
    assert picture_of(chart) == light


@pytest.mark.parametrize("dark", [False, True])
def test_that_the_colour_of_a_role_is_seen(shown, theme, dark):
    theme.use(dark=dark)
    assert has_hue(colours(picture_of(shown(*KINDS["tornado"]))), BLUE)


@pytest.mark.parametrize(("dark", "colors"), [(False, LIGHT), (True, DARK)])
def test_that_the_goal_is_red(shown, theme, dark, colors):
    theme.use(dark=dark)
    assert has_hue(colours(picture_of(shown(*KINDS["density"]))), colors.bad)


def test_that_everything_is_read_out(chart):
    assert chart.accessibleDescription() == "; ".join(chart.told())
    assert chart.told()


def test_that_a_picture_that_is_gone_is_no_longer_read_out(chart):
    chart.show_picture(None)
    assert chart.accessibleDescription() == ""


def test_that_the_words_under_the_pointer_are_shown(shown):
    made = shown(*KINDS["tornado"])
    at = QPoint(20, 12)
    QApplication.sendEvent(made, QHelpEvent(QHelpEvent.Type.ToolTip, at, made.mapToGlobal(at)))
    assert QToolTip.text() == "Metric 0 by a tenth"
    QToolTip.hideText()


def test_that_the_mouse_does_not_move_or_enlarge_anything(chart):
    before = picture_of(chart)
    QTest.mousePress(chart, Qt.MouseButton.RightButton, pos=QPoint(300, 100))
    QTest.mouseMove(chart, QPoint(200, 150))
    QTest.mouseRelease(chart, Qt.MouseButton.RightButton, pos=QPoint(200, 150))
    assert picture_of(chart) == before


def test_that_the_wheel_is_left_to_what_the_chart_lies_in(chart):
    at = QPointF(100, 60)
    turn = QWheelEvent(
        at, chart.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chart, turn)
    assert not turn.isAccepted()


def test_that_nothing_in_a_chart_takes_the_pointer(chart):
    assert chart.childAt(chart.rect().center()) is None


@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason)[:2])
def test_that_the_menu_offers_a_file_and_the_clipboard(chart, reason):
    at = chart.rect().center()
    QApplication.sendEvent(chart, QContextMenuEvent(reason, at, chart.mapToGlobal(at)))
    menu = chart.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Save as a picture…", "Copy the picture",
    ]  # fmt: skip
    menu.close()


def test_that_there_is_no_menu_where_nothing_is_shown(chart):
    chart.show_picture(None)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(chart, event)
    assert chart.findChild(QMenu) is None


def test_that_who_comes_by_keyboard_sees_where_they_are(chart):
    chart.activateWindow()
    chart.clearFocus()
    before = picture_of(chart)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture_of(chart) != before


def test_that_nothing_is_left_of_a_chart_that_is_gone(desk, theme, words, chart):
    made = type(chart)(desk, theme, words)
    made.show_picture(chart.picture)
    made.grab()
    made.show()
    inside = made.findChildren(QWidget)
    made.close()
    shiboken6.delete(made)
    assert not any(shiboken6.isValid(widget) for widget in inside)
    theme.changed.emit()
