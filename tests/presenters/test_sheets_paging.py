"""How sheets fall onto sides of paper."""

from itertools import pairwise

import pytest

from workbench.base.languages import language
from workbench.excel.export import plan_workbook
from workbench.excel.plan import Area, Cell, Print, SheetPlan, Style, WorkbookPlan
from workbench.planning.forward import calculate
from workbench.presenters.sheets.leaf import Pack
from workbench.presenters.sheets.page import column_widths, row_heights
from workbench.presenters.sheets.paging import BOTTOM, LONG, SHORT, SIDE, TOP, sides
from workbench.storage.library import load_template, templates

PLAIN, BOLD = Style(), Style(bold=True)
EN = language("en")
ROOM = SHORT - TOP - BOTTOM  # 526.88 points: 35 rows of 15
A_COLUMN = 52.5 * 5.25 + 3.75  # 279.375 points: 2.8 of them in 784.29


def sheet(rows=1, columns=1, page=None, width=10.0, **members):
    cells = tuple(
        Cell(row, column, f"{row}.{column}", PLAIN)
        for row in range(rows)
        for column in range(columns)
    )
    parts = {"name": "Sheet", "cells": cells, "widths": (width,) * columns}
    return SheetPlan(**{**parts, "page": page or Print(), **members})


def pack(*sheets):
    from datetime import date

    return Pack(WorkbookPlan("", "", "", date(2027, 1, 1), sheets), EN)


def first_rows(plan):
    """The row each side begins with, below what is repeated."""
    return [round(side.cuts[-1].top / 15) for side in sides(plan)]


def test_that_a_small_sheet_is_one_side_in_its_own_size():
    (side,) = sides(sheet())
    assert (side.width, side.height, side.scale) == (LONG, SHORT, 1.0)


def test_that_a_portrait_stands_upright():
    (side,) = sides(sheet(page=Print(portrait=True)))
    assert (side.width, side.height) == (SHORT, LONG)


def test_that_a_sheet_stands_in_the_middle():
    (side,) = sides(sheet())
    (cut,) = side.cuts
    assert cut.x == pytest.approx((LONG - (10 * 5.25 + 3.75)) / 2)
    assert cut.y == TOP


def test_that_a_wide_sheet_is_made_as_small_as_it_has_to_be_in_whole_percent():
    (side,) = sides(sheet(columns=4, width=52.5))
    assert side.scale == int(100 * (LONG - 2 * SIDE) / (4 * A_COLUMN)) / 100


def test_that_a_sheet_that_may_be_two_pages_wide_goes_on_beside():
    first, second = sides(sheet(columns=4, width=52.5, page=Print(wide=2)))
    assert first.scale == second.scale == 1.0
    assert first.cuts[0].right == second.cuts[0].left == pytest.approx(2 * A_COLUMN)


def test_that_rows_that_do_not_fit_go_to_the_next_side():
    assert first_rows(sheet(rows=80)) == [0, 35, 70]


def test_that_no_row_is_cut_lost_or_shown_twice():
    cuts = [side.cuts[-1] for side in sides(sheet(rows=80))]
    assert cuts[0].top == 0
    assert cuts[-1].bottom == 80 * 15
    assert all(before.bottom == after.top for before, after in pairwise(cuts))


def test_that_a_sheet_that_must_be_one_page_is_made_smaller():
    (side,) = sides(sheet(rows=80, page=Print(tall=1)))
    assert side.scale == int(100 * ROOM / (80 * 15)) / 100


def test_that_a_break_begins_a_new_side():
    assert first_rows(sheet(rows=20, page=Print(breaks=(5, 12)))) == [0, 5, 12]


def test_that_empty_rows_before_a_break_or_the_end_make_no_page_of_their_own():
    plan = sheet(rows=80)
    cells = tuple(cell for cell in plan.cells if cell.row < 35 or cell.row == 40)
    last = Cell(79, 0, None, PLAIN)
    assert first_rows(sheet(cells=(*cells, last), page=Print(breaks=(40,)))) == [0, 40]


def test_that_breaks_count_only_where_pages_are_not_limited():
    assert first_rows(sheet(rows=20, page=Print(breaks=(5,), tall=1))) == [0]


def test_that_heads_stand_again_on_every_further_side():
    shown = sides(sheet(rows=80, page=Print(repeat=(0, 1))))
    assert first_rows(sheet(rows=80, page=Print(repeat=(0, 1)))) == [0, 35, 68]
    assert [len(side.cuts) for side in shown] == [1, 2, 2]
    head, body = shown[1].cuts
    assert (head.top, head.bottom, head.y) == (0, 30, TOP)
    assert body.y == TOP + 30


def test_that_names_stand_again_beside_the_columns_that_go_on():
    plan = sheet(columns=6, width=52.5, page=Print(wide=4, beside=(0, 0)))
    shown = sides(plan)
    assert [len(side.cuts) for side in shown] == [1, 2, 2, 2, 2][: len(shown)]
    name, body = shown[1].cuts
    assert name.left == 0
    assert name.right == pytest.approx(A_COLUMN)
    assert body.left == shown[0].cuts[0].right
    assert body.x == pytest.approx(name.x + A_COLUMN * shown[1].scale)


