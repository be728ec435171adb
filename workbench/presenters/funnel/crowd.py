"""Boxes on the canvas, found quickly by where they lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from workbench.presenters.funnel.geometry import Box

_CELL = 160.0


class Crowd:
    """Many boxes in squares of a coarse grid."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """One more box."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def near(self, box: Box) -> Iterator[Box]:
        """The boxes that meet one; some of them more than once."""
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                if other.meets(box):
                    yield other

    def is_free(self, box: Box) -> bool:
        """Whether no box meets it."""
        return next(self.near(box), None) is None

    def covered(self, box: Box) -> float:
        """How much of a box others cover."""
        return sum(_shared(box, other) for other in set(self.near(box)))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.y // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def _shared(one: Box, two: Box) -> float:
    width = min(one.right, two.right) - max(one.x, two.x)
    height = min(one.bottom, two.bottom) - max(one.y, two.y)
    return width * height
