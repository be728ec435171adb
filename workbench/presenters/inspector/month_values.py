"""Values by month: shown as a grid, filled from a month on, spread out and drawn together."""

from __future__ import annotations

from itertools import groupby

from workbench.document.metric import Metric
from workbench.formula.values import Problem, Result
from workbench.presenters.inspector.rows import MonthCell, MonthsRow
from workbench.presenters.inspector.subject import Subject

Listed = tuple[float | None, ...]


def months_row(subject: Subject) -> MonthsRow:
    """The months of the plan by year; values beyond its end are kept, unseen."""
    metric, calendar = subject.metric, subject.project.calendar
    cells = zip(calendar.all_months, as_list(metric, calendar.months), strict=False)
    years = groupby(cells, key=lambda cell: cell[0][:4])
    return MonthsRow(
        key="months",
        years=tuple(
            (year, tuple(MonthCell(_caption(subject, month), value) for month, value in group))
            for year, group in years
        ),
        share=metric.is_share,
        currency=subject.project.client.currency if metric.unit == "money" else "",
    )


def as_list(metric: Metric, months: int) -> Listed:
    """The value as a list at least as long as the plan."""
    if isinstance(metric.value, tuple):
        return (*metric.value, *(None,) * (months - len(metric.value)))
    return (metric.value,) * months


def filled(metric: Metric, month: int, values: Listed, months: int) -> Listed:
    """The list with values put in from a month on, as far as the plan goes."""
    listed = list(as_list(metric, months))
    fitting = values[: max(0, months - month)]
    listed[month : month + len(fitting)] = fitting
    return tuple(listed)


def constant_of(metric: Metric, monthly: Result) -> float | None:
    """One value for a list: the average month, or the first that is there."""
    if not isinstance(monthly, Problem):
        return monthly
    listed = metric.value if isinstance(metric.value, tuple) else ()
    return next((value for value in listed if value is not None), None)


def _caption(subject: Subject, month: str) -> str:
    return subject.language.month(month).rsplit(" ", 1)[0]
