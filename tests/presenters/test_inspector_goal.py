from __future__ import annotations

import pytest

from tests.presenters.inspecting import Inspecting
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Hint
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import AddRow, FactRow, NoteRow, NumberRow
from workbench.presenters.inspector.wishes import Added, Chosen, Numbered, Removed, Typed


def test_that_base_and_target_of_the_owner_are_shown(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    assert inspecting.row("base", NumberRow).value == 500
    plan = inspecting.row("plan", NumberRow)
    assert (plan.label, plan.value) == ("Target for a month", 600)


def test_that_the_target_names_its_period(desk: Desk) -> None:
    desk.do(ChangeKpi("leads", "marketer", {"period": "quarter"}))
    assert Inspecting(desk, "leads").row("plan", NumberRow).label == "Target for a quarter"


def test_that_base_and_target_of_the_owner_are_changed(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Numbered("base", 550))
    inspecting.wish(Numbered("plan", None))
    kpi = desk.project.kpi_by_place["leads", "marketer"]
    assert (kpi.base, kpi.plan) == (550, None)
    assert inspecting.undo == "Change the target of “Лиды”"


def test_that_a_metric_without_an_owner_has_no_target_to_change(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    assert inspecting.picture.row("plan") is None
    inspecting.wish(Numbered("plan", 1))
    assert not desk.session.history.done


@pytest.mark.parametrize(
    ("better", "sign"), [("higher", "≥\u00a0"), ("lower", "≤\u00a0"), ("within", "≈\u00a0")]
)
def test_that_the_norm_says_on_which_side_of_it_is_good(desk: Desk, better: str, sign: str) -> None:
    desk.do(ChangeMetric("cr_qualified", {"better": better}))
    norm = Inspecting(desk, "cr_qualified").row("norm", NumberRow)
    assert (norm.label, norm.value, norm.before) == ("Norm of the conversion", 0.8, sign)


def test_that_the_norm_is_changed(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    inspecting.wish(Numbered("norm", 0.75))
    assert desk.project.metric("cr_qualified").norm == 0.75
    assert inspecting.undo == "Change the norm of “Конверсия лид → КЛ”"


def test_that_the_market_is_read_with_source_and_date(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_lead")
    assert inspecting.row("hint shown", FactRow).words == "2–5%"
    assert inspecting.row("hint source shown", NoteRow).words == "First Page Sage, 2026"


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (Hint(low=0.6, source="x"), "from 60%"),
        (Hint(high=0.85), "up to 85%"),
        (Hint(source="x"), "—"),
    ],
)
def test_that_half_a_market_range_is_read_too(desk: Desk, hint: Hint, words: str) -> None:
    desk.do(ChangeMetric("cr_lead", {"hint": hint}))
    assert Inspecting(desk, "cr_lead").row("hint shown", FactRow).words == words


def test_that_the_fields_of_the_market_open_and_close(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    assert inspecting.row("hint", AddRow).words == "+ market range"
    assert inspecting.picture.row("hint low") is None
    inspecting.wish(Added("hint"))
    assert inspecting.row("hint low", NumberRow).share
    inspecting.wish(Added("hint"))
    assert inspecting.picture.row("hint low") is None


def test_that_a_market_range_is_entered(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    inspecting.wish(Added("hint"))
    inspecting.wish(Numbered("hint low", 0.6))
    inspecting.wish(Numbered("hint high", 0.85))
    inspecting.wish(Typed("hint source", "HubSpot"))
    inspecting.wish(Typed("hint date", "2026"))
    hint = desk.project.metric("cr_qualified").hint
    assert hint == Hint(low=0.6, high=0.85, source="HubSpot", date="2026")
    assert inspecting.undo == "Change the market range of “Конверсия лид → КЛ”"


def test_that_an_emptied_market_range_is_gone(desk: Desk) -> None:
    desk.do(ChangeMetric("cr_qualified", {"hint": Hint(low=0.6)}))
    Inspecting(desk, "cr_qualified").wish(Numbered("hint low", None))
    assert desk.project.metric("cr_qualified").hint is None


def test_that_a_goal_is_shown_with_how_far_it_is(desk: Desk) -> None:
    inspecting = Inspecting(desk, "revenue")
    assert inspecting.row("goal 0 value", NumberRow).value == 7_000_000
    forecast = inspecting.row("goal 0 forecast", FactRow)
    assert forecast.words.endswith("88.8%")
    assert forecast.tone == "warn"


def test_that_a_reached_goal_is_good(desk: Desk) -> None:
    inspecting = Inspecting(desk, "revenue")
    inspecting.wish(Numbered("goal 0 value", 1_000_000))
    assert inspecting.row("goal 0 forecast", FactRow).tone == "good"
    assert inspecting.undo == "Change the goal “Выручка”"


def test_that_a_cost_below_its_goal_is_good(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cost_per_lead")
    inspecting.wish(Added("goal"))
    inspecting.wish(Numbered("goal 1 value", 5_000))
    assert inspecting.row("goal 1 forecast", FactRow).tone == "good"


def test_that_a_goal_without_a_forecast_is_never_good(desk: Desk) -> None:
    desk.do(ChangeMetric("average_deal", {"value": None}))
    forecast = Inspecting(desk, "revenue").row("goal 0 forecast", FactRow)
    assert (forecast.words, forecast.tone) == ("—", "bad")


def test_that_a_goal_gets_another_period(desk: Desk) -> None:
    Inspecting(desk, "revenue").wish(Chosen("goal 0 period", "year"))
    assert desk.project.goals[0].period == "year"


def test_that_a_goal_needs_a_value(desk: Desk) -> None:
    inspecting = Inspecting(desk, "revenue")
    inspecting.wish(Numbered("goal 0 value", None))
    assert inspecting.row("goal 0 value", NumberRow).value == 7_000_000


def test_that_a_goal_is_added_with_what_the_plan_gives(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Added("goal"))
    goal = desk.project.goals[-1]
    assert (goal.metric, goal.value, goal.period) == ("leads", 585, "month")
    assert inspecting.undo == "Make “Лиды” a goal"
    assert inspecting.picture.row("goal") is None


def test_that_a_goal_is_removed(desk: Desk) -> None:
    inspecting = Inspecting(desk, "revenue")
    inspecting.wish(Removed("goal 0"))
    assert desk.project.goals == ()
    assert inspecting.row("goal", AddRow).words == "+ goal of the project"
