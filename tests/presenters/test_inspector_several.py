from __future__ import annotations

from tests.presenters.inspecting import Inspecting
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import ChipsRow, ChoiceRow, SwitchRow
from workbench.presenters.inspector.wishes import Chosen, Opened, Switched, Typed


def test_that_several_metrics_are_counted_and_named(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads", "visits")
    assert inspecting.picture.title == "2 metrics selected"
    assert [chip.text for chip in inspecting.row("chosen", ChipsRow).chips] == [
        "Лиды",
        "Посещения сайта",
    ]


def test_that_many_metrics_are_not_all_named(desk: Desk) -> None:
    everything = [metric.key for metric in desk.project.metrics]
    row = Inspecting(desk, *everything).row("chosen", ChipsRow)
    assert (len(row.chips), row.tail) == (12, "and 8 more")


def test_that_one_of_them_is_followed(desk: Desk) -> None:
    Inspecting(desk, "leads", "visits").wish(Opened("chosen", "visits"))
    assert desk.selection.selected.metric == "visits"


def test_that_what_they_share_is_shown_and_what_differs_is_open(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads", "visits", "deals")
    assert inspecting.row("direct", SwitchRow).on is None
    assert inspecting.row("phase", ChoiceRow).chosen is None
    desk.selection.metrics(["leads", "visits"])
    assert inspecting.row("direct", SwitchRow).on is True
    assert inspecting.row("phase", ChoiceRow).chosen == "interest"


def test_that_no_influence_asks_for_no_horizon(desk: Desk) -> None:
    assert Inspecting(desk, "deals", "revenue").picture.row("horizon") is None


def test_that_the_phase_of_all_changes_in_one_step(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads", "visits")
    inspecting.wish(Chosen("phase", "deal"))
    assert {desk.project.metric(key).phase for key in ("leads", "visits")} == {"deal"}
    assert inspecting.undo == "Change the phase of 2 metrics"
    desk.session.undo()
    assert desk.project.metric("leads").phase == "interest"


def test_that_the_channel_of_all_is_taken_out(desk: Desk) -> None:
    Inspecting(desk, "leads", "visits").wish(Chosen("channel", ""))
    assert desk.project.metric("visits").channel is None


def test_that_the_influence_of_all_changes_and_the_rest_of_it_stays(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads", "deals")
    inspecting.wish(Switched("direct", True))
    inspecting.wish(Chosen("horizon", "hour"))
    leads, deals = (desk.project.metric(key).influence for key in ("leads", "deals"))
    assert (deals.direct, deals.horizon) == (True, "hour")
    assert leads.action == "реклама, рассылка по базе"
    assert inspecting.undo == "Change the influence on 2 metrics"


def test_that_members_of_one_metric_are_not_changed_in_several(desk: Desk) -> None:
    Inspecting(desk, "leads", "visits").wish(Typed("name", "x"))
    assert not desk.session.history.done
