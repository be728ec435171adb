"""What the plan shows: strings, colours and flags, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Literal, Protocol, TypeVar

from workbench.document.value import Key
from workbench.presenters.tones import Tone

# A value to be typed, one that the scenario gives instead, or the outcome of a formula.
CellKind = Literal["input", "given", "computed"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number; `wrong` when there is none and the text is a dash."""

    text: str
    kind: CellKind
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A role that answers for the metric."""

    color: str
    name: str


@dataclass(frozen=True, slots=True)
class Difference:
    """The total of the scenario against that of the base."""

    text: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above the metrics of a phase; `band` counts the phases, -1 stands for none."""

    name: str
    band: int


class Keyed(Protocol):
    """A line that is about a metric."""

    @property
    def key(self) -> Key:
        """The metric."""


R = TypeVar("R", bound=Keyed)


@dataclass(frozen=True)
class Lines(Generic[R]):
    """A table of metrics under the headings of their phases."""

    lines: tuple[Heading | R, ...] = ()

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The metrics from top to bottom."""
        return tuple(self.places)

    @cached_property
    def places(self) -> dict[Key, int]:
        """The number of each metric's line."""
        lines = enumerate(self.lines)
        return {line.key: at for at, line in lines if not isinstance(line, Heading)}


@dataclass(frozen=True)
class MonthLines(Lines[R]):
    """Such a table over months, each with a title."""

    months: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One metric over the months."""

    key: Key
    name: str
    unit: str
    dots: tuple[Dot, ...]
    cells: tuple[Cell, ...]
    total: Cell
    difference: Difference = Difference()


Line = Heading | Row


@dataclass(frozen=True)
class Table(MonthLines[Row]):
    """The whole table; `compared` when a scenario stands beside the base."""

    compared: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of the table: metrics from top to bottom, months from `first` to `last`."""

    keys: tuple[Key, ...]
    first: int
    last: int

    @property
    def months(self) -> range:
        """The numbers of the months."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Bar:
    """A month of the goal's metric; heights are shares of the whole axis."""

    label: str
    tip: str
    height: float | None
    reached: bool = False
    base: float | None = None


@dataclass(frozen=True, slots=True)
class GoalPicture:
    """The goal beside what the plan gives; `line` is its height on the axis of the bars.

    `said` tells what the forecast is one of: the plan, or the scenario that is shown.
    """

    metric: Key
    name: str
    goal: str
    forecast: str
    percent: str
    tone: Tone
    bars: tuple[Bar, ...]
    zero: float
    line: float | None
    caption: str
    tip: str = ""
    said: str = ""
