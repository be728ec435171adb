"""How a result answers to what its formula mentions: derivatives of the one tree."""

from __future__ import annotations

import math
from collections.abc import Mapping

from workbench.formula.compile import Frame, compiled
from workbench.formula.syntax import Binary, Call, Comparison, Negative, Node, Number, Ref, RoleRef

Mention = tuple[str, int]


def slopes(tree: Node, frame: Frame, month: int) -> Mapping[Mention, float]:
    """The derivative of a formula in a month, by the metrics it mentions and their months.

    Rounding is taken for what it follows. Raises `Stop` where there is no number.
    """
    backward = Backward(frame, month)
    backward.walk(tree, 1.0)
    return backward.found


class Backward:
    """Carries the derivative of the result from the root of a tree down to its mentions."""

    def __init__(self, frame: Frame, month: int) -> None:
        self._frame = frame
        self._month = month
        self.found: dict[Mention, float] = {}

    def walk(self, node: Node, slope: float) -> None:
        """Pass on what a change of one in the node does to the result."""
        match node:
            case Number() | RoleRef() | Comparison():
                return
            case Ref(key):
                self._value(node)
                self.add(key, self._month, slope)
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
                self.extreme(call, slope)
            case "if":
                self.walk(arguments[1] if self._value(arguments[0]) else arguments[2], slope)
            case "abs":
                self.walk(arguments[0], slope if self._value(arguments[0]) >= 0 else -slope)
            case "round" | "ceil" | "floor":
                self.walk(arguments[0], slope)
            case "lag":
                self.lag(call, slope)
            case "cumulative":
                self.cumulative(call, slope)
            case _:
                return

    def extreme(self, call: Call, slope: float) -> None:
        """The smallest or the largest argument, the first of equal ones."""
        choose = min if call.function == "min" else max
        self.walk(choose(call.arguments, key=self._value), slope)

    def lag(self, call: Call, slope: float) -> None:
        """An earlier month of a metric; before the plan the initial value, else the first month."""
        months = call.arguments[1]
        back = int(months.value) if isinstance(months, Number) else 0
        if self._month >= back or len(call.arguments) == 2:
            self.add(metric_of(call), max(self._month - back, 0), slope)
        else:
            self.walk(call.arguments[2], slope)

    def cumulative(self, call: Call, slope: float) -> None:
        """All months of a metric up to this one."""
        for month in range(self._month + 1):
            self.add(metric_of(call), month, slope)

    def add(self, key: str, month: int, slope: float) -> None:
        """Note what a change of one in a metric of a month does."""
        self.found[key, month] = self.found.get((key, month), 0.0) + slope

    def _value(self, node: Node) -> float:
        return float(compiled(node)(self._frame, self._month))


class Everywhere(Backward):
    """Goes down every argument of min and max: what may come to count once others have moved."""

    def extreme(self, call: Call, slope: float) -> None:
        """Each argument in equal parts, so that at least the signs are right."""
        for part in call.arguments:
            self.walk(part, slope / len(call.arguments))


def metric_of(call: Call) -> str:
    """The metric whose other months a function takes."""
    metric = call.arguments[0]
    assert isinstance(metric, Ref)
    return metric.key
