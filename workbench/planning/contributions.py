"""A goal taken apart by who and what makes it: by channel and by person."""

from __future__ import annotations

import math
from dataclasses import dataclass

from workbench.base.texts import text
from workbench.document.kpi import Kpi, Period
from workbench.document.metric import Metric
from workbench.document.plan import Goal, Scenario, ScenarioValues
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.control import Control
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class ChannelPart:
    """What a channel makes of the goal, as a share and as a value; no channel is the rest."""

    channel: Key | None
    share: Result
    value: Result


@dataclass(frozen=True, slots=True)
class Quota:
    """What one person brings of a KPI in each of its periods."""

    metric: Key
    period: Period
    value: Result


@dataclass(frozen=True, slots=True)
class PersonPart:
    """One person of a role: the goal, where the role answers for it, and its own volumes."""

    role: Key
    people: float
    goal: Result | None
    quotas: tuple[Quota, ...]


def by_channel(forecast: Forecast, goal: Goal) -> tuple[ChannelPart, ...]:
    """The goal by channel, what comes through none of them last; the shares add up to one.

    A channel makes what the plan would lose if nothing came in through it. Channels that act one
    after another lose the same deals twice, so losses beyond the whole are scaled down to it.
    """
    whole = _whole(forecast, goal.metric)
    losses = {
        channel.key: whole if isinstance(whole, Problem) else _loss(forecast, goal, channel.key)
        for channel in forecast.project.channels
    }
    if not losses:
        return ()
    known = {key: loss for key, loss in losses.items() if not isinstance(loss, Problem)}
    lost = math.fsum(known.values())
    scale = 1 / lost if lost > 1 else 1.0
    shares: dict[Key | None, Result] = {
        key: loss if isinstance(loss, Problem) else loss * scale for key, loss in losses.items()
    }
    shares[None] = whole if isinstance(whole, Problem) else max(0.0, 1 - lost * scale)
    return tuple(
        ChannelPart(key, share, share if isinstance(share, Problem) else share * goal.value)
        for key, share in shares.items()
    )


def _whole(forecast: Forecast, metric: Key) -> Result:
    """What the plan gives, if it can be split by channel."""
    if forecast.project.metric(metric).over_time not in ("sum", "last"):
        return Problem(text("a ratio does not come through channels; its parts do"), metric)
    total = forecast.totals[metric]
    if isinstance(total, Problem) or total > 0:
        return total
    return Problem(text("the plan gives nothing that could be split"), metric)


def _loss(forecast: Forecast, goal: Goal, channel: Key) -> Result:
    """The share of the result that is gone without a channel, from 0 to 1."""
    closed = dict.fromkeys(_volumes(forecast, channel), 0.0)
    if not closed:
        return 0.0
    given: ScenarioValues = dict(forecast.scenario.values) if forecast.scenario else {}
    rest = Scenario(key="without", name="…", values={**given, **closed})
    without = calculate(forecast.project, rest, forecast.model).totals[goal.metric]
    whole = forecast.totals[goal.metric]
    if isinstance(without, Problem) or isinstance(whole, Problem):
        return without if isinstance(without, Problem) else whole
    share = 1 - without / whole
    return min(1.0, share) if share > _DUST else 0.0


def _volumes(forecast: Forecast, channel: Key) -> list[Key]:
    """What comes in through a channel: its counts and budgets that are typed in, else its stages.

    A price or a conversion is none: without it there would be no number at all.
    """
    own = [metric for metric in forecast.project.metrics if metric.channel == channel]
    inputs = [metric.key for metric in own if not metric.is_computed and _is_volume(metric)]
    return inputs or [metric.key for metric in own if metric.kind == "stage"]


def _is_volume(metric: Metric) -> bool:
    budget = metric.unit == "money" and metric.over_time == "sum"
    return budget or (metric.unit == "count" and metric.over_time != "ratio")


def by_person(forecast: Forecast, goal: Goal, control: Control) -> tuple[PersonPart, ...]:
    """What falls to one person of each role of the staff that answers for the goal or moves it.

    Quotas are the plans of the role's own volumes, or the average month of the forecast. A role
    that has neither has nothing to be asked for in numbers.
    """
    movers = {lever.owner for lever in control.levers(goal.metric)}
    answering = {
        kpi.role for kpi in forecast.project.kpis_of_metric(goal.metric) if kpi.is_measured
    }
    found = (
        _person(forecast, goal, role, answers=role.key in answering)
        for role in forecast.project.roles
        if role.employment == "staff" and role.key in movers | answering
    )
    return tuple(part for part in found if part.goal is not None or part.quotas)


def _person(forecast: Forecast, goal: Goal, role: Role, *, answers: bool) -> PersonPart:
    metric = forecast.project.metric(goal.metric)
    kpis = [kpi for kpi in forecast.project.kpis_of_role(role.key) if kpi.is_measured]
    quotas = tuple(
        _quota(forecast, role, kpi)
        for kpi in kpis
        if kpi.metric != goal.metric and _is_quota(forecast.project.metric(kpi.metric))
    )
    whole = _each(goal.value, role) if _is_shared_out(metric) else goal.value
    return PersonPart(role.key, role.people, whole if answers else None, quotas)


def _quota(forecast: Forecast, role: Role, kpi: Kpi) -> Quota:
    if kpi.plan is not None:
        return Quota(kpi.metric, kpi.period or "month", _each(kpi.plan, role))
    average = forecast.monthly(kpi.metric)
    each = average if isinstance(average, Problem) else _each(average, role)
    return Quota(kpi.metric, "month", each)


def _is_quota(metric: Metric) -> bool:
    """Whether a person can be asked for so much of it: a budget or a cost is no quota."""
    return _is_shared_out(metric) and metric.better == "higher"


def _is_shared_out(metric: Metric) -> bool:
    """Whether several people make it together, each a part: a count or an amount, no ratio."""
    return not metric.is_share and metric.over_time in ("sum", "last")


def _each(value: float, role: Role) -> Result:
    if role.people <= 0:
        return Problem(text("there is nobody in the role “{role}” yet", role=role.name))
    return value / role.people
