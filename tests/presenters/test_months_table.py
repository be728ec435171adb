"""What the table of the plan shows."""

import pytest

from tests.presenters.months import plan, stand
from tests.projects import metric, project
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.plan import Scenario
from workbench.presenters.months.picture import Difference, Heading, Row


@pytest.fixture
def plan_stand():
    return stand()


def test_that_metrics_stand_below_their_phase_in_the_order_of_the_project(plan_stand):
    lines = [
        line.name if isinstance(line, Heading) else line.key for line in plan_stand.view.table.lines
    ]
    assert lines == [
        "Interest", "leads", "share", "Deal", "deals", "Common to all phases", "price",
    ]  # fmt: skip


def test_that_a_phase_without_metrics_has_no_heading():
    shown = stand(plan().having(metrics=plan().metrics[:1], kpis=(), goals=())).view
    assert [type(line) for line in shown.table.lines] == [Heading, Row]


def test_that_a_project_without_phases_has_no_headings_at_all():
    shown = stand(project(metric("leads", value=1.0))).view
    assert [type(line) for line in shown.table.lines] == [Row]


def test_that_months_are_named_in_the_language_of_the_interface(plan_stand):
    assert plan_stand.view.table.months == ("Jan 2027", "Feb 2027", "Mar 2027")
    plan_stand.desk.speak("ru")
    assert plan_stand.view.table.months[0] == "янв 2027"


def test_that_a_constant_stands_in_every_month(plan_stand):
    assert plan_stand.view.texts("leads") == ("100", "100", "100")


def test_that_shares_have_their_sign_and_amounts_are_bare(plan_stand):
    assert plan_stand.view.texts("share") == ("50%", "60%", "70%")
    assert plan_stand.view.texts("price") == ("1,000", "1,000", "1,000")


def test_that_the_unit_stands_beside_the_name(plan_stand):
    assert [plan_stand.view.row(key).unit for key in ("leads", "share", "price")] == [
        "/mo", "%", "$",
    ]  # fmt: skip


def test_that_inputs_are_told_from_what_is_computed(plan_stand):
    assert plan_stand.view.kinds("leads") == ("input",) * 3
    assert plan_stand.view.kinds("deals") == ("computed",) * 3


def test_that_totals_are_those_of_the_forecast_and_a_ratio_is_no_average(plan_stand):
    assert plan_stand.view.row("deals").total.text == "180"
    assert plan_stand.view.row("share").total.text == "60%"


def test_that_a_weighted_ratio_follows_its_volumes():
    edit = ChangeMetric("leads", {"value": (100.0, 100.0, 400.0)})
    shown = stand(edit.apply(plan())).view
    assert shown.row("share").total.text == "65%"


def test_that_a_dot_stands_for_everybody_who_answers_but_for_no_contributor(plan_stand):
    assert [dot.name for dot in plan_stand.view.row("share").dots] == ["SDR"]


def test_that_a_problem_is_a_dash_with_its_reason_and_the_place_where_it_began():
    shown = stand(ChangeMetric("leads", {"value": (100.0, None, 100.0)}).apply(plan()))
    cell = shown.view.row("deals").cells[1]
    assert (cell.text, cell.wrong) == ("—", True)
    assert "“leads”, February 2027: there is no value" in shown.presenter.cell_tip("deals", 1)


def test_that_a_missing_input_says_so_in_its_own_cell():
    shown = stand(ChangeMetric("leads", {"value": None}).apply(plan()))
    assert shown.presenter.cell_tip("leads", 0) == "there is no value"


def test_that_a_computed_cell_explains_its_formula_in_words(plan_stand):
    assert plan_stand.presenter.cell_tip("deals", 0) == "= leads × share"


def test_that_a_formula_that_cannot_be_read_is_shown_as_it_stands():
    shown = stand(ChangeMetric("deals", {"formula": "leads * ("}).apply(plan()))
    assert "leads * (" in shown.presenter.cell_tip("deals", 0)


def test_that_a_constant_says_that_it_is_one(plan_stand):
    assert plan_stand.presenter.cell_tip("leads", 0) == "the same in all months"
    assert plan_stand.presenter.cell_tip("share", 0) == ""


