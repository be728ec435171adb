"""Whom to hire: a row a role."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.base.texts import Text, joined, text, verbatim
from workbench.formula.values import Problem, Result
from workbench.planning.staffing_plan import StaffingPlan
from workbench.planning.team_plan import TeamPlan
from workbench.planning.unit_costs import unit_costs
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.measures import NOTHING, amount
from workbench.presenters.plan.team.picture import HiringRow

_PLACES = 2
_MOST_STARTS = 2


def hiring_rows(team: TeamPlan, language: Language) -> tuple[HiringRow, ...]:
    """The rows of all roles, in the order of the project."""
    return tuple(_row(team, plan, language) for plan in team.plans)


def role_chip(plan: StaffingPlan) -> Chip:
    """A role in its colour."""
    return Chip(plan.role.key, plan.role.name, plan.role.color)


def starts(plan: StaffingPlan, language: Language) -> tuple[str, ...]:
    """Each month in which somebody starts, with how many they are where it is not one."""
    return tuple(
        language.month(month) + (f": {n}" if n > 1 else "") for month, n in plan.hire_by.items()
    )


def people(value: Result, language: Language) -> str:
    """A number of people, or of people's full work."""
    return NOTHING if isinstance(value, Problem) else language.number(round(value, _PLACES))


def _row(team: TeamPlan, plan: StaffingPlan, language: Language) -> HiringRow:
    peak, needed, missing = plan.load.peak, plan.load.people_needed, plan.vacancies
    is_missing = not isinstance(missing, Problem) and missing > 0
    return HiringRow(
        plan.role.key,
        role_chip(plan),
        people(plan.role.people, language),
        people(peak, language),
        people(needed, language),
        f"+{missing}" if is_missing else NOTHING,
        _hire_by(plan, language),
        language.number(round(max(plan.payroll))),
        _unit(team, plan, language),
        tip="\n".join(language.say(line) for line in _tip(plan, language)),
        tone="warn" if is_missing else "",
        hire_tone="bad" if plan.is_late else "",
    )


def _hire_by(plan: StaffingPlan, language: Language) -> str:
    parts = starts(plan, language)
    if not parts:
        return NOTHING
    shown = ", ".join(parts[:_MOST_STARTS]) + (", …" if len(parts) > _MOST_STARTS else "")
    return language.say(text("{hires} (late)", hires=shown)) if plan.is_late else shown


def _unit(team: TeamPlan, plan: StaffingPlan, language: Language) -> str:
    """The cost of one unit of the first volume that has one."""
    currency = team.project.client.currency
    for cost in unit_costs(team.forecast, plan).values():
        if not isinstance(cost, Problem):
            return amount(cost, currency, language)
    return NOTHING


def _tip(plan: StaffingPlan, language: Language) -> list[Text]:
    """Why a number is missing, or when whom to hire."""
    for known in (plan.load.peak, plan.hires):
        if isinstance(known, Problem):
            return [known.reason]
    lines: list[Text] = []
    if isinstance(plan.vacancies, Problem):
        lines.append(plan.vacancies.reason)
    parts = [verbatim(part) for part in starts(plan, language)]
    if parts:
        lines.append(text("Hire by: {months}", months=joined(parts)))
    if plan.is_late:
        first = language.month(plan.project.calendar.start)
        lines.append(text("already late: the plan starts in {month}", month=first))
    return lines
