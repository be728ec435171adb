"""Which month a cell of a plain table names; also as spreadsheets and databases write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from workbench.excel.filled import FilledCell
from workbench.excel.returned.months import month_named, month_of
from workbench.formula.names import folded

Order = Literal["day", "month"]
_LONGEST = 100  # what is longer names no month, and is not looked into
_TIME = re.compile(r"(?<![T\s])[T\s]+\d{1,2}:\d{2}")  # tried once for each run of signs
_NAMED = re.compile(r"([^\W\d]{3,})\.?[ \-/',]*(?:20)?(\d{2})(?: *г\.?)?")  # Jan-27, март 2027 г.
_COMPACT = re.compile(r"([12]\d{3})(0[1-9]|1[0-2])")  # 202701
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/([12]\d{3})")
_MOST = 12


def month_said(cell: FilledCell | None, order: Order | None = None) -> str | None:
    """The month of a cell as YYYY-MM; of 3/1/2027 only where it is known what comes first."""
    if cell is None:
        return None
    if cell.kind == "number":
        words = f"{cell.number:.15g}"
        return month_named(f"{words[:4]}-{words[4:]}") if _COMPACT.fullmatch(words) else None
    if cell.kind != "text":
        return month_of(cell)
    return _of_words(folded(_day(cell.words)), order)


def is_doubtful(cell: FilledCell | None) -> bool:
    """Whether a cell names one month or another, by what comes first in it."""
    slashed = _slashed(cell)
    return slashed is not None and slashed[0] != slashed[1] and max(slashed) <= _MOST


def order_of(cells: Iterable[FilledCell | None]) -> Order | None:
    """Whether dates such as 3/1/2027 of a column begin with the day or with the month."""
    dates = [dated for dated in map(_slashed, cells) if dated is not None]
    firsts, seconds = {first for first, _ in dates}, {second for _, second in dates}
    if not dates or (max(firsts) > _MOST) == (max(seconds) > _MOST):
        # All on the first of a month, as tables of months are.
        if firsts != seconds and {1} in (firsts, seconds) and len(firsts | seconds) > 2:
            return "day" if firsts == {1} else "month"
        return None
    return "day" if max(firsts) > _MOST else "month"


def _of_words(words: str, order: Order | None) -> str | None:
    slashed = _SLASHED.fullmatch(words)
    if slashed:
        first, second, year = slashed.groups()
        order = order or _certain(int(first), int(second))
        month = {"day": second, "month": first, None: ""}[order]
        return month_named(f"{year}-{month}")
    named = _NAMED.fullmatch(words)
    if named:
        return month_named(f"{named[1]} 20{named[2]}")
    compact = _COMPACT.fullmatch(words)
    return month_named(f"{compact[1]}-{compact[2]}" if compact else words)


def _certain(first: int, second: int) -> Order | None:
    """What comes first in a date that can be read in one way only."""
    if first == second or first > _MOST:
        return "day"
    return "month" if second > _MOST else None


def _slashed(cell: FilledCell | None) -> tuple[int, int] | None:
    found = _SLASHED.fullmatch(_day(cell.words)) if cell is not None else None
    return (int(found[1]), int(found[2])) if found else None


def _day(words: str) -> str:
    """The words before a time of the day; none of a text that is too long for a month."""
    if len(words) > _LONGEST:
        return ""
    time = _TIME.search(words)
    return words[: time.start()] if time else words
