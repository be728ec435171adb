"""Where everything on a card lies, and so how large the card is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from workbench.presenters.funnel.geometry import Size
from workbench.presenters.funnel.picture import Chip, Face
from workbench.ui.canvas.paint.lettering import chip_font, name_font, pill_font

WIDTH = 146.0
PAD = 9.0
NAME_LINE = 15.0
FIGURE_HEIGHT = 23.0
CHIP_HEIGHT = 18.0
CHIP_GAP = 4.0
PILL_HEIGHT = 20.0
WARNING = 15.0
_NAME_LINES = 2
_CHIP_ROWS = 2
_INNER = WIDTH - 2 * PAD
_DOT = 10.0  # the dot of a role and the gap after it
_ICON = 12.0  # the mark of influence and the gap after it


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A chip with its place on the card; `words` may be shortened."""

    chip: Chip
    words: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class CardLayout:
    """Everything on a card by its place, measured from the top left corner."""

    size: Size
    name_lines: tuple[str, ...]
    name_box: QRectF
    figure_box: QRectF
    warning_box: QRectF
    mark_box: QRectF
    chips: tuple[PlacedChip, ...]


class CanvasSizes:
    """The sizes that the presenter asks for, measured in the fonts of the canvas."""

    def card(self, face: Face) -> Size:
        return laid_out(face).size

    def pill(self, words: str) -> Size:
        return _pill_size(words)


@lru_cache(maxsize=4096)
def laid_out(face: Face) -> CardLayout:
    """The layout of a face; name and roles decide about its height, the figure does not."""
    lines, chips, mark = _layout(face.name, face.mark_words, face.chips)
    top = PAD - 1 + NAME_LINE * len(lines)
    figure = QRectF(PAD, top + 2, _INNER, FIGURE_HEIGHT)
    down = figure.bottom() + 4
    placed = tuple(PlacedChip(c.chip, c.words, c.box.translated(PAD, down)) for c in chips)
    bottom = max([mark.bottom(), *(c.box.bottom() for c in chips)]) + down
    return CardLayout(
        size=Size(WIDTH, round(bottom + PAD)),
        name_lines=lines,
        name_box=QRectF(PAD, PAD - 1, _INNER, NAME_LINE * len(lines)),
        figure_box=figure,
        warning_box=_beside_value(figure),
        mark_box=mark.translated(PAD, down),
        chips=placed,
    )


def _beside_value(figure: QRectF) -> QRectF:
    """At the end of the line of a value that is missing: names need the lines above whole."""
    left, top = figure.right() - WARNING - 3, figure.center().y() - WARNING / 2
    return QRectF(left, top, WARNING, WARNING)


@lru_cache(maxsize=4096)
def _layout(
    name: str, mark: str, chips: tuple[Chip, ...]
) -> tuple[tuple[str, ...], tuple[PlacedChip, ...], QRectF]:
    metrics = QFontMetricsF(chip_font())
    mark_box = QRectF(0, 0, metrics.horizontalAdvance(mark) + _ICON + 10, CHIP_HEIGHT)
    return _broken(name), _flowed(chips, mark_box, metrics), mark_box


def _broken(name: str) -> tuple[str, ...]:
    """The name in at most two lines, the rest of it elided."""
    metrics = QFontMetricsF(name_font())
    lines: list[str] = []
    rest = name
    while rest and len(lines) < _NAME_LINES - 1:
        length = _line_length(rest, name_font())
        lines.append(rest[:length].strip())
        rest = rest[length:].strip()
    if rest:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, _INNER))
    return tuple(lines)


def _line_length(words: str, font: QFont) -> int:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_INNER)
    length = line.textLength()
    layout.endLayout()
    return max(length, 1)


def _flowed(
    chips: tuple[Chip, ...], mark: QRectF, metrics: QFontMetricsF
) -> tuple[PlacedChip, ...]:
    """The chips row by row after the mark; what finds no room is counted."""
    placed: list[PlacedChip] = []
    x, row = mark.right() + CHIP_GAP, 0
    for at, chip in enumerate(chips):
        left = len(chips) - at - 1
        reserve = metrics.horizontalAdvance(f"+{left}") + 12 + CHIP_GAP if left else 0.0
        words, width = _fitted(chip, metrics, _INNER)
        if x + width > _INNER and x > 0:
            if row + 1 >= _CHIP_ROWS:
                return (*placed, _more(chips[at:], x, row, metrics))
            x, row = 0.0, row + 1
        if row + 1 >= _CHIP_ROWS and x + width + reserve > _INNER:
            words, width = _fitted(chip, metrics, _INNER - reserve - x)
        placed.append(PlacedChip(chip, words, _box(x, row, width)))
        x += width + CHIP_GAP
    return tuple(placed)


def _fitted(chip: Chip, metrics: QFontMetricsF, room: float) -> tuple[str, float]:
    """The words of a chip, shortened to the room there is, and how wide it is with them."""
    extra = 12.0 + (0.0 if chip.look == "helps" else _DOT)
    words = metrics.elidedText(chip.words, Qt.TextElideMode.ElideRight, max(room - extra, 24.0))
    return words, metrics.horizontalAdvance(words) + extra


def _more(chips: tuple[Chip, ...], x: float, row: int, metrics: QFontMetricsF) -> PlacedChip:
    words = f"+{len(chips)}"
    width = metrics.horizontalAdvance(words) + 12
    return PlacedChip(Chip(words, "", "more"), words, _box(min(x, _INNER - width), row, width))


def _box(x: float, row: int, width: float) -> QRectF:
    return QRectF(x, row * (CHIP_HEIGHT + CHIP_GAP), width, CHIP_HEIGHT)


@lru_cache(maxsize=4096)
def _pill_size(words: str) -> Size:
    width = QFontMetricsF(pill_font()).horizontalAdvance(words)
    return Size(round(width + 15), PILL_HEIGHT)
