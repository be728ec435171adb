"""Typing actuals month by month, and the table they stand in."""

import pytest

from tests.presenters.months import plan
from tests.presenters.variance import actual, stand
from tests.projects import metric, project
from workbench.document.edits.project import ChangeCalendar
from workbench.document.plan import Scenario


@pytest.fixture
def made():
    return stand()


def judged(better: str, value: float, words: str):
    """The row of one metric with a plan and a typed fact."""
    made = stand(project(metric("m", value=value, kind="stage", better=better)))
    made.type(m=words)
    return made.row("m")


def test_that_a_typed_number_is_the_actual_of_the_month(made):
    made.type(leads="1 120,5")
    assert made.actuals == {("leads", "2027-01"): 1120.5}


def test_that_a_share_is_typed_in_per_cent(made):
    made.type(share="45")
    assert made.actuals == {("share", "2027-01"): 0.45}


def test_that_a_computed_metric_has_an_actual_too(made):
    made.type(deals="48")
    assert made.row("deals").fact == "48"


def test_that_an_emptied_field_means_no_actual(made):
    made.type(leads="90")
    made.type(leads=" ")
    assert made.actuals == {}


def test_that_every_entry_is_one_step_of_undo_that_names_it(made):
    made.type(leads="90", deals="40")
    assert made.undo_title == "Enter the actual of “deals” for 2027-01"
    made.desk.session.undo()
    assert made.actuals == {("leads", "2027-01"): 90.0}


def test_that_what_is_no_number_is_told_and_kept(made):
    made.type(leads="9o")
    assert made.row("leads").fact == "9o"
    assert made.row("leads").wrong
    assert len(made.notices.said) == 1
    assert made.actuals == {}


def test_that_what_is_no_number_waits_in_its_own_month(made):
    made.type(leads="9o")
    made.presenter.month.step(1)
    assert made.row("leads").fact == ""
    made.presenter.month.step(-1)
    assert made.row("leads").fact == "9o"
    assert made.cells.exact("leads") == "9o"


def test_that_a_number_takes_the_place_of_what_was_none(made):
    made.type(leads="9o")
    made.type(leads="90")
    assert (made.row("leads").fact, made.row("leads").wrong) == ("90", "")


def test_that_the_last_month_with_actuals_is_shown_first():
    known = stand(plan(actuals=(actual("leads", 1.0), actual("leads", 2.0, "2027-02"))))
    assert known.view.month.chosen == "2027-02"


def test_that_without_actuals_the_first_month_is_shown(made):
    assert made.view.month.chosen == "2027-01"
    assert made.view.month.said == "no month has actuals yet"


def test_that_the_month_stays_when_its_last_actual_goes():
    known = stand(plan(actuals=(actual("leads", 1.0), actual("leads", 2.0, "2027-02"))))
    known.cells.clear(("leads",))
    assert known.view.month.chosen == "2027-02"


def test_that_months_end_where_the_plan_does(made):
    assert (made.view.month.has_previous, made.view.month.has_next) == (False, True)
    made.presenter.month.step(9)
    assert made.view.month.chosen == "2027-03"
    assert (made.view.month.has_previous, made.view.month.has_next) == (True, False)


def test_that_a_month_that_left_the_plan_gives_way(made):
    made.presenter.month.step(2)
    made.desk.do(ChangeCalendar({"months": 1}))
    assert made.view.month.chosen == "2027-01"


def test_that_the_list_of_months_says_how_many_actuals_each_has(made):
    made.type(leads="90", deals="40")
    assert [option.about for option in made.view.month.months] == ["2 actuals", "", ""]
    assert made.view.month.said == "1 month of 3 has actuals"


def test_that_a_pasted_column_goes_down_the_table(made):
    assert made.view.facts.keys == ("leads", "share", "deals")
    made.cells.paste(("leads",), "90\n45%\n40\n")
    assert made.actuals == {
        ("leads", "2027-01"): 90.0, ("share", "2027-01"): 0.45, ("deals", "2027-01"): 40.0,
    }  # fmt: skip
    assert made.undo_title == "Paste 3 actuals for 2027-01"


def test_that_one_pasted_cell_fills_what_is_selected(made):
    made.cells.paste(("leads", "deals"), "40")
    assert made.actuals == {("leads", "2027-01"): 40.0, ("deals", "2027-01"): 40.0}


