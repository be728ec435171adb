"""Columns as wide as their words, as far as there is room."""

import pytest

from workbench.presenters.months.picture import Cell, Dot, Row, Table
from workbench.ui.panels.plan.months.widths import Widths, widths_of


def row(name="leads", number="600", dots=1):
    cell = Cell(number, "input")
    return Row("leads", name, "/mo", (Dot("#2A9FD6", "SDR"),) * dots, (cell,), cell)


def table(*rows, compared=False):
    return Table(rows, ("Jan 2027",), compared)


@pytest.mark.usefixtures("theme")
def test_that_long_names_widen_their_column_up_to_a_limit():
    short, long = widths_of(table(row())), widths_of(table(row(name="long " * 30)))
    assert short.name == 150
    assert long.name == 250


@pytest.mark.usefixtures("theme")
def test_that_large_numbers_widen_the_months_and_the_total():
    small, large = widths_of(table(row())), widths_of(table(row(number="1 234 567 890")))
    assert large.month > small.month
    assert large.total > small.total


@pytest.mark.usefixtures("theme")
def test_that_every_role_that_answers_has_its_room():
    assert widths_of(table(row(dots=4))).dots > widths_of(table(row())).dots


@pytest.mark.usefixtures("theme")
def test_that_differences_need_room_only_where_there_are_any():
    assert widths_of(table(row())).difference == 0
    assert widths_of(table(row(), compared=True)).difference > 0


def test_that_names_give_way_in_a_narrow_window():
    widths = Widths(name=240)
    assert widths.name_in(540) == 150
    assert widths.name_in(800) == 200
    assert widths.name_in(1400) == 240


def test_that_months_share_the_room_but_never_shrink_or_sprawl():
    widths = Widths(month=80)
    assert widths.month_in(300, 12) == 80
    assert widths.month_in(1200, 12) == 100
    assert widths.month_in(5000, 12) == 160
