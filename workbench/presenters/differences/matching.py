"""Which thing of one list is which of another, where things have no key."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Matched(Generic[T]):
    """Pairs of the same thing before and after, and what has no counterpart."""

    pairs: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


def matched(
    before: Iterable[T], after: Iterable[T], *likeness: Callable[[T], Hashable]
) -> Matched[T]:
    """Pairs by the first likeness, what is left by the next, and so on."""
    removed, added = list(before), list(after)
    pairs: list[tuple[T, T]] = []
    for like in likeness:
        found, removed, added = _paired(removed, added, like)
        pairs += found
    return Matched(tuple(pairs), tuple(removed), tuple(added))


def _paired(
    before: list[T], after: list[T], like: Callable[[T], Hashable]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pairs that are alike, and what is left on both sides, all in their order."""
    places: dict[Hashable, deque[int]] = defaultdict(deque)
    for at, one in enumerate(before):
        places[like(one)].append(at)
    pairs, taken, alone = [], set(), []
    for one in after:
        if same := places[like(one)]:
            at = same.popleft()
            taken.add(at)
            pairs.append((before[at], one))
        else:
            alone.append(one)
    return pairs, [one for at, one in enumerate(before) if at not in taken], alone
