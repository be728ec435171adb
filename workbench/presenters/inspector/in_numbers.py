"""A formula with the numbers in place of the names: “600 × 80 % = 480”."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from workbench.base.languages import Language
from workbench.formula.compile import compiled
from workbench.formula.printer import written
from workbench.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Negative,
    Node,
    Number,
    Ref,
)
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months, evaluated
from workbench.presenters.inspector.subject import Subject
from workbench.presenters.measures import amount

_SIGNS = {"*": "×", "/": "÷", "-": "−", "<=": "≤", ">=": "≥", "<>": "≠"}
_CLOSE = 5e-4


def calculation(subject: Subject, month: int | None) -> str:
    """The calculation up to its sign of equality, or nothing where a number is missing.

    Without a month it is that of the average one; what only comes near the result says so.
    """
    tree = subject.forecast.model.trees.get(subject.key)
    if tree is None:
        return ""
    leaves = _Leaves(subject, month)
    words = written(_replaced(tree, leaves.token), leaves)
    if any(isinstance(value, Problem) for value in leaves.values):
        return ""
    sign = "=" if leaves.gives(tree, result_in(subject, month)) else "≈"
    return f"{words} {sign}"


def result_in(subject: Subject, month: int | None) -> Result:
    """The value of the metric in a month, or in the average one."""
    return _value(subject.forecast, subject.key, month)


def _value(forecast: Forecast, metric: str, month: int | None) -> Result:
    return forecast.monthly(metric) if month is None else forecast.values[metric][month]


@dataclass
class _Leaf:
    """A part of a formula that is shown as one number."""

    value: Result
    words: str


class _Leaves:
    """Puts numbers for names and for what only makes sense as a whole, such as lag()."""

    def __init__(self, subject: Subject, month: int | None) -> None:
        self._subject = subject
        self._month = month
        self._leaves: list[_Leaf] = []

    @property
    def values(self) -> list[Result]:
        return [leaf.value for leaf in self._leaves]

    def token(self, node: Node) -> Node:
        """A stand-in for a part; printing it gives its number."""
        self._leaves.append(self._leaf(node))
        return Ref(str(len(self._leaves) - 1))

    def gives(self, tree: Node, result: Result) -> bool:
        """Whether the numbers shown make the result, as averages of months need not."""
        numbers = iter(self.values)
        tree = _replaced(tree, lambda _: _number(next(numbers)))
        found = evaluated(compiled(tree), Months(self._subject.project), 0, "")
        if isinstance(found, Problem) or isinstance(result, Problem):
            return False
        return math.isclose(found, result, rel_tol=_CLOSE, abs_tol=1e-12)

    @property
    def separator(self) -> str:
        return "; " if self._language.decimal == "," else ", "

    def number(self, value: float) -> str:
        return f"{value:.12g}".replace(".", self._language.decimal)

    def metric(self, key: str) -> str:
        return self._leaves[int(key)].words

    role = metric

    def sign(self, operator: str) -> str:
        return _SIGNS.get(operator, operator)

    @property
    def _language(self) -> Language:
        return self._subject.language

    def _leaf(self, node: Node) -> _Leaf:
        if isinstance(node, Ref):
            value = _value(self._subject.forecast, node.key, self._month)
            about = self._subject.project.metric(node.key)
            return _Leaf(value, self._subject.figure(value, about))
        assert isinstance(node, Call)
        value = self._called(node)
        return _Leaf(value, self._words(node, value))

    def _called(self, call: Call) -> Result:
        """A function in the month, or its mean over the months of the plan."""
        forecast = self._subject.forecast
        frame = Months(forecast.project)
        frame.columns = {key: list(series) for key, series in forecast.values.items()}
        months = range(forecast.project.calendar.months) if self._month is None else [self._month]
        values: list[float] = []
        for month in months:
            value = evaluated(compiled(call), frame, month, "")
            if isinstance(value, Problem):
                return value
            values.append(value)
        return math.fsum(values) / len(values)

    def _words(self, call: Call, value: Result) -> str:
        if isinstance(value, Problem):
            return ""
        first: Any = call.arguments[0] if call.arguments else None
        if isinstance(first, Ref):
            return self._subject.figure(value, self._subject.project.metric(first.key))
        if call.function == "cost":
            return amount(value, self._subject.project.client.currency, self._language)
        return self._language.number(value)


def _number(value: Result) -> Node:
    return Number(math.nan if isinstance(value, Problem) else value)


def _replaced(tree: Node, leaf: Callable[[Node], Node]) -> Node:
    """The tree with its leaves exchanged, from left to right."""
    match tree:
        case Ref() | Call(function="lag" | "cumulative" | "workdays" | "people" | "cost"):
            return leaf(tree)
        case Negative(operand):
            return replace(tree, operand=_replaced(operand, leaf))
        case Binary(_, left, right) | Comparison(_, left, right):
            return replace(tree, left=_replaced(left, leaf), right=_replaced(right, leaf))
        case Call(_, arguments):
            return replace(tree, arguments=tuple(_replaced(part, leaf) for part in arguments))
        case _:
            return tree
