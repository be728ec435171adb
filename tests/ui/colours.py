"""Colours found in pictures, where edges are softened."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QImage

_NEAR = 10  # degrees of the colour circle
_STRONG = 90  # of 255


def colours(picture: QImage) -> set[str]:
    """Every colour of a picture."""
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def has_hue(seen: Iterable[str], color: str) -> bool:
    """Whether one of the colours is the wanted one, softened at the most."""
    wanted = QColor(color).hue()
    return any(
        QColor(name).saturation() > _STRONG and abs(QColor(name).hue() - wanted) <= _NEAR
        for name in seen
    )
