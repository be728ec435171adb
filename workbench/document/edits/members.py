"""Exchanging one item of a project's tuples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from workbench.document.value import Value

V = TypeVar("V", bound=Value)


def replaced(items: Sequence[V], matches: Callable[[V], bool], **changes: object) -> tuple[V, ...]:
    """The items with those that match changed; items that stay equal stay the same object."""
    return tuple(_changed(item, changes) if matches(item) else item for item in items)


def moved(items: Sequence[V], matches: Callable[[V], bool], to: int) -> tuple[V, ...]:
    """The items with the one that matches standing at another place."""
    rest = [item for item in items if not matches(item)]
    rest[to:to] = [item for item in items if matches(item)]
    return tuple(rest)


def _changed(item: V, changes: dict[str, object]) -> V:
    after = item.having(**changes)
    return item if after == item else after
