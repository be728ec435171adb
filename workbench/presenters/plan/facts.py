"""Tables of numbers that are only read, as ready strings and flags."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; one with a `key` can be chosen, `chosen` says that it is."""

    text: str = ""
    tip: str = ""
    key: str | None = None
    chosen: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell; `color` is a role's dot before it, `marked` sets what somebody typed apart."""

    text: str = ""
    tone: Tone = ""
    strong: bool = False
    tip: str = ""
    color: str = ""
    muted: bool = False
    marked: bool = False


@dataclass(frozen=True)
class Facts:
    """A table: a head for each column, a fact for each in every row."""

    heads: tuple[Head, ...] = ()
    rows: tuple[tuple[Fact, ...], ...] = ()
