"""What charts show: numbers to draw by, and every word ready to be drawn.

A color is a “#…” of a role, one of the names of `Hue`, or nothing for the usual one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Hue = Literal["", "accent", "good", "warn", "bad", "muted"]


@dataclass(frozen=True, slots=True)
class Tick:
    """A number that is written beside an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From the lowest to the highest value that is drawn; `low` is below `high`."""

    low: float = 0.0
    high: float = 1.0
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """A value with a line of its own: a goal, a median, a threshold."""

    at: float
    label: str
    tip: str = ""

    @property
    def said(self) -> str:
        """What the tooltip says."""
        return self.tip or self.label


@dataclass(frozen=True, slots=True)
class TornadoRow:
    """What the goal becomes, as signed shares of it, when an input falls and when it rises."""

    key: str
    name: str
    value: str
    down: float
    up: float
    color: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class TornadoPicture:
    """Inputs with their effects, the strongest first."""

    rows: tuple[TornadoRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A part of a whole; `share` is from 0 to 1."""

    name: str
    value: str
    share: float
    color: str = ""
    tip: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class SharesPicture:
    """The parts of a whole."""

    rows: tuple[ShareRow, ...] = ()


@dataclass(frozen=True, slots=True)
class WaterfallRow:
    """A step from one value to another; a total starts at zero and is drawn strong."""

    name: str
    value: str
    start: float
    end: float
    color: str = ""
    tip: str = ""
    key: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class WaterfallPicture:
    """From one total over its parts to another; `cut` is where the drawing starts, 0 for whole."""

    rows: tuple[WaterfallRow, ...] = ()
    cut: float = 0.0


@dataclass(frozen=True, slots=True)
class DensityPicture:
    """How likely each value is: `densities` between `edges`, of which there is one more.

    The range from `low` to `high` is tinted; `least` and `most` stand at the ends of the floor.
    """

    edges: tuple[float, ...] = ()
    densities: tuple[float, ...] = ()
    goal: Level | None = None
    median: Level | None = None
    low: Level | None = None
    high: Level | None = None
    least: str = ""
    most: str = ""
    tip: str = ""

    @property
    def levels(self) -> tuple[Level, ...]:
        """Every value that has a line, the most important first."""
        wanted = (self.goal, self.median, self.low, self.high)
        return tuple(level for level in wanted if level is not None)


@dataclass(frozen=True, slots=True)
class Series:
    """A value for each month, None where there is none, with what the tooltip says of each."""

    name: str
    values: tuple[float | None, ...]
    said: tuple[str, ...]
    color: str = ""
    pale: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class MonthsPicture:
    """Series over months, as bars side by side and as lines over them.

    `labels` stand below the months, `titles` begin their tooltips.
    """

    labels: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    axis: Axis = Axis()
    bars: tuple[Series, ...] = ()
    lines: tuple[Series, ...] = ()
    goal: Level | None = None

    def tip(self, month: int) -> str:
        """The numbers of a month, one below the other."""
        told = [f"{series.name}: {series.said[month]}" for series in (*self.bars, *self.lines)]
        goal = [self.goal.said] if self.goal else []
        return "\n".join((self.titles[month], *told, *goal))


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a curve that has words."""

    x: float
    y: float
    label: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class CurvePicture:
    """One value over another, such as pay over completion.

    In `steps` each value holds until the next point. `levels` are upright: threshold and cap.
    """

    points: tuple[tuple[float, float], ...] = ()
    x: Axis = Axis()
    y: Axis = Axis()
    steps: bool = False
    marks: tuple[Mark, ...] = ()
    levels: tuple[Level, ...] = ()
    color: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class FunnelArrow:
    """How a stage came out of one before it; `leak` marks where most was lost."""

    key: str
    name: str
    value: str
    owner: str = ""
    color: str = ""
    tone: str = ""
    leak: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class FunnelStage:
    """A stage as two bars, each from 0 to 1 of the widest; `fact` is None where nobody counted."""

    key: str
    name: str
    value: str
    plan: float
    fact: float | None = None
    tone: str = ""
    leak: str = ""
    tip: str = ""
    arrows: tuple[FunnelArrow, ...] = ()


@dataclass(frozen=True, slots=True)
class FunnelPicture:
    """Stages from top to bottom, above each the ways into it; `plan` and `fact` name the bars."""

    stages: tuple[FunnelStage, ...] = ()
    plan: str = ""
    fact: str = ""
