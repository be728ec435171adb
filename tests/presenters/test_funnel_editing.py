"""Everything a person changes on the canvas."""

import pytest

from tests.presenters.funnel_cases import PHASES, Canvas, at, short
from tests.projects import example, metric, project
from workbench.base.errors import WorkbenchError
from workbench.presenters.funnel.editing import FIRST
from workbench.presenters.funnel.geometry import Point


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(short())


def test_that_a_new_stage_belongs_to_the_stripe_it_lies_in(canvas):
    canvas.editing.add("stage", Point(500, 400))
    assert canvas.project.metric("new_stage").phase == "deal"


def test_that_a_new_metric_without_a_place_lies_free_where_a_person_looks(canvas):
    canvas.editing.add("driver")
    box = canvas.box("new_driver")
    others = [card.box for card in canvas.funnel.picture.cards if card.key != "new_driver"]
    assert not any(box.meets(other) for other in others)
    assert abs(box.center.x - 500) < 300


def test_that_a_new_card_is_selected_shown_and_named(canvas):
    canvas.editing.add("stage", Point(500, 400))
    assert canvas.desk.selection.selected.metrics == ("new_stage",)
    assert canvas.view.asked == [("reveal", "new_stage"), ("name", "new_stage")]


def test_that_a_new_name_is_in_the_language_of_the_interface():
    canvas = Canvas(short(), "ru")
    canvas.editing.add("stage", Point(500, 400))
    assert canvas.project.metrics[-1].key


def test_that_a_taken_name_gets_a_number(canvas):
    for _ in range(3):
        canvas.editing.add("stage")
    assert [m.name for m in canvas.project.metrics[-3:]] == [
        "New stage", "New stage 2", "New stage 3",
    ]  # fmt: skip


def test_that_the_next_stage_lies_to_the_right_and_is_connected(canvas):
    canvas.funnel.choose(["leads"])
    canvas.editing.add_next()
    assert canvas.project.metric("new_stage").formula == "leads * leads_new_stage"
    assert canvas.box("new_stage").x > canvas.box("leads").right


def test_that_a_second_next_stage_lies_below_the_first(canvas):
    canvas.funnel.choose(["visits"])
    canvas.editing.add_next()
    assert canvas.box("new_stage").y >= canvas.box("leads").bottom
    assert canvas.box("new_stage").x >= canvas.box("visits").right


def test_that_a_connected_stage_is_one_step_of_undo(canvas):
    canvas.funnel.choose(["leads"])
    canvas.editing.add_next()
    canvas.desk.session.undo()
    assert canvas.project == short()


def test_that_after_money_comes_a_result_in_money(canvas):
    canvas.funnel.choose(["revenue"])
    canvas.editing.add_next()
    made = canvas.project.metric("new_result")
    assert (made.kind, made.unit, made.formula) == ("result", "money", "revenue")


def test_that_nothing_comes_next_without_a_selected_card(canvas):
    canvas.editing.add_next()
    canvas.funnel.choose(["cr_lead"])
    canvas.editing.add_next()
    canvas.editing.add_sibling()
    assert canvas.project == short()


def test_that_a_sibling_follows_the_same_stage(canvas):
    canvas.funnel.choose(["leads"])
    canvas.editing.add_sibling()
    assert canvas.project.metric("new_stage").formula == "visits * visits_new_stage"


def test_that_a_sibling_of_a_first_stage_is_a_first_stage(canvas):
    canvas.funnel.choose(["visits"])
    canvas.editing.add_sibling()
    assert canvas.project.metric("new_stage").formula is None
    assert canvas.box("new_stage").y > canvas.box("visits").bottom


def test_that_a_new_conversion_is_selected_and_asked_for_its_value(canvas):
    canvas.editing.add("stage", Point(70, 400))
    canvas.editing.connect("new_stage", "deals")
    assert canvas.desk.selection.selected.metric == "new_stage_deals"
    assert canvas.view.asked[-1] == ("value", "new_stage_deals", "")


def test_that_a_refused_arrow_is_told_and_changes_nothing(canvas):
    canvas.editing.connect("visits", "leads")
    assert canvas.said == ["“visits” already leads to “leads”"]
    assert canvas.project == short()


def test_that_a_rename_takes_conversions_along_that_are_named_after_it(canvas):
    canvas.editing.add("stage", Point(70, 400))
    canvas.editing.connect("new_stage", "deals")
    canvas.editing.rename("deals", "Sales")
    assert canvas.project.metric("new_stage_deals").name == "New stage → Sales"
    assert canvas.undo_title == "Rename “deals”"


def test_that_a_conversion_with_a_name_of_its_own_keeps_it(canvas):
    canvas.editing.rename("leads", "Enquiries")
    assert canvas.project.metric("cr_lead").name == "cr_lead"


@pytest.mark.parametrize("words", ["", "   ", "leads"])
def test_that_an_empty_or_equal_name_changes_nothing(canvas, words):
    canvas.editing.rename("leads", words)
    assert canvas.project == short()


def test_that_a_typed_value_is_a_constant(canvas):
    canvas.editing.set_value("price", "700")
    assert canvas.project.metric("price").value == 700


def test_that_values_by_month_are_scaled(canvas):
    canvas.editing.set_value("visits", "2000")
    assert canvas.project.metric("visits").value == pytest.approx((1600, 2000, 2400))


def test_that_the_value_that_is_shown_already_changes_nothing(canvas):
    canvas.editing.set_value("visits", canvas.editing.editable_value("visits"))
    assert canvas.project == short()


def test_that_an_emptied_value_is_not_set(canvas):
    canvas.editing.set_value("price", "")
    assert canvas.project.metric("price").value is None


