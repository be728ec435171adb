"""Arithmetic on plain numbers, with Excel's rounding and a reason where there is no result."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Hashable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any, Protocol

from workbench.base.texts import text
from workbench.formula.syntax import Relation
from workbench.formula.values import stop

# A number, or an array of numbers: one per sample.
Quantity = Any
Thunk = Callable[[], Quantity]
# Floats have no figures further from the point than this, on either side.
# With so many units of the last place, fifteen figures do not reach it.
NO_DUST = 10**15
_FIGURES = 330
_EXACT = Context(prec=2 * _FIGURES + 1)


class Arithmetic(Hashable, Protocol):
    """The operations that differ between one number and many samples at once."""

    def total(self, values: Sequence[Quantity]) -> Quantity: ...
    def divide(self, left: Quantity, right: Quantity) -> Quantity: ...
    def power(self, left: Quantity, right: Quantity) -> Quantity: ...
    def least(self, values: list[Quantity]) -> Quantity: ...
    def most(self, values: list[Quantity]) -> Quantity: ...
    def round(self, value: Quantity, places: Quantity) -> Quantity: ...
    def floor(self, value: Quantity) -> Quantity: ...
    def compare(self, relation: Relation, left: Quantity, right: Quantity) -> Quantity: ...
    def choose(self, condition: Quantity, yes: Thunk, no: Thunk) -> Quantity: ...


COMPARISONS: dict[Relation, Callable[[Any, Any], Any]] = {
    "<": operator.lt, ">": operator.gt, "<=": operator.le,
    ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip


class Scalars:
    """One number at a time."""

    def total(self, values: Sequence[float]) -> float:
        """The sum, as exact as one number can hold it."""
        total = math.fsum(values)
        if not math.isfinite(total):
            raise stop(text("the result is too large"))
        return total

    def divide(self, left: float, right: float) -> float:
        """Divide, or say that the divisor is zero."""
        if right == 0:
            raise stop(text("division by zero"))
        return left / right

    def power(self, left: float, right: float) -> float:
        """Raise to a power where the result is a real number."""
        try:
            result = left**right
        except ZeroDivisionError:
            raise stop(text("division by zero")) from None
        except OverflowError:
            raise stop(text("the result is too large")) from None
        if isinstance(result, complex):
            raise stop(text("a root of a negative number"))
        return float(result)

    def least(self, values: list[float]) -> float:
        """The smallest value."""
        return min(values)

    def most(self, values: list[float]) -> float:
        """The largest value."""
        return max(values)

    def round(self, value: float, places: float) -> float:
        """Round half away from zero on fifteen figures, as Excel does: binary dust is no reason."""
        digits = max(-_FIGURES, min(_FIGURES, int(places)))
        if not math.isfinite(value) or (value.is_integer() and digits >= 0):
            return value
        unit, shown = Decimal(1).scaleb(-digits), Decimal(f"{value:.15g}")
        if abs(shown) >= unit * NO_DUST:
            shown = Decimal(repr(value))
        return float(shown.quantize(unit, ROUND_HALF_UP, _EXACT))

    def floor(self, value: float) -> float:
        """The whole number below; dust in the sixteenth digit does not count, as in Excel."""
        if not math.isfinite(value) or value.is_integer():
            return value
        return float(math.floor(float(f"{value:.15g}")))

    def compare(self, relation: Relation, left: float, right: float) -> bool:
        """Whether the relation holds."""
        return bool(COMPARISONS[relation](left, right))

    def choose(self, condition: bool, yes: Thunk, no: Thunk) -> Quantity:
        """Evaluate only the branch that holds."""
        return yes() if condition else no()


SCALARS = Scalars()
