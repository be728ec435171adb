"""Filled workbooks read back, one or several together: what changes, what was refused.

Only what was entered since a workbook left counts: a cell that still holds what left with it says
nothing new, whatever has become of the project meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import TypeVar

from workbench.base.errors import WorkbenchError
from workbench.base.table import NotATable
from workbench.base.texts import Figure, MonthName, Text, text
from workbench.document.edits.actuals import SetActuals
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.inputs import InputPlace, SetInputs, held, is_there
from workbench.document.project import Project
from workbench.document.refusal import Refused
from workbench.excel.apart import always
from workbench.excel.filled import FilledBook
from workbench.excel.return_map import VERSION
from workbench.excel.returned.found import ReadFact, ReadInput, RefusedCell, Returned
from workbench.excel.returned.mapped import map_of
from workbench.excel.returned.reading import returned
from workbench.planning.forecast import Forecast

Told = Callable[[int, int], None]
P = TypeVar("P", bound=Hashable)
R = TypeVar("R", ReadFact, ReadInput)


class OtherProject(WorkbenchError):
    """A workbook of another project, which is not read unless that is wanted."""

    def __init__(self, book: Returned, project: Project) -> None:
        super().__init__(
            text(
                "{file}: this workbook is of another project: “{theirs}”, not “{ours}”",
                file=book.file, theirs=book.client or "–", ours=project.client.name or "–",
            )
        )  # fmt: skip
        self.book = book


@dataclass(frozen=True, slots=True)
class FactChange:
    """An actual that the import sets; `before` is None where there was none."""

    before: float | None
    fact: ReadFact


@dataclass(frozen=True, slots=True)
class InputChange:
    """An input of the plan that somebody changed in a workbook."""

    before: float | None
    read: ReadInput


@dataclass(frozen=True)
class Import:
    """What filled workbooks say together; `same` counts actuals that change nothing."""

    books: tuple[Returned, ...]
    changes: tuple[FactChange, ...] = ()
    inputs: tuple[InputChange, ...] = ()
    refused: tuple[RefusedCell, ...] = ()
    same: int = 0

    @property
    def strangers(self) -> tuple[Returned, ...]:
        """The workbooks of other projects."""
        return tuple(book for book in self.books if book.standing == "other")

    @property
    def read(self) -> int:
        """How many actuals were read."""
        return self.same + len(self.changes)

    def edit(self, *, inputs: bool = False) -> Edit:
        """The import as one step, with the changed inputs of the plan where they are wanted."""
        facts = SetActuals(
            {(one.fact.metric, one.fact.month): one.fact.value for one in self.changes}
        )
        if not inputs or not self.inputs:
            return facts
        plan = SetInputs({one.read.place: one.read.value for one in self.inputs})
        return Bundle(text("Read actuals and changed inputs"), (facts, plan))


def read_back(
    book: FilledBook, forecast: Forecast, file: str, decimal: str,
    wanted: Callable[[], bool] = always,
) -> Returned:  # fmt: skip
    """What one workbook says; raises `NotATable` where there are no actuals in it, `Abandoned`."""
    version = map_of(book).version
    if version > VERSION:
        raise NotATable(file, text("it was written by a newer version of this program"))
    found = returned(book, forecast, file, decimal, wanted)
    if not (found.facts or found.inputs or found.refused) and not version:
        raise NotATable(
            file, text("there is no table of actuals in it, with a row a metric and months above")
        )
    return found


def together(books: Iterable[Returned], project: Project) -> Import:
    """Several workbooks as one import: what they say of one thing must be the same."""
    books = tuple(books)
    refused = [cell for book in books for cell in book.refused]
    known = {(one.metric, one.month): one.value for one in project.actuals}
    plan = frozenset(project.calendar.all_months)
    facts_of = [one for book in books for one in book.facts if one.metric in project.metric_by_key]
    read = [one for one in facts_of if one.month in plan]
    outside = [one for one in facts_of if one.month not in plan and one.touched]
    facts, doubted = _agreed(((one.metric, one.month), one) for one in read if one.touched)
    inputs, disputed = _agreed(
        (one.place, one) for book in books for one in book.inputs if is_there(project, one.place)
    )
    possible, impossible = _possible(inputs, project)
    changes = [FactChange(known.get(place), one) for place, one in facts.items()]
    new = tuple(one for one in changes if not _is_same(one.before, one.fact.value))
    untouched = {(one.metric, one.month) for one in read if not one.touched} - facts.keys()
    return Import(
        books,
        new,
        tuple(InputChange(held(project, one.place), one) for one in possible),
        (*refused, *_outside(outside, project), *doubted, *disputed, *impossible),
        len(changes) - len(new) + len(untouched),
    )


def _outside(facts: Iterable[ReadFact], project: Project) -> Iterator[RefusedCell]:
    """Actuals of months that the plan does not have, or has no longer."""
    first, last = project.calendar.all_months[0], project.calendar.all_months[-1]
    why = text("the plan has no such month: it goes from {first} to {last}",
               first=MonthName(first), last=MonthName(last))  # fmt: skip
    return (RefusedCell(one.spot, f"{one.value:.15g}", why) for one in facts)


def _possible(
    said: Mapping[InputPlace, ReadInput], project: Project
) -> tuple[list[ReadInput], list[RefusedCell]]:
    """The inputs that change something, and those that break a rule of the plan."""
    new = [one for one in said.values() if not _is_same(held(project, one.place), one.value)]
    if _broken(new, project) is None:
        return new, []
    groups: dict[Hashable, list[ReadInput]] = {}
    for one in new:  # the parts of a scale are right or wrong together
        place = one.place
        whole = place.keys[1:] if place.kind == "scale" else place
        groups.setdefault(whole, []).append(one)
    taken: list[ReadInput] = []
    refused: list[RefusedCell] = []
    for group in groups.values():
        why = _broken(group, project)
        if why is None:
            taken += group
        else:
            refused += [RefusedCell(one.spot, f"{one.value:.15g}", why) for one in group]
    return taken, refused


def _broken(inputs: Iterable[ReadInput], project: Project) -> Text | None:
    try:
        SetInputs({one.place: one.value for one in inputs}).apply(project)
    except Refused as refused:
        return refused.reason
    return None


def _agreed(
    said: Iterable[tuple[P, R]],
) -> tuple[dict[P, R], list[RefusedCell]]:
    """What is said once, or several times alike; and the cells that contradict each other."""
    every: dict[P, list[R]] = {}
    for place, one in said:
        every.setdefault(place, []).append(one)
    taken, refused = {}, []
    for place, several in every.items():
        if all(_is_same(one.value, several[0].value) for one in several):
            taken[place] = several[0]
        else:
            refused += [_contradicted(one, several) for one in several]
    return taken, refused


def _contradicted(
    one: ReadFact | ReadInput, several: Sequence[ReadFact | ReadInput]
) -> RefusedCell:
    other = next(it for it in several if not _is_same(it.value, one.value))
    spot, number = other.spot, Figure(other.value)
    why = (
        text(
            "{file}, {sheet} {cell} says {number}: they contradict each other",
            file=spot.file, sheet=spot.sheet, cell=spot.cell, number=number,
        )
        if spot.sheet
        else text("{file}, {cell} says {number}: they contradict each other", file=spot.file,
                  cell=spot.cell, number=number)
    )  # fmt: skip
    return RefusedCell(one.spot, f"{one.value:.15g}", why)


def _is_same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
