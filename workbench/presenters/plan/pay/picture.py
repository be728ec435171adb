"""What the Pay tab shows: ready words, and the few numbers that fields hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.document.value import Key
from workbench.presenters.charts import CurvePicture

Tone = Literal["", "muted", "good", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a table; `tip` tells why there is none, or what it is made of."""

    words: str
    tip: str = ""
    tone: Tone = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: a role with its colour, a scenario, or a sum, which cannot be chosen."""

    key: Key | None
    name: str
    cells: tuple[Cell, ...]
    color: str = ""
    tip: str = ""
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Lines below headings; the first heading is that of the names."""

    heads: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    chosen: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What is tried for a KPI; `share` reads 0.35 as 35 %, `typed` says a person gave it."""

    value: float | None
    share: bool = False
    currency: str = ""
    after: str = ""
    answer: bool = False
    typed: bool = False


@dataclass(frozen=True, slots=True)
class KpiLine:
    """One KPI of the role that is tried."""

    metric: Key
    name: str
    scale: str
    weight: str
    fact: Fact
    completion: Cell
    payout: Cell
    amount: Cell
    tip: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """The role that is tried: its KPIs with their sum; `note` says what stands in the way."""

    role: Key
    name: str
    color: str
    about: str
    kpis: tuple[KpiLine, ...] = ()
    total: Cell = Cell("")
    bonus: Cell = Cell("")
    earned: str = ""
    note: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """What every completion of a KPI pays."""

    title: str
    chart: CurvePicture
