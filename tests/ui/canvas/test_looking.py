"""Zoom, pan and fit."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.projects import metric, project
from tests.ui.canvas.conftest import CTRL, NONE, SHIFT
from workbench.document.metric import Position
from workbench.ui.canvas.camera import ViewState
from workbench.ui.canvas.minimap import WIDTH, Minimap

UP = QPoint(0, 120)
STILL = QPoint()


def wheel(hands, scene, turned=UP, modifiers=NONE, pixels=STILL):
    viewport = hands.place.view.viewport()
    at = QPointF(hands.at(scene))
    event = QWheelEvent(
        at, viewport.mapToGlobal(at), pixels, turned, Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


@pytest.fixture
def camera(hands):
    return hands.place.view.camera


def test_that_ctrl_and_the_wheel_zoom_about_the_pointer(hands, camera):
    spot = QPointF(340, 80)
    before = hands.at(spot)
    wheel(hands, spot, modifiers=CTRL)
    assert camera.zoom == pytest.approx(1.2)
    assert (hands.at(spot) - before).manhattanLength() <= 2


@pytest.mark.parametrize(("turned", "limit"), [(QPoint(0, 12_000), 4.0), (QPoint(0, -12_000), 0.1)])
def test_that_zoom_has_limits(hands, camera, turned, limit):
    wheel(hands, QPointF(340, 80), turned, CTRL)
    assert camera.zoom == limit


def test_that_the_wheel_moves_the_canvas(hands, camera):
    before = camera.center
    wheel(hands, QPointF(340, 80), QPoint(0, -120))
    assert camera.center.y() > before.y()


def test_that_shift_and_the_wheel_move_it_sideways(hands, camera):
    before = camera.center
    wheel(hands, QPointF(340, 80), QPoint(0, -120), SHIFT)
    assert camera.center.x() > before.x()


def test_that_two_fingers_move_it_both_ways(hands, camera):
    before = camera.center
    wheel(hands, QPointF(340, 80), QPoint(0, -120), pixels=QPoint(-30, -20))
    moved = camera.center - before
    assert (round(moved.x()), round(moved.y())) == (30, 20)


def test_that_the_middle_button_drags_the_canvas(hands, camera):
    before = camera.center
    start = QPointF(600, 300)
    hands.press(start, button=Qt.MouseButton.MiddleButton)
    hands.move(start + QPointF(-80, 40), button=Qt.MouseButton.MiddleButton)
    hands.release(start, button=Qt.MouseButton.MiddleButton)  # which lies under the pointer now
    moved = camera.center - before
    assert (round(moved.x()), round(moved.y())) == (80, -40)


def test_that_space_and_a_drag_move_the_canvas_and_no_card(hands, camera):
    before = camera.center
    QTest.keyPress(hands.place.view, Qt.Key.Key_Space)
    start = hands.middle("leads")
    hands.press(start)
    hands.move(start + QPointF(50, 0))
    hands.release(start)
    QTest.keyRelease(hands.place.view, Qt.Key.Key_Space)
    assert camera.center.x() < before.x()
    assert not hands.desk.session.history.done


def test_that_escape_brings_the_canvas_back(hands, camera):
    before = camera.center
    start = QPointF(600, 300)
    hands.press(start, button=Qt.MouseButton.MiddleButton)
    hands.move(start + QPointF(90, 90), button=Qt.MouseButton.MiddleButton)
    hands.key(Qt.Key.Key_Escape)
    assert (camera.center - before).manhattanLength() < 2


def test_that_ctrl_plus_and_minus_zoom(hands, camera):
    hands.key(Qt.Key.Key_Plus, CTRL)
    hands.key(Qt.Key.Key_Plus, CTRL)
    hands.key(Qt.Key.Key_Minus, CTRL)
    assert camera.zoom == pytest.approx(1.2)


def test_that_ctrl_0_is_actual_size(hands, camera):
    hands.place.restore(ViewState(0.5, 300, 300))
    hands.key(Qt.Key.Key_0, CTRL)
    assert camera.zoom == 1.0


def test_that_shift_1_fits_the_funnel(hands, camera):
    hands.place.restore(ViewState(4.0, 3000, 3000))
    hands.key(Qt.Key.Key_Exclam, SHIFT)
    extent = hands.place.funnel.picture.extent
    seen = camera.viewport_rect()
    assert seen.left() < extent.x
    assert seen.right() > extent.right
    assert seen.top() < extent.y


def test_that_fitting_never_makes_a_funnel_larger_than_life(hands, camera):
    hands.place.fit()
    assert camera.zoom <= 1.0


def test_that_a_fitted_funnel_stays_fitted_when_the_window_shrinks(hands, camera):
    hands.place.fit()
    before = camera.zoom
    hands.place.resize(800, 600)
    assert camera.zoom < before


def test_that_the_state_of_the_view_can_be_restored(hands, camera):
    state = ViewState(1.5, 200.0, 100.0)
    hands.place.restore(state)
    assert hands.place.view_state.zoom == 1.5
    assert abs(hands.place.view_state.x - 200) < 1


def test_that_the_zoom_is_told_in_words(hands, qtbot):
    with qtbot.waitSignal(hands.place.zoomed) as told:
        hands.place.restore(ViewState(0.8, 0, 0))
    assert told.args == ["Zoom 80%"]


@pytest.mark.parametrize("size", [(1400, 900), (1000, 900), (1400, 620)])
def test_that_nothing_of_a_fitted_funnel_lies_under_the_tools_or_the_minimap(hands, camera, size):
    hands.place.resize(*size)
    hands.place.fit()
    shown = [
        QRectF(hands.at(QPointF(box.x, box.y)), hands.at(QPointF(box.right, box.bottom)))
        for box in (card.box for card in hands.place.funnel.picture.cards)
    ]
    widgets = (hands.place.toolbar, hands.place.findChild(Minimap))
    covers = [QRectF(widget.geometry()) for widget in widgets if widget.isVisible()]
    assert len(covers) == 2
    assert not any(card.intersects(cover) for card in shown for cover in covers)


def test_that_a_project_opened_behind_another_place_is_shown_whole_when_its_turn_comes(hands):
    hands.place.hide()
    hands.desk.session.open(wide())
    hands.place.resize(1100, 700)
    hands.place.show()
    extent, seen = hands.place.funnel.picture.extent, hands.place.view.camera.viewport_rect()
    assert seen.contains(QRectF(extent.x, extent.y, extent.width, extent.height))


def wide():
    return project(
        *(metric(f"m{n}", value=1.0, position=Position(x=n * 240.0, y=0)) for n in range(6))
    )


def test_that_a_click_on_the_minimap_goes_there(hands, camera):
    minimap = hands.place.findChild(Minimap)
    before = camera.center
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, NONE, QPoint(140, 80))
    assert camera.center.x() > before.x()


def test_that_the_minimap_has_room_for_all_cards_and_for_what_is_seen(hands, camera):
    hands.place.restore(ViewState(1.0, 5000, 0))
    origin, scale = hands.place.findChild(Minimap)._frame()
    seen, extent = camera.viewport_rect(), hands.place.funnel.picture.extent
    assert origin.x() < extent.x
    assert origin.x() + WIDTH / scale > seen.right()


def test_that_the_minimap_keeps_still_while_the_mouse_looks_around_in_it(hands, camera):
    minimap = hands.place.findChild(Minimap)
    before = minimap._frame()
    QTest.mousePress(minimap, Qt.MouseButton.LeftButton, NONE, QPoint(2, 2))
    assert minimap._frame() == before
    QTest.mouseRelease(minimap, Qt.MouseButton.LeftButton, NONE, QPoint(2, 2))
    assert minimap._frame() != before
