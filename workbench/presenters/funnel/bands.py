"""Phases as stripes: where one ends and the next begins, given where the cards lie."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from workbench.document.client import Phase
from workbench.document.value import Key
from workbench.presenters.funnel.geometry import Box
from workbench.presenters.funnel.picture import Band

WIDTH = 880.0  # of a stripe on an empty canvas: room for four columns of cards
_ROOM = 60.0  # between the outermost card and an empty stripe
_LEAST = 320.0  # of an empty stripe between two others; with less room it has no width at all


@dataclass(frozen=True, slots=True)
class _Placed:
    """A card as far as stripes are concerned: the number of its phase, and where it lies."""

    phase: int
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def bands_of(phases: Sequence[Phase], boxes: Iterable[tuple[Key | None, Box]]) -> tuple[Band, ...]:
    """The stripes of all phases from left to right, by the boxes of cards with their phases."""
    if not phases:
        return ()
    numbers = {phase.key: number for number, phase in enumerate(phases)}
    placed = sorted(
        (
            _Placed(numbers[phase], box.x, box.right)
            for phase, box in boxes
            if phase is not None and phase in numbers
        ),
        key=lambda card: card.middle,
    )
    borders = _borders(len(phases), placed)
    edges = [None, *borders, None]
    return tuple(
        Band(phase.key, phase.name, number, edges[number], edges[number + 1])
        for number, phase in enumerate(phases)
    )


def _borders(count: int, placed: list[_Placed]) -> list[float]:
    """The inner edges of the stripes, as near to those of an empty canvas as the cards let them."""
    used = sorted({card.phase for card in placed})
    if not used:
        return [_usual(number) for number in range(count - 1)]
    first, last = used[0], used[-1]
    left = min(card.left for card in placed) - _ROOM
    right = max(card.right for card in placed) + _ROOM
    before = [_near_usual(number, left - WIDTH * (first - number)) for number in range(first)]
    after = [
        _near_usual(number, right + WIDTH * (number - last)) for number in range(last, count - 1)
    ]
    between = [
        edge for phase, following in pairwise(used)
        for edge in _cut(phase, placed).edges(phase, following)
    ]  # fmt: skip
    return [*before, *accumulate(between, max), *after]


def _usual(number: int) -> float:
    """The right edge of a stripe on an empty canvas."""
    return WIDTH * (number + 1)


def _near_usual(number: int, start: float) -> float:
    """The place nearest to the usual edge of a stripe in a stretch as long as a stripe."""
    return min(max(_usual(number), start), start + WIDTH)


@dataclass(frozen=True, slots=True)
class _Gap:
    """The room between cards; how far they overlap where there is none."""

    width: float
    middle: float

    def edges(self, phase: int, following: int) -> list[float]:
        """The edges between two phases with cards; empty phases between them share the room."""
        start = self.middle - self.width / 2 + _ROOM
        room, count = self.width - 2 * _ROOM, following - phase
        if room < _LEAST * max(count - 1, 1):
            return [self.middle] * count
        if count == 1:
            return [min(max(_usual(phase), start), start + room)]
        return [start + room * step / (count - 1) for step in range(count)]


def _cut(phase: int, placed: list[_Placed]) -> _Gap:
    """The gap after a phase that leaves the fewest cards on the wrong side, the widest of them."""
    wrong = sum(card.phase <= phase for card in placed)
    fewest, found = math.inf, _Gap(-math.inf, 0.0)
    for at, gap in enumerate(_gaps(placed)):
        if at:
            wrong += -1 if placed[at - 1].phase <= phase else 1
        if _side_by_side(placed, at) and (wrong, -gap.width) < (fewest, -found.width):
            fewest, found = wrong, gap
    return found


def _side_by_side(placed: list[_Placed], at: int) -> bool:
    """Whether an edge can run between a card and the one before it at all."""
    return at in (0, len(placed)) or placed[at - 1].middle < placed[at].middle


def _gaps(placed: list[_Placed]) -> list[_Gap]:
    """The gap before each card and the one after the last."""
    reached = list(accumulate((card.right for card in placed), max))
    ahead = list(accumulate((card.left for card in reversed(placed)), min))[::-1]
    gaps = [_Gap(0.0, ahead[0] - _ROOM)]
    for at in range(1, len(placed)):
        left, right = reached[at - 1], ahead[at]
        middle = (left + right) / 2
        if right < left:
            middle = (placed[at - 1].middle + placed[at].middle) / 2
        gaps.append(_Gap(right - left, middle))
    return [*gaps, _Gap(0.0, reached[-1] + _ROOM)]
