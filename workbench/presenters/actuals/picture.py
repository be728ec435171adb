"""What the table of actuals shows: strings and tones, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from workbench.document.value import Key
from workbench.presenters.inspector.rows import Option
from workbench.presenters.months.picture import Dot, Heading
from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True)
class FactRow:
    """A metric in one month; `wrong` says why what was typed is no number.

    `tip` has every figure, and explains the completion.
    """

    key: Key
    name: str
    dots: tuple[Dot, ...]
    plan: str
    fact: str
    completion: str = ""
    tone: Tone = ""
    tip: str = ""
    wrong: str = ""


FactLine = Heading | FactRow


@dataclass(frozen=True)
class FactsTable:
    """All metrics that are shown of a month."""

    lines: tuple[FactLine, ...] = ()

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The metrics from top to bottom."""
        return tuple(line.key for line in self.lines if isinstance(line, FactRow))

    @cached_property
    def places(self) -> dict[Key, int]:
        """The number of each metric's line."""
        return {line.key: at for at, line in enumerate(self.lines) if isinstance(line, FactRow)}


@dataclass(frozen=True, slots=True)
class MonthLine:
    """The month that is chosen among those of the plan, each with how many actuals it has."""

    chosen: str = ""
    months: tuple[Option, ...] = ()
    said: str = ""
    has_previous: bool = False
    has_next: bool = False
