"""Whom to hire and when: the load of a role against the people who are there, month by month.

People leave at an even pace, vacation and illness take a share of the time, and somebody hired
gives full output only after the ramp. Where the people do not suffice, whole people are hired so
early that they are at full output in the first month that needs them. What the plan asks of a role
stands: that more people may make more work of their own is said by `makes_own_work`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.base.texts import text
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.syntax import metrics_in, roles_in
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.ramp import full_work, months_to_full_output, output, staying
from workbench.planning.team import Load, load, vacancies

_DUST = 1e-9
# More new people than this is no plan: it comes from a role that everybody leaves at once.
MOST_HIRED = 100_000


@dataclass(frozen=True)
class StaffingPlan:
    """The people of one role over the plan; months count from 0, the first of the plan."""

    project: Project
    role: Role
    load: Load
    hires: Mapping[int, int] | Problem

    @property
    def months(self) -> range:
        """The months of the plan."""
        return range(self.project.calendar.months)

    @property
    def vacancies(self) -> int | Problem:
        """People missing in the heaviest month; a contractor is not hired."""
        if self.role.employment == "contractor":
            return _not_hired(self.role)
        return vacancies(self.load, self.role)

    @property
    def hired(self) -> Mapping[int, int]:
        """New people by the month they really start in: what is too late begins with the plan."""
        found: dict[int, int] = {}
        for start, people in _known(self.hires).items():
            at = max(0, start)
            found[at] = found.get(at, 0) + people
        return found

    @property
    def hire_by(self) -> Mapping[str, int]:
        """New people by month of start, YYYY-MM, even where it is before the plan."""
        return {
            self.project.calendar.month(at): people for at, people in _known(self.hires).items()
        }

    @property
    def is_late(self) -> bool:
        """Whether somebody should have started before the plan does."""
        return any(start < 0 for start in _known(self.hires))

    @cached_property
    def present(self) -> tuple[float, ...]:
        """People by month, new ones among them, as many as are expected to have stayed."""
        return tuple(present(self.role, self.hired, month) for month in self.months)

    @cached_property
    def available(self) -> tuple[float, ...]:
        """How many people's full work they do, by month, with the new people."""
        return tuple(effective(self.role, self.hired, month) for month in self.months)

    @cached_property
    def available_now(self) -> tuple[float, ...]:
        """The same where nobody is hired."""
        return tuple(effective(self.role, {}, month) for month in self.months)

    @property
    def payroll(self) -> tuple[float, ...]:
        """Pay by month: people x (salary + bonus at 100 %), with payroll tax."""
        cost = cost_of_one(self.role)
        return tuple(people * cost for people in self.present)


def staffing_plan(forecast: Forecast, role: Role) -> StaffingPlan:
    """The load of a role in a forecast and whom to hire for it."""
    found = load(forecast, role)
    return StaffingPlan(forecast.project, role, found, _hires(role, found))


def cost_of_one(role: Role) -> float:
    """What one person in a role costs in a month."""
    return (role.salary + role.bonus) * (1 + role.payroll_tax)


def present(role: Role, hired: Mapping[int, int], month: int) -> float:
    """People expected in a month; those of a role without capacity are replaced when they go."""
    if not role.capacity:
        return role.people
    new = (n * staying(role, month - start) for start, n in hired.items() if start <= month)
    return math.fsum((role.people * staying(role, month), *new))


def effective(role: Role, hired: Mapping[int, int], month: int) -> float:
    """How many people's full work a role does in a month, absences and ramps taken off."""
    new = (
        n * staying(role, month - start) * output(role, month - start)
        for start, n in hired.items()
        if start <= month
    )
    there = full_work(role) * (staying(role, month) if role.capacity else 1.0)
    return math.fsum((there, *(one * (1 - role.absence) for one in new)))


def makes_own_work(forecast: Forecast, role: Role) -> bool:
    """Whether what a role handles is computed from its people: more of them make more of it."""
    trees = forecast.model.trees
    seen = {capacity.metric for capacity in role.capacity}
    waiting = list(seen)
    while waiting:
        tree = trees.get(waiting.pop())
        if tree is None:
            continue
        if role.key in roles_in(tree):
            return True
        fresh = metrics_in(tree) - seen
        seen |= fresh
        waiting.extend(fresh)
    return False


def _hires(role: Role, found: Load) -> Mapping[int, int] | Problem:
    """Greedy and so least: whole people wherever those before do not suffice."""
    if role.employment == "contractor":
        return {}
    hires: dict[int, int] = {}
    early = months_to_full_output(role)
    each = staying(role, early) * output(role, early) * (1 - role.absence)
    for month, needed in enumerate(found.months):
        if isinstance(needed, Problem):
            return needed
        gap = needed - effective(role, hires, month)
        if gap <= _DUST:
            continue
        if each <= 0 or gap / each > MOST_HIRED:
            return Problem(text("whoever is hired as {role} leaves too soon", role=role.name))
        hires[month - early] = math.ceil(gap / each - _DUST)
    return hires


def _known(hires: Mapping[int, int] | Problem) -> Mapping[int, int]:
    return {} if isinstance(hires, Problem) else hires


def _not_hired(role: Role) -> Problem:
    return Problem(text("{role} is a contractor and is not hired", role=role.name))
