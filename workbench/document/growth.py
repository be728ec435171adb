"""What a growth goal is made of: the years behind, and how much more is wanted."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from workbench.document.value import Amount, Key, Share, Value

STRETCH = 0.05


class Year(Value):
    """The revenue of a whole year; None where it is not known."""

    year: Annotated[int, Field(ge=1900, le=2999)]
    value: float | None = None


class Source(Value):
    """Visits and leads of a channel in the last year."""

    channel: Key
    visits: Amount | None = None
    leads: Amount | None = None


class Growth(Value):
    """`stretch` and `from_leads` are shares of one; leads and visits are those of the last year.

    `metric` is the revenue that the goal is for, `from_leads` its part that comes from leads.
    """

    metric: Key | None = None
    revenues: Annotated[tuple[Year, ...], Field(max_length=20)] = ()
    stretch: float = STRETCH
    leads: Amount | None = None
    visits: Amount | None = None
    from_leads: Share = 1.0
    sources: Annotated[tuple[Source, ...], Field(max_length=100)] = ()
