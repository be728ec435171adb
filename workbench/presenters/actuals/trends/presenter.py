"""Which metrics are followed over the months, with plan and fact of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.planning.forecast import Forecast
from workbench.planning.known import Known
from workbench.presenters.actuals.awake import Awake
from workbench.presenters.actuals.difference.trend import Trend, Values
from workbench.presenters.charts import MonthsPicture
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.plan.choice import Choice

_AT_FIRST, _MOST = 6, 12


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A metric that is followed; `note` says where its facts are missing."""

    key: Key
    name: str
    chart: MonthsPicture
    note: str = ""


class TrendsView(Protocol):
    """What can be shown in the tab."""

    def show_trends(self, trends: tuple[TrendLine, ...], more: tuple[Option, ...]) -> None:
        """Show the metrics that are followed, and which others could be."""


class TrendsPresenter(Awake):
    """Works only while its tab can be seen; what was picked is forgotten with the project."""

    def __init__(self, desk: Desk, choice: Choice, view: TrendsView) -> None:
        self._desk = desk
        self._view = view
        self._picked: tuple[Key, ...] | None = None
        super().__init__(choice)
        desk.session.opened.connect(self._on_opened)

    @property
    def shown(self) -> tuple[Key, ...]:
        """The metrics that are followed."""
        known = self._desk.project.metric_by_key
        if self._picked is not None:
            return tuple(key for key in self._picked if key in known)
        return tuple(dict.fromkeys(self._usual()))[:_AT_FIRST]

    def add(self, key: Key) -> None:
        """Follow one more metric."""
        self._picked = tuple(dict.fromkeys((*self.shown, key)))[-_MOST:]
        self._refresh()

    def remove(self, key: Key) -> None:
        """Follow a metric no longer."""
        self._picked = tuple(one for one in self.shown if one != key)
        self._refresh()

    def select(self, key: Key) -> None:
        """Let the inspector show a metric."""
        self._desk.selection.metrics([key])

    def _usual(self) -> Iterator[Key]:
        """The goal first, then KPIs with actuals, then other KPIs."""
        project = self._desk.project
        if self._choice.goal is not None:
            yield self._choice.goal.metric
        entered = {actual.metric for actual in project.actuals}
        measured = [kpi.metric for kpi in project.kpis if kpi.is_measured]
        yield from sorted(measured, key=lambda key: key not in entered)
        yield from (metric.key for metric in project.metrics if metric.kind == "stage")

    def _show(self) -> None:
        plan, shown = self._choice.numbers().chosen, self.shown
        known = Known(plan, plan.project.calendar.months - 1)
        trends = tuple(self._line(key, plan, known) for key in shown)
        more = tuple(
            Option(metric.key, metric.name)
            for metric in plan.project.metrics
            if metric.key not in shown
        )
        self._view.show_trends(trends, more)

    def _line(self, key: Key, plan: Forecast, known: Known) -> TrendLine:
        metric = plan.project.metric(key)
        trend = KnownTrend(plan, metric, self._desk.language, known)
        chart = trend.picture(self._choice.goal)
        bare = all(value is None for value in trend.fact())
        note = self._desk.say(text("no actuals yet")) if bare else ""
        return TrendLine(key, metric.name, chart if metric.over_time == "sum" else lines(chart),
                         note)  # fmt: skip

    def _on_opened(self) -> None:
        self._picked = None


@dataclass(frozen=True)
class KnownTrend(Trend):
    """Its facts are actuals and what follows from these alone, with nothing of the plan."""

    known: Known

    def fact(self) -> Values:
        months = range(self.project.calendar.months)
        return tuple(self.known.value(self.metric.key, at) for at in months)


def lines(picture: MonthsPicture) -> MonthsPicture:
    """Plan and fact as lines: what is no amount of a month has no bar to stand for it."""
    plan, fact = picture.bars
    return replace(picture, bars=(), lines=(replace(plan, pale=False, dashed=True, color="muted"),
                                            fact))  # fmt: skip
