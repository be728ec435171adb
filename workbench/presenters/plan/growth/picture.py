"""What the growth tab shows: fields, the chain of steps, and the parts of the goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.document.value import Key
from workbench.presenters.charts import MonthsPicture, SharesPicture
from workbench.presenters.inspector.rows import Option
from workbench.presenters.plan.facts import Facts

Member = Literal["revenue", "stretch", "leads", "visits", "from_leads", "channel_visits",
                 "channel_leads"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Which figure of the growth goal is meant: a revenue has a year, one of a source a channel."""

    member: Member
    year: int = 0
    channel: Key = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field with what the project holds."""

    spot: Spot
    label: str
    value: float | None
    share: bool = False


@dataclass(frozen=True, slots=True)
class Sourced:
    """A channel with its two fields, and what follows from them."""

    name: str
    visits: Entry
    leads: Entry
    conversion: str
    needed: str
    visits_needed: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One number on the way to the goal; `sign` stands before it."""

    caption: str
    value: str
    note: str = ""
    tip: str = ""
    sign: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps to the revenue and to the leads; `wrong` says why a step has no number."""

    revenue: tuple[Step, ...] = ()
    leads: tuple[Step, ...] = ()
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class GoalButton:
    """Whether the goal can be set, with the reason where it cannot."""

    enabled: bool = False
    tip: str = ""


@dataclass(frozen=True)
class Builder:
    """The form with everything that follows from it."""

    metrics: tuple[Option, ...] = ()
    metric: str | None = None
    years: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()
    sources: tuple[Sourced, ...] = ()
    currency: str = ""
    chain: Chain = Chain()
    history: MonthsPicture | None = None
    button: GoalButton = GoalButton()


@dataclass(frozen=True)
class Parts:
    """The goal taken apart; sentences stand where there is nothing to show."""

    title: str
    time: Facts
    months: MonthsPicture
    time_note: str
    channels: SharesPicture
    channels_note: str
    people: Facts
    people_note: str
