from __future__ import annotations

import pytest

from tests.presenters.inspecting import Inspecting
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import AddRow, ChipsRow, ItemRow, NoteRow, TextRow
from workbench.presenters.inspector.wishes import Added, Opened, Removed, Typed


@pytest.mark.parametrize("member", ["source", "recorded_by", "gaming", "note"])
def test_that_words_are_set_and_taken_out(desk: Desk, member: str) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    inspecting.wish(Typed(member, "a word"))
    assert getattr(desk.project.metric("cr_qualified"), member) == "a word"
    inspecting.wish(Typed(member, ""))
    assert getattr(desk.project.metric("cr_qualified"), member) is None


def test_that_such_an_edit_says_what_it_changes(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Typed("gaming", "боты"))
    assert inspecting.undo == "Change how “Лиды” could be cheated"


def test_that_counter_metrics_are_chosen_among_the_others(desk: Desk) -> None:
    row = Inspecting(desk, "calls_per_day").row("guards", ChipsRow)
    assert [chip.id for chip in row.chips] == ["cr_cold"]
    assert {"calls_per_day", "cr_cold"}.isdisjoint(option.id for option in row.options)


def test_that_a_counter_metric_is_added_followed_and_removed(desk: Desk) -> None:
    inspecting = Inspecting(desk, "calls_per_day")
    inspecting.wish(Added("guards", "cr_deal"))
    assert desk.project.metric("calls_per_day").guards == ("cr_cold", "cr_deal")
    inspecting.wish(Removed("guards", "cr_cold"))
    assert desk.project.metric("calls_per_day").guards == ("cr_deal",)
    inspecting.wish(Opened("guards", "cr_deal"))
    assert desk.selection.selected.metric == "cr_deal"


def standards(desk: Desk) -> tuple[str, ...]:
    return desk.project.kpi_by_place["cr_qualified", "sdr"].standards


def test_that_standards_are_listed(desk: Desk) -> None:
    part = Inspecting(desk, "cr_qualified").row("standard 1", ItemRow).parts[0]
    assert isinstance(part, TextRow)
    assert part.words == "0 пропущенных звонков"


def test_that_a_standard_is_added(desk: Desk) -> None:
    inspecting = Inspecting(desk, "cr_qualified")
    inspecting.wish(Added("standard", "Перезвонить за час"))
    assert standards(desk)[-1] == "Перезвонить за час"
    assert inspecting.undo == "Change the standards of “Конверсия лид → КЛ”"


def test_that_a_standard_is_changed(desk: Desk) -> None:
    Inspecting(desk, "cr_qualified").wish(Typed("standard 1", "1 пропущенный"))
    assert standards(desk)[1] == "1 пропущенный"


@pytest.mark.parametrize("wish", [Removed("standard 1"), Typed("standard 1", "")])
def test_that_a_standard_is_removed(desk: Desk, wish: Removed | Typed) -> None:
    before = standards(desk)
    Inspecting(desk, "cr_qualified").wish(wish)
    assert standards(desk) == (before[0], *before[2:])


def test_that_standards_need_an_owner(desk: Desk) -> None:
    inspecting = Inspecting(desk, "visits")
    assert inspecting.row("no_owner", NoteRow).words.startswith("Standards protect the KPI")
    assert inspecting.picture.row("standard") is None
    inspecting.wish(Added("standard", "x"))
    assert not desk.session.history.done


def test_that_a_standard_is_typed_in_place(desk: Desk) -> None:
    row = Inspecting(desk, "cr_qualified").row("standard", AddRow)
    assert row.placeholder.startswith("such as")
