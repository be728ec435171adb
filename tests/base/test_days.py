from datetime import date

import pytest

from workbench.base.days import NotADay, read_day


@pytest.mark.parametrize("words", ["31.01.2027", "31.1.27", "2027-01-31", "31 Jan 2027"])
def test_that_a_day_with_a_year_needs_no_day_near_it(words):
    assert read_day(words) == date(2027, 1, 31)


@pytest.mark.parametrize("words", ["31.01", "31 Jan"])
def test_that_a_day_without_a_year_is_none_where_nothing_is_near(words):
    with pytest.raises(NotADay):
        read_day(words)
