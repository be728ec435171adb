"""Which units go together: money is added to money, shares to shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.metric import Unit
from workbench.formula.syntax import (
    Binary,
    Call,
    Comparison,
    FormulaError,
    Negative,
    Node,
    Number,
    Ref,
    RoleRef,
    Span,
)

_TIME = {"hours", "minutes", "seconds", "days"}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a value is made of: `money` is the power of money in it; `kind` names the rest."""

    kind: str
    money: int = 0


ANY = Measure("any")
COUNT = Measure("count")
NUMBER = Measure("number")  # a count for a count: goes with counts and with shares
SHARE = Measure("share")
MONEY = Measure("money", 1)


def measure_of(unit: Unit) -> Measure:
    """The measure of a metric's unit; ratios and scores mix with anything but money."""
    if unit == "money":
        return MONEY
    if unit in ("percent", "ratio"):
        return SHARE
    return COUNT if unit == "count" else Measure(unit) if unit in _TIME else ANY


def check_units(tree: Node, unit_of: Callable[[str], Unit | None]) -> Measure:
    """The measure of a formula; raises `FormulaError` at parts that do not go together."""
    return _Checker(unit_of).measure(tree)


def check_result(tree: Node, unit: Unit, unit_of: Callable[[str], Unit | None]) -> None:
    """Check a formula and that it gives money just where money is expected."""
    result = check_units(tree, unit_of)
    wanted = measure_of(unit)
    if ANY in (result, wanted) or result.money == wanted.money:
        return
    if result.money:
        raise FormulaError(
            text("the formula gives money, but the unit of the metric is not money"), tree.span
        )
    raise FormulaError(
        text("the unit of the metric is money, but the formula gives none"), tree.span
    )


class _Checker:
    def __init__(self, unit_of: Callable[[str], Unit | None]) -> None:
        self._unit_of = unit_of

    def measure(self, node: Node) -> Measure:
        match node:
            case Number() | RoleRef():
                return ANY
            case Ref(key):
                unit = self._unit_of(key)
                return ANY if unit is None else measure_of(unit)
            case Negative(operand):
                return self.measure(operand)
            case Binary(operator, left, right):
                return self._binary(operator, left, right)
            case Comparison(_, left, right):
                return _same((self.measure(left), self.measure(right)), node.span)
            case Call():
                return self._call(node)

    def _binary(self, operator: str, left: Node, right: Node) -> Measure:
        one, two = self.measure(left), self.measure(right)
        match operator:
            case "+" | "-":
                return _same((one, two), Span(left.span.start, right.span.end))
            case "*":
                return _product(one, two, 1)
            case "/":
                return _product(one, two, -1)
            case _:
                return one if one.money == 0 else ANY

    def _call(self, call: Call) -> Measure:
        match call.function:
            case "sum" | "min" | "max" | "mean":
                return self._alike(call.arguments, call.span)
            case "if":
                self.measure(call.arguments[0])
                return self._alike(call.arguments[1:], call.span)
            case "lag":
                return self._alike((call.arguments[0], *call.arguments[2:]), call.span)
            case "workdays":
                return Measure("days")
            case "people":
                return COUNT
            case "cost":
                return MONEY
            case _:
                return self.measure(call.arguments[0])

    def _alike(self, nodes: tuple[Node, ...], span: Span) -> Measure:
        return _same(tuple(self.measure(node) for node in nodes), span)


def _same(measures: tuple[Measure, ...], span: Span) -> Measure:
    """The measure of what is added up or compared; raises `FormulaError` at the first misfit."""
    known = ANY
    for found in measures:
        together = _together(known, found)
        if together is None:
            pair = {"left": _word(known), "right": _word(found)}
            raise FormulaError(text("{left} and {right} do not go together", **pair), span)
        known = together
    return known


def _together(one: Measure, two: Measure) -> Measure | None:
    """The measure of a sum, or None where there is no sensible one."""
    if two in {one, ANY}:
        return one
    if one == ANY:
        return two
    if NUMBER in (one, two) and not (one.money or two.money):
        return two if one == NUMBER else one
    return None


def _product(one: Measure, two: Measure, sign: int) -> Measure:
    """The measure of a product (`sign` 1) or of a quotient (`sign` -1)."""
    money = one.money + sign * two.money
    if money:
        return Measure("money", money)
    if one.money:
        return SHARE
    if two == SHARE:
        return one
    if one == SHARE and sign > 0:
        return two
    if one == two == COUNT:
        return COUNT if sign > 0 else NUMBER
    return ANY


def _word(measure: Measure) -> Text:
    words = {
        "money": text("money"),
        "count": text("a count"),
        "share": text("a share"),
        "number": text("a plain number"),
        "hours": text("hours"),
        "minutes": text("minutes"),
        "seconds": text("seconds"),
        "days": text("days"),
    }
    return words[measure.kind]
