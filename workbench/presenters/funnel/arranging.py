"""Order on the canvas: cards in line, evenly spaced, or arranged anew as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text
from workbench.document.edits.metrics import MoveMetrics
from workbench.document.metric import Position
from workbench.document.value import Key
from workbench.presenters.background import (
    Background,
    Control,
    Done,
    Failed,
    Outcome,
    Progress,
)
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


class _Tidying:
    """Arranges one picture in the background and keeps the answer until the work has ended."""

    def __init__(self, picture: FunnelPicture) -> None:
        self.picture = picture
        self.wanted = arrangement(picture)
        self.corners: Mapping[Key, Point] = {}

    def __call__(self, _control: Control) -> Outcome:
        self.corners = tidied(self.wanted)
        return Done()


class Arranging:
    """Puts cards in order, each time as one step of undo."""

    def __init__(self, funnel: Funnel, view: CanvasView, background: Background) -> None:
        self._funnel = funnel
        self._desk = funnel.desk
        self._view = view
        self._background = background
        self._tidying: _Tidying | None = None

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
        """Arrange all cards; a large funnel in the background, one arrangement at a time."""
        if self._tidying is not None:
            return
        tidying = _Tidying(self._funnel.picture)
        if len(tidying.wanted.boxes) > IN_WORKER_FROM:
            self._tidying = tidying
            self._background.run(tidying, self._on_progress, self._on_end)
            return
        try:
            self._put(tidied(tidying.wanted))
        except WorkbenchError as error:
            self._desk.tell(error.message)

    def _on_progress(self, _progress: Progress) -> None:
        """Graphviz does not say how far it is."""

    def _on_end(self, outcome: Outcome) -> None:
        """Take the answer, unless something moved meanwhile."""
        tidying, self._tidying = self._tidying, None
        if isinstance(outcome, Failed):
            self._desk.tell(outcome.message)
        elif tidying is not None and tidying.picture.cards == self._funnel.picture.cards:
            self._put(tidying.corners)

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
