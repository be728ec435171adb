"""The Funnel place as a whole."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.projects import example, project
from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters.funnel.editing import Editing
from workbench.ui.canvas.empty import EmptyHint
from workbench.ui.canvas.minimap import Minimap
from workbench.ui.theme import DARK, LIGHT

EMPTY = QPointF(220, 420)


@pytest.fixture
def menu_at(hands):
    """Opens the context menu at a point of the canvas and gives its entries by id."""
    opened = []

    def open_menu(scene):
        at = hands.at(scene)
        viewport = hands.place.view.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, event)
        (menu,) = [m for m in hands.place.findChildren(QMenu) if m.isVisible()]
        opened.append(menu)
        return {action.data(): action for action in menu.actions() if action.data()}

    yield open_menu
    for menu in opened:
        menu.close()


def test_that_the_menu_of_a_card_is_about_that_card(hands, menu_at):
    entries = menu_at(hands.middle("leads"))
    assert hands.selected == {"leads"}
    assert {"funnel.rename", "funnel.add_next", "funnel.delete"} <= entries.keys()


def test_that_the_menu_of_one_of_several_keeps_the_selection(hands, menu_at):
    hands.desk.selection.metrics(["leads", "visits"])
    menu_at(hands.middle("leads"))
    assert hands.selected == {"leads", "visits"}


def test_that_the_menu_of_a_pill_is_about_the_conversion(hands, menu_at):
    entries = menu_at(hands.pill("cr_lead"))
    assert hands.selected == {"cr_lead"}
    assert "funnel.add_next" not in entries


def test_that_the_menu_key_opens_the_menu_of_the_selected_card(hands):
    hands.desk.selection.metrics(["leads"])
    viewport = hands.place.view.viewport()
    at = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    (menu,) = [m for m in hands.place.findChildren(QMenu) if m.isVisible()]
    assert "funnel.add_next" in [action.data() for action in menu.actions()]
    menu.close()


def test_that_a_stage_from_the_menu_lies_where_the_menu_was_opened(hands, menu_at):
    menu_at(EMPTY)["funnel.add_stage"].trigger()
    assert hands.box("new_stage").holds(hands.box("new_stage").center)
    assert abs(hands.box("new_stage").center.x - EMPTY.x()) <= 20


def test_that_the_menu_deletes(hands, menu_at):
    menu_at(hands.middle("leads"))["funnel.delete"].trigger()
    assert "leads" not in hands.project.metric_by_key


def test_that_a_menu_shows_shortcuts_and_what_makes_no_sense(hands, menu_at):
    entries = menu_at(hands.middle("leads"))
    assert "F2" in entries["funnel.rename"].text()
    assert not entries["funnel.connect"].isEnabled()


@pytest.mark.parametrize(
    ("name", "tool"), [("Stage", "stage"), ("Arrow", "connect"), ("Metric", "driver")]
)
def test_that_a_button_takes_a_tool(hands, name, tool):
    button = next(b for b in hands.place.toolbar.findChildren(QPushButton) if b.text() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert hands.place.view.tool == tool
    assert button.isChecked()


def test_that_laying_a_tool_down_shows_in_the_toolbar(hands):
    hands.place.view.take("stage")
    hands.key(Qt.Key.Key_Escape)
    select = next(b for b in hands.place.toolbar.findChildren(QPushButton) if b.text() == "Select")
    assert select.isChecked()


def test_that_a_button_tidies_up(hands, qtbot):
    button = next(b for b in hands.place.toolbar.findChildren(QPushButton) if b.text() == "Tidy up")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert hands.undo_title == "Tidy up"
    final = hands.place.funnel.picture
    qtbot.waitUntil(lambda: hands.place.scene.picture == final, timeout=1000)


def test_that_cards_glide_to_their_tidy_places(hands, qtbot):
    hands.place._by_id["funnel.tidy"].run()
    qtbot.waitUntil(lambda: hands.place.scene.picture != hands.place.funnel.picture, timeout=300)
    qtbot.waitUntil(lambda: hands.place.scene.picture == hands.place.funnel.picture, timeout=1000)


def test_that_a_large_funnel_is_tidied_in_a_thread(hands, qtbot, monkeypatch):
    monkeypatch.setattr("workbench.presenters.funnel.arranging.IN_WORKER_FROM", 3)
    hands.place._by_id["funnel.tidy"].run()
    assert not hands.desk.session.history.done
    qtbot.waitUntil(lambda: hands.undo_title == "Tidy up", timeout=3000)


def test_that_an_edit_in_the_middle_of_a_glide_is_shown_at_once(hands):
    hands.place._by_id["funnel.tidy"].run()
    hands.desk.do(ChangeMetric("average_deal", {"value": 90_000.0}))
    assert hands.place.scene.picture == hands.place.funnel.picture


def test_that_the_interface_follows_the_language(hands):
    hands.desk.speak("ru")
    card = hands.place.scene.card("visits").card
    assert card.face.unit != "/mo"
    hands.desk.speak("en")


def test_that_dark_and_light_paint_differently(hands):
    at = hands.at(QPointF(hands.box("leads").right - 12, hands.box("leads").bottom - 8))
    light = hands.place.view.grab().toImage().pixelColor(at)
    hands.theme.use(dark=True)
    dark = hands.place.view.grab().toImage().pixelColor(at)
    hands.theme.use(dark=False)
    assert (light.name(), dark.name()) == (LIGHT.surface.lower(), DARK.surface.lower())


def test_that_everything_on_the_canvas_has_a_name_for_readers(hands):
    assert hands.place.view.accessibleName()
    assert all(b.text() or b.accessibleName() for b in hands.place.findChildren(QPushButton))


def test_that_a_card_tells_more_when_the_pointer_rests_on_it(hands, monkeypatch):
    shown = []
    monkeypatch.setattr(
        "workbench.ui.canvas.view.QToolTip.showText", lambda _at, words, *_: shown.append(words)
    )
    at = hands.at(hands.middle("leads"))
    viewport = hands.place.view.viewport()
    QApplication.sendEvent(
        viewport, QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    )
    assert "whole plan: 7,020" in shown[0]


def test_that_the_minimap_can_be_hidden(hands):
    minimap = hands.place.findChild(Minimap)
    assert minimap.isVisible()
    hands.place.toggle_minimap()
    assert not minimap.isVisible()


def test_that_a_small_canvas_has_no_minimap(hands):
    hands.place.resize(900, 400)
    assert not hands.place.findChild(Minimap).isVisible()


@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_no_tool_is_cut_off_on_a_narrow_canvas(hands, code):
    hands.desk.speak(code)
    hands.place.resize(590, 560)
    toolbar, frame = hands.place.toolbar, hands.place.rect()
    assert frame.contains(toolbar.geometry())
    buttons = toolbar.findChildren(QPushButton)
    assert all(b.parentWidget().rect().contains(b.geometry()) for b in buttons)
    assert all(b.width() >= b.sizeHint().width() for b in buttons)
    hands.desk.speak("en")


def test_that_the_place_offers_its_actions(hands):
    assert {"funnel.add_stage", "funnel.tidy", "funnel.fit", "funnel.outline"} <= {
        action.id for action in hands.place.records
    }


def test_that_a_hovered_card_offers_the_handle_for_arrows(hands):
    hands.hover(hands.middle("visits"))
    item = hands.place.scene.card("visits")
    item.show_look(hovered=True)
    assert item.part_at(hands.port("visits")) == "port"
    item.show_look(hovered=False)
    assert item.part_at(hands.port("visits")) != "port"


def test_that_another_project_closes_what_was_being_edited(hands):
    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_F2)
    hands.desk.session.open(example())
    assert not hands.place.editor.is_open


def test_that_deleting_what_is_edited_closes_the_field(hands):
    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_F2)
    Editing(hands.place.funnel, hands.place._showing).remove()
    assert not hands.place.editor.is_open


class TestEmpty:
    @pytest.fixture
    def project_shown(self):
        return project()

    def test_that_an_empty_canvas_offers_a_beginning(self, hands):
        assert hands.place.findChild(EmptyHint).isVisible()

    def test_that_the_first_stage_is_one_click_away(self, hands):
        button = hands.place.findChild(EmptyHint).findChildren(QPushButton)[0]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert hands.project.metric("new_stage").kind == "stage"
        assert not hands.place.findChild(EmptyHint).isVisible()

    def test_that_templates_are_one_click_away(self, hands):
        button = hands.place.findChild(EmptyHint).findChildren(QPushButton)[1]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert hands.desk.place == "templates"

    def test_that_the_hint_returns_when_everything_is_gone(self, hands):
        hands.place.editing.add("stage")
        hands.place.editor.close_quietly()
        hands.desk.session.undo()
        assert hands.place.findChild(EmptyHint).isVisible()

    def test_that_there_is_nothing_to_fit(self, hands):
        hands.place.fit()
        assert hands.place.view.camera.zoom <= 1.0


def test_that_a_click_on_the_empty_corner_of_the_frame_reaches_the_canvas(hands):
    hands.desk.selection.metrics(["visits"])
    QTest.mouseClick(hands.place.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, 20))
    assert hands.selected == set()
