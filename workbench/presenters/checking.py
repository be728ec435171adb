"""The findings of the open project: of the current state, or of the one before while it is checked.

A finding that is shown stays until the next answer is there, so that nothing flickers.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from psygnal import Signal

from workbench.base.texts import Text
from workbench.checks.finding import SEVERITIES, Finding, Severity
from workbench.checks.runner import Report, examine
from workbench.document.session import Session
from workbench.document.value import Key
from workbench.planning.forecast import Forecast
from workbench.presenters.background import Control, Done, Outcome
from workbench.presenters.calculation import Calculation, Update

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Alert:
    """What is wrong with one thing on the screen: the gravest severity, and every sentence."""

    severity: Severity
    messages: tuple[Text, ...]


class Alerts:
    """The open findings by what they are about; accepted ones raise no alert."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._findings = tuple(findings)

    def metric(self, key: Key) -> Alert | None:
        """About a metric, whoever answers for it."""
        return self._by_metric.get(key)

    def metric_itself(self, key: Key) -> Alert | None:
        """About a metric apart from any role."""
        return self._by_place.get((key, None))

    def role(self, key: Key) -> Alert | None:
        """About a role apart from any metric."""
        return self._by_place.get((None, key))

    def cell(self, metric: Key, role: Key) -> Alert | None:
        """About what a role has to do with a metric."""
        return self._by_place.get((metric, role))

    @cached_property
    def _by_metric(self) -> Mapping[Key, Alert]:
        return _grouped((f.metric, f) for f in self._findings if f.metric)

    @cached_property
    def _by_place(self) -> Mapping[tuple[Key | None, Key | None], Alert]:
        return _grouped(((f.metric, f.role), f) for f in self._findings if f.metric or f.role)


class Examination:
    """One round of the checks, to be carried out beside the window; holds its answer."""

    def __init__(self, forecast: Forecast) -> None:
        self.forecast = forecast
        self.report: Report | None = None

    def __call__(self, _control: Control) -> Outcome:
        self.report = examine(self.forecast)
        return Done()


class Checking:
    """Knows the latest findings; `wanted` asks whoever can wait and work for another round."""

    updated = Signal(Report)
    wanted = Signal()

    def __init__(self, session: Session, calculation: Calculation) -> None:
        self._calculation = calculation
        self._checked: Forecast | None = None
        self._failed: Forecast | None = None
        self._report = Report()
        self._alerts = Alerts()
        session.opened.connect(self._on_opened)
        calculation.updated.connect(self._on_updated)

    @property
    def report(self) -> Report:
        """The latest findings."""
        return self._report

    @property
    def alerts(self) -> Alerts:
        """The latest findings by what they are about."""
        return self._alerts

    @property
    def is_current(self) -> bool:
        """Whether the findings are those of the project as it is now."""
        return self._checked is self._calculation.forecast

    @property
    def is_due(self) -> bool:
        """Whether another round makes sense: a state that one has failed for would fail again."""
        return not self.is_current and self._failed is not self._calculation.forecast

    def check(self) -> Report:
        """The findings of the project as it is now, at once."""
        if not self.is_current:
            forecast = self._calculation.forecast
            self._show(forecast, examine(forecast))
        return self._report

    def examination(self) -> Examination:
        """A round for the project as it is now."""
        return Examination(self._calculation.forecast)

    def take(self, examination: Examination) -> None:
        """Show the answer of a round, or ask for another if the project has gone on meanwhile."""
        if examination.forecast is not self._calculation.forecast:
            self.wanted.emit()
        elif examination.report is None:
            self._failed = examination.forecast
        else:
            self._show(examination.forecast, examination.report)

    def _show(self, forecast: Forecast | None, report: Report) -> None:
        self._checked, self._report = forecast, report
        self._alerts = Alerts(report.findings)
        self.updated.emit(report)

    def _on_opened(self) -> None:
        """Nothing that was found about one client is shown beside another.

        The numbers of the new project are still to come.
        """
        self._show(None, Report())

    def _on_updated(self, _update: Update) -> None:
        self.wanted.emit()


def _grouped(findings: Iterable[tuple[K, Finding]]) -> dict[K, Alert]:
    """Alerts by key, their sentences from the gravest to the lightest."""
    found: dict[K, list[Finding]] = {}
    for key, finding in findings:
        found.setdefault(key, []).append(finding)
    return {key: _alert(group) for key, group in found.items()}


def _alert(findings: list[Finding]) -> Alert:
    worst = min(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    return Alert(worst.severity, tuple(finding.message for finding in findings))
