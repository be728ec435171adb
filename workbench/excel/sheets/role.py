"""The sheet of one role: what it is for, its KPIs, what the month brought and what it earned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workbench.base.texts import Text, context, text
from workbench.document.role import Role
from workbench.excel import styles
from workbench.excel.addresses import fixed
from workbench.excel.book import Book
from workbench.excel.builder import SheetBuilder
from workbench.excel.pay_formulas import ScaleCells
from workbench.excel.plan import Print, SheetPlan
from workbench.excel.sheets.blocks import put_blocks
from workbench.excel.sheets.funnel import put_funnel
from workbench.excel.sheets.grid import (
    BONUS,
    COUNTER,
    METRIC,
    THIRDS,
    TYPE_SCALE,
    WEIGHT,
    kpi_rows,
    widths,
)
from workbench.excel.sheets.kpi_table import KpiTable, put_kpi_table
from workbench.excel.sheets.logo import put_logo
from workbench.excel.sheets.people import bonus_cell, put_capacity, put_people, put_ramp
from workbench.excel.sheets.scales import FIRST_POINT, put_scales, scale_table
from workbench.excel.sheets.wording import goals, head_blocks, more_blocks

_ZOOM = 90
_TITLE_ROWS = 3
_MOST_PAGES = 2


@dataclass(frozen=True, slots=True)
class RoleSheet:
    """A planned sheet, and where other sheets find its KPIs and scales, by metric."""

    plan: SheetPlan
    rows: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, ScaleCells] = field(default_factory=dict)

    @property
    def weights(self) -> dict[str, str]:
        """The cells of weights."""
        return {key: self.cell(key, WEIGHT) for key in self.rows}

    def cell(self, metric: str, column: int) -> str:
        """A cell of a KPI's row, for a formula on another sheet."""
        return fixed(self.rows[metric], column, self.plan.name)


def role_sheet(book: Book, role: Role) -> RoleSheet:
    """Plan the sheet of a role on the staff."""
    rows = kpi_rows(book, role.key)
    name = book.role_sheets[role.key]
    sheet = SheetBuilder(name, widths(book, rows), TYPE_SCALE, kind="role", role=role.key)
    put_head(sheet, book, role, BONUS)
    table = KpiTable(put_blocks(sheet, 5, head_blocks(book, role)), rows)
    if rows:
        end = _put_numbers(sheet, book, role, table)
    else:
        sheet.put(table.top, 0, book.say(text("This role has no KPIs yet.")), styles.UNSET)
        end = put_people(sheet, book, role, table.top + 2)
    end = put_blocks(sheet, end, more_blocks(book, role))
    put_signatures(
        sheet,
        book,
        end + 1,
        (context("signature", "Manager"), context("signature", "Employee")),
        THIRDS,
    )
    page = Print(repeat=(0, 1), tall=_MOST_PAGES, footer=book.footer)
    plan = sheet.built(page, (_TITLE_ROWS, METRIC + 1), role.color, _ZOOM)
    scales = scale_table(rows, table.end + 1)
    return RoleSheet(
        plan,
        {row.kpi.metric: table.row_of(row) for row in rows},
        {row.kpi.metric: replace(scales.cells(row.kpi.scale), sheet=name) for row in rows},
    )


def put_head(sheet: SheetBuilder, book: Book, role: Role, last: int) -> None:
    """Title, client and period, the line in the role's colour, the way back, the goal."""
    title = book.say(text("Role KPIs: {role}", role=role.name))
    since = book.language.date(book.when)
    valid = book.say(text("in force from {date}", date=since))
    sheet.title(title, f"{book.client} · {book.period} · {valid}", role.color, last)
    put_logo(sheet, book, last)
    sheet.link_home(book.cover, book.say(text("← Contents")))
    if book.project.goals and role.employment == "staff":
        goal = book.say(text("Goal of the project: {goals}", goals=goals(book)))
        sheet.put(3, METRIC, goal, styles.LABEL)


def put_signatures(
    sheet: SheetBuilder,
    book: Book,
    row: int,
    names: tuple[Text, Text],
    spans: tuple[tuple[int, int], ...],
) -> None:
    """Lines to sign on, and for the date."""
    line = replace(styles.LABEL, underline=styles.MUTED)
    for name, (left, right) in zip((*names, context("signature", "Date")), spans, strict=False):
        sheet.put(row, left, book.say(name), line, across=right - left)
    sheet.height(row, 30)


def _put_numbers(sheet: SheetBuilder, book: Book, role: Role, table: KpiTable) -> int:
    """The KPI table with all that its formulas refer to; the first row below."""
    scales = scale_table(table.rows, table.end + 1)
    beside = FIRST_POINT + scales.points < COUNTER
    people = scales.row if beside else scales.end + 1
    put_kpi_table(sheet, book, role, table, scales, bonus_cell(people))
    put_scales(sheet, book, scales, role.key)
    left = put_funnel(sheet, book, role, scales.end + 1, table.month)
    ramp_end = put_ramp(sheet, book, role, people, table)
    right = max(put_people(sheet, book, role, people), ramp_end)
    right = put_capacity(sheet, book, role, right, table.month)
    return max(left, right)
