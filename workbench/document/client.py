"""Who the project is for and which months it plans."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workbench.document.value import Key, Month, Name, Value, Words


class Client(Value):
    """The client; `sales_people` counts everybody in sales, `currency` is an ISO code."""

    name: Annotated[str, Field(max_length=200)] = ""
    industry: Annotated[str, Field(max_length=200)] = ""
    currency: Annotated[str, Field(max_length=8)] = ""
    sales_people: Annotated[float, Field(ge=0)] | None = None
    has_marketing: bool | None = None
    notes: Words = ""


class Calendar(Value):
    """The months of the plan; `country` (ISO code) decides which days are worked."""

    start: Month
    months: Annotated[int, Field(ge=1, le=120)] = 12
    country: Annotated[str, Field(max_length=8)] = ""

    def month(self, index: int) -> str:
        """The month a number of months after the start, as YYYY-MM."""
        year, number = (int(part) for part in self.start.split("-"))
        years, rest = divmod(number - 1 + index, 12)
        return f"{year + years:04d}-{rest + 1:02d}"

    @property
    def all_months(self) -> tuple[str, ...]:
        """Every month of the plan, as YYYY-MM."""
        return tuple(self.month(index) for index in range(self.months))


class Phase(Value):
    """A band of the canvas: interest, deal or service."""

    key: Key
    name: Name


class Channel(Value):
    """A source of leads; `confirmed` when there is data that its leads convert at the norm."""

    key: Key
    name: Name
    state: Literal["confirmed", "searching"] = "searching"
