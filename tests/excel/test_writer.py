"""A plan becomes a file; what XlsxWriter would leave out in silence is refused aloud."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from tests.excel.books import BOOKS, book, formulas
from workbench.excel import styles
from workbench.excel.names import unique_names
from workbench.excel.plan import (
    Area,
    Cell,
    Condition,
    Formula,
    Link,
    Name,
    Print,
    SheetPlan,
    Style,
    Validation,
    WorkbookPlan,
)
from workbench.excel.writer import NotAsPlanned, workbook_bytes

PAYLOADS = (
    '=HYPERLINK("http://example.com";"x")',
    "=1+1",
    "+7 (999) 123-45-67",
    "-2+3",
    "@SUM(A1)",
    "http://example.com",
    "123",
    "_x0041_",
    "{=A1}",
)
ONE = Area(0, 0, 0, 0)


def plan(*cells: Cell, **members: Any) -> WorkbookPlan:
    sheet = SheetPlan(name="S", cells=cells, widths=(10.0, 10.0), **members)
    other = SheetPlan(name="Лист 2", cells=(), widths=())
    return WorkbookPlan("T", "S", "C", date(2027, 1, 1), (sheet, other))


def one(content: Any, style: Style = styles.LINE, **merged: int) -> Cell:
    return Cell(0, 0, content, style, **merged)


def opened(of: WorkbookPlan, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook_bytes(of)), data_only=values)


def part(of: WorkbookPlan, name: str) -> str:
    with ZipFile(BytesIO(workbook_bytes(of))) as archive:
        return archive.read(name).decode()


def first(of: WorkbookPlan, *, values: bool = False) -> Any:
    return opened(of, values=values)["S"]["A1"]


# Contents


@pytest.mark.parametrize("words", PAYLOADS)
def test_that_words_of_a_person_stay_words(words):
    cell = first(plan(one(words)))
    assert (cell.data_type, cell.value) == ("s", words)


def test_that_a_formula_is_a_formula():
    assert first(plan(one(Formula("1+2", 3.0)))).value == "=1+2"


def test_that_a_formula_carries_its_value():
    assert first(plan(one(Formula("1+2", 3.0))), values=True).value == 3


def test_that_an_empty_formula_carries_nothing():
    assert first(plan(one(Formula('""', ""))), values=True).value is None


def test_that_a_date_is_a_date():
    style = replace(styles.LINE, number="dd.mm.yyyy")
    assert first(plan(one(date(2027, 1, 31), style))).value == datetime(2027, 1, 31)


def test_that_a_number_is_a_number():
    assert first(plan(one(0.1))).value == 0.1


def test_that_an_empty_cell_keeps_its_look():
    assert first(plan(one(None, styles.ENTRY))).fill.fgColor.rgb == "FF" + styles.INPUT[1:]


def test_that_a_link_leads_to_its_sheet():
    cell = first(plan(one(Link("Лист 2", "дальше"))))
    assert (cell.value, cell.hyperlink.location) == ("дальше", "'Лист 2'!A1")


def test_that_a_text_too_long_for_excel_is_cut():
    assert len(first(plan(one("я" * 40_000))).value) == 32_767


def test_that_cells_are_merged_across_and_down():
    assert str(opened(plan(one("x", across=1, down=2)))["S"].merged_cells) == "A1:B3"


# Looks


@pytest.mark.parametrize(
    ("style", "attribute", "expected"),
    [
        (Style(bold=True), "font.bold", True),
        (Style(size=18), "font.size", 18),
        (Style(), "font.name", "Calibri"),
        (Style(color="#112233"), "font.color.rgb", "FF112233"),
        (Style(fill="#AABBCC"), "fill.fgColor.rgb", "FFAABBCC"),
        (Style(wrap=True), "alignment.wrap_text", True),
        (Style(align="right"), "alignment.horizontal", "right"),
        (Style(valign="top"), "alignment.vertical", "top"),
        (Style(indent=1), "alignment.indent", 1),
        (Style(number="0.0%"), "number_format", "0.0%"),
        (Style(frame="#AABBCC"), "border.left.color.rgb", "FFAABBCC"),
        (Style(underline="#AABBCC"), "border.bottom.color.rgb", "FFAABBCC"),
        (Style(), "protection.locked", True),
        (Style(unlocked=True), "protection.locked", False),
    ],
)
def test_that_a_style_is_seen_in_the_file(style, attribute, expected):
    found: Any = first(plan(one("x", style)))
    for name in attribute.split("."):
        found = getattr(found, name)
    assert found == expected


# Sheets


def test_that_every_sheet_is_protected_without_a_password():
    protection = opened(plan())["S"].protection
    assert (protection.sheet, protection.password) == (True, None)


def test_that_widths_of_columns_may_be_changed():
    assert opened(plan())["S"].protection.formatColumns is False


def test_that_a_page_is_a4_landscape_one_page_wide():
    sheet = opened(plan(page=Print(repeat=(4, 4), area=Area(0, 0, 9, 1))))["S"]
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToHeight) == (9, "landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.print_area) == ("$5:$5", "'S'!$A$1:$B$10")


@pytest.mark.parametrize(("tall", "breaks"), [(0, True), (1, False)])
def test_that_pages_begin_where_they_are_broken_unless_there_is_one(tall, breaks):
    words = part(plan(page=Print(breaks=(4,), tall=tall)), SHEET)
    assert ("<rowBreaks" in words) is breaks


def test_that_the_foot_shows_signs_as_they_are():
    footer = part(plan(page=Print(footer=("A & B &P", "", "Стр. &P из &N"))), SHEET)
    assert "&amp;L&amp;8 A &amp;&amp; B &amp;&amp;P" in footer
    assert "&amp;R&amp;8 Стр. &amp;P из &amp;N" in footer


def test_that_panes_are_frozen():
    assert opened(plan(freeze=(5, 1)))["S"].freeze_panes == "B6"


def test_that_rows_and_columns_have_their_sizes():
    sheet = opened(plan(one("x"), heights={0: 33.0}))["S"]
    assert sheet.row_dimensions[1].height == 33
    assert sheet.column_dimensions["A"].width == pytest.approx(10, abs=1)


def test_that_a_tab_has_its_colour():
    assert opened(plan(tab="#2A9FD6"))["S"].sheet_properties.tabColor.rgb == "FF2A9FD6"


def test_that_the_first_sheet_is_shown():
    assert opened(plan()).active.title == "S"


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("validation", "written"),
    [
        (Validation(ONE, "decimal", "t", "m", 0.0, 1.0), 'type="decimal"'),
        (Validation(ONE, "decimal", "t", "m", 0.0, 1.0, gently=True), 'errorStyle="warning"'),
        (Validation(ONE, "date", "t", "m", date(2027, 1, 1), date(2028, 1, 1)), 'type="date"'),
        (Validation(ONE, "list", "t", "m", choices="$A$5:$B$5"), "<formula1>$A$5:$B$5</formula1>"),
    ],
)
def test_that_an_entry_is_limited(validation, written):
    assert written in part(plan(validations=(validation,)), SHEET)


def test_that_a_long_note_on_an_entry_is_cut_not_dropped():
    note = Validation(ONE, "decimal", "т" * 50, "м" * 500, 0.0, 1.0)
    found = opened(plan(validations=(note,)))["S"].data_validations.dataValidation[0]
    assert (len(found.promptTitle), len(found.prompt)) == (32, 255)


def test_that_a_condition_is_written_with_its_sign():
    condition = Condition(ONE, "$A$1>1", "#17693A", "#E4F5EA", '"✓ "0%')
    styles_part = part(plan(conditions=(condition,)), "xl/styles.xml")
    assert "✓ " in styles_part


# The workbook


def test_that_a_name_leads_to_its_cells():
    found = opened(plan(names=(Name("in_a", Area(4, 1, 4, 3)),)))
    assert found.defined_names["in_a"].attr_text == "'S'!$B$5:$D$5"


def test_that_the_properties_say_whose_it_is():
    properties = opened(plan()).properties
    assert (properties.title, properties.creator) == ("T", "KPI Workbench")


def test_that_the_date_of_making_is_the_plans():
    assert opened(plan()).properties.created == datetime(2027, 1, 1)


def test_that_the_same_plan_gives_the_same_bytes():
    assert workbook_bytes(plan(one("x"))) == workbook_bytes(plan(one("x")))


def test_that_each_sheet_is_told_when_it_is_written():
    told: list[int] = []
    workbook_bytes(plan(), lambda: told.append(1))
    assert len(told) == 2


# What cannot be written


@pytest.mark.parametrize(
    "cell",
    [Cell(2_000_000, 0, "x", styles.LINE), Cell(0, 20_000, 1.0, styles.LINE)],
    ids=["row", "column"],
)
def test_that_a_cell_beyond_the_sheet_is_refused(cell):
    with pytest.raises(NotAsPlanned):
        workbook_bytes(plan(cell))


def test_that_an_odd_defined_name_is_refused():
    with pytest.raises(NotAsPlanned):
        workbook_bytes(plan(names=(Name("A1", ONE),)))


def test_that_a_foot_too_long_for_excel_is_refused():
    with pytest.raises(NotAsPlanned, match="Footer"):
        workbook_bytes(plan(page=Print(footer=("", "", "x" * 300))))


# The real books


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_every_formula_of_a_book_has_its_value_in_the_file(key, code):
    of = book(key, code)
    found = opened(of, values=True)
    for sheet in of.sheets:
        for cell, formula in formulas(sheet):
            stored = found[sheet.name].cell(cell.row + 1, cell.column + 1).value
            assert stored == (formula.value if formula.value != "" else None)


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_a_book_is_valid_by_the_schema(key, code, tmp_path):
    from openxml_audit import OpenXmlValidator

    file = tmp_path / "book.xlsx"
    file.write_bytes(workbook_bytes(book(key, code)))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize(("key", "code"), BOOKS)
def test_that_all_defined_names_of_a_book_are_plain(key, code):
    names = [name.name for _, name in unique_names(book(key, code).sheets)]
    assert all(
        re.fullmatch(r"(in|total|fact|month_fact|actuals)_[A-Za-z0-9_]+", name) for name in names
    )
    assert max(map(len, names)) <= 255


def test_that_columns_can_stand_again_on_every_page(tmp_path):
    plan = WorkbookPlan(
        "", "", "", date(2027, 1, 1),
        (SheetPlan("Sheet", (Cell(0, 0, "x", Style()),), (10.0,), page=Print(beside=(0, 1))),),
    )  # fmt: skip
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_bytes(plan))
    assert openpyxl.load_workbook(path)["Sheet"].print_title_cols == "$A:$B"
