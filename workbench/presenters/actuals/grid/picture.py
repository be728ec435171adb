"""What the table of all months shows: strings and tones, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from workbench.document.value import Key
from workbench.presenters.inspector.rows import Option
from workbench.presenters.months.picture import Dot, Heading
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


@dataclass(frozen=True)
class GridTable:
    """The whole table."""

    months: tuple[str, ...] = ()
    lines: tuple[GridLine, ...] = ()

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The metrics from top to bottom."""
        return tuple(line.key for line in self.lines if isinstance(line, GridRow))

    @cached_property
    def places(self) -> dict[Key, int]:
        """The number of each metric's line."""
        return {line.key: at for at, line in enumerate(self.lines) if isinstance(line, GridRow)}


@dataclass(frozen=True, slots=True)
class FilterLine:
    """Which metrics are shown: of a kind, and of a role; `said` tells how many."""

    kinds: tuple[Option, ...] = ()
    kind: str = "kpis"
    roles: tuple[Option, ...] = ()
    role: str = ""
    said: str = ""
