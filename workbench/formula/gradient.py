"""How a result answers to what its formula mentions: derivatives of the one tree."""

from __future__ import annotations

import math
from collections.abc import Mapping

from workbench.formula.compile import Frame, compiled
from workbench.formula.syntax import Binary, Call, Comparison, Negative, Node, Number, Ref, RoleRef


def swings(tree: Node, frame: Frame, month: int) -> Mapping[str, float]:
    """By metric, how much the result moves when all of that metric moves by its own size.

    That is the derivative times the value, in the unit of the result; half of it is what the metric
    brings when it grows by half, as far as the formula is straight. What was months before moves
    along. Rounding is taken for what it follows. Raises `Stop` where there is no number.
    """
    backward = _Backward(frame, month)
    backward.walk(tree, 1.0)
    return backward.found


class _Backward:
    """Carries the derivative of the result from the root of a tree down to its mentions."""

    def __init__(self, frame: Frame, month: int) -> None:
        self._frame = frame
        self._month = month
        self.found: dict[str, float] = {}

    def walk(self, node: Node, slope: float) -> None:
        """Pass on what a change of one in the node does to the result."""
        match node:
            case Number() | RoleRef() | Comparison():
                return
            case Ref(key):
                self._add(key, slope * self._value(node))
            case Negative(operand):
                self.walk(operand, -slope)
            case Binary():
                self._binary(node, slope)
            case Call():
                self._call(node, slope)

    def _binary(self, node: Binary, slope: float) -> None:
        left, right = node.left, node.right
        match node.operator:
            case "+" | "-":
                self.walk(left, slope)
                self.walk(right, slope if node.operator == "+" else -slope)
            case "*":
                one, two = self._value(left), self._value(right)
                self.walk(left, slope * two)
                self.walk(right, slope * one)
            case "/":
                divisor, quotient = self._value(right), self._value(node)
                self.walk(left, slope / divisor)
                self.walk(right, -slope * quotient / divisor)
            case "^":
                self._power(node, slope)

    def _power(self, node: Binary, slope: float) -> None:
        base, exponent, result = (self._value(n) for n in (node.left, node.right, node))
        if base:
            self.walk(node.left, slope * exponent * result / base)
        if base > 0:
            self.walk(node.right, slope * result * math.log(base))

    def _call(self, call: Call, slope: float) -> None:
        arguments = call.arguments
        match call.function:
            case "sum" | "mean":
                share = slope / len(arguments) if call.function == "mean" else slope
                for part in arguments:
                    self.walk(part, share)
            case "min" | "max":
                choose = min if call.function == "min" else max
                self.walk(choose(arguments, key=self._value), slope)
            case "if":
                self.walk(arguments[1] if self._value(arguments[0]) else arguments[2], slope)
            case "abs":
                self.walk(arguments[0], slope if self._value(arguments[0]) >= 0 else -slope)
            case "round" | "ceil" | "floor":
                self.walk(arguments[0], slope)
            case "lag" | "cumulative":
                self._earlier(call, slope)
            case _:
                return

    def _earlier(self, call: Call, slope: float) -> None:
        """Other months of a metric: they move along with it, an initial value by itself."""
        metric, *rest = call.arguments
        assert isinstance(metric, Ref)
        if len(rest) == 2 and isinstance(rest[0], Number) and self._month < rest[0].value:
            self.walk(rest[1], slope)
        else:
            self._add(metric.key, slope * self._value(call))

    def _add(self, key: str, swing: float) -> None:
        self.found[key] = self.found.get(key, 0.0) + swing

    def _value(self, node: Node) -> float:
        return float(compiled(node)(self._frame, self._month))
