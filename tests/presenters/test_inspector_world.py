from __future__ import annotations

import pytest

from workbench.base.languages import language
from workbench.presenters.inspector.world import (
    COUNTRIES,
    CURRENCIES,
    country_options,
    currency_options,
)


def test_that_every_country_offered_has_a_holiday_calendar() -> None:
    import holidays

    known = set(holidays.list_supported_countries(include_aliases=False))
    assert set(COUNTRIES) <= known


@pytest.mark.parametrize("code", ["ru", "en"])
def test_that_countries_and_currencies_have_names(code: str) -> None:
    countries, currencies = (
        country_options(language(code), ""),
        currency_options(language(code), ""),
    )
    assert len(countries) == len(COUNTRIES)
    assert len(currencies) == len(CURRENCIES)
    assert all(option.text != option.id for option in countries)
    assert all(option.about for option in currencies)


def test_that_a_code_from_a_file_is_offered_too() -> None:
    assert country_options(language("en"), "XX")[0].id == "XX"
