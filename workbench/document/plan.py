"""Goals, scenarios, actuals, journeys and approvals."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from workbench.document.value import Amount, Key, Month, Name, Value, Words

GoalPeriod = Literal["month", "quarter", "year", "plan"]


class Goal(Value):
    """A value that a metric is to reach in every month, quarter or year, or over the whole plan."""

    metric: Key
    value: float
    period: GoalPeriod = "month"


# What an input holds: one number for all months, or one a month.
Given = float | tuple[float | None, ...]
ScenarioValues = dict[Key, float | Annotated[tuple[float | None, ...], Field(max_length=120)]]


class Scenario(Value):
    """Named values that stand in for the inputs of some metrics."""

    key: Key
    name: Name
    values: ScenarioValues = Field(default_factory=dict)


class Actual(Value):
    """What a metric really was in one month."""

    metric: Key
    month: Month
    value: float


class Touch(Value):
    """One contact on the way to a deal."""

    date: datetime.date
    channel: Key | None = None
    role: Key | None = None
    stage: Key | None = None


class Journey(Value):
    """`count` closed deals of `value` money each, with the touches that led there."""

    closed: datetime.date
    value: Amount
    count: Amount = 1.0
    touches: tuple[Touch, ...] = ()


class Approval(Value):
    """A finding that a person accepted, with the reason and what it was about then."""

    code: Annotated[str, Field(max_length=20)]
    subject: Annotated[str, Field(max_length=200)] = ""
    role: Key | None = None
    reason: Words = ""
    fingerprint: Annotated[str, Field(max_length=200)] = ""
