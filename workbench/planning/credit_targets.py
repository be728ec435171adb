"""What the goal asks of each KPI when what the plan lacks is divided by credit.

The rule of the product: what the plan lacks to the goal is divided over channels, roles or stages
by their part of the credited revenue. What falls to one of them is divided equally over its KPIs
that move the goal: of a channel those of its metrics, of a stage the stage itself and the
conversions into it, of a role those it is measured by. Each KPI makes its part up alone: the goal
is computed once more with the metric a hundredth larger in every month, and what that brings says
by how much the metric has to change. So all targets together close the gap, as far as the goal
follows its metrics in proportion. Where the plan reaches the goal already, nothing more is asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import text
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal, Scenario
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.credit import Credit
from workbench.planning.credit_rules import By
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.goals import MONTHS, progress

_STEP = 0.01
_DUST = 1e-12


@dataclass(frozen=True, slots=True)
class CreditTarget:
    """A KPI of a credited key: what the plan gives in its period, and what the goal asks for.

    `part` is what it has to bring of the goal, in the goal's unit; a target that cannot be is a
    problem with its reason.
    """

    key: Key
    kpi: Kpi
    now: Result
    part: float
    target: Result


@dataclass(frozen=True, slots=True)
class CreditTargets:
    """What the plan lacks, zero where it lacks nothing; `idle` keys have no KPI that could help."""

    goal: Goal
    gap: float
    targets: tuple[CreditTarget, ...]
    idle: tuple[Key, ...]


def credit_targets(forecast: Forecast, goal: Goal, found: Credit) -> CreditTargets | Problem:
    """The targets that follow from credit; a problem where there is no goal to divide."""
    if not found.credited:
        return Problem(text("no revenue is credited to anything yet"))
    reached = progress(forecast, goal).forecast
    if isinstance(reached, Problem):
        return reached
    lower = forecast.project.metric(goal.metric).better == "lower"
    lack = goal.value - reached
    gap = min(lack, 0.0) if lower else max(lack, 0.0)
    return _Dividing(forecast, goal, gap).by(found)


def kpis_of(project: Project, by: By, key: Key) -> tuple[Kpi, ...]:
    """The KPIs of a channel, a role or a stage; of one metric only that of who answers first."""
    if by == "role":
        return tuple(kpi for kpi in project.kpis_of_role(key) if kpi.is_measured)
    if by == "channel":
        metrics = [one.key for one in project.metrics if one.channel == key]
    else:
        metrics = [one.key for one in project.metrics if key in (one.key, one.to_stage)]
    first = (next(iter(project.kpis_of_metric(metric)), None) for metric in metrics)
    return tuple(kpi for kpi in first if kpi is not None and kpi.is_measured)


class _Dividing:
    """One gap on its way to targets; what a metric brings is computed once."""

    def __init__(self, forecast: Forecast, goal: Goal, gap: float) -> None:
        self._forecast = forecast
        self._goal = goal
        self._gap = gap
        self._effects: dict[Key, Result] = {}
        self._beneath = forecast.beneath(goal.metric)

    def by(self, found: Credit) -> CreditTargets:
        """The targets of every key that is credited with anything."""
        targets: list[CreditTarget] = []
        idle: list[Key] = []
        for key in found.shares:
            part = found.part(key)
            kpis = kpis_of(self._forecast.project, found.by, key) if part else ()
            helpful = [kpi for kpi in kpis if not isinstance(self._effect(kpi.metric), Problem)]
            if part and not helpful:
                idle.append(key)
            share = self._gap * part / len(helpful) if helpful else 0.0
            targets.extend(self._target(key, kpi, share) for kpi in kpis)
        return CreditTargets(self._goal, self._gap, tuple(targets), tuple(idle))

    def _target(self, key: Key, kpi: Kpi, part: float) -> CreditTarget:
        now, effect = self._now(kpi), self._effect(kpi.metric)
        if isinstance(now, Problem):
            return CreditTarget(key, kpi, now, 0.0, now)
        if isinstance(effect, Problem):
            return CreditTarget(key, kpi, now, 0.0, effect)
        wanted = now * (1 + part / effect)
        return CreditTarget(key, kpi, now, part, self._possible(kpi, wanted))

    def _possible(self, kpi: Kpi, wanted: float) -> Result:
        metric = self._forecast.project.metric(kpi.metric)
        if metric.is_arrow and metric.is_share and wanted > 1:
            return Problem(text("more than 100 % would be needed"), kpi.metric)
        if wanted < 0:
            return Problem(text("less than nothing would be needed"), kpi.metric)
        return wanted

    def _now(self, kpi: Kpi) -> Result:
        """What the plan gives for the period of the KPI, a month where it has none."""
        total = self._forecast.totals[kpi.metric]
        metric = self._forecast.project.metric(kpi.metric)
        if isinstance(total, Problem) or metric.over_time != "sum":
            return total
        return total / self._forecast.project.calendar.months * MONTHS[kpi.period or "month"]

    def _effect(self, metric: Key) -> Result:
        """What the goal gains when a metric is twice as large, taken from a small step."""
        if metric not in self._effects:
            self._effects[metric] = self._computed(metric)
        return self._effects[metric]

    def _computed(self, metric: Key) -> Result:
        if metric not in self._beneath:
            return Problem(text("does not move the goal"), metric)
        raised: list[float] = []
        for value in self._forecast.values[metric]:
            if isinstance(value, Problem):
                return value
            raised.append(value * (1 + _STEP))
        given = self._forecast.scenario.values if self._forecast.scenario else {}
        step = Scenario(key="step", name="step", values={**given, metric: tuple(raised)})
        project = self._forecast.project
        before = progress(self._forecast, self._goal).forecast
        after = progress(calculate(project, step, self._forecast.model), self._goal).forecast
        if isinstance(before, Problem) or isinstance(after, Problem):
            return before if isinstance(before, Problem) else after
        if abs(after - before) <= _DUST * max(abs(after), abs(before)):
            return Problem(text("does not move the goal"), metric)
        return (after - before) / _STEP
