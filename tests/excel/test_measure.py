"""Rows are high and columns wide enough for their words."""

import pytest

from workbench.excel import measure


def test_that_wide_letters_need_more_room():
    assert measure.text_width("Щ", 10) > measure.text_width("i", 10)


def test_that_bold_needs_more_room():
    assert measure.text_width("план", 10, bold=True) > measure.text_width("план", 10)


def test_that_room_grows_with_the_size():
    assert measure.text_width("план", 20) == pytest.approx(2 * measure.text_width("план", 10))


def test_that_signs_of_other_scripts_have_a_width():
    assert measure.text_width("漢", 10) > measure.text_width("ő", 10) > 0


@pytest.mark.parametrize(
    ("words", "count"),
    [("", 1), ("слово", 1), ("слово " * 10, 4), ("раз\nдва\nтри", 3), ("раз\n\nтри", 3)],
)
def test_that_lines_are_counted_in_a_column_of_twenty(words, count):
    assert measure.lines(words.strip(), 20, 10) == count


def test_that_a_word_longer_than_the_column_takes_several_lines():
    assert measure.lines("а" * 100, 10, 10) > 5


def test_that_a_word_that_fits_stays_on_one_line():
    words = "Квалифицированные лиды"
    assert measure.lines(words, measure.characters(words, 10), 10) == 1


def test_that_a_narrow_column_still_has_lines():
    assert measure.lines("abc", 0.1, 10) >= 1


def test_that_more_lines_are_higher():
    assert measure.height(3, 10) > measure.height(2, 10) > measure.height(1, 10)


def test_that_a_height_is_in_quarters_of_a_point():
    assert (measure.height(3, 11) * 4).is_integer()


def test_that_a_short_sheet_fits_one_page():
    assert measure.fits_one_page([20.0] * 5, [15.0] * 30)


def test_that_a_long_sheet_does_not_fit_one_page():
    assert not measure.fits_one_page([20.0] * 5, [15.0] * 80)


def test_that_nothing_fits_one_page():
    assert measure.fits_one_page([], [])
