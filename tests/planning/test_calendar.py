import pytest

from workbench.formula.values import Problem
from workbench.planning.calendar import working_days


@pytest.mark.parametrize(
    ("month", "days"),
    [("2024-01", 17), ("2024-04", 21), ("2024-05", 20), ("2024-11", 21), ("2025-05", 18)],
)
def test_that_moved_holidays_of_russia_are_known(month, days):
    assert working_days("RU", month) == days


def test_that_another_country_has_other_days():
    assert working_days("US", "2027-01") == 19


@pytest.mark.parametrize("country", ["XX", "ru", "Россия", "1"])
def test_that_an_unknown_country_is_a_problem(country):
    found = working_days(country, "2027-01")
    assert isinstance(found, Problem)
    assert f"“{country}”" in str(found.reason)


def test_that_a_calendar_without_a_country_is_a_problem():
    assert isinstance(working_days("", "2027-01"), Problem)
