from __future__ import annotations

import pytest

from tests.presenters.conftest import Notices
from tests.presenters.inspecting import Inspecting
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.project import ChangeCalendar
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import (
    ChipsRow,
    ChoiceRow,
    FormulaRow,
    MonthCell,
    MonthsRow,
    NoteRow,
    NumberRow,
    OutcomeRow,
    PairRow,
)
from workbench.presenters.inspector.wishes import Chosen, Filled, Numbered, Opened


def mode(inspecting: Inspecting) -> str | None:
    section = inspecting.picture.section("value")
    assert section is not None
    assert section.switch is not None
    return section.switch.chosen


def test_that_a_computed_metric_shows_its_formula_by_names(desk: Desk) -> None:
    row = Inspecting(desk, "qualified").row("formula", FormulaRow)
    assert row.words == "Лиды × [Конверсия лид → КЛ]"


def test_that_the_calculation_stands_in_numbers(desk: Desk) -> None:
    row = Inspecting(desk, "qualified").row("outcome", OutcomeRow)
    assert (row.words, row.strong) == ("585 × 80% =", "468")
    assert row.total == "5,616 in the plan"


def test_that_the_calculation_of_a_month_can_be_shown(desk: Desk) -> None:
    inspecting = Inspecting(desk, "qualified")
    inspecting.wish(Chosen("outcome", "0"))
    row = inspecting.row("outcome", OutcomeRow)
    assert (row.words, row.strong, row.month) == ("600 × 80% =", "480", "0")


def test_that_the_month_shown_stays_for_the_next_metric(desk: Desk) -> None:
    inspecting = Inspecting(desk, "qualified")
    inspecting.wish(Chosen("outcome", "0"))
    desk.selection.metrics(["leads"])
    assert inspecting.row("outcome", OutcomeRow).words == "40,000 × 1.5% ="


def test_that_a_month_beyond_a_shorter_plan_is_the_average_again(desk: Desk) -> None:
    inspecting = Inspecting(desk, "qualified")
    inspecting.wish(Chosen("outcome", "11"))
    desk.do(ChangeCalendar({"months": 6}))
    assert inspecting.row("outcome", OutcomeRow).month == "average"


def test_that_a_stock_is_shown_at_the_end_of_the_plan(desk: Desk) -> None:
    row = Inspecting(desk, "clients").row("outcome", OutcomeRow)
    assert row.words.endswith("× (1 − 2%) + 37.6 =")
    assert row.months[0].text == "end of the plan"
    assert row.total == ""


def test_that_functions_of_roles_stand_as_numbers(desk: Desk) -> None:
    assert Inspecting(desk, "calls").row("outcome", OutcomeRow).words == "60 × 21 × 3 ="


def test_that_averages_that_only_come_near_say_so(desk: Desk) -> None:
    visits = desk.project.metric("visits").value
    assert isinstance(visits, tuple)
    grown = tuple(1.0 * at for at in range(len(visits)))
    desk.do(ChangeMetric("cr_lead", {"value": grown, "from_stage": None, "to_stage": None}))
    assert Inspecting(desk, "leads").row("outcome", OutcomeRow).words.endswith("≈")


def test_that_money_in_the_calculation_has_its_sign(desk: Desk) -> None:
    row = Inspecting(desk, "cost_per_lead").row("outcome", OutcomeRow)
    assert row.words == "600,000\u00a0RUB ÷ 585 ="


def test_that_a_problem_leads_to_where_it_began(desk: Desk) -> None:
    desk.do(ChangeMetric("cr_lead", {"value": None}))
    inspecting = Inspecting(desk, "qualified")
    assert "there is no value" in inspecting.row("trouble", NoteRow).words
    assert inspecting.row("origin", ChipsRow).chips[0].text == "Конверсия сайта в лид"
    inspecting.wish(Opened("origin", "cr_lead"))
    assert desk.selection.selected.metric == "cr_lead"


def test_that_a_wrong_formula_has_no_outcome(desk: Desk) -> None:
    desk.do(ChangeMetric("leads", {"formula": "nothing * 2"}))
    assert Inspecting(desk, "leads").picture.row("outcome") is None


def test_that_an_empty_input_says_so_in_its_field_alone(desk: Desk) -> None:
    desk.do(ChangeMetric("churn", {"value": None}))
    inspecting = Inspecting(desk, "churn")
    assert inspecting.row("value", NumberRow).placeholder == "not set"
    assert inspecting.picture.row("trouble") is None


def test_that_a_value_is_set(desk: Desk) -> None:
    inspecting = Inspecting(desk, "average_deal")
    inspecting.wish(Numbered("value", 200_000))
    assert desk.project.metric("average_deal").value == 200_000
    assert inspecting.undo == "Change the value of “Средний чек”"


def test_that_a_share_is_shown_as_one(desk: Desk) -> None:
    row = Inspecting(desk, "cr_qualified").row("value", NumberRow)
    assert row.share
    assert row.value == 0.8


def test_that_a_yes_or_no_is_chosen(desk: Desk) -> None:
    desk.do(ChangeMetric("churn", {"unit": "yes_no", "value": 1.0}))
    inspecting = Inspecting(desk, "churn")
    assert inspecting.row("value", ChoiceRow).chosen == "1"
    inspecting.wish(Chosen("value", "0"))
    assert desk.project.metric("churn").value == 0
    inspecting.wish(Chosen("value", ""))
    assert desk.project.metric("churn").value is None