def test_that_months_without_a_value_stay_without_one():
    canvas = Canvas(project(metric("a", value=(None, 10.0, 20.0), over_time="last")))
    canvas.editing.set_value("a", "40")
    assert canvas.project.metric("a").value == (None, 20.0, 40.0) or (
        canvas.project.metric("a").value == 40.0  # nothing is shown that could be scaled
    )


def test_that_a_result_refuses_a_value(canvas):
    with pytest.raises(WorkbenchError, match="is a result"):
        canvas.editing.set_value("leads", "5")


def test_that_the_field_of_a_result_does_not_open(canvas):
    canvas.funnel.choose(["leads"])
    canvas.editing.begin_value("5")
    assert canvas.view.asked == []
    assert "is a result" in canvas.said[0]


def test_that_the_field_opens_with_what_was_typed(canvas):
    canvas.funnel.choose(["price"])
    canvas.editing.begin_value("5")
    assert canvas.view.asked == [("value", "price", "5")]


def test_that_nonsense_from_a_list_is_told(canvas):
    canvas.editing.try_value("price", "many")
    assert canvas.said == ["“many” is not a number"]


def test_that_several_metrics_are_deleted_at_once(canvas):
    canvas.funnel.choose(["visits", "price"])
    canvas.editing.remove()
    assert canvas.undo_title == "Delete 2 metrics"
    assert canvas.desk.selection.selected.metrics == ()


def test_that_deleting_nothing_does_nothing(canvas):
    canvas.editing.remove()
    assert canvas.project == short()


def test_that_a_plain_arrow_is_deleted_when_it_is_selected(canvas):
    canvas.funnel.choose_link(("price", "revenue", ""))
    canvas.editing.remove()
    assert canvas.project.metric("revenue").formula is None


def test_that_copies_of_a_chain_refer_to_each_other(canvas):
    canvas.funnel.choose(["visits", "leads"])
    canvas.editing.duplicate()
    assert canvas.project.metric("leads_2").formula == "visits_2 * cr_lead_2"
    assert canvas.desk.selection.selected.metrics == ("visits_2", "leads_2")


def test_that_a_copy_alone_follows_what_its_original_follows(canvas):
    canvas.funnel.choose(["leads"])
    canvas.editing.duplicate(Point(0, 200))
    assert canvas.project.metric("leads_2").formula == "visits * cr_lead"
    assert canvas.box("leads_2").corner == Point(240, 200)


def test_that_a_conversion_alone_is_not_copied(canvas):
    canvas.funnel.choose(["cr_lead"])
    canvas.editing.duplicate()
    assert canvas.project == short()


def test_that_a_move_into_another_stripe_takes_the_conversion_along(canvas):
    canvas.editing.move({"leads": Point(700, 300)})
    assert canvas.project.metric("leads").phase == "deal"
    assert canvas.project.metric("cr_lead").phase == "deal"


def test_that_a_move_within_a_stripe_changes_no_phase(canvas):
    canvas.editing.move({"leads": Point(200, 300)})
    assert canvas.project.metric("leads").phase == "interest"
    assert canvas.undo_title == "Move cards"


def test_that_a_move_to_the_same_place_is_no_edit(canvas):
    canvas.editing.move({"leads": canvas.box("leads").corner})
    assert not canvas.desk.session.history.done


def test_that_a_card_that_found_its_own_place_keeps_it_until_it_is_moved():
    canvas = Canvas(example())
    before = canvas.box("churn")
    canvas.editing.move({"visits": Point(0, 600)})
    assert canvas.box("churn") == before
    assert canvas.project.metric("churn").position is None


def test_that_a_nudge_moves_by_the_grid(canvas):
    canvas.funnel.choose(["visits", "leads"])
    canvas.editing.nudge("down", 10)
    assert canvas.project.metric("visits").position == at(0, 200)


def test_that_a_stage_dropped_from_an_arrow_lies_where_it_was_dropped(canvas):
    canvas.editing.connect_new("visits", Point(300, 400))
    assert canvas.box("new_stage").holds(Point(310, 400))


def test_that_the_first_stage_of_an_empty_project_lies_in_the_first_phase():
    canvas = Canvas(project(phases=PHASES))
    canvas.view.middle = Point(100, 100)
    canvas.editing.add("stage")
    assert canvas.project.metric("new_stage").phase == "interest"


def dragged(canvas, keys, x, *, free=False):
    return canvas.funnel.dragged(keys, Point(x, 300), 0.0, free=free).by.x


def test_that_a_card_dragged_onto_a_border_goes_beside_it(canvas):
    canvas.editing.move({"price": Point(480 + dragged(canvas, ["price"], -100), 500)})
    borders = [band.right for band in canvas.funnel.picture.bands if band.right is not None]
    cards = [card.box for card in canvas.funnel.picture.cards]
    assert not any(box.x < edge < box.right for box in cards for edge in borders)


def test_that_a_card_that_is_dragged_freely_may_lie_on_a_border(canvas):
    assert dragged(canvas, ["price"], -100, free=True) == -100


def test_that_cards_dragged_together_keep_to_no_stripe(canvas):
    assert dragged(canvas, ["price", "deals"], -100) == -100


def test_that_the_first_card_leaves_room_for_those_that_follow():
    canvas = Canvas(project(phases=PHASES))
    canvas.editing.add("stage")
    assert canvas.box("new_stage").x == FIRST


def test_that_stages_dropped_one_after_another_stay_in_the_first_phase():
    canvas = Canvas(project(phases=PHASES))
    canvas.editing.add("stage")
    for number in range(1, 4):
        last = canvas.project.metrics[-1 if number == 1 else -2].key
        canvas.editing.connect_new(last, Point(FIRST + 246.0 * number, 300))
    assert {metric.phase for metric in canvas.project.metrics} == {"interest"}
