"""Cards dragged, copied and nudged."""

from PySide6.QtCore import QPointF, Qt

from tests.ui.canvas.conftest import ALT, CTRL, SHIFT


def position(hands, key):
    place = hands.project.metric(key).position
    return (place.x, place.y)


def test_that_a_dragged_card_lands_on_the_grid(hands):
    start = hands.middle("visits")
    hands.drag(start, start + QPointF(-47, 63), CTRL)
    assert position(hands, "visits") == (0, 140)


def test_that_a_drag_is_one_step_of_undo(hands):
    start = hands.middle("visits")
    hands.drag(start, start + QPointF(0, 60))
    assert hands.undo_title == "Move cards"
    hands.desk.session.undo()
    assert position(hands, "visits") == (40, 80)


def test_that_escape_in_the_middle_of_a_drag_leaves_no_trace(hands):
    before = hands.place.scene.picture
    start = hands.middle("visits")
    hands.begin_drag(start, start + QPointF(100, 60))
    assert hands.place.scene.picture != before
    hands.key(Qt.Key.Key_Escape)
    hands.release(start + QPointF(100, 60))
    assert hands.place.scene.picture == before
    assert not hands.desk.session.history.done


def test_that_an_undo_in_the_middle_of_a_drag_ends_it(hands):
    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_D, CTRL)
    start = hands.middle("visits_2")
    hands.begin_drag(start, start + QPointF(-200, 0))
    hands.desk.session.undo()
    hands.release(start + QPointF(-200, 0))
    assert not hands.desk.session.history.done
    assert hands.place.scene.picture == hands.place.funnel.picture


def test_that_arrows_follow_while_a_card_is_dragged(hands):
    start = hands.middle("visits")
    before = hands.place.scene.picture.arrow_by_metric["cr_lead"].curve
    hands.begin_drag(start, start + QPointF(0, 100))
    after = hands.place.scene.picture.arrow_by_metric["cr_lead"].curve
    hands.key(Qt.Key.Key_Escape)
    assert after.start.y > before.start.y + 50


def test_that_a_card_snaps_to_the_edge_of_another(hands):
    start = hands.middle("visits")
    hands.drag(start, start + QPointF(2, 204))
    assert position(hands, "visits") == (40, 290)  # the upper edge of the qualified leads


def test_that_a_guide_is_shown_where_a_card_snaps(hands):
    start = hands.middle("visits")
    hands.begin_drag(start, start + QPointF(2, 204))
    guides = hands.place.scene.preview.guides
    hands.key(Qt.Key.Key_Escape)
    assert any(guide.start.y == guide.end.y == 290 for guide in guides)


def test_that_all_selected_cards_move_together(hands):
    hands.click(hands.middle("visits"))
    hands.click(hands.middle("leads"), SHIFT)
    start = hands.middle("leads")
    hands.drag(start, start + QPointF(0, -40), CTRL | SHIFT)
    hands.desk.selection.metrics(["visits", "leads"])
    hands.drag(start, start + QPointF(0, -40))
    moved = position(hands, "leads")[1] - 80
    assert position(hands, "visits")[1] - 80 == moved != 0


def test_that_a_click_on_one_of_several_selects_it_alone(hands):
    hands.desk.selection.metrics(["visits", "leads"])
    hands.click(hands.middle("leads"))
    assert hands.selected == {"leads"}


def test_that_a_card_dragged_into_another_stripe_changes_its_phase(hands):
    start = hands.middle("cost_per_lead")
    hands.drag(start, start + QPointF(300, 0))
    assert hands.project.metric("cost_per_lead").phase == "deal"


def test_that_alt_drag_leaves_the_card_and_moves_a_copy(hands):
    start = hands.middle("visits")
    hands.drag(start, start + QPointF(-200, 100), ALT | CTRL)
    assert position(hands, "visits") == (40, 80)
    assert position(hands, "visits_2") == (-160, 180)


def test_that_a_copy_is_selected_and_has_a_name_of_its_own(hands):
    start = hands.middle("visits")
    hands.drag(start, start + QPointF(0, 120), ALT)
    assert hands.selected == {"visits_2"}
    assert hands.project.metric("visits_2").name == "Посещения сайта 2"


def test_that_ghosts_are_shown_while_copies_are_dragged(hands):
    start = hands.middle("visits")
    hands.begin_drag(start, start + QPointF(0, 120), ALT)
    ghosts = hands.place.scene.preview.ghosts
    hands.key(Qt.Key.Key_Escape)
    assert [card.key for card in ghosts] == ["visits"]


def test_that_arrow_keys_move_by_one_step_of_the_grid(hands):
    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_Right)
    assert position(hands, "visits") == (60, 80)


def test_that_shift_and_an_arrow_key_move_by_ten_steps(hands):
    hands.desk.selection.metrics(["visits"])
    hands.key(Qt.Key.Key_Up, SHIFT)
    assert position(hands, "visits") == (40, -120)


def test_that_a_run_of_nudges_is_one_step_of_undo(hands):
    hands.desk.selection.metrics(["visits"])
    for _ in range(3):
        hands.key(Qt.Key.Key_Down)
    hands.desk.session.undo()
    assert position(hands, "visits") == (40, 80)


def test_that_ctrl_d_copies_the_selected_cards(hands):
    hands.desk.selection.metrics(["visits", "leads"])
    hands.key(Qt.Key.Key_D, CTRL)
    assert hands.selected == {"visits_2", "leads_2"}
    assert hands.project.metric("cr_lead_2").from_stage == "visits_2"
