"""What the tab of credit shows, in ready words."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.presenters.charts import SharesPicture
from workbench.presenters.inspector.rows import Chip, Option
from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True)
class RulePicture:
    """The rule and what it is asked for; a field that the rule does not need is None."""

    models: tuple[Option, ...] = ()
    model: str = ""
    dimensions: tuple[Option, ...] = ()
    by: str = ""
    about: str = ""
    half_life: float | None = None
    weights: tuple[float, float, float] | None = None
    stages: tuple[Option, ...] | None = None
    key_stage: str = ""
    complaint: str = ""


@dataclass(frozen=True, slots=True)
class Shares:
    """Bars, the total, and sentences about what is not credited."""

    bars: SharesPicture | None = None
    total: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table in ready words; `marked` is a column that stands out, `faint` rows that do not.

    Columns hold numbers from one on; the `wide` one takes the room that others leave. `tips` are
    what cells say beyond their words.
    """

    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    tips: tuple[tuple[str, ...], ...] = ()
    numbers_from: int = 1
    wide: int = 0
    marked: int = -1
    faint: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """One deal in the list."""

    closed: str
    value: str
    count: str
    chips: tuple[Chip, ...]
    tip: str = ""


@dataclass(frozen=True, slots=True)
class TouchRow:
    """One touch of the chosen journey, with the keys that are chosen and what its rule gives it."""

    day: str
    channel: str = ""
    role: str = ""
    stage: str = ""
    note: str = ""
    counts: bool = True


@dataclass(frozen=True, slots=True)
class TouchesPicture:
    """The touches of the chosen journey and what each may name."""

    title: str
    rows: tuple[TouchRow, ...] = ()
    channels: tuple[Option, ...] = ()
    roles: tuple[Option, ...] = ()
    stages: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetsPicture:
    """What the goal asks of each KPI, or why that cannot be said."""

    intro: str
    table: Grid = Grid()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CreditPicture:
    """Everything but the list of journeys, which is asked row by row."""

    rule: RulePicture
    shares: Shares
    comparison: Grid
    targets: TargetsPicture
    touches: TouchesPicture | None
    count: int


@dataclass(frozen=True, slots=True)
class ImportPicture:
    """A file on its way in: being read, or read and waiting for the person to agree."""

    words: str
    busy: bool = False
    tone: Tone = ""
    refused: tuple[str, ...] = ()
    add: str = ""
    replace: str = ""
    close: str = ""
