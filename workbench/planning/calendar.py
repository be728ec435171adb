"""Working days from a maintained calendar of public holidays."""

from __future__ import annotations

from functools import lru_cache

from workbench.base.texts import text
from workbench.formula.values import Problem, Result


@lru_cache(maxsize=512)
def working_days(country: str, month: str) -> Result:
    """The number of working days of a month (YYYY-MM) in a country (ISO code)."""
    if not country:
        return Problem(text("the country of the calendar is not set, so working days are unknown"))
    import calendar
    from datetime import date

    import holidays

    year, number = (int(part) for part in month.split("-"))
    try:
        public = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return Problem(
            text("there is no holiday calendar for the country “{country}”", country=country)
        )
    last = calendar.monthrange(year, number)[1]
    days = (date(year, number, day) for day in range(1, last + 1))
    return float(sum(public.is_working_day(day) for day in days))
