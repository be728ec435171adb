"""A sheet is put together cell by cell, with rows as high as their words need."""

import pytest

from workbench.excel import styles
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.plan import Area, Formula, Link, Print


@pytest.fixture
def sheet():
    return SheetBuilder("S", (10.0, 20.0, 30.0))


def built(sheet, **options):
    return sheet.built(Print(), **options)


def test_that_cells_come_in_order_of_rows_and_columns(sheet):
    for place in ((2, 0), (0, 1), (0, 0)):
        sheet.put(*place, "x", styles.LINE)
    assert [(one.row, one.column) for one in built(sheet).cells] == [(0, 0), (0, 1), (2, 0)]


def test_that_a_cell_written_twice_stands_once(sheet):
    sheet.put(0, 0, "first", styles.LINE)
    sheet.put(0, 0, "second", styles.LINE)
    assert [one.content for one in built(sheet).cells] == ["second"]


def test_that_a_row_grows_with_its_longest_text(sheet):
    sheet.put(0, 0, "слово " * 20, styles.BODY)
    sheet.put(0, 1, "x", styles.BODY)
    assert built(sheet).heights[0] > 100


def test_that_a_text_that_does_not_wrap_leaves_its_row_alone(sheet):
    sheet.put(0, 0, "слово " * 20, styles.LINE)
    assert built(sheet).heights[0] < 20


def test_that_merged_columns_count_together(sheet):
    sheet.put(0, 0, "слово " * 20, styles.BODY)
    sheet.put(1, 0, "слово " * 20, styles.BODY, across=2)
    heights = built(sheet).heights
    assert heights[1] < heights[0]


def test_that_no_row_is_higher_than_excel_allows(sheet):
    sheet.put(0, 0, "слово " * 5_000, styles.BODY)
    assert built(sheet).heights[0] == 409


def test_that_a_block_gives_each_of_its_rows_one_line(sheet):
    sheet.block(3, 0, "слово " * 10, styles.TEXT, (1, 2))
    cell = built(sheet).cells[0]
    assert (cell.across, cell.down) == (1, 2)
    assert {built(sheet).heights[row] for row in (3, 4, 5)} == {built(sheet).heights[3]}


def test_that_lines_are_those_of_the_merged_columns(sheet):
    assert sheet.lines("слово " * 10, 0, 0, styles.TEXT) > sheet.lines(
        "слово " * 10, 0, 2, styles.TEXT
    )


def test_that_a_formula_carries_its_value(sheet):
    sheet.formula(0, 0, "1+1", 2.0, styles.FIGURE)
    assert built(sheet).cells[0].content == Formula("1+1", 2.0)


def test_that_filling_leaves_written_cells_alone(sheet):
    sheet.put(0, 1, "x", styles.TOTAL)
    sheet.fill(0, 0, 2, styles.TOTAL)
    assert [one.content for one in built(sheet).cells] == [None, "x", None]


def test_that_a_row_of_contents_is_written_side_by_side(sheet):
    sheet.row(0, 1, ("a", 2.0), styles.BODY)
    assert [(one.column, one.content) for one in built(sheet).cells] == [(1, "a"), (2, 2.0)]


def test_that_larger_type_is_larger(sheet):
    large = SheetBuilder("S", (10.0,), scale=1.1)
    large.put(0, 0, "x", styles.BODY)
    assert built(large).cells[0].style.size == 11


@pytest.mark.parametrize("look", ["good", "fair", "bad"])
def test_that_a_condition_has_a_colour_and_a_sign(sheet, look):
    sheet.condition(Area(0, 0, 0, 0), "$A$1>1", look, '"✓ "0%')
    condition = built(sheet).conditions[0]
    assert (bool(condition.color), bool(condition.fill), condition.number) == (True, True, '"✓ "0%')


def test_that_a_name_covers_its_cells(sheet):
    sheet.define("in_a", 1, 0, 2)
    assert built(sheet).names[0].area == Area(1, 0, 1, 2)


def test_that_the_way_home_leads_to_the_cover(sheet):
    sheet.link_home("Обложка", "← Содержание")
    assert built(sheet).cells[0].content == Link("Обложка", "← Содержание")


def test_that_a_short_sheet_is_squeezed_into_one_page(sheet):
    sheet.put(3, 0, "x", styles.LINE)
    assert built(sheet).page.tall == 1


def test_that_a_long_sheet_takes_as_many_pages_as_it_needs(sheet):
    for row in range(100):
        sheet.put(row, 0, "x", styles.LINE)
    assert built(sheet).page.tall == 0


def test_that_a_style_can_have_another_number_format():
    assert with_number(styles.ENTRY, "0%").number == "0%"