def test_that_heads_and_names_meet_in_a_corner():
    page = Print(wide=4, repeat=(0, 0), beside=(0, 0))
    last = sides(sheet(rows=50, columns=6, width=52.5, page=page))[-1]
    assert len(last.cuts) == 4
    assert (last.cuts[0].left, last.cuts[0].top) == (0, 0)


def test_that_a_side_with_nothing_but_what_is_shown_again_is_left_out():
    page = Print(wide=2, repeat=(0, 0), beside=(0, 0), breaks=(20,))
    plan = sheet(rows=30, columns=4, width=52.5, page=page)
    wide = len(sides(plan))
    cells = tuple(cell for cell in plan.cells if cell.row < 20 or cell.column == 0)
    assert len(sides(sheet(cells=cells, columns=4, width=52.5, page=page))) < wide


def test_that_a_merged_block_stays_in_one_piece():
    block = Cell(33, 0, "long", PLAIN, down=3)
    plan = sheet(rows=40)
    cells = tuple(cell for cell in plan.cells if not 33 <= cell.row <= 36)
    assert first_rows(sheet(cells=(*cells, block))) == [0, 33]


def test_that_a_heading_stays_with_what_it_heads():
    plan = sheet(rows=40)
    heading = Cell(34, 0, "Heading", BOLD)
    cells = tuple(heading if cell.row == 34 else cell for cell in plan.cells)
    assert first_rows(sheet(cells=cells)) == [0, 34]


def test_that_a_block_higher_than_the_paper_is_cut_all_the_same():
    assert first_rows(sheet(cells=(Cell(0, 0, "x", PLAIN, down=50),))) == [0, 35]


def test_that_only_the_area_is_printed():
    (side,) = sides(sheet(rows=5, columns=5, page=Print(area=Area(0, 0, 2, 1))))
    assert (side.cuts[0].right, side.cuts[0].bottom) == (2 * 56.25, 45)


def test_that_an_empty_sheet_takes_a_side():
    assert len(sides(sheet(rows=0))) == 1


def test_that_words_of_a_cell_that_is_cut_stand_where_it_begins():
    plan = sheet(
        cells=(Cell(0, 0, "title", PLAIN, across=3),), columns=4, width=52.5, page=Print(wide=2)
    )
    first, second = pack(plan).leaves(0)
    assert list(first.words) == ["title"]
    assert list(second.words) == []


def test_that_words_run_on_only_to_the_edge_of_the_paper():
    plan = sheet(
        cells=(Cell(0, 0, "title", PLAIN), Cell(0, 3, "x", PLAIN)),
        columns=4, width=52.5, page=Print(wide=2),
    )  # fmt: skip
    first, _ = pack(plan).leaves(0)
    assert first.parts[0].cells[0].spill == pytest.approx(A_COLUMN)


def test_that_pages_are_counted_through_all_sheets():
    foot = Print(footer=("Secret · R&P", "", "Page &P of &N"))
    paper = pack(sheet(rows=80, page=foot), sheet(page=foot))
    assert [leaf.foot[2] for leaf in paper] == [f"Page {n} of 4" for n in (1, 2, 3, 4)]
    assert {leaf.foot[0] for leaf in paper} == {"Secret · R&P"}
    assert paper.pages == 4


@pytest.mark.parametrize("template", [one.key for one in templates("en")])
@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_everything_stands_once_and_within_the_margins(template, code):
    project = load_template(template, code)
    plan = plan_workbook(project, calculate(project), language(code))
    for at, planned in enumerate(plan.sheets):
        leaves = Pack(plan, language(code)).leaves(at)
        for side in leaves:
            for part in side.parts:
                for cell in _seen(part.cells):
                    left = part.x + (cell.left - part.left) * side.scale
                    top = part.y + (cell.top - part.top) * side.scale
                    assert left >= SIDE - 0.01
                    assert top >= TOP - 0.01
                    assert left + cell.width * side.scale <= side.width - SIDE + 0.01
                    assert top + cell.height * side.scale <= side.height - BOTTOM + 0.01
        area = planned.page.area or Area(
            0, 0, len(row_heights(planned)) - 1, len(column_widths(planned)) - 1
        )
        inside = [
            cell
            for cell in planned.cells
            if cell.content not in (None, "") and cell.row <= area.bottom
            and cell.column <= area.right and getattr(cell.content, "value", 0) != ""
        ]  # fmt: skip
        body = sum(len(list(_words(side.parts[-1].cells))) for side in leaves)
        assert body == len(inside)


def _seen(cells):
    return (one for one in cells if one.words or one.style != PLAIN)


def _words(cells):
    return (cell.words for cell in cells if cell.words)
