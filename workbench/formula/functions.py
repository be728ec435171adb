"""The functions of the language: how many arguments, and of what kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ArgumentKind = Literal["value", "condition", "metric", "role", "months"]
MANY = 255


@dataclass(frozen=True, slots=True)
class Signature:
    """What a function takes; the last kind repeats for further arguments."""

    least: int
    most: int
    kinds: tuple[ArgumentKind, ...] = ("value",)

    def kind(self, index: int) -> ArgumentKind:
        """The kind of one argument, counted from zero."""
        return self.kinds[min(index, len(self.kinds) - 1)]


SIGNATURES = {
    "sum": Signature(1, MANY),
    "min": Signature(1, MANY),
    "max": Signature(1, MANY),
    "mean": Signature(1, MANY),
    "round": Signature(1, 2),
    "ceil": Signature(1, 1),
    "floor": Signature(1, 1),
    "abs": Signature(1, 1),
    "if": Signature(3, 3, ("condition", "value", "value")),
    "lag": Signature(2, 3, ("metric", "months", "value")),
    "workdays": Signature(0, 0),
    "people": Signature(1, 1, ("role",)),
    "cost": Signature(1, 1, ("role",)),
    "cumulative": Signature(1, 1, ("metric",)),
}
