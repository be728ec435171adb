"""Arrows drawn from card to card."""

import pytest
from PySide6.QtCore import QPointF, Qt

from tests.presenters.conftest import Notices
from workbench.formula.parser import stored
from workbench.formula.syntax import metrics_in


@pytest.fixture
def notices(hands):
    return Notices(hands.desk)


def pull(hands, source, to):
    """Take the handle that a selected card shows, and let it go elsewhere."""
    hands.desk.selection.metrics([source])
    hands.drag(hands.port(source), to)


def test_that_an_arrow_between_stages_makes_a_conversion(hands):
    pull(hands, "visits", hands.middle("cold_meetings"))
    made = hands.project.metric("visits_cold_meetings")
    assert (made.name, made.kind, made.unit, made.over_time) == (
        "Посещения сайта → Холодные встречи", "conversion", "ratio", "ratio",
    )  # fmt: skip
    assert (made.from_stage, made.to_stage) == ("visits", "cold_meetings")


def test_that_the_conversion_becomes_a_term_of_the_target(hands):
    pull(hands, "visits", hands.middle("cold_meetings"))
    tree = stored(hands.project.metric("cold_meetings").formula or "")
    assert metrics_in(tree) == {"calls", "cr_cold", "visits", "visits_cold_meetings"}


def test_that_connecting_says_so_in_the_history(hands):
    pull(hands, "visits", hands.middle("cold_meetings"))
    assert hands.undo_title == "Connect “Посещения сайта” to “Холодные встречи”"


def test_that_a_conversion_without_a_value_is_asked_for_it_on_its_arrow(hands):
    pull(hands, "visits", hands.middle("cold_meetings"))
    hands.type("2,5")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("visits_cold_meetings").value == pytest.approx(0.025)


def test_that_escape_while_drawing_makes_no_arrow(hands):
    hands.desk.selection.metrics(["visits"])
    hands.begin_drag(hands.port("visits"), hands.middle("cold_meetings"))
    hands.key(Qt.Key.Key_Escape)
    hands.release(hands.middle("cold_meetings"))
    assert not hands.desk.session.history.done


def test_that_the_card_an_arrow_would_end_at_is_marked(hands):
    hands.desk.selection.metrics(["visits"])
    hands.begin_drag(hands.port("visits"), hands.middle("cold_meetings"))
    look = hands.place.scene.card("cold_meetings")._look
    hands.key(Qt.Key.Key_Escape)
    assert look.target


def test_that_an_arrow_let_go_over_empty_ground_makes_a_connected_stage(hands):
    pull(hands, "visits", QPointF(300, 640))
    made = hands.project.metric("new_stage")
    assert made.formula == "visits * visits_new_stage"
    assert made.phase == "interest"


def test_that_the_name_of_a_new_stage_can_be_typed_at_once(hands):
    pull(hands, "visits", QPointF(300, 640))
    hands.type("Demo")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.metric("demo").name == "Demo"


def test_that_a_click_on_the_handle_does_nothing(hands):
    hands.desk.selection.metrics(["visits"])
    hands.click(hands.port("visits"))
    assert not hands.desk.session.history.done


def test_that_a_second_arrow_between_the_same_cards_is_refused_with_a_sentence(hands, notices):
    pull(hands, "visits", hands.middle("leads"))
    assert notices.said == ["“Посещения сайта” already leads to “Лиды”"]


def test_that_an_arrow_that_closes_a_circle_is_refused_with_a_sentence(hands, notices):
    pull(hands, "deals", hands.middle("leads"))
    assert "circle" in notices.said[0]
    assert not hands.desk.session.history.done


def test_that_money_joins_a_result_in_money_without_a_conversion(hands):
    hands.desk.selection.metrics(["ad_budget"])
    pull(hands, "ad_budget", hands.middle("revenue"))
    assert hands.project.metric("revenue").formula == "deals * average_deal + ad_budget"


def test_that_the_tool_for_arrows_draws_from_anywhere_on_a_card(hands):
    hands.place.view.take("connect")
    hands.drag(hands.middle("visits"), hands.middle("cold_meetings"))
    assert "visits_cold_meetings" in hands.project.metric_by_key


def test_that_escape_lays_the_tool_down(hands):
    hands.place.view.take("connect")
    hands.key(Qt.Key.Key_Escape)
    assert hands.place.view.tool == "select"


def test_that_two_selected_cards_are_connected_by_keyboard(hands):
    hands.desk.selection.metrics(["visits", "cold_meetings"])
    hands.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert hands.project.metric("visits_cold_meetings").to_stage == "cold_meetings"
