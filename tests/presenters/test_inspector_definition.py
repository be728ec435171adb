from __future__ import annotations

from tests.presenters.conftest import Notices
from tests.presenters.inspecting import Inspecting
from workbench.base.texts import text
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.project import SetMembers
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import ChoiceRow, FactRow, SwitchRow
from workbench.presenters.inspector.wishes import Chosen, Switched, Typed


def test_that_kind_unit_and_direction_are_chosen(desk: Desk) -> None:
    inspecting = Inspecting(desk, "churn")
    inspecting.wish(Chosen("unit", "percent"))
    inspecting.wish(Chosen("over_time", "ratio"))
    inspecting.wish(Chosen("better", "within"))
    churn = desk.project.metric("churn")
    assert (churn.unit, churn.over_time, churn.better) == ("percent", "ratio", "within")
    assert inspecting.undo == "Change which way “Отток” is better"


def test_that_a_unit_in_words_is_typed_and_taken_out(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Typed("unit_label", "заявок"))
    assert desk.project.metric("leads").unit_label == "заявок"
    inspecting.wish(Typed("unit_label", ""))
    assert desk.project.metric("leads").unit_label is None


def test_that_phase_and_channel_are_chosen_and_taken_out(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Chosen("phase", "deal"))
    inspecting.wish(Chosen("channel", "site"))
    leads = desk.project.metric("leads")
    assert (leads.phase, leads.channel) == ("deal", "site")
    inspecting.wish(Chosen("phase", ""))
    inspecting.wish(Chosen("channel", ""))
    leads = desk.project.metric("leads")
    assert (leads.phase, leads.channel) == (None, None)


def test_that_a_project_without_channels_does_not_ask_for_one(desk: Desk) -> None:
    desk.do(SetMembers({"channels": ()}, text("x")))
    assert Inspecting(desk, "leads").picture.row("channel") is None


def test_that_the_state_of_a_channel_can_be_changed(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    assert inspecting.row("confirmed", SwitchRow).on
    inspecting.wish(Switched("confirmed", False))
    assert desk.project.channels[0].state == "searching"
    assert inspecting.undo == "Change the state of the channel “Сайт”"


def test_that_a_metric_without_a_channel_has_no_state_of_one(desk: Desk) -> None:
    assert Inspecting(desk, "leads").picture.row("confirmed") is None


def test_that_the_key_can_be_read(desk: Desk) -> None:
    assert Inspecting(desk, "leads").row("key", FactRow).words == "leads"


def test_that_only_a_conversion_has_ends(desk: Desk) -> None:
    assert Inspecting(desk, "leads").picture.row("from") is None
    assert Inspecting(desk, "churn").row("from", ChoiceRow).chosen == ""
    assert Inspecting(desk, "cr_lead").row("to", ChoiceRow).chosen == "leads"


def test_that_arrows_are_no_ends_of_arrows(desk: Desk) -> None:
    options = {option.id for option in Inspecting(desk, "cr_lead").row("to", ChoiceRow).options}
    assert "leads" in options
    assert "cr_qualified" not in options
    assert "cr_lead" not in options


def test_that_what_becomes_a_conversion_is_read_as_a_share(desk: Desk) -> None:
    Inspecting(desk, "calls_per_day").wish(Chosen("kind", "conversion"))
    metric = desk.project.metric("calls_per_day")
    assert (metric.kind, metric.unit, metric.over_time) == ("conversion", "ratio", "mean")
    assert metric.is_share


def test_that_a_flow_that_becomes_a_conversion_is_a_ratio_over_time(desk: Desk) -> None:
    Inspecting(desk, "ad_budget").wish(Chosen("kind", "conversion"))
    assert desk.project.metric("ad_budget").over_time == "ratio"


def test_that_a_former_conversion_has_no_ends_and_is_still_read_in_per_cent(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_lead")
    inspecting.wish(Chosen("kind", "driver"))
    metric = desk.project.metric("cr_lead")
    assert (metric.from_stage, metric.to_stage) == (None, None)
    assert metric.is_share
    assert inspecting.undo == "Change the kind of “Конверсия сайта в лид”"


def test_that_a_conversion_that_stays_one_keeps_its_ends(desk: Desk) -> None:
    Inspecting(desk, "cr_lead").wish(Chosen("kind", "conversion"))
    assert desk.project.metric("cr_lead").is_arrow


def test_that_the_term_of_a_conversion_goes_where_its_arrow_goes(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_cold")
    inspecting.wish(Chosen("to", "meetings"))
    assert desk.project.metric("cold_meetings").formula is None
    formula = desk.project.metric("meetings").formula
    assert formula == "qualified * cr_meeting + cold_meetings + calls * cr_cold"
    assert inspecting.undo == "Reroute “Конверсия звонок → встреча”"


def test_that_a_stage_without_terms_keeps_its_numbers(desk: Desk) -> None:
    Inspecting(desk, "cr_cold").wish(Chosen("to", "meetings"))
    assert desk.project.metric("cold_meetings").value == 3780 * 0.012


def test_that_an_arrow_into_a_circle_is_refused(desk: Desk, notices: Notices) -> None:
    Inspecting(desk, "cr_deal").wish(Chosen("to", "leads"))
    assert notices.said[0].startswith("the formulas run in a circle")
    assert desk.project.metric("cr_deal").to_stage == "deals"


def test_that_a_stage_cannot_lead_to_itself(desk: Desk, notices: Notices) -> None:
    inspecting = Inspecting(desk, "cr_lead")
    inspecting.wish(Chosen("from", "leads"))
    assert notices.said == ["“Лиды” cannot lead to itself"]
    assert inspecting.row("from", ChoiceRow).chosen == "visits"


def test_that_an_end_can_be_left_open(desk: Desk) -> None:
    Inspecting(desk, "cr_lead").wish(Chosen("from", ""))
    metric = desk.project.metric("cr_lead")
    assert (metric.from_stage, metric.to_stage) == (None, "leads")
    assert desk.project.metric("leads").formula == "visits * cr_lead"


def test_that_a_ratio_outside_a_conversion_is_no_share(desk: Desk) -> None:
    desk.do(ChangeMetric("cr_lead", {"kind": "driver"}))
    assert Inspecting(desk, "cr_lead").picture.subtitle == "Driver · ratio"
