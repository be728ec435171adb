"""A table whose columns are to be matched, as it is shown."""

from __future__ import annotations

from datetime import date, datetime

from workbench.base.languages import Language
from workbench.base.texts import MonthName, Text, context, plural, text
from workbench.excel.filled import FilledCell
from workbench.excel.returned.found import RefusedCell, Returned
from workbench.excel.tables.columns import ABOVE, Columns, letters
from workbench.excel.tables.layout import PARTS, Layout, Part
from workbench.excel.tables.plain import PlainTable
from workbench.presenters.actuals.returning.columns_picture import ColumnsPicture, Head, Pick
from workbench.presenters.actuals.returning.words import refused_words
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option

_LABELS: dict[Part, Text] = {
    "metric": context("column", "Metric"), "month": text("Month"), "value": text("Actual value"),
}  # fmt: skip
_SHOWN_ROWS, _MOST_NOTES, _LONGEST = 8, 3, 24


def columns_shown(
    table: PlainTable, layout: Layout, columns: Columns, tried: Returned | Text, desk: Desk, *,
    is_last: bool,
) -> ColumnsPicture:  # fmt: skip
    """The choice of columns with the first rows; `tried` is what they say, or why nothing."""
    say = desk.say
    read, fault = (None, tried) if isinstance(tried, Text) else (tried, None)
    several = len(table.layouts) > 1
    hint = text("Asked once: tables with the same headings are read in the same way from then on.")
    return ColumnsPicture(
        say(text("Which column of “{file}” is what?", file=table.file)),
        say(hint) if layout.signature else "",
        tuple(_sheets(table)) if several else (),
        str(table.layouts.index(layout)),
        tuple(_pick(part, layout, columns, desk) for part in PARTS),
        tuple(_heads(layout, columns, desk)),
        tuple(_rows(layout, desk.language)),
        say(fault or _tried(read)),
        "good" if read is not None and len(read.facts) > len(read.refused) else "warn",
        "\n".join(say(refused_words(one, file=False)) for one in _refused(read)),
        say(text("Read the table") if is_last else text("Next table")),
        fault is None,
        say(text("Leave it")),
    )


def _sheets(table: PlainTable) -> list[Option]:
    return [Option(str(at), one.grid.name) for at, one in enumerate(table.layouts)]


def _tried(tried: Returned | None) -> Text:
    """What the first rows come to."""
    facts, refused = (len(tried.facts), len(tried.refused)) if tried is not None else (0, 0)
    understood = plural("{n} actual is understood", "{n} actuals are understood", facts)
    if not refused:
        return text("In the first rows {understood}.", understood=understood)
    left = plural("{n} cell is not", "{n} cells are not", refused)
    return text("In the first rows {understood}, {left}:", understood=understood, left=left)


def _refused(tried: Returned | None) -> tuple[RefusedCell, ...]:
    return tried.refused[:_MOST_NOTES] if tried is not None else ()


def _pick(part: Part, layout: Layout, columns: Columns, desk: Desk) -> Pick:
    options = [_option(layout, column, desk) for column in range(layout.grid.width)]
    if part == "month" and layout.months:
        first, last = min(layout.months.values()), max(layout.months.values())
        months = text("{first} – {last}", first=MonthName(first), last=MonthName(last))
        options.append(Option(str(ABOVE), desk.say(text("in the headings")), desk.say(months)))
    chosen = columns.of(part)
    below = part == "value" and columns.is_wide
    words = text("below the months") if below else text("Choose a column")
    return Pick(
        part, desk.say(_LABELS[part]), tuple(options), None if chosen is None else str(chosen),
        desk.say(words), not below,
    )  # fmt: skip


def _option(layout: Layout, column: int, desk: Desk) -> Option:
    """A column by its heading, or by its letter, with the first that stands in it."""
    grid = layout.grid
    rows = range(layout.first, min(grid.height, layout.first + _SHOWN_ROWS))
    cells = (grid.at(row, column) for row in rows)
    first = next((_cell(cell, desk.language) for cell in cells if cell is not None), "")
    name = layout.names[column] or desk.say(text("Column {letter}", letter=letters(column)))
    return Option(str(column), name, first[:_LONGEST])


def _heads(layout: Layout, columns: Columns, desk: Desk) -> list[Head]:
    parts = {columns.of(part): desk.say(_LABELS[part]) for part in PARTS}
    if columns.is_wide:
        parts |= dict.fromkeys(layout.months, desk.say(context("column", "Actual")))
    return [
        Head(letters(column), layout.names[column], parts.get(column, ""))
        for column in range(layout.grid.width)
    ]


def _rows(layout: Layout, language: Language) -> list[tuple[str, ...]]:
    grid = layout.grid
    rows = range(layout.first, min(grid.height, layout.first + _SHOWN_ROWS))
    return [tuple(_cell(cell, language) for cell in grid.row(row)) for row in rows]


def _cell(cell: FilledCell | None, language: Language) -> str:
    """A cell of the preview on one line, as the spreadsheet would show it."""
    if cell is None:
        return ""
    if cell.number is not None:
        places = len(f"{cell.number:.6f}".rstrip("0").partition(".")[2])
        return cell.shown if cell.percent else language.number(cell.number, places)
    if isinstance(cell.value, date):
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        return language.date(day)
    return " ".join(cell.shown.split())
