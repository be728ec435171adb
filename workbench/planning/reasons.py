"""Why a metric has no number, in one sentence: what, where it began, and in which months."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast


def reason(forecast: Forecast, metric: str, language: Language) -> Text | None:
    """The problem of a metric with its months, or None where every month and the total are there.

    The language is that of the names of the months.
    """
    problem = forecast.problem(metric)
    if problem is None:
        return None
    what = _with_origin(problem, forecast, metric)
    months = _months(forecast, metric, language)
    if months is None:
        return what
    return text("{reason} ({months})", reason=what, months=months)


def _with_origin(problem: Problem, forecast: Forecast, metric: str) -> Text:
    if problem.metric in ("", metric):
        return problem.reason
    name = forecast.project.metric(problem.metric).name
    return text("“{metric}”: {reason}", metric=name, reason=problem.reason)


def _months(forecast: Forecast, metric: str, language: Language) -> Text | str | None:
    """The months without a number; None when it is all of them."""
    series = forecast.values[metric]
    missing = [at for at, result in enumerate(series) if isinstance(result, Problem)]
    if not missing:
        return text("in the total")
    if len(missing) == len(series):
        return None
    names = [language.month(month) for month in forecast.project.calendar.all_months]
    spans = [names[a] if a == b else f"{names[a]} – {names[b]}" for a, b in _runs(missing)]
    return ", ".join(spans)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as (first, last)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
