"""Phases as stripes: where one ends and the next begins, given where the cards lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from workbench.document.client import Phase
from workbench.document.value import Key
from workbench.presenters.funnel.geometry import Box
from workbench.presenters.funnel.picture import Band

WIDTH = 320.0  # of the stripe of a phase that has no cards yet
_ROOM = 60.0  # between the outermost card and an empty stripe


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
    """The inner edges of the stripes; empty phases get stripes of their own beside the others."""
    used = sorted({card.phase for card in placed})
    if not used:
        return [WIDTH * (number + 1) for number in range(count - 1)]
    cuts: dict[int, float] = {}  # the right edge of a phase
    for number in used[:-1]:
        cuts[number] = max([*cuts.values(), _cut(number, placed)])
    first, last = used[0], used[-1]
    left = min(card.left for card in placed) - _ROOM
    right = max(card.right for card in placed) + _ROOM
    borders = []
    for number in range(count - 1):
        if number < first:
            borders.append(left - WIDTH * (first - 1 - number))
        elif number >= last:
            borders.append(right + WIDTH * (number - last))
        else:
            # an empty phase between two others is a stripe without width until it gets a card
            borders.append(cuts[max(phase for phase in used if phase <= number)])
    return borders


def _cut(phase: int, placed: list[_Placed]) -> float:
    """The edge after a phase that leaves the fewest cards on the wrong side, in the widest gap."""
    wrong = sum(card.phase <= phase for card in placed)
    ways: list[tuple[int, float, float]] = []
    for at, (width, edge) in enumerate(_gaps(placed)):
        if at:
            wrong += -1 if placed[at - 1].phase <= phase else 1
        if not _side_by_side(placed, at):
            continue
        ways.append((wrong, -width, edge))
    return min(ways)[2]


def _side_by_side(placed: list[_Placed], at: int) -> bool:
    """Whether an edge can run between a card and the one before it at all."""
    return at in (0, len(placed)) or placed[at - 1].middle < placed[at].middle


def _gaps(placed: list[_Placed]) -> list[tuple[float, float]]:
    """How wide the gap before each card and after the last one is, and its middle."""
    reached = list(accumulate((card.right for card in placed), max))
    ahead = list(accumulate((card.left for card in reversed(placed)), min))[::-1]
    gaps = [(0.0, ahead[0] - _ROOM)]
    for at in range(1, len(placed)):
        left, right = reached[at - 1], ahead[at]
        middle = (left + right) / 2
        if right < left:
            middle = (placed[at - 1].middle + placed[at].middle) / 2
        gaps.append((right - left, middle))
    return [*gaps, (0.0, reached[-1] + _ROOM)]
