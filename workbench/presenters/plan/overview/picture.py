"""What the board shows: strings, shares and flags, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.value import Key
from workbench.presenters.charts import DensityPicture
from workbench.presenters.inspector.rows import Chip, Option
from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True)
class LeverRow:
    """An input that can be moved; `place` and `base` are shares of the way between its bounds.

    `value`, `low` and `high` are in its own unit, for fields.
    """

    key: Key
    name: str
    owner: Chip | None
    start: str
    shown: str
    value: float
    low: float
    high: float
    place: float
    base: float
    share: bool
    is_moved: bool
    at_bound: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the levers make of the goal, and how far that is from the base."""

    value: str = ""
    change: str = ""
    tone: Tone = ""
    tip: str = ""
    change_tone: Tone = ""


@dataclass(frozen=True, slots=True)
class LeversPicture:
    """The levers with their outcome; `more` are inputs that could be levers too."""

    rows: tuple[LeverRow, ...] = ()
    outcome: Outcome = Outcome()
    said: tuple[str, ...] = ()
    more: tuple[Option, ...] = ()
    empty: str = ""
    is_solving: bool = False


@dataclass(frozen=True, slots=True)
class RiskPicture:
    """How likely the goal is; `done` is the share of samples that are drawn, None when all are."""

    percent: str = ""
    tone: Tone = ""
    caption: str = ""
    spread: str = ""
    causes: str = ""
    doubts: str = ""
    chart: DensityPicture | None = None
    done: float | None = None
