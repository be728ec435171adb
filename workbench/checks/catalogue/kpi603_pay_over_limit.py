"""Pay over its limit

Finds two things. A goal on a payroll, which is money over the plan whose formula has the cost of
roles in it, is a limit: the plan may not cost more. And a scale of a KPI may not pay more than its
cap, nor pay without any limit because it has neither a cap nor points that end it.

What the best case costs has to be known before it is promised: a good month must not be the month
in which the client cannot pay the bonuses.

Cap the scale, agree on a higher limit, or lower the bonuses before they are promised.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from workbench.base.texts import Figure, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.goals import set_goal
from workbench.checks.system import System
from workbench.checks.wording import figure, goal_period, listed, small_percent
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.edits.roles import ChangeRole
from workbench.document.kpi import Kpi, Scale
from workbench.document.plan import Goal
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.completion import most_counted
from workbench.planning.forward import calculate
from workbench.planning.goals import progress
from workbench.planning.levers import beyond
from workbench.planning.pay import best_payout
from workbench.planning.payroll import paid_roles

_CAP = 1.2
_DUST = 1e-9


def find(system: System) -> Iterator[Finding]:
    """Payrolls over their limit, and scales that pay more than they may."""
    for goal in system.project.goals:
        roles = paid_roles(system.forecast, goal.metric)
        if roles and system.metric(goal.metric).better != "higher":
            yield from _over(system, goal, roles)
    for kpi in system.measured:
        if kpi.weight and system.role(kpi.role).bonus:
            yield from _generous(system, kpi)


def _over(system: System, limit: Goal, roles: frozenset[Key]) -> Iterator[Finding]:
    metric, plan = system.metric(limit.metric), progress(system.forecast, limit).forecast
    if isinstance(plan, Problem) or plan <= limit.value * (1 + _DUST) or not limit.value > 0:
        return
    yield Finding(
        "warning",
        text(
            "“{metric}” is over its limit: {plan} instead of {limit} {period}, {gap} more",
            metric=metric.name,
            plan=figure(plan, metric, system.project),
            limit=figure(limit.value, metric, system.project),
            period=goal_period(limit),
            gap=small_percent(plan / limit.value - 1),
        ),
        metric=metric.key,
        place="plan",
        basis=(limit.value, limit.period, round(plan / limit.value - 1, 1)),
        mends=(_higher_limit(system, limit, plan), *_lower_bonuses(system, limit, plan, roles)),
    )


def _higher_limit(system: System, limit: Goal, plan: float) -> Mend:
    value, metric = beyond(plan, upwards=True), system.metric(limit.metric)
    title = text(
        "Raise the limit of “{metric}” to {value}",
        metric=metric.name, value=figure(value, metric, system.project),
    )  # fmt: skip
    return set_goal(system, limit, value, title)


def _lower_bonuses(
    system: System, limit: Goal, plan: float, keys: frozenset[Key]
) -> Iterator[Mend]:
    """Bonuses cut alike as far as the limit asks; none where even without them it is passed."""
    roles = tuple(role for role in system.project.roles if role.key in keys and role.bonus)
    bare = _without_bonuses(system, limit, roles)
    if not roles or bare is None or not bare < limit.value < plan:
        return
    part = (limit.value - bare) / (plan - bare)
    edits = tuple(
        ChangeRole(role.key, {"bonus": beyond(role.bonus * part, upwards=False)}, role.name)
        for role in roles
    )
    yield Mend(
        text(
            "Lower the bonuses to {part} of what they are: {roles}",
            part=Figure(math.floor(part * 100) / 100, "percent"),
            roles=listed(role.name for role in roles),
        ),
        edits,
        text("Bonuses that were promised have to be agreed on anew"),
    )


def _without_bonuses(system: System, limit: Goal, roles: tuple[Role, ...]) -> float | None:
    """What the limited metric would be if these roles had no bonus."""
    bare = {role.key: role.having(bonus=0.0) for role in roles}
    project = system.project.having(
        roles=tuple(bare.get(role.key, role) for role in system.project.roles)
    )
    found = progress(calculate(project), limit).forecast
    return None if isinstance(found, Problem) else found


def _generous(system: System, kpi: Kpi) -> Iterator[Finding]:
    scale, names = kpi.scale, system.names(metric=kpi.metric, role=kpi.role)
    best = best_payout(scale, most_counted(kpi, system.metric(kpi.metric)))
    if best is None:
        message = text(
            "The scale of “{metric}” pays {role} without any limit: it has no cap", **names
        )
        edits = {"scale": scale.having(cap=_CAP)}
        title = text("Count completion up to {cap}", cap=Figure(_CAP, "percent"))
    elif scale.cap is not None and best > scale.cap + _DUST:
        cap = Figure(scale.cap, "percent")
        message = text(
            "The scale of “{metric}” pays {role} up to {best} of the bonus, its cap is {cap}",
            best=Figure(best, "percent"), cap=cap, **names,
        )  # fmt: skip
        edits = {"scale": _capped(scale, scale.cap)}
        title = text("Pay no more than {cap} of the bonus", cap=cap)
    else:
        return
    yield Finding(
        "hint" if scale == Scale() else "warning",  # nobody has agreed on a scale yet
        message,
        metric=kpi.metric,
        role=kpi.role,
        basis=(scale.kind, scale.points, scale.threshold, scale.cap),
        mends=(Mend(title, (ChangeKpi(*kpi.place, edits, names["metric"]),)),),
    )


def _capped(scale: Scale, cap: float) -> Scale:
    return scale.having(points=tuple((done, min(paid, cap)) for done, paid in scale.points))


CHECK = Check("KPI603", find, __doc__)
