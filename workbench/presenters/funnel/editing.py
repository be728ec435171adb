"""Everything a person can change on the canvas, each as one step of undo."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.metrics import AddMetric
from workbench.document.metric import Kind, Metric, Position
from workbench.document.value import Key
from workbench.presenters.funnel.adding import (
    NEW_NAMES,
    AddStage,
    kind_after,
    new_metric,
    successor,
)
from workbench.presenters.funnel.connecting import connection, first_connection
from workbench.presenters.funnel.crowd import Crowd
from workbench.presenters.funnel.funnel import CanvasView, Funnel
from workbench.presenters.funnel.geometry import GRID, Box, Point, Size
from workbench.presenters.funnel.moving import MOVE, duplication, movement, shifted
from workbench.presenters.funnel.picture import Card
from workbench.presenters.funnel.placing import Wish, free_place, off_borders
from workbench.presenters.funnel.removing import arrow_removal, removal
from workbench.presenters.funnel.valuing import refuse_computed, renaming, value_edit
from workbench.presenters.funnel.walking import Heading
from workbench.presenters.measures import editable_value

NEW = Size(146, 82)  # of a card without roles
FIRST = 2 * GRID  # from the left end of the canvas to the first card
BESIDE = 100.0  # between a card and the next one, with room for a pill
BELOW = 40.0
ASIDE = Point(2 * GRID, 2 * GRID)  # from a card to its copy
_STEPS: dict[Heading, Point] = {
    "left": Point(-GRID, 0), "right": Point(GRID, 0), "up": Point(0, -GRID), "down": Point(0, GRID),
}  # fmt: skip


class Editing:
    """Turns wishes into edits; what is refused is told and changes nothing."""

    def __init__(self, funnel: Funnel, view: CanvasView) -> None:
        self._funnel = funnel
        self._desk = funnel.desk
        self._view = view

    def add(self, kind: Kind, at: Point | None = None) -> None:
        """A new metric with its middle at a point, else near what a person looks at."""
        if at is None:
            corner = free_place(self._wish(), NEW, self._crowd()).corner
        else:
            corner = self.landing(at).corner
        metric = new_metric(
            self._desk.project, kind, self._say(NEW_NAMES[kind]), _position(corner),
            self._phase_at(corner),
        )  # fmt: skip
        self._make(metric, ())

    def landing(self, at: Point) -> Box:
        """Where a new card lies that is put at a point: beside a border rather than across it."""
        corner = self._corner(at)
        band = self._funnel.picture.band_at(corner.x + NEW.width / 2)
        return off_borders(band, Box(corner.x, corner.y, NEW.width, NEW.height))

    def add_next(self) -> None:
        """A stage after the selected card, connected from it."""
        source = self._funnel.chosen_one
        card = self._funnel.picture.card_by_key.get(source or "")
        if card is not None:
            after = card.box.right + BESIDE / 2
            wish = Wish(self._beside(card), after=after)
            corner = free_place(wish, NEW, self._crowd()).corner
            source_metric = self._desk.project.metric(card.key)
            self._make_after(source_metric, corner, source_metric.phase)

    def add_sibling(self) -> None:
        """A stage below the selected one, connected from what the selected one follows."""
        card = self._funnel.picture.card_by_key.get(self._funnel.chosen_one or "")
        if card is None:
            return
        wish = Point(card.box.x, card.box.bottom + BELOW)
        corner = free_place(Wish(wish), NEW, self._crowd()).corner
        into = (
            arrow.link.source for arrow in self._funnel.picture.arrows
            if arrow.link.metric and arrow.link.target == card.key
        )  # fmt: skip
        source = next(into, None)
        if source is not None:
            sibling = self._desk.project.metric(card.key)
            self._make_after(self._desk.project.metric(source), corner, sibling.phase)
        else:
            self.add("stage", Box(corner.x, corner.y, NEW.width, NEW.height).center)

    def connect(self, source: Key, target: Key) -> None:
        """Draw an arrow; a conversion without a value is asked for it in place."""
        try:
            made = connection(self._desk.forecast, source, target)
        except WorkbenchError as error:
            self._desk.tell(error.message)
            return
        if not self._desk.do(made.edit):
            return
        if made.shown is not None:
            self._funnel.choose((made.shown,))
        if made.awaits_value is not None:
            self._view.edit_value(made.awaits_value, "")

    def connect_new(self, source: Key, at: Point) -> None:
        """A new stage where an arrow was dropped, connected."""
        corner = self.landing(Point(at.x + NEW.width / 2, at.y)).corner
        self._make_after(self._desk.project.metric(source), corner, self._phase_at(corner))

    def rename(self, key: Key, words: str) -> None:
        """Give a metric another name."""
        before = self._desk.project
        edit = renaming(before, key, words)
        if edit is not None and self._desk.do(edit) and key not in self._desk.project.metric_by_key:
            at = [metric.key for metric in before.metrics].index(key)
            self._funnel.choose((self._desk.project.metrics[at].key,))

    def begin_rename(self) -> None:
        """Open the field for the name of the selected metric."""
        if self._funnel.chosen_one is not None:
            self._view.edit_name(self._funnel.chosen_one)

    def begin_value(self, words: str = "") -> None:
        """Open the field for the value of the selected metric, or say why there is none."""
        key = self._funnel.chosen_one
        if key is None:
            return
        try:
            refuse_computed(self._desk.project.metric(key))
        except WorkbenchError as error:
            self._desk.tell(error.message)
        else:
            self._view.edit_value(key, words)

    def set_value(self, key: Key, words: str) -> None:
        """Give a metric the typed value; raises `WorkbenchError`, so that the field stays open."""
        desk = self._desk
        if words == self.editable_value(key):
            return
        shown = desk.forecast.monthly(key)
        desk.do(value_edit(desk.project.metric(key), shown, words, desk.language))

    def try_value(self, key: Key, words: str) -> None:
        """Give a metric the typed value; what cannot be understood is told."""
        try:
            self.set_value(key, words)
        except WorkbenchError as error:
            self._desk.tell(error.message)

    def editable_value(self, key: Key) -> str:
        """What stands in the field for a value before something is typed."""
        value = self._desk.forecast.monthly(key)
        number = value if isinstance(value, float) else None
        return editable_value(self._desk.project.metric(key), number, self._desk.language)

    def remove(self) -> None:
        """Delete what is selected, cards with their arrows."""
        forecast, arrow = self._desk.forecast, self._funnel.chosen_arrow
        keys = self._desk.selection.selected.metrics
        if keys:
            self._desk.do(removal(forecast, keys))
        elif arrow is not None:
            self._desk.do(arrow_removal(forecast, arrow.link))

    def duplicate(self, by: Point = ASIDE) -> None:
        """Copy the selected cards some way off; the copies are selected."""
        keys = tuple(self._funnel.chosen_cards)
        if keys:
            edit, copies = duplication(self._desk.project, self._funnel.picture, keys, by)
            if self._desk.do(edit):
                self._funnel.choose(copies)

    def move(self, corners: Mapping[Key, Point], title: Text = MOVE, run: Hashable = None) -> None:
        """Put cards elsewhere."""
        known = self._funnel.picture.card_by_key
        changed = {key: at for key, at in corners.items() if known[key].box.corner != at}
        if changed:
            edit = movement(self._desk.project, self._funnel.picture, changed, title)
            self._desk.do(edit, run)

    def nudge(self, heading: Heading, steps: int = 1) -> None:
        """Move the selected cards along the grid; a run of nudges is one step of undo."""
        boxes, way = self._funnel.chosen_cards, _STEPS[heading]
        by = Point(way.x * steps, way.y * steps)
        self.move(shifted(boxes, by), run=("nudge", tuple(sorted(boxes))))

    def _beside(self, card: Card) -> Point:
        """Right of a card, or below what it leads to already, so that no arrow hides another."""
        picture = self._funnel.picture
        followers = [
            picture.card_by_key[arrow.link.target].box
            for arrow in picture.arrows
            if arrow.link.source == card.key
            and arrow.link.target in picture.card_by_key
            and picture.card_by_key[arrow.link.target].box.x >= card.box.right
        ]
        if not followers:
            return Point(card.box.right + BESIDE, card.box.y)
        lowest = max(followers, key=lambda box: box.bottom)
        return Point(lowest.x, lowest.bottom + BELOW)

    def _make_after(self, source: Metric, corner: Point, phase: Key | None) -> None:
        name = self._say(NEW_NAMES[kind_after(source)])
        metric = successor(self._desk.project, source, name, _position(corner))
        metric = metric.having(phase=phase) if phase else metric
        wider = AddMetric(metric).apply(self._desk.project)
        arrow = first_connection(wider, source, metric)
        self._make(metric, () if arrow is None else (arrow,))

    def _make(self, metric: Metric, edits: tuple[Edit, ...]) -> None:
        """Do it, select the new card and let its name be typed."""
        adding: Edit = AddStage(metric) if metric.kind == "stage" else AddMetric(metric)
        if self._desk.do(Bundle(adding.title, (adding, *edits))):
            self._funnel.choose((metric.key,))
            self._view.reveal(metric.key)
            self._view.edit_name(metric.key)

    def _say(self, name: Text) -> str:
        return self._desk.say(name)

    def _wish(self) -> Wish:
        """Where a person looks; the first card leaves room for those that will follow it."""
        middle, picture = self._view.middle, self._funnel.picture
        corner = self._corner(middle)
        if not picture.cards:
            return Wish(Point(FIRST, corner.y))
        return Wish(corner, picture.band_at(middle.x))

    def _crowd(self) -> Crowd:
        return Crowd(card.box for card in self._funnel.picture.cards)

    def _corner(self, middle: Point) -> Point:
        return Point(middle.x - NEW.width / 2, middle.y - NEW.height / 2).on_grid

    def _phase_at(self, corner: Point) -> Key | None:
        band = self._funnel.picture.band_at(corner.x + NEW.width / 2)
        return band.key if band is not None else None


def _position(at: Point) -> Position:
    return Position(x=at.x, y=at.y)
