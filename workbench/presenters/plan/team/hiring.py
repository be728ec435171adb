"""The people a plan lacks, planned as one edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import plural
from workbench.checks.mends.enough import enough
from workbench.checks.system import System
from workbench.document.edits.edit import Bundle
from workbench.document.edits.roles import ChangeRole
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.staffing_plan import staffing_plan

# New people can make work for other roles, who then lack people in turn.
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Hiring:
    """How many people each role is to have, and the roles that never have enough."""

    people: Mapping[Key, int]
    endless: tuple[Key, ...] = ()


def hiring(forecast: Forecast) -> Hiring:
    """Enough people for what the plan asks, also of those who work on what new people bring in."""
    found: dict[Key, int] = {}
    endless: dict[Key, None] = {}
    current = forecast
    for _ in range(_ROUNDS):
        fresh = _lacking(current, endless)
        if not fresh:
            break
        found |= fresh
        project = forecast.project
        for key, people in found.items():
            project = ChangeRole(key, {"people": float(people)}).apply(project)
        current = calculate(project, forecast.scenario)
    return Hiring(found, tuple(endless))


def hire_edit(forecast: Forecast, found: Hiring) -> Bundle:
    """The edit that plans these people."""
    edits = tuple(
        ChangeRole(key, {"people": float(people)}, forecast.project.role(key).name)
        for key, people in found.people.items()
    )
    count = len(edits)
    title = plural("Plan more people in {n} role", "Plan more people in {n} roles", count)
    return Bundle(title, edits)


def _lacking(forecast: Forecast, endless: dict[Key, None]) -> dict[Key, int]:
    """The roles that lack people, with how many they need."""
    system = System(forecast)
    found = {}
    for role in system.staff:
        missing = staffing_plan(forecast, role).vacancies
        if role.key in endless or isinstance(missing, Problem) or not missing:
            continue
        people = enough(system, role)
        if people is None:
            endless[role.key] = None
        else:
            found[role.key] = people
    return found
