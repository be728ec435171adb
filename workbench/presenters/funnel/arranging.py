"""Order on the canvas: cards in line, evenly spaced, or arranged anew as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text
from workbench.document.edits.metrics import MoveMetrics
from workbench.document.metric import Position
from workbench.document.value import Key
from workbench.presenters.funnel.funnel import CanvasView, Funnel
from workbench.presenters.funnel.geometry import Point, around
from workbench.presenters.funnel.moving import (
    Alignment,
    Direction,
    aligned,
    distributed,
    movement,
)
from workbench.presenters.funnel.picture import FunnelPicture
from workbench.presenters.funnel.tidying import IN_WORKER_FROM, TIDY, arrangement, tidied

R = TypeVar("R")


class Background(Protocol):
    """Does long work while the window stays alive."""

    def start(
        self,
        work: Callable[[], R],
        done: Callable[[R], None],
        failed: Callable[[WorkbenchError], None],
    ) -> None:
        """Work elsewhere, then hand over here."""


class Arranging:
    """Puts cards in order, each time as one step of undo."""

    def __init__(self, funnel: Funnel, view: CanvasView, background: Background) -> None:
        self._funnel = funnel
        self._desk = funnel.desk
        self._view = view
        self._background = background
        self._arranged: FunnelPicture | None = None

    def align(self, how: Alignment) -> None:
        """Bring the selected cards into one line."""
        boxes = self._funnel.chosen_cards
        extent = around(boxes.values())
        if extent is not None and len(boxes) > 1:
            self._move(aligned(boxes, extent, how), text("Align cards"))

    def distribute(self, direction: Direction) -> None:
        """Make the gaps between the selected cards equal."""
        boxes = self._funnel.chosen_cards
        if len(boxes) > 2:
            self._move(distributed(boxes, direction), text("Distribute cards"))

    def tidy(self) -> None:
        """Arrange all cards; a large funnel in a worker."""
        picture = self._funnel.picture
        wanted = arrangement(picture)
        if len(wanted.boxes) > IN_WORKER_FROM:
            self._arranged = picture
            self._background.start(lambda: tidied(wanted), self._on_tidied, self._on_failed)
            return
        try:
            corners = tidied(wanted)
        except WorkbenchError as error:
            self._on_failed(error)
        else:
            self._put(corners)

    def _on_tidied(self, corners: Mapping[Key, Point]) -> None:
        """Take the answer, unless something moved meanwhile."""
        if self._arranged is not None and self._arranged.cards == self._funnel.picture.cards:
            self._put(corners)

    def _on_failed(self, error: WorkbenchError) -> None:
        self._desk.tell(error.message)

    def _put(self, corners: Mapping[Key, Point]) -> None:
        """Phases stay as they are: whoever tidies up wants to change places, nothing else."""
        positions = {key: Position(x=at.x, y=at.y) for key, at in corners.items()}
        before = {card.key: card.box.corner for card in self._funnel.picture.cards}
        if self._desk.do(MoveMetrics(positions, TIDY)):
            self._view.glide(before)

    def _move(self, corners: Mapping[Key, Point], title: Text) -> None:
        before = {key: box.corner for key, box in self._funnel.chosen_cards.items()}
        edit = movement(self._desk.project, self._funnel.picture, corners, title)
        if self._desk.do(edit):
            self._view.glide(before)
