"""What is drawn by values instead of pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points, with gaps where a value is not a number, and the area under it."""

    xs: Sequence[float]
    ys: Sequence[float]
    color: str
    width: float = 1.8
    dashed: bool = False
    fill: str = ""
    level: float = 0.0


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one colour and width that stand on a floor."""

    xs: Sequence[float]
    heights: Sequence[float]
    width: float
    color: str
    floor: float = 0.0
