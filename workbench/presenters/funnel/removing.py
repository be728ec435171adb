"""Deleting metrics and arrows, so that what loses its formula keeps its numbers."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.document.edits.edit import Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.wiring import Disconnect, RemoveMetrics
from workbench.planning.forecast import Forecast
from workbench.presenters.funnel.picture import Link


def removal(forecast: Forecast, keys: Iterable[Key]) -> Edit:
    """The edit that deletes metrics with their arrows."""
    gone = tuple(keys)
    names = tuple(forecast.project.metric(key).name for key in gone)
    return RemoveMetrics(frozenset(gone), forecast.known, names)


def arrow_removal(forecast: Forecast, link: Link) -> Edit:
    """The edit that deletes an arrow, whatever it means."""
    if link.metric is not None:
        return removal(forecast, (link.metric,))
    if link.line == "guard":
        return _unguarding(forecast.project, link)
    return Disconnect(link.source, link.target, forecast.known)


def _unguarding(project: Project, link: Link) -> Edit:
    standard = project.metric(link.source)
    kept = tuple(key for key in standard.guards if key != link.target)
    return ChangeMetric(standard.key, {"guards": kept}, standard.name)
