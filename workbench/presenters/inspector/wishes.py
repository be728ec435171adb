"""What a person wishes in an inspector; `row` is the key of the row it was said in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """Something done in a row or a section."""

    row: str


@dataclass(frozen=True, slots=True)
class Typed(Wish):
    """Words were finished."""

    words: str


@dataclass(frozen=True, slots=True)
class Numbered(Wish):
    """A number was finished; `stepped` by an arrow key, so that a row of steps is one edit."""

    value: float | None
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class Chosen(Wish):
    """An option was chosen."""

    option: str


@dataclass(frozen=True, slots=True)
class Switched(Wish):
    """A switch was moved."""

    on: bool


@dataclass(frozen=True, slots=True)
class Opened(Wish):
    """A chip was followed."""

    chip: str


@dataclass(frozen=True, slots=True)
class Removed(Wish):
    """An entry or a chip is to go."""

    chip: str = ""


@dataclass(frozen=True, slots=True)
class Added(Wish):
    """An entry is to come: typed words, or the id of a chosen option."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class Moved(Wish):
    """An entry is to change places with the one before (-1) or after it (1)."""

    by: int


@dataclass(frozen=True, slots=True)
class Filled(Wish):
    """Values were entered from a month on; more than one when they were pasted."""

    month: int
    values: tuple[float | None, ...]
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class Folded(Wish):
    """A section was opened or closed; `row` is its key."""

    open: bool
