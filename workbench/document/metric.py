"""A metric: anything counted."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workbench.document.value import Key, Name, Value, Words

Kind = Literal["stage", "conversion", "driver", "result", "standard"]
Unit = Literal[
    "count",
    "money",
    "percent",
    "ratio",
    "hours",
    "minutes",
    "seconds",
    "days",
    "score",
    "yes_no",
]
OverTime = Literal["sum", "last", "ratio", "mean"]
Horizon = Literal["hour", "day", "week", "month", "quarter"]
Better = Literal["higher", "lower", "within"]


class Influence(Value):
    """Whether somebody can move the metric directly, how soon it shows, and by what action."""

    direct: bool = False
    horizon: Horizon | None = None
    action: Words = ""


class Hint(Value):
    """A sourced reference range; a hint, never a limit."""

    low: float | None = None
    high: float | None = None
    source: Words = ""
    date: Annotated[str, Field(max_length=40)] = ""


class Position(Value):
    """Where the card's top left corner lies on the canvas, in scene units."""

    x: float
    y: float


class Metric(Value):
    """A value (a constant or one a month) or a formula; `low` and `high` are P10 and P90."""

    key: Key
    name: Name
    kind: Kind = "driver"
    unit: Unit = "count"
    unit_label: Annotated[str, Field(max_length=60)] | None = None
    over_time: OverTime = "sum"
    formula: Annotated[str, Field(max_length=20_000)] | None = None
    value: float | Annotated[tuple[float | None, ...], Field(max_length=120)] | None = None
    low: float | None = None
    high: float | None = None
    norm: float | None = None
    influence: Influence = Influence()
    phase: Key | None = None
    channel: Key | None = None
    source: Words | None = None
    recorded_by: Words | None = None
    from_stage: Key | None = Field(default=None, alias="from")
    to_stage: Key | None = Field(default=None, alias="to")
    hint: Hint | None = None
    guards: tuple[Key, ...] = ()
    gaming: Words | None = None
    better: Better = "higher"
    position: Position | None = None
    note: Words | None = None

    @property
    def is_computed(self) -> bool:
        """Whether a formula gives the value."""
        return self.formula is not None

    @property
    def is_arrow(self) -> bool:
        """Whether the metric is a conversion drawn on an arrow between two stages."""
        return self.from_stage is not None and self.to_stage is not None

    @property
    def is_share(self) -> bool:
        """Whether the value is read as a percentage: 0.35 is 35 %."""
        return self.unit == "percent" or (self.unit == "ratio" and self.kind == "conversion")
