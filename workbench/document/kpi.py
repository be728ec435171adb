"""KPIs and tasks: what a role answers for."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from workbench.document.value import Amount, Key, Name, Share, Value, Words

Part = Literal["owner", "leader", "shared", "contributor"]
# From the one who answers for most to the one who only helps.
PARTS: tuple[Part, ...] = get_args(Part)
Period = Literal["day", "week", "month", "quarter", "year"]
Point = tuple[Amount, Amount]
Lines = tuple[Words, ...]


class Scale(Value):
    """How completion becomes payout: `points` are (completion, payout), both as shares of one."""

    kind: Literal["linear", "steps"] = "linear"
    points: Annotated[tuple[Point, ...], Field(max_length=20)] = ()
    threshold: Amount | None = None
    cap: Amount | None = None


class Kpi(Value):
    """`weight` is the KPI's share of the bonus, `how` what a contributor does."""

    metric: Key
    role: Key
    part: Part = "owner"
    weight: Share = 0.0
    base: float | None = None
    plan: float | None = None
    maximum: float | None = None
    period: Period | None = None
    scale: Scale = Scale()
    standards: Lines = ()
    actions: Lines = ()
    condition: Words = ""
    how: Words = ""

    @property
    def place(self) -> tuple[str, str]:
        """The cell of the matrix: metric and role."""
        return self.metric, self.role

    @property
    def is_measured(self) -> bool:
        """Whether the role is measured and paid by it, rather than only helping with it."""
        return self.part != "contributor"


class Task(Value):
    """A contractor's KPI: a deliverable with a due date and the criteria it is accepted by."""

    role: Key
    name: Name
    due: date | None = None
    criteria: Lines = ()
    accepted: bool | None = None
