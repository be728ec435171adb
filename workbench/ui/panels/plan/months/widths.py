"""How wide the columns of the plan are: as wide as their words, as far as there is room."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.presenters.months.picture import Row, Table
from workbench.ui.panels.cells.delegate import cell_width

_LEAST_NAME, _MOST_NAME = 150, 250
_SHARE_OF_NAME = 0.25
_DIFFERENCE = 84


@dataclass(frozen=True, slots=True)
class Widths:
    """What each kind of column needs, in pixels."""

    name: int = _LEAST_NAME
    unit: int = 0
    dots: int = 0
    month: int = 0
    total: int = 0
    difference: int = 0

    def name_in(self, room: int) -> int:
        """The width of names where the whole table has so much room."""
        return min(self.name, max(_LEAST_NAME, round(room * _SHARE_OF_NAME)))

    def month_in(self, room: int, count: int) -> int:
        """The width of a month where all of them have so much room."""
        return max(self.month, min(room // max(count, 1), 2 * self.month))


def widths_of(table: Table) -> Widths:
    """What the words of a table need."""
    rows = [line for line in table.lines if isinstance(line, Row)]
    dots = max((len(row.dots) for row in rows), default=0)
    months = [*table.months, *(cell.text for row in rows for cell in row.cells)]
    return Widths(
        name=cell_width([row.name for row in rows], _LEAST_NAME, _MOST_NAME),
        unit=cell_width([row.unit for row in rows], 44, 96),
        dots=max(44, 18 + 12 * min(dots, 4)),
        month=cell_width(months, 78, 132),
        total=cell_width([row.total.text for row in rows], 92, 150),
        difference=_DIFFERENCE if table.compared else 0,
    )
