"""How much room a text needs in Calibri, so that no row cuts it off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import ceil

# Advance widths in hundredths of the font size; Carlito, which tests render, has the same.
_WIDTHS = {
    22: "'", 23: " il\u00a0", 24: "j", 25: ",.I·", 27: ":;", 30: "`()", 31: "-[]f{}", 32: "J",
    33: "!t", 35: "rг", 39: "/\\sт", 40: '"z', 42: "Lcзс“”„", 43: "xГх", 44: "э", 45: "kvyу",
    46: "?FS|к", 47: "ZgЗчья", 48: "aав", 49: "ETYЕТЁ", 50: "#*+<=>^_e~её–•×÷−≤≥≠",
    51: "$0123456789л«»€£", 52: "KPXРХп", 53: "CbdhnopquСУЬбнор", 54: "BRБВКийцъ", 55: "Э○",
    56: "ЧЯд", 57: "V", 58: "AА", 60: "●", 61: "ЛЪ", 62: "DHНПф", 63: "G", 64: "UДИЙЦ₽",
    65: "N", 66: "OО", 67: "Qы", 68: "&м", 69: "ж…", 70: "Ф", 71: "%w", 72: "ю", 73: "ш",
    75: "щ", 76: "Ы", 77: "▲◆", 80: "mЖ", 84: "✓✕", 85: "MМ", 87: "Ш", 88: "Ю", 89: "@WЩ",
    91: "—→←↑↓", 102: "№",
}  # fmt: skip
_BY_SIGN = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_UNKNOWN = 60
_WIDE = 100
_LINE = 1.22
_POINTS_PER_PIXEL = 0.75
# Programs lay text out a little differently: what nearly fits counts as not fitting.
_CAUTION = 1.03
_BOLD = 1.03
_PADDING = 5.0
# What the margins leave of an A4 page in landscape, and how much smaller print may get to fit it.
_PAGE_WIDTH, _PAGE_HEIGHT, _SQUEEZE = 784.0, 527.0, 1.22
_EVEN = 0.97  # rows that are repeated on each page, and a little caution


def points_of(characters: float) -> float:
    """The width in points of columns whose widths add up to so many characters."""
    return (characters * 7 + 5) * _POINTS_PER_PIXEL


def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of text in points."""
    hundredths = sum(_width(sign) for sign in words)
    return hundredths / 100 * size * (_BOLD if bold else 1.0)


def characters(words: str, size: float, *, bold: bool = False) -> float:
    """The width of a column, in characters, in which a text stands on one line."""
    points = text_width(words, size, bold=bold) * _CAUTION + _PADDING
    return (points / _POINTS_PER_PIXEL - 5) / 7 + 0.1


def lines(words: str, characters: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a cell of so many characters' width."""
    room = max(points_of(characters) - _PADDING, size)
    return sum(_wrapped(line, room, size, bold=bold) for line in words.split("\n"))


def height(count: int, size: float) -> float:
    """The height in points of a row with so many lines of text."""
    return ceil((count * size * _LINE + 3.5) * 4) / 4


def fits_one_page(widths: Iterable[float], heights: Iterable[float]) -> bool:
    """Whether a sheet that fills the width of an A4 page can be squeezed into its height too."""
    wide = sum(points_of(width) for width in widths)
    scale = min(1.0, _PAGE_WIDTH / wide) if wide else 1.0
    return sum(heights) * scale <= _PAGE_HEIGHT * _SQUEEZE


def page_breaks(
    tops: Iterable[int], widths: Iterable[float], heights: Sequence[float]
) -> tuple[int, ...]:
    """The tops of tables that begin a page: those that would be torn where a page ends."""
    room = _room(widths)
    starts = sorted({*tops})
    breaks: list[int] = []
    begun = 0
    for top, end in pairwise((*starts, len(heights))):
        if top > begun and sum(heights[begun:end]) > room:
            breaks.append(top)
            begun = top
    return tuple(breaks)


def pages(breaks: Iterable[int], widths: Iterable[float], heights: Sequence[float]) -> int:
    """How many pages down a sheet takes that begins a new one at each break."""
    room = _room(widths)
    parts = pairwise((0, *breaks, len(heights)))
    return sum(ceil(sum(heights[top:end]) / room) for top, end in parts)


def _room(widths: Iterable[float]) -> float:
    """The height of a page in points of a sheet that fills its width."""
    wide = sum(points_of(width) for width in widths)
    return _PAGE_HEIGHT / (min(1.0, _PAGE_WIDTH / wide) if wide else 1.0) * _EVEN


def _wrapped(line: str, room: float, size: float, *, bold: bool) -> int:
    count, used = 1, 0.0
    space = text_width(" ", size, bold=bold)
    for word in line.split(" "):
        width = text_width(word, size, bold=bold) * _CAUTION
        if used and used + space + width > room:
            count, used = count + 1, 0.0
        elif used:
            used += space
        if width > room:
            count += int(width // room)
            width %= room
        used += width
    return count


@cache
def _width(sign: str) -> int:
    known = _BY_SIGN.get(sign)
    return known if known is not None else _WIDE if ord(sign) > 0x2E7F else _UNKNOWN
