"""Deleting metrics and arrows, so that what loses its formula keeps its numbers."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.document.edits.edit import Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.formula.wiring import Disconnect, Known, RemoveMetrics
from workbench.planning.forecast import Forecast
from workbench.presenters.funnel.picture import Link


def removal(forecast: Forecast, keys: Iterable[Key]) -> Edit:
    """The edit that deletes metrics with their arrows."""
    gone = tuple(keys)
    names = tuple(forecast.project.metric(key).name for key in gone)
    return RemoveMetrics(frozenset(gone), known_values(forecast), names)


def arrow_removal(forecast: Forecast, link: Link) -> Edit:
    """The edit that deletes an arrow, whatever it means."""
    if link.metric is not None:
        return removal(forecast, (link.metric,))
    if link.line == "guard":
        return _unguarding(forecast.project, link)
    return Disconnect(link.source, link.target, known_values(forecast))


def known_values(forecast: Forecast) -> Known:
    """What each computed metric is worth now: one number, or one a month where they differ."""
    found: dict[Key, object] = {}
    for key in forecast.model.trees:
        months = forecast.values[key]
        numbers = tuple(None if isinstance(value, Problem) else value for value in months)
        known = {number for number in numbers if number is not None}
        if known:
            found[key] = numbers[0] if len(set(numbers)) == 1 else numbers
    return found


def _unguarding(project: Project, link: Link) -> Edit:
    standard = project.metric(link.source)
    kept = tuple(key for key in standard.guards if key != link.target)
    return ChangeMetric(standard.key, {"guards": kept}, standard.name)