def test_that_a_list_is_shown_by_year(desk: Desk) -> None:
    row = Inspecting(desk, "visits").row("months", MonthsRow)
    year, cells = row.years[0]
    assert (year, len(cells)) == ("2027", 12)
    assert cells[0] == MonthCell("Jan", 40_000)


def test_that_a_month_is_set(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    inspecting.wish(Filled("months", 1, (39_000.0,)))
    value = desk.project.metric("visits").value
    assert isinstance(value, tuple)
    assert value[:3] == (40_000, 39_000, 42_000)


def test_that_pasted_months_go_no_further_than_the_plan(desk: Desk) -> None:
    Inspecting(desk, "visits").wish(Filled("months", 10, (1.0, 2.0, 3.0)))
    value = desk.project.metric("visits").value
    assert isinstance(value, tuple)
    assert value[9:] == (44_000, 1, 2)


def test_that_values_beyond_a_shorter_plan_are_kept(desk: Desk) -> None:
    desk.do(ChangeCalendar({"months": 6}))
    Inspecting(desk, "visits").wish(Filled("months", 5, (1.0, 2.0)))
    value = desk.project.metric("visits").value
    assert isinstance(value, tuple)
    assert value[5:] == (1, 33_000, 34_000, 41_000, 44_000, 46_000, 39_000)


def test_that_one_value_is_spread_over_the_months(desk: Desk) -> None:
    inspecting = Inspecting(desk, "average_deal")
    inspecting.wish(Chosen("spread", "months"))
    assert desk.project.metric("average_deal").value == (180_000,) * 12


def test_that_a_list_becomes_its_average_month(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    inspecting.wish(Chosen("spread", "one"))
    assert desk.project.metric("visits").value == 39_000
    assert inspecting.undo == "Set “Посещения сайта” the same in every month"


def test_that_a_list_with_holes_becomes_its_first_value(desk: Desk) -> None:
    holes = (None, 7.0, *(None,) * 10)
    desk.do(ChangeMetric("ad_budget", {"value": holes}))
    Inspecting(desk, "ad_budget").wish(Chosen("spread", "one"))
    assert desk.project.metric("ad_budget").value == 7


def test_that_choosing_what_is_so_already_is_no_edit(desk: Desk) -> None:
    Inspecting(desk, "visits").wish(Chosen("spread", "months"))
    Inspecting(desk, "average_deal").wish(Chosen("spread", "one"))
    assert not desk.session.history.done


def test_that_a_formula_given_up_leaves_its_numbers(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Chosen("mode", "value"))
    leads = desk.project.metric("leads")
    assert leads.formula is None
    assert isinstance(leads.value, tuple)
    assert leads.value[:2] == pytest.approx((600, 570))
    assert mode(inspecting) == "value"


def test_that_a_formula_of_equal_months_leaves_one_number(desk: Desk) -> None:
    Inspecting(desk, "calls").wish(Chosen("mode", "value"))
    assert desk.project.metric("calls").value == 3780


def test_that_a_value_stays_until_a_formula_is_taken_over(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    inspecting.wish(Chosen("mode", "formula"))
    assert mode(inspecting) == "formula"
    assert inspecting.row("formula", FormulaRow).words == ""
    assert not desk.session.history.done


def test_that_a_begun_formula_can_be_left_again(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    inspecting.wish(Chosen("mode", "formula"))
    inspecting.presenter.drafts.keep(desk.project.metric("visits"), "1 +")
    inspecting.wish(Chosen("mode", "value"))
    assert mode(inspecting) == "value"
    assert not inspecting.presenter.drafts.is_draft(desk.project.metric("visits"))
    assert not desk.session.history.done


def test_that_undoing_a_first_formula_shows_the_value_again(desk: Desk) -> None:
    inspecting = Inspecting(desk, "ad_budget")
    inspecting.wish(Chosen("mode", "formula"))
    inspecting.presenter.drafts.commit(desk.project.metric("ad_budget"), "[Средний чек] * 2")
    desk.session.undo()
    assert mode(inspecting) == "value"


def test_that_a_range_is_set(desk: Desk) -> None:
    inspecting = Inspecting(desk, "average_deal")
    inspecting.wish(Numbered("low", 140_000))
    assert desk.project.metric("average_deal").low == 140_000
    assert inspecting.row("range", PairRow).between == "–"


def test_that_a_range_left_on_a_formula_can_be_taken_out(desk: Desk) -> None:
    assert Inspecting(desk, "leads").picture.row("range") is None
    desk.do(ChangeMetric("leads", {"low": 1.0}))
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Numbered("low", None))
    assert desk.project.metric("leads").low is None


def test_that_a_range_upside_down_is_refused(desk: Desk, notices: Notices) -> None:
    Inspecting(desk, "average_deal").wish(Numbered("low", 300_000))
    assert desk.project.metric("average_deal").low == 150_000
    assert notices.said == ["The low end of a range cannot be above the high one"]


def test_that_an_end_of_a_range_can_be_taken_out(desk: Desk) -> None:
    Inspecting(desk, "average_deal").wish(Numbered("low", None))
    assert desk.project.metric("average_deal").low is None


def test_that_a_given_conversion_needs_no_number_before_it(desk: Desk) -> None:
    desk.do(ChangeMetric("visits", {"value": None}))
    inspecting = Inspecting(desk, "cr_lead")
    assert inspecting.row("value", NumberRow).value == 0.015
    assert inspecting.picture.row("trouble") is None
