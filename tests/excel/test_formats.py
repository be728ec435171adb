"""Number formats by unit and size."""

import pytest

from tests.projects import metric
from workbench.excel.formats import number_format, plain_format, share_format, shown_length

SHARE = metric("cr", unit="ratio", kind="conversion")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], "#,##0"),
        ([0.0], "#,##0"),
        ([3.0, 21.0], "#,##0"),
        ([583.2], "#,##0"),
        ([32.004], "#,##0.0"),
        ([2.5, 0.1], "#,##0.00"),
        ([-45.36], "#,##0.0"),
        ([1e14], "0.00E+00"),
    ],
)
def test_that_counts_have_decimals_only_where_they_say_something(values, expected):
    assert plain_format(values) == expected


@pytest.mark.parametrize(
    ("values", "expected"), [([], "0.0%"), ([0.8], "0.0%"), ([0.0012], "0.00%"), ([0.0], "0.0%")]
)
def test_that_shares_are_percentages(values, expected):
    assert number_format(SHARE, values) == expected


@pytest.mark.parametrize(
    ("of", "targets", "expected"),
    [
        (SHARE, [0.0125, 0.0132], "0.00%"),
        (SHARE, [0.12, 0.13], "0.0%"),
        (SHARE, [0.12, 0.12], "0.0%"),
        (metric("a"), [500.0, 501.0], "#,##0"),
        (metric("a"), [500.0, 500.3], "#,##0.0"),
        (metric("a"), [500.0, 500.001], "#,##0.00"),
        (metric("a"), [1e14, 2e14], "0.00E+00"),
        (metric("a"), [-5.0, 5.0], "#,##0"),
        (SHARE, [1e308, 0.5], "0.0%"),
    ],
)
def test_that_what_is_different_looks_different(of, targets, expected):
    assert number_format(of, targets, targets) == expected


def test_that_money_is_a_plain_number_beside_its_unit():
    assert number_format(metric("revenue", unit="money"), [5_760_720.0]) == "#,##0"


@pytest.mark.parametrize(
    ("values", "expected"), [([0.4, 0.6], "0%"), ([0.125], "0.0%"), ([], "0%")]
)
def test_that_weights_are_whole_percentages_where_they_can_be(values, expected):
    assert share_format(values) == expected


@pytest.mark.parametrize(
    ("value", "number", "length"),
    [
        (5_760_720.0, "#,##0", 9),
        (0.015, "0.0%", 4),
        (32.0, "#,##0.0", 4),
        (1e300, "0.00E+00", 10),
        (-7.0, "#,##0", 2),
    ],
)
def test_that_the_length_of_a_number_is_what_is_shown(value, number, length):
    assert shown_length(value, number) == length
