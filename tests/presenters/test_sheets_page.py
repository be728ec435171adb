"""A planned sheet as a page: words in cells, sizes in points."""

from datetime import date

import pytest

from workbench.base.languages import language
from workbench.excel.plan import Area, Cell, Chart, Formula, Link, Picture, SheetPlan, Style
from workbench.excel.plan import Bar as Filling
from workbench.presenters.sheets.figures import cell_words, figure, is_number
from workbench.presenters.sheets.page import Bar, PageChart, page

EN, RU = language("en"), language("ru")
PLAIN = Style()


@pytest.mark.parametrize(
    ("value", "number", "shown"),
    [
        (1234.4, "#,##0", "1,234"),
        (1234.6, "#,##0", "1,235"),
        (1234.56, "#,##0.0", "1,234.6"),
        (0.0, "#,##0.00", "0.00"),
        (0.805, "0.0%", "80.5%"),
        (0.4, "0%", "40%"),
        (0.4, '"О · "0%', "О · 40%"),
        (12.0, '"of "#,##0', "of 12"),
        (1.5e14, "0.00E+00", "1.50E+14"),
        (0.051, '+0.0%;"−"0.0%;0.0%', "+5.1%"),
        (-1234.0, '+#,##0;"−"#,##0;#,##0', "−1,234"),
        (0.0, '+#,##0;"−"#,##0;#,##0', "0"),
        (3.0, "", "3"),
        (3.25, "General", "3.25"),
    ],
)
def test_that_numbers_read_as_in_a_spreadsheet(value, number, shown):
    assert figure(value, number, EN) == shown


def test_that_separators_are_those_of_the_language_of_the_workbook():
    assert figure(1234.5, "#,##0.0", RU) == "1\u00a0234,5"
    assert figure(0.805, "0.0%", RU) == "80,5%"
    assert figure(1.5e14, "0.00E+00", RU) == "1,50E+14"


def test_that_every_kind_of_content_has_its_words():
    assert cell_words(None, "", EN) == ""
    assert cell_words("SDR", "", EN) == "SDR"
    assert cell_words(Link("Cover", "back"), "", EN) == "back"
    assert cell_words(Formula("A1*2", 0.5), "0%", EN) == "50%"
    assert cell_words(Formula("A1", ""), "0%", EN) == ""
    assert cell_words(date(2027, 3, 1), "dd", RU) == "01.03.2027"


def test_that_numbers_are_told_from_words():
    assert is_number(1.0)
    assert is_number(Formula("A1", 1.0))
    assert not is_number(Formula("A1", "yes"))
    assert not is_number("words")
    assert not is_number(None)


def sheet(*cells, **members):
    return SheetPlan(name="Sheet", cells=cells, **({"widths": (10.0, 20.0, 5.0)} | members))


def test_that_cells_stand_where_widths_and_heights_put_them():
    shown = page(sheet(Cell(1, 1, "x", PLAIN), heights={0: 30.0, 1: 20.0}), EN).cells[0]
    assert (shown.left, shown.top) == (10 * 5.25 + 3.75, 30.0)
    assert (shown.width, shown.height) == (20 * 5.25 + 3.75, 20.0)


def test_that_a_row_without_a_height_is_as_high_as_a_spreadsheet_makes_it():
    assert page(sheet(Cell(2, 0, "x", PLAIN)), EN).height == 45.0


def test_that_a_column_without_a_width_is_as_wide_as_a_spreadsheet_makes_it():
    shown = page(sheet(Cell(0, 1, "x", PLAIN), widths=()), EN)
    assert shown.width == pytest.approx(2 * (8.43 * 5.25 + 3.75))


def test_that_a_merged_cell_is_as_large_as_all_its_parts():
    shown = page(sheet(Cell(0, 0, "x", PLAIN, across=1, down=2)), EN).cells[0]
    assert (shown.width, shown.height) == (30 * 5.25 + 7.5, 45.0)


def test_that_words_may_run_on_into_empty_neighbours_only():
    title, body = Cell(0, 0, "long", PLAIN), Cell(1, 0, "long", PLAIN)
    filled = Cell(1, 1, "x", PLAIN)
    frame = Cell(0, 2, None, PLAIN)
    first, second, *_ = page(sheet(title, body, filled, frame), EN).cells
    assert first.spill > 0
    assert second.spill == 0


def test_that_a_sheet_without_cells_is_an_empty_page():
    shown = page(sheet(), EN)
    assert (shown.width, shown.height, shown.cells) == (0.0, 0.0, ())


def chart():
    names, values = Area(0, 0, 0, 1), Area(1, 0, 1, 1)
    colors = ("#FF0000", "#00FF00")
    return Chart(1, 0, 100.0, 40.0, "Funnel", names, values, colors, "#,##0", "")


def drawn(*cells) -> PageChart:
    (drawing,) = page(sheet(*cells, charts=(chart(),)), EN).drawings
    assert isinstance(drawing, PageChart)
    return drawing


def test_that_bars_are_as_long_as_their_numbers():
    cells = (
        Cell(0, 0, "Leads", PLAIN), Cell(0, 1, Formula("A9", "Deals"), PLAIN),
        Cell(1, 0, 2000.0, PLAIN), Cell(1, 1, Formula("A1/4", 500.0), PLAIN),
    )  # fmt: skip
    drawing = drawn(*cells)
    assert (drawing.left, drawing.top, drawing.title) == (0, 15, "Funnel")
    assert drawing.bars == (
        Bar("Leads", 1.0, "2,000", "#FF0000"), Bar("Deals", 0.25, "500", "#00FF00"),
    )  # fmt: skip


def test_that_a_chart_without_numbers_has_bars_of_no_length():
    cells = (Cell(0, 0, "Leads", PLAIN), Cell(1, 0, Formula("A9", ""), PLAIN))
    assert drawn(*cells).bars[0] == Bar("Leads", 0.0, "", "#FF0000")


def test_that_a_sheet_is_as_large_as_what_lies_over_its_cells():
    logo = Picture(2, 1, b"", 300.0, 100.0, "Logo")
    shown = page(sheet(Cell(0, 0, "x", PLAIN), pictures=(logo,)), EN)
    assert shown.height >= 2 * 15 + 100
    assert shown.width >= 10 * 5.25 + 3.75 + 300
    assert (shown.drawings[0].left, shown.drawings[0].top) == (10 * 5.25 + 3.75, 30.0)


@pytest.mark.parametrize(
    ("content", "share"),
    [(0.5, 0.25), (Formula("A1", 1.0), 0.5), (3.0, 1.0), (-1.0, 0.0), ("", 0.0), (None, 0.0)],
)
def test_that_a_bar_fills_its_share_of_the_cell(content, share):
    filling = Filling(Area(0, 0, 0, 0), "#AABBCC", 2.0)
    inside, beside = page(
        sheet(Cell(0, 0, content, PLAIN), Cell(0, 1, 1.0, PLAIN), bars=(filling,)), EN
    ).cells
    assert inside.bar[0] == share
    assert beside.bar == (0.0, "")
