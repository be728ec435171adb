"""Cells and ranges as formulas write them."""

import pytest

from workbench.excel.addresses import fixed, fixed_range, letters, quoted, relative, row_range
from workbench.excel.plan import Area


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")]
)
def test_that_columns_have_letters(column, name):
    assert letters(column) == name


def test_that_a_relative_cell_counts_rows_from_one():
    assert relative(0, 2) == "C1"


def test_that_a_fixed_cell_has_dollars():
    assert fixed(4, 1) == "$B$5"


def test_that_a_cell_of_another_sheet_names_it_in_quotes():
    assert fixed(4, 1, "Модель") == "'Модель'!$B$5"


def test_that_an_apostrophe_in_a_sheet_is_doubled():
    assert quoted("O'Neill") == "'O''Neill'"


def test_that_a_row_keeps_its_first_column_when_copied():
    assert row_range(6, 4, 15) == "$E7:P7"


def test_that_a_range_has_two_corners():
    assert fixed_range(Area(0, 0, 2, 1), "S") == "'S'!$A$1:$B$3"


def test_that_a_range_of_one_cell_is_that_cell():
    assert fixed_range(Area(3, 3, 3, 3)) == "$D$4"
