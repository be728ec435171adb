"""Where the members of a JSON text stand; asked only when something is wrong with one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]

from workbench.document.refusal import Place

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r"[^,\]}\s]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A value in the text: where it is in the tree, and where it (or its name) starts and ends."""

    place: Place
    start: int
    value: int
    end: int


def start_of(words: str, place: Place) -> int:
    """The position of the value at a place, or of the nearest thing around it that exists."""
    nearest = _after_space(words, 0)
    inside = 0
    for part in place:
        found = next((e for e in _entries(words, nearest) if e.place == (part,)), None)
        if found is None:
            break
        nearest, inside = found.value, found.start
    return inside or nearest


def all_entries(words: str) -> Iterator[Entry]:
    """Every value of a well-formed text, outer ones first."""
    waiting: list[tuple[Place, int]] = [((), _after_space(words, 0))]
    while waiting:
        place, at = waiting.pop()
        for entry in _entries(words, at):
            yield Entry((*place, *entry.place), entry.start, entry.value, entry.end)
            if words[entry.value] in "[{":
                waiting.append(((*place, *entry.place), entry.value))


def _entries(words: str, at: int) -> Iterator[Entry]:
    """What stands directly in the object or list that starts at a position."""
    bracket = words[at]
    if bracket not in "[{":
        return
    at = _after_space(words, at + 1)
    index = 0
    while words[at] not in "]}":
        start = at
        part: str | int = index
        if bracket == "{":
            part, at = scanstring(words, at + 1)
            at = _after_space(words, _after_space(words, at) + 1)
        end = _end(words, at)
        yield Entry((part,), start, at, end)
        at = _after_space(words, end)
        if words[at] == ",":
            at = _after_space(words, at + 1)
        index += 1


def _end(words: str, at: int) -> int:
    if words[at] not in '"[{':
        plain = _PLAIN.match(words, at)
        return plain.end() if plain else at + 1
    return _DECODER.raw_decode(words, at)[1]


def _after_space(words: str, at: int) -> int:
    space = _SPACE.match(words, at)
    return space.end() if space else at


# Figures stay text: only the extent of a value is asked here.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
