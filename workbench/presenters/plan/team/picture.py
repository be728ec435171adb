"""What is shown of the people of a plan, in ready words."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.value import Key
from workbench.presenters.charts import MonthsPicture
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True)
class HiringRow:
    """One role of the table “whom to hire”; what is not known is a dash, and the tip says why.

    `payroll` is that of the dearest month, hires and tax in it.
    """

    role: Key
    chip: Chip
    now: str
    load: str
    needed: str
    vacancies: str
    hire_by: str
    payroll: str
    unit: str
    tip: str = ""
    tone: Tone = ""
    hire_tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about a role or the team."""

    words: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with what it is of."""

    label: str
    words: str
    tip: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class RoleDetail:
    """One role by month: its load against the people who are there, and with those to be hired.

    All of it is in people's full work; without a load there is no chart.
    """

    chip: Chip
    chart: MonthsPicture | None
    notes: tuple[Note, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DeliveryPicture:
    """The goal as planned, as the people there are deliver it, and as it is with the hires.

    `hire` is what the button says, empty where there is nobody to plan.
    """

    title: str
    facts: tuple[Fact, ...]
    notes: tuple[Note, ...]
    hire: str = ""
    hire_tip: str = ""


@dataclass(frozen=True, slots=True)
class EconomicsPicture:
    """What one unit of each stage costs, and what a customer costs and brings."""

    stages: tuple[Fact, ...]
    customer: tuple[Fact, ...]
    notes: tuple[Note, ...]
