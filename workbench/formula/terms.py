"""A formula as a sum of terms: what an arrow puts in and takes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

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


def flow(stage: str, conversion: str | None, lag: int = 0) -> Node:
    """The term of an arrow: `stage * conversion`, some months later if `lag` says so."""
    source: Node = Ref(stage)
    if lag:
        source = Call("lag", (source, Number(float(lag))))
    return source if conversion is None else Binary("*", source, Ref(conversion))


def with_term(tree: Node | None, term: Node) -> Node:
    """The formula with one more term."""
    return term if tree is None else Binary("+", tree, term)


def terms(tree: Node) -> Iterator[Node]:
    """The terms of the outermost sum, without their signs."""
    match tree:
        case Binary("+" | "-", left, right):
            yield from terms(left)
            yield from terms(right)
        case Negative(operand):
            yield from terms(operand)
        case _:
            yield tree


def with_factor(tree: Node, factor: Node, multiplied: Node) -> Node:
    """The formula with one of its terms multiplied."""
    match tree:
        case Binary("+" | "-" as sign, left, right):
            return Binary(
                sign,
                with_factor(left, factor, multiplied),
                with_factor(right, factor, multiplied),
            )
        case Negative(operand):
            return Negative(with_factor(operand, factor, multiplied))
        case _:
            return Binary("*", factor, tree) if tree is multiplied else tree


def without_terms(tree: Node, unwanted: Callable[[Node], bool]) -> Node | None:
    """The formula without unwanted terms of its outermost sum; None if none is left."""
    match tree:
        case Binary("+" | "-" as sign, left, right):
            before, after = without_terms(left, unwanted), without_terms(right, unwanted)
            if before is None:
                return Negative(after) if after is not None and sign == "-" else after
            return before if after is None else Binary(sign, before, after)
        case Negative(operand):
            inner = without_terms(operand, unwanted)
            return None if inner is None else Negative(inner)
        case _:
            return None if unwanted(tree) else tree


def renamed(tree: Node, metrics: Mapping[str, str], roles: Mapping[str, str]) -> Node:
    """The formula with keys exchanged."""
    match tree:
        case Ref(key):
            return replace(tree, key=metrics.get(key, key))
        case RoleRef(key):
            return replace(tree, key=roles.get(key, key))
        case Negative(operand):
            return replace(tree, operand=renamed(operand, metrics, roles))
        case Binary(_, left, right) | Comparison(_, left, right):
            return replace(
                tree, left=renamed(left, metrics, roles), right=renamed(right, metrics, roles)
            )
        case Call(_, arguments):
            return replace(
                tree, arguments=tuple(renamed(part, metrics, roles) for part in arguments)
            )
        case _:
            return tree