def test_that_the_name_tells_who_answers_and_who_helps(plan_stand):
    assert plan_stand.presenter.name_tip("share").splitlines() == [
        "share", "nobody can move it directly", "owner: SDR", "contributor: Head",
    ]  # fmt: skip


def test_that_a_total_tells_how_it_is_made(plan_stand):
    assert plan_stand.presenter.total_tip("share") == "computed again from its parts"


def test_that_the_table_follows_an_edit(plan_stand):
    plan_stand.desk.do(ChangeMetric("leads", {"value": 10.0}))
    assert plan_stand.view.texts("deals") == ("5", "6", "7")


def test_that_rows_an_edit_does_not_touch_stay_the_same_objects(plan_stand):
    before = plan_stand.view.row("price")
    plan_stand.desk.do(ChangeMetric("leads", {"value": 10.0}))
    assert plan_stand.view.row("price") is before


def test_that_nothing_is_shown_again_while_nothing_differs(plan_stand):
    plan_stand.desk.do(ChangeMetric("leads", {"position": {"x": 1.0, "y": 2.0}}))
    assert plan_stand.view.tables == 1


def test_that_a_hidden_place_rests_and_catches_up(plan_stand):
    plan_stand.presenter.set_visible(False)
    plan_stand.desk.do(ChangeMetric("leads", {"value": 10.0}))
    assert plan_stand.view.texts("leads")[0] == "100"
    plan_stand.presenter.set_visible(True)
    assert plan_stand.view.texts("leads")[0] == "10"


def test_that_computed_metrics_can_be_left_out(plan_stand):
    plan_stand.presenter.set_inputs_only(True)
    assert plan_stand.view.table.keys == ("leads", "share", "price")


def test_that_a_scenario_marks_what_it_changes(plan_stand):
    plan_stand.choice.scenarios.choose("more")
    assert plan_stand.view.texts("leads") == ("200", "200", "200")
    assert plan_stand.view.kinds("leads") == ("given",) * 3
    assert plan_stand.view.kinds("share") == ("input",) * 3
    assert plan_stand.view.texts("deals") == ("100", "120", "140")


def test_that_a_month_in_which_a_scenario_agrees_with_the_base_is_not_marked():
    opened = plan(
        scenarios=(Scenario(key="more", name="More", values={"leads": (100.0, 9.0, 100.0)}),)
    )
    shown = stand(opened)
    shown.choice.scenarios.choose("more")
    assert shown.view.kinds("leads") == ("input", "given", "input")


def test_that_a_scenario_says_what_the_base_has(plan_stand):
    plan_stand.choice.scenarios.choose("more")
    assert plan_stand.presenter.cell_tip("leads", 0) == "base: 100"


def test_that_totals_are_compared_with_the_base(plan_stand):
    plan_stand.choice.scenarios.choose("more")
    assert plan_stand.view.table.compared
    assert plan_stand.view.row("deals").difference == Difference("+100%", "good")
    assert plan_stand.view.row("price").difference == Difference()
    assert plan_stand.presenter.total_tip("deals").splitlines()[1:] == [
        "base: 180", "against the base: +100%",
    ]  # fmt: skip


def test_that_shares_differ_in_points_and_less_is_bad_where_more_is_better():
    opened = plan(scenarios=(Scenario(key="more", name="More", values={"share": 0.5}),))
    shown = stand(opened)
    shown.choice.scenarios.choose("more")
    assert shown.view.row("share").difference == Difference("−10 pp", "bad")


def test_that_less_is_good_where_less_is_better():
    opened = plan(scenarios=(Scenario(key="more", name="More", values={"price": 900.0}),))
    opened = ChangeMetric("price", {"better": "lower"}).apply(opened)
    shown = stand(opened)
    shown.choice.scenarios.choose("more")
    assert shown.view.row("price").difference == Difference("−10%", "good")


def test_that_a_total_without_a_number_is_never_compared():
    opened = plan(
        scenarios=(Scenario(key="more", name="More", values={"leads": (1.0, None, 1.0)}),)
    )
    shown = stand(opened)
    shown.choice.scenarios.choose("more")
    assert shown.view.row("deals").difference == Difference("—")


def test_that_the_base_is_compared_with_nothing(plan_stand):
    assert not plan_stand.view.table.compared
