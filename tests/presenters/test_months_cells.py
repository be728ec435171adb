"""Typing, filling, clearing, copying and pasting."""

import pytest

from tests.presenters.conftest import Notices
from tests.presenters.months import block, plan, stand
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.plan import Scenario
from workbench.presenters.months.entries import merged


@pytest.fixture
def base():
    return stand()


@pytest.fixture
def scenario():
    made = stand()
    made.choice.scenarios.choose("more")
    return made


def undo_title(made) -> str:
    return str(made.desk.session.history.undo_title)


def test_that_a_constant_becomes_a_list_when_one_month_is_typed(base):
    base.presenter.cells.type("leads", 1, "120")
    assert base.value("leads") == (100.0, 120.0, 100.0)


def test_that_months_that_are_all_the_same_become_a_constant_again(base):
    base.presenter.cells.type("leads", 1, "120")
    base.presenter.cells.type("leads", 1, "100")
    assert base.value("leads") == 100.0


def test_that_typing_names_the_metric_in_the_undo_menu(base):
    base.presenter.cells.type("leads", 1, "120")
    assert undo_title(base) == "Change the value of “leads”"


@pytest.mark.parametrize("words", ["80", "80%", "80 %"])
def test_that_a_share_is_typed_as_a_percentage(base, words):
    base.presenter.cells.type("share", 0, words)
    assert base.value("share") == (0.8, 0.6, 0.7)


def test_that_an_emptied_month_has_no_value(base):
    base.presenter.cells.type("leads", 2, "")
    assert base.value("leads") == (100.0, 100.0, None)


def test_that_what_is_no_number_is_told_and_changes_nothing(base):
    notices = Notices(base.desk)
    base.presenter.cells.type("leads", 0, "many")
    assert (base.value("leads"), notices.said) == (100.0, ["“many” is not a number"])


def test_that_a_field_is_told_what_is_wrong_while_it_is_typed(base):
    cells = base.presenter.cells
    assert str(cells.objection("leads", "1x2")) == "“1x2” is not a number"
    assert cells.objection("leads", "12") is None
    assert cells.objection("leads", "") is None


def test_that_a_number_with_two_readings_says_which_one_is_taken(base):
    cells = base.presenter.cells
    assert str(cells.reading("1,234")) == "read as 1,234"
    assert str(cells.reading("1.234")) == "read as 1.234"
    assert cells.reading("12.5") is None
    assert cells.reading("many") is None


def test_that_months_beyond_the_calendar_are_kept():
    assert merged((1.0, 2.0, 3.0, 4.0), {0: 9.0}, 2) == (9.0, 2.0, 3.0, 4.0)


def test_that_a_short_list_is_filled_up_with_nothing():
    assert merged((1.0,), {2: 5.0}, 3) == (1.0, None, 5.0)


def test_that_every_month_can_be_made_the_same(base):
    base.presenter.cells.same(block("share", months=(1, 1)))
    assert base.value("share") == 0.6


def test_that_a_fill_to_the_right_takes_the_first_month_of_the_block(base):
    base.presenter.cells.fill_right(block("share", "leads", months=(0, 1)))
    assert base.value("share") == (0.5, 0.5, 0.7)


def test_that_one_month_fills_to_the_end_of_the_plan(base):
    base.presenter.cells.fill_right(block("share", months=(1, 1)))
    assert base.value("share") == (0.5, 0.6, 0.6)


def test_that_a_fill_of_several_metrics_is_one_step_of_undo(base):
    base.presenter.cells.fill_right(block("leads", "share", "price", months=(0, 2)))
    assert undo_title(base) == "Fill to the right"
    base.desk.session.undo()
    assert base.value("share") == (0.5, 0.6, 0.7)


def test_that_a_fill_down_takes_the_first_row(base):
    base.presenter.cells.fill_down(block("leads", "share", "deals", "price", months=(0, 0)))
    assert base.value("price") == (100.0, 1000.0, 1000.0)


def test_that_one_row_takes_what_stands_above_it(base):
    base.presenter.cells.fill_down(block("price", months=(0, 1)))
    assert base.value("price") == (50.0, 60.0, 1000.0)


def test_that_the_first_row_has_nothing_above_it(base):
    base.presenter.cells.fill_down(block("leads"))
    assert not base.desk.session.is_dirty


def test_that_clearing_leaves_months_without_a_value(base):
    base.presenter.cells.clear(block("leads", "deals", months=(0, 1)))
    assert base.value("leads") == (None, None, 100.0)
    assert undo_title(base) == "Clear months"


def test_that_clearing_every_month_leaves_no_value_at_all(base):
    base.presenter.cells.clear(block("leads", months=(0, 2)))
    assert base.value("leads") is None


def test_that_computed_cells_take_nothing(base):
    base.presenter.cells.clear(block("deals", months=(0, 2)))
    assert not base.desk.session.is_dirty


def test_that_a_copy_has_every_digit_in_the_habits_of_the_language(base):
    base.desk.do(ChangeMetric("leads", {"value": 1234.5678}))
    assert base.presenter.cells.copy(block("leads", "share", months=(0, 1))) == (
        "1234.5678\t1234.5678\n50\u00a0%\t60\u00a0%"
    )
    base.desk.speak("ru")
    assert base.presenter.cells.copy(block("leads")) == "1234,5678"


def test_that_a_problem_is_copied_as_an_empty_cell(base):
    base.presenter.cells.type("leads", 0, "")
    assert base.presenter.cells.copy(block("leads", months=(0, 1))) == "\t100"


