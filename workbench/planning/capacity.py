"""What the team can really deliver: the plan with each volume capped by those who handle it.

Where a role has more work than its people can do in a month, the mix of its work stays as planned
and it does as much of each as there are people for. What it does not do is missing from everything
computed from it, in the same month or later.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.staffing_plan import StaffingPlan, staffing_plan

_DUST = 1e-9
Caps = dict[Key, list[float]]


@dataclass(frozen=True, slots=True)
class Gap:
    """A metric over the whole plan: as planned, and as the team can deliver it."""

    metric: Key
    planned: Result
    deliverable: Result
    role: Key | None = None

    @property
    def share(self) -> float | None:
        """Deliverable ÷ planned, where that makes sense."""
        if isinstance(self.planned, Problem) or isinstance(self.deliverable, Problem):
            return None
        return self.deliverable / self.planned if self.planned else None


class Delivery:
    """A forecast held against the people there are, or against them and those to be hired."""

    def __init__(self, planned: Forecast, *, hiring: bool = False) -> None:
        self.planned = planned
        self._hiring = hiring
        roles = (role for role in planned.project.roles if role.capacity)
        self._plans = {role.key: staffing_plan(planned, role) for role in roles}

    @cached_property
    def forecast(self) -> Forecast:
        """What can be delivered."""
        return self._capped(self.limited)

    @cached_property
    def limited(self) -> tuple[Key, ...]:
        """The roles with more work than they can do in some month."""
        return tuple(key for key in self._plans if self._caps([key]))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What each role handles, role by role in the order of the project."""
        return tuple(
            self._gap(capacity.metric, key)
            for key, plan in self._plans.items()
            for capacity in plan.role.capacity
        )

    def gap(self, metric: Key) -> Gap:
        """One metric, such as that of the goal."""
        return self._gap(metric, None)

    def bottleneck(self, metric: Key) -> Key | None:
        """The role whose relief brings a metric most; None where nobody holds it back.

        Where each of several holds the same back, the one that does so most when alone.
        """
        ranks = {key: self._held_back(key, metric) for key in self.limited}
        key = max(ranks, key=lambda one: ranks[one], default=None)
        return key if key is not None and max(ranks[key]) > 0 else None

    def _held_back(self, role: Key, metric: Key) -> tuple[float, float]:
        """What a role holds back while the others hold back too, and what it does alone."""
        better = -1.0 if self.planned.project.metric(metric).better == "lower" else 1.0
        others = [key for key in self.limited if key != role]
        relieved, alone = self._capped(others), self._capped([role])
        return (
            better * _difference(relieved.totals[metric], self.forecast.totals[metric]),
            better * _difference(self.planned.totals[metric], alone.totals[metric]),
        )

    def _gap(self, metric: Key, role: Key | None) -> Gap:
        return Gap(metric, self.planned.totals[metric], self.forecast.totals[metric], role)

    def _capped(self, roles: Collection[Key]) -> Forecast:
        caps = self._caps(roles)
        if not caps:
            return self.planned
        planned = self.planned
        return calculate(planned.project, planned.scenario, planned.model, ceilings=caps)

    def _caps(self, roles: Collection[Key]) -> Caps:
        found: Caps = {}
        for key in roles:
            plan = self._plans[key]
            shares = _done(plan, plan.available if self._hiring else plan.available_now)
            for capacity in plan.role.capacity if shares else ():
                _lower(found, capacity.metric, self.planned.values[capacity.metric], shares)
        return found


def deliverable(planned: Forecast, *, hiring: bool = False) -> Forecast:
    """What the people there are can deliver of a forecast; with `hiring` also those to be hired."""
    return Delivery(planned, hiring=hiring).forecast


def _done(plan: StaffingPlan, available: tuple[float, ...]) -> Mapping[int, float]:
    """The share of the work that is done, by the months in which not all of it is."""
    return {
        month: people / load
        for month, (load, people) in enumerate(zip(plan.load.months, available, strict=True))
        if not isinstance(load, Problem) and load > people + _DUST
    }


def _lower(
    caps: Caps, metric: Key, planned: tuple[Result, ...], shares: Mapping[int, float]
) -> None:
    """Let a metric be no more than a share of the plan, month by month."""
    most = caps.setdefault(metric, [math.inf] * len(planned))
    for month, share in shares.items():
        volume = planned[month]
        if not isinstance(volume, Problem):
            most[month] = min(most[month], volume * share)


def _difference(one: Result, other: Result) -> float:
    """How much more one is than the other; nothing where that cannot be said."""
    if isinstance(one, Problem) or isinstance(other, Problem):
        return 0.0
    found = one - other
    return found if abs(found) > _DUST * max(abs(one), abs(other)) else 0.0
