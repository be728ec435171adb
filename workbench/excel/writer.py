"""From a plan to the bytes of an .xlsx file: the only module that knows XlsxWriter."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from workbench.excel.addresses import fixed_range, quoted
from workbench.excel.names import clean, label, unique_names
from workbench.excel.plan import (
    Area,
    Bar,
    Cell,
    Chart,
    Condition,
    Formula,
    Link,
    Picture,
    SheetPlan,
    Style,
    Validation,
    WorkbookPlan,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_FONT = "Calibri"
_A4 = 9
_LONGEST_TITLE, _LONGEST_MESSAGE, _LONGEST_FOOTER, _LONGEST_PROPERTY = 32, 255, 70, 200
_LONGEST_ALTERNATIVE = 1_000
_MOVES_WITH_CELLS = 2  # and keeps its size
_POINTS, _INCH = 0.75, 72.0  # of a pixel, of an inch
_SMALL = {"name": _FONT, "size": 9}
_ALLOWED = {
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
_REFUSED = "XlsxWriter left something out"


class NotAsPlanned(Exception):
    """The plan holds something that a workbook cannot: a bug of the sheet that planned it."""


def workbook_bytes(plan: WorkbookPlan, written: Callable[[], None] = lambda: None) -> bytes:
    """The file of a plan, the same for the same plan; `written` is called after each sheet."""
    from xlsxwriter import Workbook

    with warnings.catch_warnings():
        # Only the library's own warnings: other threads may be at work.
        warnings.filterwarnings("error", category=UserWarning, module=r"xlsxwriter\.")
        try:
            return _write(Workbook, plan, written)
        except UserWarning as warning:
            raise NotAsPlanned(str(warning)) from warning


def _write(kind: type[Workbook], plan: WorkbookPlan, written: Callable[[], None]) -> bytes:
    buffer = BytesIO()
    book = kind(buffer, _OPTIONS)
    _describe(book, plan)
    kind_of_sheet = _plain_formulas()
    sheets = [
        _Sheet(book, book.add_worksheet(sheet.name, kind_of_sheet), sheet, {})
        for sheet in plan.sheets
    ]
    formats: dict[Style, Format] = {}
    for sheet in sheets:
        sheet.formats = formats
        sheet.write()
        written()
    for behind in plan.behind:
        target = book.add_worksheet(behind.name)
        _Sheet(book, target, behind, formats).write()
        target.very_hidden()
    for sheet_plan, name in unique_names(plan.sheets):
        _check(book.define_name(name.name, f"={fixed_range(name.area, sheet_plan.name)}"))
    if sheets:
        sheets[0].target.activate()
    book.close()
    return buffer.getvalue()


@cache
def _plain_formulas() -> type[Worksheet]:
    """Sheets that take formulas as they are.

    The library looks for thirty functions of newer Excels in each formula, which takes half the
    time of a workbook; plans hold none of them, and a test sees to it.
    """
    from xlsxwriter.worksheet import Worksheet as Sheet

    class PlainFormulas(Sheet):  # type: ignore[misc]
        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
            return formula.removeprefix("=")

    return PlainFormulas


def _describe(book: Workbook, plan: WorkbookPlan) -> None:
    words = {"title": plan.title, "subject": plan.subject, "company": plan.company}
    if plan.status:
        words["status"] = plan.status
    properties: dict[str, Any] = {
        name: label(value, _LONGEST_PROPERTY) for name, value in words.items()
    }
    created = datetime.combine(plan.created, time())
    book.set_properties({**properties, "author": "KPI Workbench", "created": created})


class _Sheet:
    """One sheet being written."""

    def __init__(
        self, book: Workbook, target: Worksheet, plan: SheetPlan, formats: dict[Style, Format]
    ) -> None:
        self.book = book
        self.target = target
        self.plan = plan
        self.formats = formats

    def write(self) -> None:
        self._shape()
        for cell in self.plan.cells:
            self._cell(cell)
        for validation in self.plan.validations:
            self._validation(validation)
        for condition in self.plan.conditions:
            self._condition(condition)
        for bar in self.plan.bars:
            self._bar(bar)
        for picture in self.plan.pictures:
            self._picture(picture)
        for chart in self.plan.charts:
            self._chart(chart)
        self._print()
        self.target.protect("", _ALLOWED)

    def _shape(self) -> None:
        plan, target = self.plan, self.target
        for column, width in enumerate(plan.widths):
            _check(target.set_column(column, column, width))
        for row, points in plan.heights.items():
            _check(target.set_row(row, points))
        if plan.freeze != (0, 0):
            target.freeze_panes(*plan.freeze)
        if plan.tab:
            target.set_tab_color(plan.tab)
        target.set_zoom(plan.zoom)
        target.hide_gridlines(2)

    def _cell(self, cell: Cell) -> None:
        look, row, column = self._format(cell.style), cell.row, cell.column
        if cell.across or cell.down:
            # The merged cells first, then the content by its own kind.
            last = row + cell.down, column + cell.across
            _check(self.target.merge_range(row, column, *last, "", look))
        match cell.content:
            case None:
                result = self.target.write_blank(row, column, None, look)
            case Formula(expression, value):
                result = self.target.write_formula(row, column, f"={expression}", look, value)
            case Link(sheet, words):
                link = f"internal:{quoted(sheet)}!A1"
                result = self.target.write_url(row, column, link, look, clean(words))
            case str(words):
                result = self.target.write_string(row, column, clean(words), look)
            case date() as day:
                result = self.target.write_datetime(row, column, day, look)
            case number:
                result = self.target.write_number(row, column, number, look)
        _check(result)

    def _format(self, style: Style) -> Format:
        known = self.formats.get(style)
        if known is None:
            known = self.formats[style] = self.book.add_format(_properties(style))
        return known

    def _validation(self, validation: Validation) -> None:
        options = _limits(validation) | {
            "input_title": label(validation.title, _LONGEST_TITLE),
            "input_message": label(validation.message, _LONGEST_MESSAGE),
            "error_title": label(validation.title, _LONGEST_TITLE),
            "error_message": label(validation.message, _LONGEST_MESSAGE),
            "error_type": "warning" if validation.gently else "stop",
        }
        _check(self.target.data_validation(*_corners(validation.area), options))

    def _condition(self, condition: Condition) -> None:
        look: dict[str, Any] = {"font_color": condition.color, "bg_color": condition.fill}
        if condition.number:
            look["num_format"] = condition.number
        options = {
            "type": "formula",
            "criteria": f"={condition.formula}",
            "format": self.book.add_format(look),
        }
        _check(self.target.conditional_format(*_corners(condition.area), options))

    def _bar(self, bar: Bar) -> None:
        options = {
            "type": "data_bar",
            "bar_color": bar.color,
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": bar.most,
        }
        _check(self.target.conditional_format(*_corners(bar.area), options))

    def _picture(self, picture: Picture) -> None:
        """At the size of the plan, whatever sharpness the file tells."""
        from xlsxwriter.image import Image

        image = Image(BytesIO(picture.data))
        options = {
            "x_scale": picture.width / (image.width * _INCH / image.x_dpi),
            "y_scale": picture.height / (image.height * _INCH / image.y_dpi),
            "description": label(picture.words, _LONGEST_ALTERNATIVE),
            "object_position": _MOVES_WITH_CELLS,
        }
        _check(self.target.insert_image(picture.row, picture.column, image, options))

    def _chart(self, chart: Chart) -> None:
        target = self.book.add_chart({"type": "bar"})
        assert target is not None
        name = self.plan.name
        target.add_series(
            {
                "name": chart.title,
                "categories": f"={fixed_range(chart.names, name)}",
                "values": f"={fixed_range(chart.values, name)}",
                "points": [{"fill": {"color": color}} for color in chart.colors],
                "gap": 40,
                "data_labels": {"value": True, "num_format": chart.number, "font": _SMALL},
            }
        )
        title = {"name": chart.title, "name_font": {"name": _FONT, "size": 11, "bold": True}}
        target.set_title(title)
        target.set_legend({"none": True})
        target.set_y_axis({"reverse": True, "num_font": _SMALL, "line": {"none": True}})
        target.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        pixels = {"width": chart.width / _POINTS, "height": chart.height / _POINTS}
        target.set_size(pixels)
        options = {
            "description": label(chart.words, _LONGEST_ALTERNATIVE),
            "object_position": _MOVES_WITH_CELLS,
        }
        _check(self.target.insert_chart(chart.row, chart.column, target, options))

    def _print(self) -> None:
        page, target = self.plan.page, self.target
        if not page.portrait:
            target.set_landscape()
        target.set_paper(_A4)
        target.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.55)
        target.fit_to_pages(page.wide, page.tall)
        target.center_horizontally()
        if page.repeat is not None:
            _check(target.repeat_rows(*page.repeat))
        if page.beside is not None:
            _check(target.repeat_columns(*page.beside))
        if page.area is not None:
            _check(target.print_area(*_corners(page.area)))
        if page.breaks and not page.tall:
            target.set_h_pagebreaks(page.breaks)
        left, middle, right = page.footer
        target.set_footer(f"&L&8 {_foot(left)}&C&8 {_foot(middle)}&R&8 {right}")


def _properties(style: Style) -> dict[str, Any]:
    found: dict[str, Any] = {
        "font_name": _FONT,
        "font_size": style.size,
        "font_color": style.color,
        "align": style.align,
        "valign": "vcenter" if style.valign == "center" else style.valign,
        "locked": not style.unlocked,
    }
    optional = {
        "bold": style.bold,
        "italic": style.italic,
        "bg_color": style.fill,
        "text_wrap": style.wrap,
        "indent": style.indent,
        "num_format": style.number,
    }
    if style.frame:
        optional |= {"border": 1, "border_color": style.frame}
    if style.underline:
        optional |= {"bottom": 1, "bottom_color": style.underline}
    return found | {name: value for name, value in optional.items() if value}


def _limits(validation: Validation) -> dict[str, Any]:
    if validation.kind == "list":
        return {"validate": "list", "source": f"={validation.choices}"}
    return {
        "validate": validation.kind,
        "criteria": "between",
        "minimum": validation.least,
        "maximum": validation.most,
    }


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.top, area.left, area.bottom, area.right


def _foot(words: str) -> str:
    return label(words, _LONGEST_FOOTER).replace("&", "&&")


def _check(result: object) -> None:
    """XlsxWriter says by a number below zero that it left something out."""
    if isinstance(result, int) and result < 0:
        raise NotAsPlanned(_REFUSED)
