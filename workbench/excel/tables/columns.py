"""Which columns of a plain table hold the metric, the month and the value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, joined, text, verbatim
from workbench.excel.part_look import column_number
from workbench.excel.tables.headings import names_part
from workbench.excel.tables.layout import PARTS, Layout, Part
from workbench.formula.names import folded

ABOVE = -1  # the months stand in the headings, one column each
WORDS: Mapping[Part, Text] = {
    "metric": text("metric"), "month": text("month"), "value": text("value"),
}  # fmt: skip
_UNCLEAR = text("the headings do not say plainly which columns of the months are actuals")
_PART = re.compile(r"(metric|month|value)\s*=", re.IGNORECASE)
_MOST_NAMED = 20
_LETTERS = re.compile(r"[A-Za-z]{1,3}")


class BadColumns(WorkbenchError):
    """Columns that a table does not have, or that are not told apart."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A column, from zero, for each part; None where it is not chosen yet.

    With months in the headings `month` is `ABOVE`, and the values stand below them.
    """

    metric: int | None = None
    month: int | None = None
    value: int | None = None

    @property
    def is_wide(self) -> bool:
        """Whether each month has a column of its own."""
        return self.month == ABOVE

    def of(self, part: Part) -> int | None:
        """The column of a part."""
        found: int | None = getattr(self, part)
        return found

    def of_values(self, layout: Layout) -> list[int]:
        """The columns in which values stand."""
        if self.is_wide:
            return sorted(layout.months)
        return [] if self.value is None else [self.value]

    def having(self, part: Part, column: int | None) -> Columns:
        """Other columns: one part moves, and what was in its place is not chosen any more."""
        chosen: dict[Part, int | None] = {one: self.of(one) for one in PARTS}
        for other in PARTS:
            if chosen[other] == column:
                chosen[other] = None
        chosen[part] = column
        if chosen["month"] == ABOVE:
            chosen["value"] = None
        return Columns(chosen["metric"], chosen["month"], chosen["value"])

    def fault(self, layout: Layout) -> Text | None:
        """Why a table cannot be read with these columns."""
        wanted: tuple[Part, ...] = ("metric",) if self.is_wide else PARTS
        missing = [WORDS[part] for part in wanted if self.of(part) is None]
        if missing:
            return _why_open(self, layout) or text(
                "no column is chosen for: {parts}", parts=joined(missing)
            )
        chosen = [self.of(part) for part in wanted]
        if any(column is not None and column >= layout.grid.width for column in chosen):
            return text("the table has no such column")
        if len(set(chosen)) < len(chosen):
            return text("one column is chosen twice")
        if self.is_wide and not layout.months:
            return _UNCLEAR if layout.of_months else text("the headings name no months")
        return _not_plain(layout, self.metric, self.of_values(layout))


def proposed(layout: Layout) -> Columns:
    """The columns that the headings name plainly; what they do not name is left open."""
    value = layout.named("value")
    if value is not None and layout.units[value].odd:
        value = None
    named = Columns(layout.named("metric"), layout.named("month"), value)
    if named.fault(layout) is None or not layout.months:
        return named
    wide = Columns(named.metric, ABOVE)
    if wide.metric is not None or len(layout.months) == 1:
        return wide
    before = range(min(layout.months))
    filled = [column for column in before if layout.grid.at(layout.first, column) is not None]
    return Columns(filled[0] if len(filled) == 1 else None, ABOVE)


def guessed(
    layout: Layout, known: Columns, looks: Mapping[Part, Callable[[int, int], bool]]
) -> Columns:
    """Columns for the parts that are open, by what stands in the first rows below the headings.

    `looks` says of a row and column whether the cell could be that part.
    """
    rows = range(layout.first, min(layout.grid.height, layout.first + 50))
    for part in PARTS:
        if known.of(part) is None and not (known.is_wide and part == "value"):
            taken = {known.of(other) for other in PARTS}
            free = [
                column for column in range(layout.grid.width)
                if column not in taken and _could_be(part, column, layout)
            ]  # fmt: skip
            counts = {column: sum(looks[part](row, column) for row in rows) for column in free}
            best = max(counts, key=lambda column: counts[column], default=None)
            if best is not None and counts[best] > 0:
                known = known.having(part, best)
    return known


def written(columns: Columns) -> str:
    """Columns as they are remembered and given on the command line, by letters."""
    chosen = [(part, columns.of(part)) for part in PARTS]
    return ",".join(f"{part}={letters(at)}" for part, at in chosen if at is not None and at >= 0)


def columns_kept(words: str, layout: Layout) -> Columns | None:
    """Columns as `written`, whatever the headings are; None where the table has no such columns."""
    found = {}
    for one in words.split(","):
        part, _, letter = one.partition("=")
        if part not in PARTS or not _LETTERS.fullmatch(letter):
            return None
        found[part] = column_number(letter.upper()) - 1
    is_wide = set(found) == {"metric"}
    columns = Columns(found.get("metric"), ABOVE if is_wide else found.get("month"),
                      found.get("value"))  # fmt: skip
    return columns if columns.fault(layout) is None else None


def columns_said(words: str, layout: Layout) -> Columns:
    """The columns of `metric=…,month=…,value=…`, by heading or letter; raises `BadColumns`.

    Without month and value the months stand in the headings.
    """
    found = list(_PART.finditer(words))
    ends = [one.start() for one in found[1:]] + [len(words)]
    if not found or words[: found[0].start()].strip():
        raise BadColumns(text("columns are named so: metric=A,month=B,value=C"))
    columns = Columns()
    for one, end in zip(found, ends, strict=True):
        said = words[one.end() : end].strip().removesuffix(",").strip()
        part = next(part for part in PARTS if part == one[1].lower())
        columns = replace(columns, **{part: _column(said, layout)})
    if columns.metric is not None and columns.month is None and columns.value is None:
        columns = replace(columns, month=ABOVE)
    why = columns.fault(layout)
    if why is not None:
        raise BadColumns(why)
    return columns


def why_not_plain(layout: Layout) -> Text | None:
    """Why a table cannot be read by its headings, where they tell."""
    columns = proposed(layout)
    return _why_open(columns, layout) or (
        None if None in (columns.metric, columns.month) else _not_plain(layout, columns.metric, [])
    )


def letters(column: int) -> str:
    """A column as spreadsheets call it: A for the first."""
    said, rest = "", column + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        said = chr(ord("A") + last) + said
    return said


def column_names(layout: Layout) -> Text:
    """The columns of a table as a sentence lists them: A “Metric”, B “Month”."""
    width = layout.grid.width
    said = [called(layout, column) for column in range(min(width, _MOST_NAMED))]
    return joined([*said, verbatim("…")] if width > _MOST_NAMED else said)


def called(layout: Layout, column: int) -> Text:
    """A column by letter and heading."""
    name, letter = layout.names[column], letters(column)
    return text("{letter} “{name}”", letter=letter, name=name[:40]) if name else verbatim(letter)


def _not_plain(layout: Layout, metric: int | None, values: Iterable[int]) -> Text | None:
    """Why numbers cannot be taken as they stand, by what is said of their unit."""
    if layout.scale:
        return text("“{words}” stands above the table: write its numbers out in full",
                    words=layout.scale[:40])  # fmt: skip
    odd = [column for column in values if layout.units[column].odd]
    if metric is not None and (layout.units[metric].odd or layout.units[metric].percent):
        odd = [metric]
    if not odd:
        return None
    return text("“{heading}” names no plain unit: write the numbers out in full",
                heading=layout.names[odd[0]][:40])  # fmt: skip


def _why_open(columns: Columns, layout: Layout) -> Text | None:
    """Why nothing was proposed, where the headings tell."""
    if columns.value is not None or columns.is_wide:
        return None
    if not layout.scale and columns.month is None and layout.of_months and not layout.months:
        return _UNCLEAR
    values = (at for at, name in enumerate(layout.names) if names_part(name, "value"))
    return _not_plain(layout, None, values)


def _could_be(part: Part, column: int, layout: Layout) -> bool:
    """Whether a heading does not forbid a guess."""
    return part != "value" or not (layout.is_of_plan(column) or layout.units[column].odd)


def _column(said: str, layout: Layout) -> int:
    named = [column for column, name in enumerate(layout.names) if folded(name) == folded(said)]
    if said and len(named) == 1:
        return named[0]
    if _LETTERS.fullmatch(said):
        column = column_number(said.upper()) - 1
        if column < layout.grid.width:
            return column
    there_are = column_names(layout)
    raise BadColumns(
        text("there is no column “{name}”; there are {columns}", name=said[:60], columns=there_are)
    )
