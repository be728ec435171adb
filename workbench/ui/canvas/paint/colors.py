"""Colours as Qt's pens and brushes, made once each."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen


@cache
def color(name: str, alpha: int = 255) -> QColor:
    """A colour by its name."""
    made = QColor(name)
    made.setAlpha(alpha)
    return made


@cache
def brush(name: str, alpha: int = 255) -> QBrush:
    """A brush of one colour."""
    return QBrush(color(name, alpha))


@cache
def pen(name: str, width: float = 1.0, alpha: int = 255) -> QPen:
    """A solid pen with round ends."""
    made = QPen(color(name, alpha), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


@cache
def dashed(name: str, width: float, on: float, off: float) -> QPen:
    """A pen of dashes, in units of its width."""
    made = QPen(color(name), width)
    made.setDashPattern([on, off])
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made
