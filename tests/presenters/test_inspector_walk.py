"""Everything that can be wished in an inspector, one wish after another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.presenters.inspecting import Inspecting
from tests.presenters.test_inspector_project import Project
from workbench.document.project import Project as Document
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import (
    AddRow,
    ChipsRow,
    ChoiceRow,
    ItemRow,
    MonthsRow,
    NumberRow,
    PairRow,
    Picture,
    Row,
    SwitchRow,
    TextRow,
)
from workbench.presenters.inspector.wishes import (
    Added,
    Chosen,
    Filled,
    Folded,
    Moved,
    Numbered,
    Removed,
    Switched,
    Typed,
    Wish,
)

MOST_OPTIONS = 12


def wishes(picture: Picture) -> Iterator[Wish]:
    """A wish of every kind for every row that is shown."""
    for section in picture.sections:
        yield Folded(section.key, True)
        if section.switch is not None:
            yield from of_row(section.switch)
        for row in section.rows:
            yield from of_row(row)


def of_row(row: Row) -> Iterator[Wish]:
    match row:
        case TextRow():
            yield from (Typed(row.key, words) for words in ("слово", "x" * 5_000, ""))
        case NumberRow():
            yield from (Numbered(row.key, value) for value in (None, 0.0, -3.0, 1e9))
        case ChoiceRow():
            yield from (Chosen(row.key, option.id) for option in row.options[:MOST_OPTIONS])
        case SwitchRow():
            yield from (Switched(row.key, on) for on in (True, False))
        case PairRow():
            for part in row.parts:
                yield from of_row(part)
        case MonthsRow():
            yield Filled(row.key, 11, (1.0, None))
        case ItemRow() | AddRow() | ChipsRow():
            yield from of_list(row)


def of_list(row: ItemRow | AddRow | ChipsRow) -> Iterator[Wish]:
    match row:
        case ItemRow():
            for part in row.parts:
                yield from of_row(part)
            yield from (Moved(row.key, 1), Moved(row.key, -1), Removed(row.key))
        case AddRow():
            yield from (Added(row.key, option.id) for option in row.options[:MOST_OPTIONS])
            yield Added(row.key, "новое") if row.placeholder else Folded(row.key, True)
        case ChipsRow():
            yield from (Added(row.key, option.id) for option in row.options[:MOST_OPTIONS])
            yield from (Removed(row.key, chip.id) for chip in row.chips if chip.removable)


def sound(project: Document) -> bool:
    """Whether a project can be saved and read again, and no metric has value and formula."""
    read = Document.model_validate_json(project.model_dump_json())
    return read == project and all(
        metric.formula is None or metric.value is None for metric in project.metrics
    )


METRICS = ("visits", "cr_qualified", "leads", "revenue", "clients", "churn", "calls")


@pytest.mark.parametrize("metric", METRICS)
def test_that_whatever_is_wished_the_project_stays_sound_and_undo_leads_back(
    desk: Desk, metric: str
) -> None:
    inspecting = Inspecting(desk, metric)
    inspecting.wish(Folded("definition", True))
    inspecting.wish(Added("hint"))
    start = desk.project
    for wish in list(wishes(inspecting.picture)):
        inspecting.wish(wish)
        assert sound(desk.project), wish
        assert inspecting.picture.target == metric
        while desk.session.history.done:
            desk.session.undo()
        assert desk.project == start, wish


@pytest.mark.parametrize("metric", METRICS)
def test_that_one_wish_after_another_leaves_a_sound_project(desk: Desk, metric: str) -> None:
    inspecting = Inspecting(desk, metric)
    inspecting.wish(Folded("definition", True))
    for wish in list(wishes(inspecting.picture)):
        inspecting.wish(wish)
    assert sound(desk.project)


def test_that_one_wish_after_another_leaves_a_sound_project_around_them(desk: Desk) -> None:
    shown = Project(desk)
    for wish in list(wishes(shown.shown[-1])):
        shown.wish(wish)
    assert sound(desk.project)
