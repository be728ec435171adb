"""How many people are enough in a role, also where more people make more work for themselves."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.base.texts import Figure, Text, plural, text
from workbench.checks.finding import Mend
from workbench.checks.system import System
from workbench.document.edits.roles import ChangeRole
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.syntax import roles_in
from workbench.formula.values import Problem
from workbench.planning.restaffing import load_of

_ROUNDS = 5


def enough(system: System, role: Role) -> int | None:
    """Whole people who can do what the plan then asks of them; None where they never can.

    Calls are made by people: with twice as many there is twice as much to do.
    """
    people = system.loads[role.key].people_needed
    if isinstance(people, Problem):
        return None
    moving = _behind_the_work(system, role)
    if not _mention(system, moving, role):
        return people
    for _ in range(_ROUNDS):
        needed = load_of(system.forecast, _with(role, people), moving).people_needed
        if isinstance(needed, Problem):
            return None
        if needed <= people:
            return people
        people = needed
    return None


def plan_people(system: System, role: Role, people: int) -> Mend:
    """A role planned with so many people."""
    return Mend(
        plural("Plan {n} person as {role}", "Plan {n} people as {role}", people, role=role.name),
        (ChangeRole(role.key, {"people": float(people)}, role.name),),
        _cost(system, role, people),
    )


def _with(role: Role, people: int) -> Role:
    return role.having(people=float(people))


def _cost(system: System, role: Role, people: int) -> Text | None:
    """What another number of people costs or saves a month, if the role is paid at all."""
    more = _with(role, people).monthly_cost - role.monthly_cost
    amount = Figure(abs(more), "money", system.project.client.currency)
    if more > 0:
        return text("It costs {amount} more a month, with bonus and payroll tax", amount=amount)
    if more < 0:
        return text("It saves {amount} a month, with bonus and payroll tax", amount=amount)
    return None


def _behind_the_work(system: System, role: Role) -> frozenset[Key]:
    """What the role handles, and everything that is computed from."""
    return frozenset(
        key for one in role.capacity for key in (one.metric, *system.beneath(one.metric))
    )


def _mention(system: System, metrics: Iterable[Key], role: Role) -> bool:
    """Whether any of them is computed from the people of the role or their cost."""
    trees = system.forecast.model.trees
    return any(key in trees and role.key in roles_in(trees[key]) for key in metrics)
