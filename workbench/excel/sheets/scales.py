"""The scales of a role: how completion becomes payout, once for all KPIs that share a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.kpi import Scale
from workbench.document.value import Key
from workbench.excel import styles
from workbench.excel.book import Book
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import share_format
from workbench.excel.pay_formulas import ScaleCells
from workbench.excel.plan import Area
from workbench.excel.sheets.grid import DIRECTION, HOW, INFLUENCE, STAGE, UNIT, KpiRow
from workbench.excel.sheets.inputs import share

FIRST_POINT = INFLUENCE
_MOST = 10.0


@dataclass(frozen=True, slots=True)
class ScaleTable:
    """The scales of a role with the numbers of their KPIs, below a heading in a row.

    `metrics` are those of the role's KPIs, the first of KPI 1.
    """

    row: int
    groups: tuple[tuple[Scale, tuple[int, ...]], ...]
    metrics: tuple[Key, ...] = ()

    @property
    def points(self) -> int:
        """The points of the longest scale."""
        return max((len(scale.points) for scale, _ in self.groups), default=0)

    @property
    def end(self) -> int:
        """The first row below the table."""
        return self.row + 2 + 2 * len(self.groups)

    def cells(self, scale: Scale) -> ScaleCells:
        """Where a scale stands."""
        index = next(at for at, (one, _) in enumerate(self.groups) if one == scale)
        row = self.row + 2 + 2 * index
        return ScaleCells(row, UNIT, DIRECTION, FIRST_POINT, len(scale.points))


def scale_table(rows: Sequence[KpiRow], row: int) -> ScaleTable:
    """Gather the scales of KPIs; equal ones stand once."""
    numbers: dict[Scale, list[int]] = {}
    for index, one in enumerate(rows):
        numbers.setdefault(one.kpi.scale, []).append(index + 1)
    groups = tuple((scale, tuple(found)) for scale, found in numbers.items())
    return ScaleTable(row, groups, tuple(one.kpi.metric for one in rows))


def put_scales(sheet: SheetBuilder, book: Book, table: ScaleTable, role: str) -> None:
    """Write the scales with their inputs."""
    say = book.say
    sheet.put(table.row, 0, say(text("Payout scale")), styles.HEADING)
    heads = (text("KPI"), text("Kind of scale"), text("Points of the scale"))
    sheet.row(table.row + 1, STAGE, tuple(say(head) for head in heads), styles.HEAD)
    limits = (say(text("Threshold")), say(text("Cap")))
    sheet.row(table.row + 1, UNIT, limits, styles.HEAD_RIGHT)
    points = tuple(str(index + 1) for index in range(table.points))
    sheet.row(table.row + 1, FIRST_POINT, points, styles.HEAD_RIGHT)
    for index, (scale, numbers) in enumerate(table.groups):
        cells = table.cells(scale)
        _put_scale(sheet, book, cells, scale, numbers)
        for row in (cells.row, cells.row + 1):
            sheet.fill(row, FIRST_POINT, FIRST_POINT + table.points - 1, styles.BODY)
        metrics = tuple(table.metrics[number - 1] for number in numbers)
        _name(sheet, table.cells(scale), f"{role}_{index + 1}", (role, *metrics))


def _put_scale(
    sheet: SheetBuilder, book: Book, cells: ScaleCells, scale: Scale, numbers: tuple[int, ...]
) -> None:
    top, bottom = cells.row, cells.row + 1
    sheet.row(top, STAGE, (_ranges(numbers), book.say(_kind(scale))), styles.BODY)
    sheet.row(bottom, STAGE, (None, None), styles.BODY)
    sheet.put(top, HOW, book.say(text("Completion of the plan")), styles.BODY)
    sheet.put(bottom, HOW, book.say(text("Share of the bonus")), styles.BODY)
    figures = [one for pair in scale.points for one in pair]
    limits = (scale.threshold, scale.cap)
    number = share_format([*figures, *(one for one in limits if one is not None)])
    entry = with_number(styles.ENTRY, number)
    sheet.row(top, UNIT, limits, entry)
    sheet.row(bottom, UNIT, (None, None), styles.BODY)
    for index, (completion, payout) in enumerate(scale.points):
        sheet.put(top, FIRST_POINT + index, completion, entry)
        sheet.put(bottom, FIRST_POINT + index, payout, entry)
    last = FIRST_POINT + max(cells.count, 1) - 1
    area = Area(top, UNIT, bottom, last if cells.count else DIRECTION)
    sheet.validate(share(book, area, book.say(text("Payout scale")), _MOST))
    if not cells.count:
        note = book.say(text("the payout is the completion itself"))
        sheet.put(top, FIRST_POINT, note, styles.NOTE)


def _name(
    sheet: SheetBuilder, cells: ScaleCells, suffix: str, whose: tuple[str, ...]
) -> None:  # fmt: skip
    """`whose` are the role and the metrics of the KPIs that share the scale."""
    last = FIRST_POINT + cells.count - 1
    parts = [("threshold", cells.row, UNIT, UNIT), ("cap", cells.row, DIRECTION, DIRECTION)]
    if cells.count:
        parts += [
            ("points", cells.row, FIRST_POINT, last),
            ("payouts", cells.row + 1, FIRST_POINT, last),
        ]
    for name, row, left, right in parts:
        means = ("scale", name, *whose)
        sheet.define(f"in_{name}_{suffix}", row, left, right, means=means)


def _ranges(numbers: tuple[int, ...]) -> str:
    """Numbers of KPIs, neighbours as a range: 1–3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def _kind(scale: Scale) -> Text:
    if not scale.points:
        return text("no points")
    return text("in steps") if scale.kind == "steps" else text("straight line")
