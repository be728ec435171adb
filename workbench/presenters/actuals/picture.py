"""What the table of actuals shows: strings and tones, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.value import Key
from workbench.presenters.inspector.rows import Option
from workbench.presenters.months.picture import Dot, Heading, Lines
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
FactsTable = Lines[FactRow]


@dataclass(frozen=True, slots=True)
class MonthLine:
    """The month that is chosen among those of the plan, each with how many actuals it has."""

    chosen: str = ""
    months: tuple[Option, ...] = ()
    said: str = ""
    has_previous: bool = False
    has_next: bool = False
