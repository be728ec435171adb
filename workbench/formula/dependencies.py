"""What has to be computed before what, and where formulas run in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter

from workbench.formula.syntax import Call, Node, Number, Ref, children


@dataclass(frozen=True, slots=True)
class Order:
    """Metrics in the order of computing, and the loops that cannot be computed at all.

    A loop is a tuple of keys, each mentioning the next; the last one mentions the first.
    """

    metrics: tuple[str, ...]
    loops: tuple[tuple[str, ...], ...]

    def loop_of(self, metric: str) -> tuple[str, ...] | None:
        """The loop a metric is part of."""
        return next((loop for loop in self.loops if metric in loop), None)


@lru_cache(maxsize=4096)
def needed_now(tree: Node) -> frozenset[str]:
    """Metrics needed in the same month (or in the first, where a lag has no initial value)."""
    return frozenset(_needed(tree))


def order(trees: Mapping[str, Node]) -> Order:
    """The order of computing one month, by the trees of the computed metrics."""
    waiting = {key: needed_now(tree) & trees.keys() for key, tree in trees.items()}
    loops: list[tuple[str, ...]] = []
    while True:
        try:
            return Order(tuple(TopologicalSorter(waiting).static_order()), tuple(loops))
        except CycleError as error:
            loop = tuple(reversed(error.args[1][1:]))
            loops.append(loop)
            waiting = {key: needs - set(loop) for key, needs in waiting.items() if key not in loop}


def _needed(node: Node) -> Iterator[str]:
    match node:
        case Ref(key):
            yield key
        case Call("lag", (_, Number(months), initial)) if months >= 1:
            yield from _needed(initial)
        case _:
            for part in children(node):
                yield from _needed(part)
