"""Walking from card to card and pill to pill with the keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from workbench.document.value import Key
from workbench.presenters.funnel.geometry import Point
from workbench.presenters.funnel.picture import FunnelPicture

Heading = Literal["left", "right", "up", "down"]
_WAYS: dict[Heading, Point] = {
    "left": Point(-1, 0),
    "right": Point(1, 0),
    "up": Point(0, -1),
    "down": Point(0, 1),
}


def along_link(picture: FunnelPicture, key: Key, heading: Heading) -> Key | None:
    """What lies in a direction among the things that an arrow joins to a card or pill."""
    middles = middles_of(picture)
    if key not in middles:
        return None
    near = {other: middles[other] for other in _joined(picture, key) if other in middles}
    return _most_in_direction(middles[key], near.items(), heading)


def middles_of(picture: FunnelPicture) -> dict[Key, Point]:
    """The middle of every card and pill."""
    pills = {key: arrow.pill_box for key, arrow in picture.arrow_by_metric.items()}
    return {card.key: card.box.center for card in picture.cards} | {
        key: box.center for key, box in pills.items() if box is not None
    }


def _joined(picture: FunnelPicture, key: Key) -> list[Key]:
    """Ends of a pill's arrow; for a card the pills of its conversions and the ends of the rest."""
    found: list[Key] = []
    for arrow in picture.arrows:
        link = arrow.link
        if link.metric == key:
            found += [link.source, link.target]
        elif link.source == key:
            found.append(link.metric or link.target)
        elif link.target == key:
            found.append(link.metric or link.source)
    return found


def _most_in_direction(
    start: Point, others: Iterable[tuple[Key, Point]], heading: Heading
) -> Key | None:
    way = _WAYS[heading]
    best: tuple[float, Key] | None = None
    for key, middle in others:
        to = middle - start
        ahead = to.x * way.x + to.y * way.y
        aside = abs(to.x * way.y) + abs(to.y * way.x)
        if ahead > 1 and ahead >= aside * 0.4:
            cost = ahead + 2 * aside
            if best is None or (cost, key) < best:
                best = cost, key
    return best[1] if best else None