def test_that_cells_of_a_spreadsheet_are_pasted_from_the_first_cell_on(base):
    base.presenter.cells.paste(block("leads", months=(1, 1)), "1 000\t2\u00a0000\r\n30%\t40%\r\n")
    assert base.value("leads") == (100.0, 1000.0, 2000.0)
    assert base.value("share") == (0.5, 0.3, 0.4)


def test_that_a_paste_is_one_step_of_undo_that_counts(base):
    base.presenter.cells.paste(block("leads"), "1\t2\n30%\t40%")
    assert undo_title(base) == "Paste 4 values"
    base.desk.session.undo()
    assert base.value("leads") == 100.0


def test_that_one_pasted_cell_fills_the_whole_block(base):
    base.presenter.cells.paste(block("leads", "share", months=(0, 2)), "70%")
    assert base.value("share") == 0.7


def test_that_empty_and_dashed_cells_are_pasted_as_nothing(base):
    base.presenter.cells.paste(block("leads"), "—\t\t7")
    assert base.value("leads") == (None, None, 7.0)


def test_that_a_copy_can_be_pasted_back_over_computed_rows(base):
    notices = Notices(base.desk)
    whole = block("leads", "share", "deals", "price", months=(0, 2))
    copied = base.presenter.cells.copy(whole)
    base.presenter.cells.paste(whole, copied.replace("100", "110"))
    assert base.value("leads") == 110.0
    assert notices.said == [
        "3 pasted cells have no place here: they are computed or outside the table"
    ]


def test_that_cells_beyond_the_table_are_left_out_and_told(base):
    notices = Notices(base.desk)
    base.presenter.cells.paste(block("price", months=(2, 2)), "1\t2\n3\t4")
    assert base.value("price") == (1000.0, 1000.0, 1.0)
    assert notices.said[0].startswith("3 pasted cells have no place here")


def test_that_one_cell_that_is_no_number_stops_the_whole_paste(base):
    notices = Notices(base.desk)
    base.presenter.cells.paste(block("leads"), "1\t2\nten\t3")
    assert not base.desk.session.is_dirty
    assert notices.said == ["nothing was pasted: “ten” is not a number (row 2, column 1)"]


def test_that_a_clipboard_of_a_whole_book_is_refused(base):
    notices = Notices(base.desk)
    base.presenter.cells.paste(block("leads"), "1\t" * 60_000)
    assert notices.said == ["nothing was pasted: there is too much in the clipboard"]


def test_that_an_empty_clipboard_does_nothing(base):
    base.presenter.cells.paste(block("leads"), "")
    assert not base.desk.session.is_dirty


def test_that_a_pasted_number_with_two_readings_is_told(base):
    notices = Notices(base.desk)
    base.presenter.cells.paste(block("leads"), "1,234")
    assert notices.said == ["“1,234” was read as 1,234"]


def test_that_a_fraction_pasted_where_percentages_are_meant_is_told(base):
    notices = Notices(base.desk)
    base.presenter.cells.paste(block("share"), "0.35")
    assert base.value("share") == pytest.approx((0.0035, 0.6, 0.7))
    assert notices.said == ["“0.35” was read as 0.350%"]


def test_that_cells_in_quotes_are_unwrapped(base):
    base.presenter.cells.paste(block("leads"), '"12"\t"13"')
    assert base.value("leads") == (12.0, 13.0, 100.0)


def test_that_a_scenario_takes_what_is_typed_and_the_base_stays(scenario):
    scenario.presenter.cells.type("share", 0, "80")
    assert scenario.given()["share"] == (0.8, 0.6, 0.7)
    assert scenario.value("share") == (0.5, 0.6, 0.7)


def test_that_an_edit_in_a_scenario_names_both(scenario):
    scenario.presenter.cells.type("share", 0, "80")
    assert undo_title(scenario) == "Change “share” in the scenario “More”"


def test_that_a_scenario_forgets_a_metric_typed_as_the_base_has_it(scenario):
    scenario.presenter.cells.same(block("leads"))
    for month in range(3):
        scenario.presenter.cells.type("leads", month, "100")
    assert scenario.given() == {}


def test_that_clearing_in_a_scenario_goes_back_to_the_base(scenario):
    scenario.presenter.cells.clear(block("leads", months=(1, 1)))
    assert scenario.given() == {"leads": (200.0, 100.0, 200.0)}
    scenario.presenter.cells.clear(block("leads", months=(0, 2)))
    assert scenario.given() == {}


def test_that_a_scenario_can_leave_a_month_without_a_value(scenario):
    scenario.presenter.cells.type("leads", 0, "")
    assert scenario.given() == {"leads": (None, 200.0, 200.0)}


def test_that_a_paste_into_a_scenario_is_one_step(scenario):
    scenario.presenter.cells.paste(block("leads"), "1\t2\t3\n10%\t20%\t30%")
    assert scenario.given() == {"leads": (1.0, 2.0, 3.0), "share": (0.1, 0.2, 0.3)}
    scenario.desk.session.undo()
    assert scenario.given() == {"leads": 200.0}


def test_that_a_computed_metric_can_be_typed_where_a_scenario_gives_it():
    opened = plan(scenarios=(Scenario(key="more", name="More", values={"deals": 10.0}),))
    made = stand(opened)
    made.choice.scenarios.choose("more")
    assert made.view.kinds("deals") == ("given",) * 3
    made.presenter.cells.type("deals", 0, "20")
    assert made.given() == {"deals": (20.0, 10.0, 10.0)}


def test_that_a_computed_metric_is_computed_again_when_its_months_are_cleared():
    opened = plan(scenarios=(Scenario(key="more", name="More", values={"deals": 10.0}),))
    made = stand(opened)
    made.choice.scenarios.choose("more")
    made.presenter.cells.clear(block("deals", months=(0, 2)))
    assert made.given() == {}
