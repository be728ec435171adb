"""The funnel as a person sees it: the picture, what is selected in it, and where to look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from workbench.base.languages import Language
from workbench.checks.finding import Finding
from workbench.checks.runner import Report
from workbench.document.value import Key
from workbench.presenters.alerting import with_sentences
from workbench.presenters.calculation import Update
from workbench.presenters.checking import Alerts
from workbench.presenters.desk import Desk, Place
from workbench.presenters.funnel.composer import Composer
from workbench.presenters.funnel.geometry import Box, Point, around
from workbench.presenters.funnel.hints import hint, link_hint
from workbench.presenters.funnel.outline import OutlineGroup, outline
from workbench.presenters.funnel.picture import Arrow, FunnelPicture, LinkId, Sizes
from workbench.presenters.funnel.placing import off_borders
from workbench.presenters.funnel.snapping import Snap, snap, to_grid
from workbench.presenters.funnel.walking import Heading, along_link
from workbench.presenters.selection import Selected

How = Literal["replace", "add", "toggle"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is selected on the canvas: cards and conversions by metric, or one other arrow."""

    metrics: frozenset[Key] = frozenset()
    link: LinkId | None = None


class CanvasView(Protocol):
    """What shows the funnel; it decides nothing."""

    @property
    def middle(self) -> Point:
        """The point of the canvas that a person looks at."""

    def show_picture(self, picture: FunnelPicture) -> None:
        """Show a picture where the last one was."""

    def show_alerts(self, alerts: Alerts) -> None:
        """Show other signs on what is shown; whatever a person is doing goes on."""

    def show_new(self, picture: FunnelPicture) -> None:
        """Show the picture of another project, whole."""

    def glide(self, before: Mapping[Key, Point]) -> None:
        """Let cards go from where they were to where they are, so that the eye can follow."""

    def show_chosen(self, chosen: Chosen) -> None:
        """Show what is selected."""

    def refresh_outline(self) -> None:
        """Show `Funnel.outline` where it is seen; making it takes a moment."""

    def edit_name(self, key: Key) -> None:
        """Open the field for a name in place."""

    def edit_value(self, key: Key, words: str) -> None:
        """Open the field for a value in place, with what was typed already."""

    def reveal(self, key: Key) -> None:
        """Bring a card or pill into view."""