def test_that_an_empty_pasted_cell_means_no_actual(made):
    made.type(share="45")
    made.cells.paste(("leads",), "90\n\n40")
    assert ("share", "2027-01") not in made.actuals


def test_that_a_pasted_cell_without_a_number_changes_nothing(made):
    made.cells.paste(("leads",), "90\nmany\n40")
    assert made.actuals == {}
    assert "row 2" in made.notices.said[0]


def test_that_two_columns_are_not_pasted(made):
    made.cells.paste(("leads",), "90\t80\n1\t2")
    assert made.actuals == {}
    assert made.notices.said == ["nothing was pasted: one column is expected, there are 2"]


def test_that_cells_below_the_table_are_told(made):
    made.cells.paste(("deals",), "40\n50\n60")
    assert made.actuals == {("deals", "2027-01"): 40.0}
    assert made.notices.said[0].startswith("2 pasted cells have no place here")


def test_that_an_empty_clipboard_changes_nothing(made):
    made.cells.paste(("leads",), "")
    assert made.actuals == {}


def test_that_a_number_with_two_readings_is_told(made):
    made.cells.paste(("leads",), "1,234")
    assert made.notices.said == ["“1,234” was read as 1,234"]


def test_that_a_copied_column_has_every_digit():
    known = stand(plan(actuals=(actual("leads", 90.125), actual("share", 0.4567))))
    assert known.cells.copy(("leads", "share", "deals")) == "90.125\n45.67\u00a0%\n"


def test_that_clearing_is_one_step_of_undo(made):
    made.type(leads="90", deals="40")
    made.cells.clear(("leads", "share", "deals"))
    assert made.actuals == {}
    assert made.undo_title == "Clear the actuals for 2027-01"


def test_that_clearing_takes_out_what_is_no_number(made):
    made.type(leads="9o")
    made.cells.clear(("leads",))
    assert made.row("leads").fact == ""


def test_that_the_funnel_and_kpis_are_listed_by_phase(made):
    assert made.headings == ["Interest", "Deal"]
    assert made.view.facts.keys == ("leads", "share", "deals")


def test_that_all_other_metrics_can_be_listed(made):
    made.presenter.show_whole(True)
    assert made.headings == ["Interest", "Deal", "Common to all phases"]
    assert made.view.facts.keys[-1] == "price"


def test_that_a_metric_with_an_actual_is_always_listed():
    assert "price" in stand(plan(actuals=(actual("price", 900.0),))).view.facts.keys


def test_that_the_plan_is_that_of_the_scenario(made):
    made.choice.choose("more")
    assert made.row("leads").plan == "200"


@pytest.mark.parametrize(
    ("better", "plan_", "words", "completion", "tone"),
    [
        ("higher", 100.0, "110", "110%", "good"),
        ("higher", 100.0, "85", "85%", "warn"),
        ("higher", 100.0, "60", "60%", "bad"),
        ("lower", 100.0, "80", "125%", "good"),
        ("lower", 100.0, "125", "80%", "warn"),
        ("lower", 100.0, "200", "50%", "bad"),
        ("lower", 100.0, "0", "—", "good"),
        ("within", 100.0, "60", "60%", ""),
        ("higher", 0.0, "5", "—", "good"),
        ("higher", -50.0, "-60", "—", "bad"),
    ],
)
def test_that_completion_is_judged_by_what_is_better(better, plan_, words, completion, tone):
    row = judged(better, plan_, words)
    assert (row.completion, row.tone) == (completion, tone)


def test_that_without_a_plan_nothing_is_good():
    made = stand(project(metric("m", kind="stage")))
    made.type(m="5")
    assert (made.row("m").plan, made.row("m").completion, made.row("m").tone) == ("—", "—", "")


def test_that_a_row_without_a_fact_is_not_judged(made):
    assert (made.row("leads").completion, made.row("leads").tone) == ("", "")


def test_that_long_amounts_are_short_in_the_table_and_whole_in_the_tip():
    made = stand(project(metric("m", value=5_000_000.0, unit="money", kind="stage")))
    made.type(m="5712345")
    assert made.row("m").fact == "5.71M"
    assert "fact 5,712,345" in made.row("m").tip


def test_that_another_project_begins_anew(made):
    made.type(leads="9o")
    made.presenter.month.step(2)
    made.desk.session.open(plan(scenarios=(Scenario(key="x", name="X"),)))
    assert made.view.month.chosen == "2027-01"
    assert made.row("leads").fact == ""
