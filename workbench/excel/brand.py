"""The heads, lines and links of a sheet in somebody's own colour."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from workbench.excel import styles
from workbench.excel.plan import SheetPlan, Style


def in_brand(sheet: SheetPlan, color: str) -> SheetPlan:
    """The sheet with the program's own colour replaced; those of roles and marks stay."""
    cells = tuple(replace(cell, style=_branded(cell.style, color)) for cell in sheet.cells)
    tab = color if sheet.tab == styles.BRAND else sheet.tab
    bars = tuple(replace(bar, color=styles.tint(color, styles.PALE)) for bar in sheet.bars)
    return replace(sheet, cells=cells, tab=tab, bars=bars)


@cache
def _branded(style: Style, color: str) -> Style:
    ink = styles.ink(color)
    if style.fill == styles.HEADER:
        return replace(style, fill=styles.tint(color, 0.14), color=ink)
    fill = color if style.fill == styles.BRAND else style.fill
    return replace(style, fill=fill, color=ink if style.color == styles.BRAND else style.color)
