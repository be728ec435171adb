"""What is assumed for one calculation: a scenario, and values given beside it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable

from workbench.base.errors import WorkbenchError
from workbench.base.numbers import NotANumber, read_number
from workbench.base.texts import Text, plural, text
from workbench.document.metric import Metric
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.document.value import validated
from workbench.formula.parser import stored
from workbench.formula.syntax import FormulaError, metrics_in
from workbench.planning.naming import metric_called

_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)


class CannotAssume(WorkbenchError):
    """A value that does not fit the project."""


def assumed(
    project: Project, scenario: Scenario | None, given: Iterable[tuple[str, str]]
) -> Scenario | None:
    """The scenario with the inputs given as (key, words) put over its own values.

    Words are a number with a decimal point, or one number a month with commas between them, in
    brackets or not. Raises `CannotAssume` or `NobodyCalled`.
    """
    values = {}
    for word, words in given:
        metric = _input(project, word)
        values[metric.key] = _value(project, metric, words)
    if not values:
        return scenario
    own = dict(scenario.values) if scenario else {}
    name = {"key": scenario.key, "name": scenario.name} if scenario else _UNNAMED
    return validated(Scenario, {**name, "values": own | values})


_UNNAMED = {"key": "given", "name": "…"}


def _input(project: Project, key: str) -> Metric:
    metric = metric_called(project, key)
    if metric.formula is not None:
        raise CannotAssume(_computed(metric.key, metric.formula))
    return metric


def _computed(key: str, formula: str) -> Text:
    """Setting a result would tear it from its formula; its inputs can be set."""
    try:
        mentioned = ", ".join(sorted(metrics_in(stored(formula)) - {key}))
    except FormulaError:
        mentioned = ""
    return text(
        "“{key}” is computed as {formula}; set what it depends on: {inputs}",
        key=key,
        formula=formula,
        inputs=mentioned or "—",
    )


def _value(project: Project, metric: Metric, words: str) -> float | tuple[float | None, ...]:
    listed = words.startswith("[")
    if not listed and "," not in words:
        return number_for(metric, words)
    months = project.calendar.months
    parts = _json_list(metric, words) if listed else words.split(",")
    if len(parts) != months:
        message = plural(
            "“{key}” is given {n} value, but the plan has {months} months",
            "“{key}” is given {n} values, but the plan has {months} months",
            len(parts), key=metric.key, months=months,
        )  # fmt: skip
        raise CannotAssume(message)
    return tuple(None if part is None else number_for(metric, part) for part in parts)


def _json_list(metric: Metric, words: str) -> list[str | None]:
    try:
        parts = json.loads(words, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        parts = None
    if not isinstance(parts, list) or not all(p is None or isinstance(p, str) for p in parts):
        message = text(
            "“{key}”: {words} is not a list of numbers", key=metric.key, words=words[:60]
        )
        raise CannotAssume(message)
    return parts


def number_for(metric: Metric, words: str) -> float:
    """A number with a decimal point as a metric's value; 80% is 0.8. Raises `CannotAssume`."""
    words = words.strip()
    try:
        value = float(words) if _PLAIN.fullmatch(words) else read_number(words).share
    except NotANumber as error:
        raise CannotAssume(_of(metric, error.message)) from None
    if not math.isfinite(value):
        raise CannotAssume(_of(metric, text("“{words}” is too large a number", words=words[:60])))
    return value


def _of(metric: Metric, reason: Text) -> Text:
    return text("“{key}”: {reason}", key=metric.key, reason=reason)
