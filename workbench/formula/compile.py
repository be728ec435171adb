"""From a tree to a function that computes it: closures, so that nothing is ever run as Python."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol

from workbench.formula.arithmetic import SCALARS, Arithmetic, Quantity
from workbench.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Negative,
    Node,
    Number,
    Ref,
    RoleRef,
)


class Frame(Protocol):
    """Where a formula finds the values it mentions; `month` counts from zero."""

    def value(self, metric: str, month: int) -> Quantity: ...
    def lag(self, metric: str, months: int, initial: Formula | None, month: int) -> Quantity: ...
    def cumulative(self, metric: str, month: int) -> Quantity: ...
    def workdays(self, month: int) -> Quantity: ...
    def people(self, role: str) -> Quantity: ...
    def cost(self, role: str) -> Quantity: ...


Formula = Callable[[Frame, int], Quantity]


@lru_cache(maxsize=4096)
def compiled(tree: Node, arithmetic: Arithmetic = SCALARS) -> Formula:
    """The function that computes a tree in one month of a frame."""
    match tree:
        case Number(value, percent):
            return _constant(value / 100 if percent else value)
        case Ref(key):
            return lambda frame, month: frame.value(key, month)
        case Negative(operand):
            inner = compiled(operand, arithmetic)
            return lambda frame, month: -inner(frame, month)
        case Binary():
            return _binary(tree, arithmetic)
        case Comparison(relation, left, right):
            one, two = compiled(left, arithmetic), compiled(right, arithmetic)
            return lambda frame, month: arithmetic.compare(
                relation, one(frame, month), two(frame, month)
            )
        case Call():
            return _call(tree, arithmetic)
        case RoleRef():
            raise TypeError(tree)


def _constant(value: float) -> Formula:
    return lambda _frame, _month: value


def _binary(tree: Binary, arithmetic: Arithmetic) -> Formula:
    one, two = compiled(tree.left, arithmetic), compiled(tree.right, arithmetic)
    match tree.operator:
        case "+":
            return lambda frame, month: one(frame, month) + two(frame, month)
        case "-":
            return lambda frame, month: one(frame, month) - two(frame, month)
        case "*":
            return lambda frame, month: one(frame, month) * two(frame, month)
        case "/":
            return lambda frame, month: arithmetic.divide(one(frame, month), two(frame, month))
        case "^":
            return lambda frame, month: arithmetic.power(one(frame, month), two(frame, month))


def _call(call: Call, arithmetic: Arithmetic) -> Formula:
    first: Any = call.arguments[0] if call.arguments else None
    match call.function:
        case "lag":
            return _lag(call, arithmetic)
        case "cumulative":
            return lambda frame, month: frame.cumulative(first.key, month)
        case "workdays":
            return lambda frame, month: frame.workdays(month)
        case "people":
            return lambda frame, _month: frame.people(first.key)
        case "cost":
            return lambda frame, _month: frame.cost(first.key)
        case "if":
            return _if(call, arithmetic)
        case _:
            return _plain(call, arithmetic)


def _lag(call: Call, arithmetic: Arithmetic) -> Formula:
    metric: Any = call.arguments[0]
    months: Any = call.arguments[1]
    initial = compiled(call.arguments[2], arithmetic) if len(call.arguments) > 2 else None
    back = int(months.value)
    return lambda frame, month: frame.lag(metric.key, back, initial, month)


def _if(call: Call, arithmetic: Arithmetic) -> Formula:
    condition, yes, no = (compiled(part, arithmetic) for part in call.arguments)

    def choose(frame: Frame, month: int) -> Quantity:
        return arithmetic.choose(
            condition(frame, month), lambda: yes(frame, month), lambda: no(frame, month)
        )

    return choose


def _plain(call: Call, arithmetic: Arithmetic) -> Formula:
    parts = [compiled(part, arithmetic) for part in call.arguments]
    combine = _COMBINATIONS[call.function](arithmetic)
    return lambda frame, month: combine([part(frame, month) for part in parts])


Combination = Callable[[list[Quantity]], Quantity]


def _rounding(arithmetic: Arithmetic) -> Combination:
    return lambda values: arithmetic.round(values[0], values[1] if len(values) > 1 else 0)


def _ceiling(arithmetic: Arithmetic) -> Combination:
    return lambda values: -arithmetic.floor(-values[0]) + 0.0


def _floor(arithmetic: Arithmetic) -> Combination:
    return lambda values: arithmetic.floor(values[0])


_COMBINATIONS: dict[str, Callable[[Arithmetic], Combination]] = {
    "sum": lambda _: sum,
    "mean": lambda _: lambda values: sum(values) / len(values),
    "min": lambda arithmetic: arithmetic.least,
    "max": lambda arithmetic: arithmetic.most,
    "round": _rounding,
    "ceil": _ceiling,
    "floor": _floor,
    "abs": lambda _: lambda values: abs(values[0]),
}
