"""Which month words name, as people and programs write them."""

import pytest

from workbench.excel.returned.months import month_named


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("янв 2027", "2027-01"),
        ("Январь 2027 г.", "2027-01"),
        ("мая 2027", "2027-05"),
        ("Sept. 2027", "2027-09"),
        ("2027-02", "2027-02"),
        ("01.03.2027", "2027-03"),
    ],
)
def test_that_names_shortened_names_and_numbers_are_read(words, month):
    assert month_named(words) == month


@pytest.mark.parametrize("words", ["Marketing 2027", "Маржа 2027", "ма 2027", "13.2027", "2027"])
def test_that_what_only_begins_like_a_month_is_none(words):
    assert month_named(words) is None
