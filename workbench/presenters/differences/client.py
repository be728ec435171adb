"""What changed about the client, the calendar, the phases and the channels."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.document.client import Calendar, Channel
from workbench.presenters.differences.change import (
    Half,
    Tellers,
    chosen,
    number,
    of_value,
    quoted,
    renamed,
    told,
    yes_or_no,
)
from workbench.presenters.differences.matching import matched
from workbench.presenters.differences.side import Side, Sides

_STATES = {"confirmed": text("confirmed"), "searching": text("searching")}


def client_told(sides: Sides) -> Iterator[Text]:
    """Who the project is for."""
    before, after = sides.before.project.client, sides.after.project.client
    return told(text("Client"), sides, before, after, _CLIENT)


def calendar_told(sides: Sides) -> Iterator[Text]:
    """Which months are planned."""
    before, after = sides.before.project.calendar, sides.after.project.calendar
    return told(text("Calendar"), sides, before, after, _CALENDAR)


def phases_told(sides: Sides) -> Iterator[Text]:
    """Phases that went, came and changed."""
    phases = matched(sides.before.project.phases, sides.after.project.phases, lambda one: one.key)
    for phase in phases.removed:
        yield text("The phase “{name}” is taken out", name=sides.before.phases[phase.key])
    for phase in phases.added:
        yield text("New phase “{name}”", name=sides.after.phases[phase.key])
    for before, after in phases.pairs:
        thing = text("Phase “{name}”", name=sides.after.phases[after.key])
        yield from told(thing, sides, before, after, {"name": renamed})


def channels_told(sides: Sides) -> Iterator[Text]:
    """Channels that went, came and changed."""
    channels = matched(
        sides.before.project.channels, sides.after.project.channels, lambda one: one.key
    )
    for channel in channels.removed:
        yield text("The channel “{name}” is taken out", name=sides.before.channels[channel.key])
    for channel in channels.added:
        yield _new(channel, sides.after)
    for before, after in channels.pairs:
        thing = text("Channel “{name}”", name=sides.after.channels[after.key])
        yield from told(thing, sides, before, after, _CHANNEL)


def _new(channel: Channel, side: Side) -> Text:
    name, state = side.channels[channel.key], _STATES[channel.state]
    return text("New channel “{name}” ({state})", name=name, state=state)


def _month(half: Half[Calendar]) -> str:
    return half.side.language.month(half.value)


def _code(half: Half[Calendar]) -> str:
    """The code of a currency or a country, as it is."""
    return str(half.value)


_CLIENT: Tellers = {
    "name": of_value(text("name"), quoted),
    "industry": of_value(text("industry"), quoted),
    "currency": of_value(text("currency"), _code),
    "sales_people": of_value(text("people in sales"), number),
    "has_marketing": of_value(text("marketing department"), yes_or_no),
    "notes": of_value(text("notes"), quoted),
}
_CALENDAR: Tellers = {
    "start": of_value(text("first month"), _month),
    "months": of_value(text("number of months"), number),
    "country": of_value(text("country"), _code),
}
_CHANNEL: Tellers = {"name": renamed, "state": of_value(text("state"), chosen(_STATES))}