class Funnel:
    """Keeps the view in step with project, forecast, language and selection."""

    def __init__(self, desk: Desk, sizes: Sizes) -> None:
        self.desk = desk
        self._composer = Composer(sizes)
        self._view: CanvasView | None = None
        self._link: LinkId | None = None
        self.picture = self._composed()
        self._is_new = False
        desk.session.opened.connect(self._on_opened)
        desk.calculation.updated.connect(self._on_updated)
        self._found: tuple[Finding, ...] = ()
        desk.checking.updated.connect(self._on_checked)
        desk.language_changed.connect(self._on_language_changed)
        desk.selection.changed.connect(self._on_selected)

    def attach(self, view: CanvasView) -> None:
        """Show everything in a view from now on."""
        self._view = view
        view.show_new(self.picture)
        view.refresh_outline()
        view.show_chosen(self.chosen)

    @property
    def chosen(self) -> Chosen:
        """What is selected of the funnel."""
        return Chosen(frozenset(self.desk.selection.selected.metrics), self._link)

    @property
    def chosen_cards(self) -> dict[Key, Box]:
        """The boxes of the selected cards, in the order they were selected."""
        cards = self.picture.card_by_key
        selected = self.desk.selection.selected.metrics
        return {key: cards[key].box for key in selected if key in cards}

    @property
    def chosen_one(self) -> Key | None:
        """The one selected card or conversion, if it is one."""
        return self.desk.selection.selected.metric

    @property
    def chosen_arrow(self) -> Arrow | None:
        """The selected arrow without a conversion."""
        return next((a for a in self.picture.arrows if a.link.id == self._link), None)

    def choose(self, keys: Iterable[Key], how: How = "replace") -> None:
        """Select cards and conversions by metric."""
        self._choose_link(None)
        now, known = self.desk.selection.selected.metrics, self.desk.project.metric_by_key
        after = combined(now, tuple(keys), how)
        self.desk.selection.metrics(key for key in after if key in known)

    def choose_link(self, link: LinkId) -> None:
        """Select an arrow that has no metric of its own."""
        self.desk.selection.clear()
        self._choose_link(link)

    def choose_all(self) -> None:
        """Select every card."""
        self.choose(card.key for card in self.picture.cards)

    def choose_none(self) -> None:
        """Select nothing."""
        self.choose(())

    def walk(self, heading: Heading) -> None:
        """Go from the selected card or pill along an arrow."""
        start = self.chosen_one
        found = along_link(self.picture, start, heading) if start else self._first()
        if found is not None:
            self.go_to(found)

    def go_to(self, key: Key) -> None:
        """Select a metric and bring it into view."""
        if key in self.desk.project.metric_by_key:
            self.choose((key,))
            if self._view is not None:
                self._view.reveal(key)

    def dragged(self, keys: Iterable[Key], wish: Point, reach: float, *, free: bool) -> Snap:
        """The way that dragged cards really go; `free` ones keep to the grid alone."""
        moving = set(keys)
        boxes = [card.box for card in self.picture.cards if card.key in moving]
        extent = around(boxes)
        if extent is None:
            return Snap(Point(0, 0))
        others = [card.box for card in self.picture.cards if card.key not in moving]
        if free:
            return to_grid(extent, wish)
        found = snap(extent, wish, others, reach)
        return self._off_borders(extent, found) if len(boxes) == 1 else found

    def with_corners(self, corners: Mapping[Key, Point]) -> FunnelPicture:
        """The picture with some cards elsewhere, for a preview."""
        cards = self.picture.card_by_key
        return self._composer.moved(
            {key: cards[key].box.at(at) for key, at in corners.items() if key in cards}
        )

    def hint(self, key: Key) -> str:
        """What is said about a metric when the pointer rests on it."""
        words = hint(self.desk.forecast, key, self.desk.language)
        return with_sentences(words, self._alerts.metric(key), self.desk.language)

    def link_hint(self, arrow: Arrow) -> str:
        """What is said about an arrow when the pointer rests on it."""
        if arrow.link.metric is not None:
            return self.hint(arrow.link.metric)
        return link_hint(self.desk.project, arrow.link, self.desk.language)

    def outline(self) -> tuple[OutlineGroup, ...]:
        """The picture as a list."""
        return outline(self.desk.project, self.picture, self.desk.language, self._alerts)

    def open_place(self, place: Place) -> None:
        """Go to another work place."""
        self.desk.go(place)

    @property
    def _alerts(self) -> Alerts:
        return self.desk.checking.alerts

    def _composed(self) -> FunnelPicture:
        return self._composer.picture(self.desk.forecast, self.desk.language, self._alerts)

    def _off_borders(self, box: Box, found: Snap) -> Snap:
        """A card that would lie across the border of two stripes goes beside it."""
        there = box.at(box.corner + found.by)
        settled = off_borders(self.picture.band_at(there.center.x), there)
        if settled == there:
            return found
        level = tuple(guide for guide in found.guides if guide.start.y == guide.end.y)
        return Snap(settled.corner - box.corner, level)

    def _first(self) -> Key | None:
        cards = sorted(self.picture.cards, key=lambda card: (card.box.x, card.box.y))
        return cards[0].key if cards else None

    def _choose_link(self, link: LinkId | None) -> None:
        if link != self._link:
            self._link = link
            self._show_chosen()

    def _on_opened(self) -> None:
        self._is_new, self._found = True, ()

    def _on_updated(self, _update: Update) -> None:
        self.picture = self._composed()
        if self._view is None:
            return
        if self._is_new:
            self._is_new = False
            self._view.show_new(self.picture)
        else:
            self._view.show_picture(self.picture)
        if self.chosen_arrow is None:
            self._choose_link(None)
        self._view.refresh_outline()

    def _on_checked(self, report: Report) -> None:
        """Show the signs that differ; while another project is opened all of it is to come."""
        if self.desk.forecast.project is not self.desk.project:
            return
        before, self.picture = self.picture, self._composer.alerted(self._alerts)
        if self._view is None:
            return
        if self.picture is not before:
            self._view.show_alerts(self._alerts)
        if report.findings != self._found:
            self._found = report.findings
            self._view.refresh_outline()

    def _on_language_changed(self, _language: Language) -> None:
        self.picture = self._composed()
        if self._view is not None:
            self._view.show_picture(self.picture)
            self._view.refresh_outline()

    def _on_selected(self, selected: Selected) -> None:
        if selected != Selected():
            self._link = None
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._view is not None:
            self._view.show_chosen(self.chosen)


def combined(now: tuple[Key, ...], wanted: tuple[Key, ...], how: How) -> tuple[Key, ...]:
    """What is selected after something was selected, added or toggled."""
    match how:
        case "replace":
            return wanted
        case "add":
            return (*now, *wanted)
        case "toggle":
            kept = tuple(key for key in now if key not in wanted)
            return (*kept, *(key for key in wanted if key not in now))
