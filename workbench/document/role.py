"""A role: a set of duties that one or more people fill."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workbench.document.value import Amount, Key, Name, Share, Value, Words

Lines = tuple[Words, ...]


class Capacity(Value):
    """How much of a metric one person handles in a month."""

    metric: Key
    per_person: Amount


class Role(Value):
    """`salary` and `bonus` (at 100 %) are a month's, `ramp` the share of full output by month.

    `attrition` is the share of the people who leave in a year, `absence` the share of working time
    lost to vacation and illness.
    """

    key: Key
    name: Name
    color: Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")] = "#7A8699"
    mission: Words = ""
    duties: Lines = ()
    not_responsible: Lines = ()
    employment: Literal["staff", "contractor"] = "staff"
    people: Amount = 1.0
    salary: Amount = 0.0
    bonus: Amount = 0.0
    payroll_tax: Amount = 0.0
    capacity: tuple[Capacity, ...] = ()
    ramp: tuple[Amount, ...] = ()
    attrition: Share = 0.0
    absence: Annotated[float, Field(ge=0, lt=1)] = 0.0
    competencies: Lines = ()

    @property
    def monthly_cost(self) -> float:
        """The role's cost of a month: people x (salary + bonus at 100 %), with payroll tax."""
        return self.people * (self.salary + self.bonus) * (1 + self.payroll_tax)
