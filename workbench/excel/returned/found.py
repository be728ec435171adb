"""What was found in one filled workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.base.texts import Text
from workbench.document.edits.inputs import InputPlace
from workbench.document.value import Key
from workbench.excel.returned.rows import How

Standing = Literal["current", "older", "unmarked", "other"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something was read: file, sheet and cell."""

    file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class ReadFact:
    """An actual that was read; `touched` when it is not what left with the workbook."""

    metric: Key
    month: str
    value: float
    spot: Spot
    how: How
    touched: bool = True
    said: Text | None = None


@dataclass(frozen=True, slots=True)
class ReadInput:
    """An input of the plan that was changed in the workbook."""

    place: InputPlace
    before: float | None
    value: float
    spot: Spot
    said: Text | None = None


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A cell that was not taken, with what stands there and why not."""

    spot: Spot
    value: str
    why: Text


@dataclass(frozen=True)
class Returned:
    """One workbook: whose it is, and what it says; `has_table` if there is a table of actuals."""

    file: str
    standing: Standing
    client: str = ""
    facts: tuple[ReadFact, ...] = ()
    inputs: tuple[ReadInput, ...] = ()
    refused: tuple[RefusedCell, ...] = ()
    has_table: bool = True
