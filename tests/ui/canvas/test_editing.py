"""Names and values edited where they stand, cards made and deleted."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from tests.presenters.conftest import Notices
from tests.ui.canvas.conftest import SHIFT

EMPTY = QPointF(220, 420)


@pytest.fixture
def editor(hands):
    return hands.place.editor


def name_of(hands, key):
    box = hands.box(key)
    return QPointF(box.x + 30, box.y + 14)


def value_of(hands, key):
    box = hands.box(key)
    return QPointF(box.x + 30, box.y + 40)


def test_that_a_double_click_on_the_name_renames_in_place(hands, editor):
    hands.double_click(name_of(hands, "visits"))
    assert editor.text() == "Посещения сайта"
    hands.type("Visits")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("visits").name == "Visits"


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_that_a_key_renames_the_selected_card(hands, editor, key):
    hands.desk.selection.metrics(["visits"])
    hands.key(key)
    assert editor.is_open
    hands.type("Site")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("visits").name == "Site"


def test_that_escape_leaves_the_name_as_it_was(hands, editor):
    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_F2)
    hands.type("Site")
    hands.key(Qt.Key.Key_Escape)
    assert not editor.is_open
    assert not hands.desk.session.history.done


def test_that_a_click_elsewhere_commits_the_name(hands):
    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_F2)
    hands.type("Site")
    hands.click(EMPTY)
    assert hands.project.metric("visits").name == "Site"


def test_that_a_conversion_named_after_its_stages_follows_a_rename(hands):
    hands.desk.selection.metrics(["visits"])
    hands.drag(hands.port("visits"), hands.middle("cold_meetings"))
    hands.key(Qt.Key.Key_Escape)
    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_F2)
    hands.type("Site")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("visits_cold_meetings").name == "Site → Холодные встречи"


def test_that_a_double_click_on_the_value_edits_it(hands):
    hands.double_click(value_of(hands, "average_deal"))
    hands.type("200000")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("average_deal").value == 200_000


def test_that_a_digit_begins_the_value_of_the_selected_card(hands):
    hands.desk.selection.metrics(["average_deal"])
    hands.type("250000")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("average_deal").value == 250_000


def test_that_what_is_computed_follows_a_new_value_at_once(hands):
    before = hands.place.funnel.picture.card_by_key["revenue"].face.figure
    hands.desk.selection.metrics(["average_deal"])
    hands.type("90000")
    hands.key(Qt.Key.Key_Return)
    assert hands.place.scene.card("revenue").card.face.figure != before


def test_that_a_double_click_on_a_pill_edits_the_conversion(hands):
    hands.double_click(hands.pill("cr_qualified"))
    hands.type("85")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("cr_qualified").value == pytest.approx(0.85)


def test_that_values_that_differ_by_month_are_scaled_to_the_typed_average(hands, editor):
    before = hands.project.metric("visits").value
    hands.desk.selection.metrics(["visits"])
    hands.type("78000")
    assert "in proportion" in editor.toolTip()
    hands.key(Qt.Key.Key_Return)
    after = hands.project.metric("visits").value
    assert after == pytest.approx(tuple(2 * value for value in before))


def test_that_an_unchanged_value_changes_nothing(hands):
    hands.double_click(value_of(hands, "visits"))
    hands.key(Qt.Key.Key_Return)
    assert not hands.desk.session.history.done


def test_that_a_value_that_cannot_be_read_keeps_the_field_open(hands, editor):
    hands.double_click(value_of(hands, "average_deal"))
    hands.type("many")
    hands.key(Qt.Key.Key_Return)
    assert editor.is_open
    assert editor.property("tone") == "bad"


def test_that_leaving_a_field_with_nonsense_says_so_and_changes_nothing(hands, editor):
    notices = Notices(hands.desk)
    hands.double_click(value_of(hands, "average_deal"))
    hands.type("many")
    hands.click(EMPTY)
    assert notices.said == ["“many” is not a number"]
    assert not editor.is_open


def test_that_a_result_says_why_it_has_no_value_to_type(hands):
    notices = Notices(hands.desk)
    hands.double_click(value_of(hands, "qualified"))
    assert "is a result" in notices.said[0]


def test_that_a_double_click_on_empty_ground_makes_a_stage_there(hands):
    hands.double_click(EMPTY)
    hands.type("Demos")
    hands.key(Qt.Key.Key_Return)
    made = hands.project.metric("demos")
    assert (made.name, made.kind, made.phase) == ("Demos", "stage", "interest")
    assert hands.desk.selection.selected.metric == "demos"


def test_that_a_new_stage_lies_on_the_grid(hands):
    hands.double_click(EMPTY)
    place = hands.project.metric("new_stage").position
    assert place.x % 20 == place.y % 20 == 0


def test_that_a_second_new_stage_has_a_name_of_its_own(hands):
    for x in (220, 900):
        hands.double_click(QPointF(x, 620))
        hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("new_stage_2").name == "New stage 2"


def test_that_tab_makes_the_next_stage_connected(hands):
    hands.desk.selection.metrics(["meetings"])
    hands.key(Qt.Key.Key_Tab)
    made = hands.project.metric("new_stage")
    assert made.formula == "meetings * meetings_new_stage"
    assert hands.box("new_stage").x > hands.box("meetings").right - 1


def test_that_adding_a_stage_says_so_in_the_history(hands):
    hands.desk.selection.metrics(["meetings"])
    hands.key(Qt.Key.Key_Tab)
    assert hands.undo_title == "Add the stage “New stage”"


def test_that_tab_after_a_name_goes_on_to_the_next_stage(hands):
    hands.desk.selection.metrics(["meetings"])
    hands.key(Qt.Key.Key_Tab)
    hands.type("Offers")
    hands.key(Qt.Key.Key_Tab)
    assert hands.project.metric("offers").name == "Offers"
    assert hands.project.metric("new_stage").formula.startswith("offers * offers_new_stage")


def test_that_tab_without_a_selection_leaves_the_canvas(hands):
    hands.key(Qt.Key.Key_Tab)
    assert not hands.desk.session.history.done


def test_that_shift_enter_makes_a_sibling_from_the_same_stage(hands):
    hands.desk.selection.metrics(["leads"])
    hands.key(Qt.Key.Key_Return, SHIFT)
    assert hands.project.metric("new_stage").formula == "visits * visits_new_stage"
    assert hands.box("new_stage").y >= hands.box("leads").bottom


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_that_delete_takes_a_card_with_its_arrows(hands, key):
    hands.desk.selection.metrics(["leads"])
    hands.key(key)
    left = hands.project.metric_by_key
    assert not {"leads", "cr_lead", "cr_qualified"} & left.keys()


def test_that_what_lost_its_formula_keeps_its_numbers(hands):
    before = hands.desk.forecast.totals["qualified"]
    hands.desk.selection.metrics(["leads"])
    hands.key(Qt.Key.Key_Delete)
    assert hands.desk.forecast.totals["qualified"] == pytest.approx(before)


def test_that_a_selected_arrow_is_deleted(hands):
    hands.place.funnel.choose_link(("ad_budget", "cost_per_lead", ""))
    hands.key(Qt.Key.Key_Delete)
    assert hands.undo_title == "Delete the arrow"


def test_that_no_shortcut_of_the_window_fires_while_somebody_types(hands, editor):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_F2)
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier
    )
    event.ignore()
    QApplication.sendEvent(editor, event)
    assert event.isAccepted()


def test_that_the_tool_for_stages_puts_one_where_a_person_clicks(hands):
    hands.place.view.take("stage")
    hands.click(EMPTY)
    assert hands.project.metric("new_stage").kind == "stage"
    assert hands.place.view.tool == "select"


def test_that_escape_puts_no_stage_down(hands):
    hands.place.view.take("stage")
    hands.press(EMPTY)
    hands.key(Qt.Key.Key_Escape)
    hands.release(EMPTY)
    assert not hands.desk.session.history.done


def test_that_the_tool_for_metrics_makes_a_driver(hands):
    hands.place.view.take("driver")
    hands.click(EMPTY)
    assert hands.project.metric("new_driver").kind == "driver"
