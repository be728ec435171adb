"""Rows that only the inspectors of roles and KPIs have, beside those of every inspector."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.kpi import Part
from workbench.presenters.inspector.rows import ItemRow, Option, Row
from workbench.presenters.tones import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ColorRow(Row):
    """A colour, the ones to choose from by their name, and a word for choosing any other."""

    color: str
    colors: tuple[Option, ...]
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRow(Row):
    """A KPI with its weight as a bar; the label leads to it. A helper has a `caption` instead."""

    part: Part
    share: float
    color: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RampRow(Row):
    """Bars of growing output, a share of one each, which can be dragged and typed."""

    shares: tuple[float, ...]
    captions: tuple[str, ...]
    color: str
    add: str
    remove: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveRow(Row):
    """Payout over completion, both as shares of one, with the points a person set."""

    line: tuple[tuple[float, float], ...]
    points: tuple[tuple[float, float], ...]
    across: str
    up: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow(Row):
    """A day as the language writes it; one that is not set says so."""

    words: str
    iso: str = ""
    tone: Tone = ""
    placeholder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow(ItemRow):
    """One sentence of a list, with a bullet before it."""
