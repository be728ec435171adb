from __future__ import annotations

from tests.presenters.inspecting import Inspecting
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Influence
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import ChipsRow, ChoiceRow, NoteRow, SwitchRow, TextRow
from workbench.presenters.inspector.wishes import Chosen, Opened, Switched, Typed


def test_that_direct_influence_asks_how_fast_and_by_what(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    assert inspecting.row("direct", SwitchRow).on
    assert inspecting.row("horizon", ChoiceRow).chosen == "day"
    assert inspecting.row("action", TextRow).words == "ответ за 15 минут"


def test_that_a_result_leads_to_what_can_be_influenced(desk: Desk) -> None:
    row = Inspecting(desk, "qualified").row("factors", ChipsRow)
    assert row.lead == "This is a result. Influence it through:"
    assert [(chip.id, chip.text, chip.icon) for chip in row.chips] == [
        ("leads", "Лиды", "bolt"),
        ("cr_qualified", "Конверсия лид → КЛ", "bolt"),
    ]


def test_that_factors_are_found_through_results_in_between(desk: Desk) -> None:
    factors = {chip.id for chip in Inspecting(desk, "revenue").row("factors", ChipsRow).chips}
    assert factors == {
        "cr_deal", "cr_meeting", "cr_qualified", "leads", "cr_cold", "calls_per_day",
    }  # fmt: skip


def test_that_a_factor_is_followed(desk: Desk) -> None:
    Inspecting(desk, "qualified").wish(Opened("factors", "leads"))
    assert desk.selection.selected.metric == "leads"


def test_that_a_result_without_such_factors_says_so(desk: Desk) -> None:
    for key in ("leads", "cr_qualified"):
        influence = desk.project.metric(key).influence
        desk.do(ChangeMetric(key, {"influence": influence.having(direct=False)}))
    for key in ("visits", "cr_lead"):
        desk.do(ChangeMetric(key, {"influence": Influence()}))
    assert Inspecting(desk, "qualified").row("given", NoteRow).tone == "warn"


def test_that_an_input_nobody_moves_is_a_given(desk: Desk) -> None:
    note = Inspecting(desk, "average_deal").row("given", NoteRow)
    assert note.words == "A given condition: nobody in the team moves it."


def test_that_the_switch_keeps_what_was_agreed(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    inspecting.wish(Switched("direct", False))
    inspecting.wish(Switched("direct", True))
    influence = desk.project.metric("cr_qualified").influence
    assert (influence.horizon, influence.action) == ("day", "ответ за 15 минут")
    assert inspecting.undo == "Change the influence on “Конверсия лид → КЛ”"


def test_that_horizon_and_action_are_set_and_taken_out(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    inspecting.wish(Chosen("horizon", "hour"))
    inspecting.wish(Typed("action", ""))
    influence = desk.project.metric("cr_qualified").influence
    assert (influence.horizon, influence.action) == ("hour", "")
    inspecting.wish(Chosen("horizon", ""))
    assert desk.project.metric("cr_qualified").influence.horizon is None
