"""What the table of all months shows: strings and tones, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.document.value import Key
from workbench.presenters.inspector.rows import Option
from workbench.presenters.months.picture import Dot, Heading, MonthLines
from workbench.presenters.tones import Tone

# Typed by a person, computed from actuals beneath it, or not there.
Origin = Literal["entered", "computed", "none"]


@dataclass(frozen=True, slots=True)
class PlanFact:
    """Plan over fact with the completion; `wrong` says why what was typed is no number."""

    plan: str
    fact: str = ""
    origin: Origin = "none"
    completion: str = ""
    tone: Tone = ""
    tip: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One metric over the months; `so_far` is over those with a fact."""

    key: Key
    name: str
    unit: str
    dots: tuple[Dot, ...]
    cells: tuple[PlanFact, ...]
    so_far: PlanFact


GridLine = Heading | GridRow
GridTable = MonthLines[GridRow]


@dataclass(frozen=True, slots=True)
class FilterLine:
    """Which metrics are shown: of a kind, and of a role; `said` tells how many."""

    kinds: tuple[Option, ...] = ()
    kind: str = "kpis"
    roles: tuple[Option, ...] = ()
    role: str = ""
    said: str = ""
