"""Where the inputs of the plan stand in a filled workbook."""

from __future__ import annotations

from collections.abc import Hashable

from workbench.excel.filled import FilledBook, FilledSheet, NamedArea
from workbench.excel.plan import Area
from workbench.excel.return_map import label_column
from workbench.excel.returned.mapped import Input, Map
from workbench.excel.returned.months import Heads

_OF_METRICS = ("metric", "kpi", "capacity")


class Places:
    """Finds the inputs of the map, and says of which it is not certain whose they are."""

    def __init__(self, book: FilledBook, known: Map, heads: Heads) -> None:
        self._book = book
        self._months = known.months
        self._heads = heads
        self._alike: dict[Hashable, set[str]] = {}  # their names
        self._left: dict[tuple[Hashable, float | None], set[str]] = {}  # by what was in their cells
        self._sorted: set[str] = set()
        for one in known.inputs:
            if one.kind in _OF_METRICS and one.label:
                self._alike.setdefault(_likeness(one), set()).add(one.name)
                for value in one.values:
                    self._left.setdefault((_likeness(one), value), set()).add(one.name)
                named = book.names.get(one.name.lower()) or NamedArea(one.sheet, one.area)
                sheet = book.sheet(named.sheet)
                if sheet is not None and not _is_beside(sheet, one, named.area):
                    self._sorted.add(one.sheet)

    def place_of(self, one: Input) -> NamedArea | None:
        """Where an input stands now: by name, else by the map if the same words are beside it.

        After sorting, a name leads to the row of something else: the row with the words is meant.
        """
        book = self._book
        named = book.names.get(one.name.lower())
        there = book.sheet(named.sheet) if named is not None else None
        if named is not None and there is not None:
            if not one.label or _is_beside(there, one, named.area):
                return named
            return _sorted_away(there, one, named.area)
        sheet = book.sheet(one.sheet)
        if sheet is not None:
            return NamedArea(sheet.name, one.area) if _is_beside(sheet, one, one.area) else None
        # The sheet has another name: one with the same words and months is meant.
        fitting = [
            other for other in book.sheets
            if one.kind == "metric" and _is_beside(other, one, one.area)
            and self._heads.named_above(other, one.area) == self._months
        ]  # fmt: skip
        return NamedArea(fitting[0].name, one.area) if len(fitting) == 1 else None

    def is_doubtful(self, one: Input, number: float | None) -> bool:
        """Whether a number may be that of another metric called so, whose row came to this place.

        Names and addresses do not follow sorting, and the words beside both rows are the same.
        """
        likeness = _likeness(one)
        if number is None or len(self._alike.get(likeness, ())) < 2:
            return False
        who_left_it = self._left.get((likeness, number), set())
        return one.sheet in self._sorted or not who_left_it <= {one.name}


def _likeness(one: Input) -> Hashable:
    """Inputs of one column with the same words beside them."""
    return one.sheet, one.kind, one.area.left, one.label


def _sorted_away(sheet: FilledSheet, one: Input, area: Area) -> NamedArea | None:
    """The only row with the words of an input, in the columns that its name leads to."""
    before = one.area.left - label_column(one.kind)
    rows = sheet.rows_of_words.get((area.left - before, one.label), ())
    if len(rows) != 1 or area.top != area.bottom:
        return None
    return NamedArea(sheet.name, Area(rows[0], area.left, rows[0], area.right))


def _is_beside(sheet: FilledSheet, one: Input, area: Area) -> bool:
    column = sheet.first_of_words.get((area.top, one.label)) if one.label else None
    return column is not None and column < area.left
