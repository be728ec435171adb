"""The tree of a formula; two trees are equal when they say the same, wherever it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text

# How a formula is written: as the file has it, or typed with either decimal sign.
Dialect = Literal["stored", "point", "comma"]
Operator = Literal["+", "-", "*", "/", "^"]
Relation = Literal["<", ">", "<=", ">=", "=", "<>"]


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the text something stands, `end` excluded."""

    start: int = 0
    end: int = 0


NOWHERE = Span()


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: 80% has the value 80 and `percent`."""

    value: float
    percent: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ref:
    """A metric by key."""

    key: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class RoleRef:
    """A role by key, the argument of `people` and `cost`."""

    key: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Negative:
    """Unary minus."""

    operand: Node
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and the sign between them."""

    operator: Operator
    left: Node
    right: Node
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The condition of an `if`."""

    relation: Relation
    left: Node
    right: Node
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    function: str
    arguments: tuple[Node, ...]
    span: Span = field(default=NOWHERE, compare=False)


Node = Number | Ref | RoleRef | Negative | Binary | Comparison | Call


class FormulaError(WorkbenchError):
    """A formula that cannot be understood; `span` is what to underline."""

    def __init__(self, message: Text, span: Span) -> None:
        super().__init__(message)
        self.span = span


def sign_missing(word: str) -> Text:
    """What is wrong with two values side by side."""
    return text("before “{word}” a sign such as + or × is missing", word=word)


def children(node: Node) -> tuple[Node, ...]:
    """The parts a node is made of, in order."""
    match node:
        case Negative(operand):
            return (operand,)
        case Binary(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """A node and everything below it, parents first."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(children(current)))


def metrics_in(node: Node) -> frozenset[str]:
    """Keys of all metrics a formula mentions, in any month."""
    return frozenset(part.key for part in walk(node) if isinstance(part, Ref))


def roles_in(node: Node) -> frozenset[str]:
    """Keys of all roles a formula mentions."""
    return frozenset(part.key for part in walk(node) if isinstance(part, RoleRef))
