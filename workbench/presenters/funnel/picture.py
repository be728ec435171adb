"""What the canvas shows: frozen cards, arrows and bands, ready to be painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import is_
from typing import Literal, Protocol

from workbench.document.metric import Kind
from workbench.document.value import Key
from workbench.presenters.alerting import Sign, sign_of
from workbench.presenters.checking import Alert, Alerts
from workbench.presenters.funnel.geometry import Box, Curve, Point, Size, around
from workbench.presenters.measures import Mark

ChipLook = Literal["owner", "answers", "helps", "more"]
Line = Literal["conversion", "term", "lagged", "guard"]
LinkId = tuple[Key, Key, Key]


@dataclass(frozen=True, slots=True)
class Chip:
    """A role on a card: its owner, another who answers for it, or one who helps."""

    words: str
    color: str
    look: ChipLook = "owner"


@dataclass(frozen=True, slots=True)
class Face:
    """What is written on a card; how large the card is follows from it alone."""

    kind: Kind
    name: str
    figure: str
    unit: str
    mark: Mark
    mark_words: str
    chips: tuple[Chip, ...] = ()
    trouble: bool = False
    gap: str = "\u00a0"

    @property
    def value(self) -> str:
        """Figure and unit on one line."""
        return f"{self.figure}{self.gap}{self.unit}" if self.unit else self.figure


@dataclass(frozen=True, slots=True)
class Card:
    """A metric on the canvas; `stray` names its phase where it lies in the band of another."""

    key: Key
    face: Face
    box: Box
    phase: Key | None = None
    stray: str = ""
    alert: Sign = ""

    def alerted(self, alerts: Alerts) -> Card:
        """The card with the sign of other findings; itself where the sign stays."""
        sign = sign_of(alerts.metric(self.key))
        return self if sign == self.alert else replace(self, alert=sign)


@dataclass(frozen=True, slots=True)
class Link:
    """That one metric leads to another; a conversion has a metric of its own."""

    source: Key
    target: Key
    line: Line
    metric: Key | None = None

    @property
    def id(self) -> LinkId:
        """Both ends and the conversion, if it is one."""
        return self.source, self.target, self.metric or ""


@dataclass(frozen=True, slots=True)
class Pill:
    """The value of a conversion on its arrow, in the colour of its owner."""

    words: str
    color: str = ""
    trouble: bool = False
    alert: Sign = ""

    def alerted(self, alert: Alert | None) -> Pill:
        """The pill with the sign of other findings; itself where the sign stays."""
        sign = sign_of(alert)
        return self if sign == self.alert else replace(self, alert=sign)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link on its way over the canvas; `pill_box` is where its value lies."""

    link: Link
    curve: Curve
    pill: Pill | None = None
    pill_box: Box | None = None

    def alerted(self, alerts: Alerts) -> Arrow:
        """The arrow with the sign of other findings; itself where the sign stays."""
        if self.pill is None or self.link.metric is None:
            return self
        pill = self.pill.alerted(alerts.metric(self.link.metric))
        return self if pill is self.pill else replace(self, pill=pill)


@dataclass(frozen=True, slots=True)
class Band:
    """A phase as a stripe of the canvas; the outermost have no outer edge."""

    key: Key
    name: str
    tone: int
    left: float | None = None
    right: float | None = None

    def holds(self, x: float) -> bool:
        """Whether something at x lies in the stripe."""
        after = self.left is None or x >= self.left
        return after and (self.right is None or x < self.right)


@dataclass(frozen=True)
class FunnelPicture:
    """The whole canvas."""

    cards: tuple[Card, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    bands: tuple[Band, ...] = ()

    @cached_property
    def card_by_key(self) -> Mapping[Key, Card]:
        """Look-up of cards."""
        return {card.key: card for card in self.cards}

    @cached_property
    def arrow_by_metric(self) -> Mapping[Key, Arrow]:
        """Look-up of arrows by their conversion."""
        return {arrow.link.metric: arrow for arrow in self.arrows if arrow.link.metric}

    @cached_property
    def extent(self) -> Box | None:
        """The box around all cards and pills."""
        pills = (arrow.pill_box for arrow in self.arrows if arrow.pill_box)
        return around((*(card.box for card in self.cards), *pills))

    def band_at(self, x: float) -> Band | None:
        """The stripe that something lies in."""
        return next((band for band in self.bands if band.holds(x)), None)

    def card_at(self, point: Point) -> Card | None:
        """The uppermost card under a point."""
        return next((card for card in reversed(self.cards) if card.box.holds(point)), None)

    def with_boxes(self, boxes: Mapping[Key, Box]) -> FunnelPicture:
        """The picture with some cards elsewhere; arrows and bands stay as they were."""
        cards = tuple(
            replace(card, box=boxes[card.key]) if card.key in boxes else card for card in self.cards
        )
        return FunnelPicture(cards, self.arrows, self.bands)

    def alerted(self, alerts: Alerts) -> FunnelPicture:
        """The picture with the signs of other findings; itself where every sign stays."""
        cards = tuple(card.alerted(alerts) for card in self.cards)
        arrows = tuple(arrow.alerted(alerts) for arrow in self.arrows)
        if all(map(is_, cards, self.cards)) and all(map(is_, arrows, self.arrows)):
            return self
        return FunnelPicture(cards, arrows, self.bands)


class Sizes(Protocol):
    """How much room words take in the fonts of the canvas."""

    def card(self, face: Face) -> Size:
        """The size of a card."""

    def pill(self, words: str) -> Size:
        """The size of a pill."""
