"""From project and forecast to the picture of the canvas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.base.languages import Language
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.forecast import Forecast
from workbench.presenters.alerting import NO_ALERTS
from workbench.presenters.checking import Alerts
from workbench.presenters.funnel.bands import bands_of
from workbench.presenters.funnel.cards import Writer
from workbench.presenters.funnel.geometry import Box
from workbench.presenters.funnel.links import links_of, on_arrows
from workbench.presenters.funnel.picture import (
    Arrow,
    Band,
    Card,
    Face,
    FunnelPicture,
    Link,
    Pill,
    Sizes,
)
from workbench.presenters.funnel.placing import boxes_of
from workbench.presenters.funnel.routes import routed


class Composer:
    """Composes one picture after another; what stays the same stays the same object."""

    def __init__(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self._writer = Writer()
        self._boxes: dict[Key, Box] = {}
        self._last = FunnelPicture()

    def picture(
        self, forecast: Forecast, language: Language, alerts: Alerts = NO_ALERTS
    ) -> FunnelPicture:
        """The picture of a forecast in a language, with the signs of what was found."""
        project = forecast.project
        arrows = on_arrows(project)
        keys = tuple(metric.key for metric in project.metrics if metric.key not in arrows)
        faces = self._writer.faces(forecast, keys, language)
        conversions = tuple(key for key in project.metric_by_key if key in arrows)
        written = self._writer.pills(forecast, conversions, language)
        pills = {key: pill.alerted(alerts.metric(key)) for key, pill in written.items()}
        links = links_of(project, forecast.model.trees)
        sizes = {key: self._sizes.card(face) for key, face in faces.items()}
        self._boxes = boxes_of(project, sizes, links, self._boxes)
        bands = bands_of(
            project.phases, ((project.metric(key).phase, self._boxes[key]) for key in keys)
        )
        cards = tuple(
            _card(project, face, self._boxes[key], bands, key).alerted(alerts)
            for key, face in faces.items()
        )
        self._last = FunnelPicture(
            self._kept_cards(cards), self._routed(links, self._boxes, pills), bands
        )
        return self._last

    def alerted(self, alerts: Alerts) -> FunnelPicture:
        """The last picture with the signs of other findings."""
        self._last = self._last.alerted(alerts)
        return self._last

    def moved(self, boxes: Mapping[Key, Box]) -> FunnelPicture:
        """The last picture with some cards elsewhere and the arrows following them."""
        moved = self._last.with_boxes(boxes)
        links = [arrow.link for arrow in self._last.arrows]
        pills = {a.link.metric: a.pill for a in self._last.arrows if a.link.metric and a.pill}
        places = {card.key: card.box for card in moved.cards}
        return replace(moved, arrows=routed(links, places, pills, self._sizes))

    def _kept_cards(self, cards: tuple[Card, ...]) -> tuple[Card, ...]:
        known = self._last.card_by_key
        return tuple(
            before if before is not None and before == card else card
            for card, before in ((card, known.get(card.key)) for card in cards)
        )

    def _routed(
        self, links: tuple[Link, ...], boxes: Mapping[Key, Box], pills: Mapping[Key, Pill]
    ) -> tuple[Arrow, ...]:
        """The arrows; where nothing moved their ways are those of the last picture."""
        last = self._last
        if (
            links == tuple(arrow.link for arrow in last.arrows)
            and boxes == {card.key: card.box for card in last.cards}
            and all(self._same_size(last.arrow_by_metric[key].pill, pills[key]) for key in pills)
        ):
            return tuple(_with_pill(arrow, pills) for arrow in last.arrows)
        return routed(links, boxes, pills, self._sizes)

    def _same_size(self, before: Pill | None, now: Pill) -> bool:
        return before is not None and (
            before.words == now.words
            or self._sizes.pill(before.words) == self._sizes.pill(now.words)
        )


def _card(project: Project, face: Face, box: Box, bands: tuple[Band, ...], key: Key) -> Card:
    phase = project.metric(key).phase
    own = next((band for band in bands if band.key == phase), None)
    strays = own is not None and not own.holds(box.center.x)
    return Card(key, face, box, phase, own.name if own and strays else "")


def _with_pill(arrow: Arrow, pills: Mapping[Key, Pill]) -> Arrow:
    pill = pills.get(arrow.link.metric or "")
    return arrow if pill is None or pill == arrow.pill else replace(arrow, pill=pill)
