"""The pay budget over the months: bars of what is shown, with the base as a line beside it."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.base.texts import text
from workbench.formula.values import Problem, Result
from workbench.planning.pay_budget import PayBudget
from workbench.presenters.charts import MonthsPicture, Series
from workbench.presenters.plan.pay.words import Words
from workbench.presenters.scale import scale

_LETTERS = 3


def months_chart(shown: PayBudget, base: PayBudget, words: Words) -> MonthsPicture:
    """What the department is paid in each month, with payroll tax."""
    titles = tuple(words.language.month(month) for month in words.project.calendar.all_months)
    bars = (_series(shown, words),)
    lines = (_series(base, words, color="muted", dashed=True),) if shown is not base else ()
    values = [value for series in (*bars, *lines) for value in series.values]
    return MonthsPicture(
        tuple(title[:_LETTERS] for title in titles),
        titles,
        scale(values, words.language.short),
        bars,
        lines,
    )


def _series(budget: PayBudget, words: Words, *, color: str = "", dashed: bool = False) -> Series:
    totals = [line.total for line in budget.months]
    name = budget.scenario.name if budget.scenario else words.say(text("Base"))
    said = tuple(_said(total, words) for total in totals)
    return Series(name, tuple(_numbers(totals)), said, color, dashed=dashed)


def _numbers(results: Iterable[Result]) -> Iterable[float | None]:
    return (None if isinstance(result, Problem) else result for result in results)


def _said(result: Result, words: Words) -> str:
    if isinstance(result, Problem):
        return words.say(words.reason(result))
    return words.priced(result)
