"""Why a metric has no number, in one sentence: what, where it began, and in which months."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.base.languages import Language
from workbench.base.texts import Text, joined, plural, text
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast

_MOST_NAMES, _MOST_REASONS = 3, 5


def all_reasons(forecast: Forecast, language: Language) -> Text | None:
    """Which metrics have no number and why, or None where every number is there.

    Metrics with the same reason stand together; those that only depend on others are counted.
    """
    origins, dependent = _origins(forecast, language)
    if not origins:
        return None
    parts = [
        text("{names} – {reason}", names=_names(names), reason=why)
        for why, names in list(origins.items())[:_MOST_REASONS]
    ]
    left = sum(len(names) for names in list(origins.values())[_MOST_REASONS:])
    return text("without a number: {parts}", parts=joined([*parts, *_rest(left, dependent)], "; "))


def _origins(forecast: Forecast, language: Language) -> tuple[dict[Text, list[str]], int]:
    """The names of the metrics where problems begin, by reason, and how many depend on them."""
    origins: dict[Text, list[str]] = {}
    dependent = 0
    told: set[str] = set()
    for metric in forecast.project.metrics:
        problem, why = forecast.problem(metric.key), reason(forecast, metric.key, language)
        if problem is None or why is None or metric.key in told:
            continue
        if problem.metric in ("", metric.key):
            origins.setdefault(why, []).append(metric.name)
            # The reason of one metric in a circle names the others.
            told.update(forecast.model.order.loop_of(metric.key) or ())
        else:
            dependent += 1
    return origins, dependent


def _rest(left: int, dependent: int) -> list[Text]:
    found = []
    if left:
        found.append(plural("and {n} more metric", "and {n} more metrics", left))
    if dependent:
        found.append(
            plural(
                "and {n} metric that depends on these",
                "and {n} metrics that depend on these",
                dependent,
            )
        )
    return found


def _names(names: Sequence[str]) -> Text:
    some = joined([text("“{name}”", name=name) for name in names[:_MOST_NAMES]])
    left = len(names) - _MOST_NAMES
    if left <= 0:
        return some
    return plural("{names} and {n} more", "{names} and {n} more", left, names=some)


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
