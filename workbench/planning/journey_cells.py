"""What one cell of a table means: words, a day, a number."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

from workbench.base.days import NotADay, read_day
from workbench.base.numbers import NotANumber, Reading, read_number
from workbench.base.table import Cell, Cells

_DAY_ZERO = date(1899, 12, 30)  # of Excel's count of days
_SERIALS = range(20_000, 80_000)  # 1954 to 2119: other numbers are no days
_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}.*$")
_MOST_WORDS = 60


def cell_at(cells: Cells, at: int) -> Cell:
    """A cell of a row that may end before it."""
    cell = cells[at] if at < len(cells) else None
    return cell.strip() if isinstance(cell, str) else cell


def words_of(cell: Cell) -> str:
    """What a cell says, as short as a list shows it; a whole number is without its point."""
    if cell is None:
        return ""
    whole = isinstance(cell, float) and cell.is_integer()
    words = f"{cell:.0f}" if whole else str(cell)
    return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…"


def day_of(cell: Cell) -> date | None:
    """A day, of a moment its day, of a number the day that Excel counts so; else nothing."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _DAY_ZERO + timedelta(days=int(cell)) if int(cell) in _SERIALS else None
    try:
        return read_day(_TIME.sub("", str(cell)))
    except NotADay:
        return None


def number_of(cell: Cell, decimal: str) -> Reading | None:
    """A finite number without a per cent sign; nothing for anything else."""
    if isinstance(cell, bool | date):
        return None
    if isinstance(cell, int | float):
        return Reading(float(cell)) if math.isfinite(cell) else None
    try:
        reading = read_number(str(cell), decimal)
    except NotANumber:
        return None
    return None if reading.percent else reading
