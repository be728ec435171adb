"""From a tree back to text: as the file stores it, or as people read it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from workbench.formula.names import Names, bracketed
from workbench.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Negative,
    Node,
    Number,
    Operator,
    Ref,
    RoleRef,
)

_STRENGTH: dict[Operator, int] = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}
_NEGATIVE = 3
_ATOM = 5


class Writing(Protocol):
    """How the leaves and signs of a formula are written."""

    @property
    def separator(self) -> str: ...

    def number(self, value: float) -> str: ...
    def metric(self, key: str) -> str: ...
    def role(self, key: str) -> str: ...
    def sign(self, operator: str) -> str: ...


class _Stored:
    """Keys, points and commas."""

    separator = ", "

    def number(self, value: float) -> str:
        plain = format(Decimal(repr(value)), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain

    def metric(self, key: str) -> str:
        return bracketed(key)

    role = metric

    def sign(self, operator: str) -> str:
        return operator


@dataclass(frozen=True)
class _Shown:
    """Names, typographic signs, and the decimal sign of the language."""

    names: Names
    decimal: str

    @property
    def separator(self) -> str:
        return "; " if self.decimal == "," else ", "

    def number(self, value: float) -> str:
        return _Stored().number(value).replace(".", self.decimal)

    def metric(self, key: str) -> str:
        return bracketed(self.names.metric_names.get(key, key))

    def role(self, key: str) -> str:
        return bracketed(self.names.role_names.get(key, key))

    def sign(self, operator: str) -> str:
        signs = {"*": "×", "/": "÷", "-": "−", "<=": "≤", ">=": "≥", "<>": "≠"}
        return signs.get(operator, operator)


def stored_text(tree: Node) -> str:
    """The formula as the file holds it."""
    return written(tree, _Stored())


def shown_text(tree: Node, names: Names, decimal: str) -> str:
    """The formula as people read and type it."""
    return written(tree, _Shown(names, decimal))


def strength(node: Node) -> int:
    """How tightly a node holds together; a weaker part needs parentheses inside a stronger one."""
    match node:
        case Binary(operator):
            return _STRENGTH[operator]
        case Negative():
            return _NEGATIVE
        case Comparison():
            return 0
        case _:
            return _ATOM


def written(node: Node, writing: Writing) -> str:
    """The formula in any writing of its leaves and signs."""
    match node:
        case Number(value, percent):
            return writing.number(value) + "%" * percent
        case Ref(key):
            return writing.metric(key)
        case RoleRef(key):
            return writing.role(key)
        case Negative(operand):
            return writing.sign("-") + _wrapped(operand, _NEGATIVE, writing)
        case Binary(operator, left, right):
            return _binary(operator, left, right, writing)
        case Comparison(relation, left, right):
            return f"{written(left, writing)} {writing.sign(relation)} {written(right, writing)}"
        case Call(function, arguments):
            return f"{function}({_listed(arguments, writing)})"


def _listed(nodes: tuple[Node, ...], writing: Writing) -> str:
    return writing.separator.join(written(node, writing) for node in nodes)


def _binary(operator: Operator, left: Node, right: Node, writing: Writing) -> str:
    own = _STRENGTH[operator]
    # a - (b - c) and a / (b / c) keep their parentheses; a ^ b ^ c is read from the right
    left_needs, right_needs = (own + 1, _NEGATIVE) if operator == "^" else (own, own + 1)
    before, after = _wrapped(left, left_needs, writing), _wrapped(right, right_needs, writing)
    sign = writing.sign(operator)
    return f"{before}{sign}{after}" if operator == "^" else f"{before} {sign} {after}"


def _wrapped(node: Node, needed: int, writing: Writing) -> str:
    words = written(node, writing)
    return words if strength(node) >= needed else f"({words})"
