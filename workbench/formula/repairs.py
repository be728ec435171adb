"""Formulas repaired: a circle cut by a month's delay, a division guarded against zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.formula.syntax import Binary, Call, Comparison, Negative, Node, Number, Ref

_NOTHING = Number(0.0)


def delayed(tree: Node, metric: str, initial: float) -> Node:
    """The formula with a metric taken from the month before, `initial` where there is none.

    What adds a metric up over the months cannot be delayed and stays as it is.
    """
    size = Number(abs(initial))
    start = Negative(size) if initial < 0 else size

    def exchanged(node: Node) -> Node:
        match node:
            case Ref(key) if key == metric:
                return Call("lag", (node, Number(1.0), start))
            case Call("cumulative"):
                return node
            case Call("lag", (Ref(key) as ref, Number() as months, *rest)):
                before = tuple(map(exchanged, rest))
                if key == metric:
                    months = Number(max(months.value, 1.0))
                    before = before or (start,)
                return replace(node, arguments=(ref, months, *before))
            case _:
                return _rebuilt(node, exchanged)

    return exchanged(tree)


def guarded(tree: Node, divisor: Node) -> Node:
    """The formula in which what is divided by something counts as 0 where that is zero."""

    def exchanged(node: Node) -> Node:
        inner = _rebuilt(node, exchanged)
        if isinstance(node, Binary) and node.operator == "/" and node.right == divisor:
            return Call("if", (Comparison("=", divisor, _NOTHING), _NOTHING, inner))
        return inner

    return exchanged(tree)


def _rebuilt(node: Node, exchanged: Callable[[Node], Node]) -> Node:
    """A node with its parts exchanged."""
    match node:
        case Negative(operand):
            return replace(node, operand=exchanged(operand))
        case Binary(_, left, right) | Comparison(_, left, right):
            return replace(node, left=exchanged(left), right=exchanged(right))
        case Call(_, arguments):
            return replace(node, arguments=tuple(map(exchanged, arguments)))
        case _:
            return node
