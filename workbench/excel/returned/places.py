"""Where the inputs of the plan stand in a filled workbook."""

from __future__ import annotations

from workbench.excel.filled import FilledBook, FilledSheet, NamedArea
from workbench.excel.plan import Area
from workbench.excel.return_map import label_column
from workbench.excel.returned.mapped import Input
from workbench.excel.returned.months import Heads


def place_of(
    book: FilledBook, heads: Heads, one: Input, months: tuple[str, ...]
) -> NamedArea | None:
    """Where an input stands now: by name, else by the map if the same words are beside it.

    After sorting, a name leads to the row of something else: the row with the words is meant.
    """
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
        and heads.named_above(other, one.area) == months
    ]  # fmt: skip
    return NamedArea(fitting[0].name, one.area) if len(fitting) == 1 else None


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
