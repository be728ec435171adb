"""The command about the people of a plan: whom it needs, what they can deliver, what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.base.texts import Text, text
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import new_table, write_json, write_table
from workbench.cli.speaker import about, speaking
from workbench.cli.streams import write
from workbench.formula.values import Problem, Result

if TYPE_CHECKING:
    from workbench.base.languages import Language
    from workbench.cli.speaker import Speaker
    from workbench.document.plan import Goal
    from workbench.planning.staffing_plan import StaffingPlan
    from workbench.planning.team_plan import TeamPlan
    from workbench.presenters.plan.team.picture import Fact, Note

_WIDEST = 140
_HEADS = (
    text("Role"), text("Now"), text("Load"), text("Needed"), text("Vacancies"), text("Hire by"),
    text("Payroll"), text("One unit"),
)  # fmt: skip


def team(
    file: File,
    scenario: Annotated[str, typer.Option(help="A scenario, by key or name.")] = "",
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Say how many people each role needs and when, what they can deliver and what it costs."""
    from workbench.planning.forward import calculate
    from workbench.planning.naming import scenario_called
    from workbench.planning.team_plan import TeamPlan

    with speaking(lang) as speaker, about(file):
        project = speaker.load(file)
        chosen = scenario_called(project, scenario) if scenario else None
        found = TeamPlan(calculate(project, chosen))
        if as_json:
            write_json(team_tree(found, speaker.language))
        else:
            show_team(found, speaker)


def team_tree(found: TeamPlan, words: Language) -> dict[str, Any]:
    """The JSON of a team: null with a problem beside it where there is no number."""
    goals = found.project.goals
    return {
        "months": list(found.project.calendar.all_months),
        "roles": [_role_tree(found, plan, words) for plan in found.plans],
        "goal": _goal_tree(found, goals[0]) if goals else None,
        "gaps": [_gap_tree(found, at) for at in range(len(found.now.gaps))],
        "stages": _stages_tree(found, words),
        "customer": _customer_tree(found, words),
    }


def _role_tree(found: TeamPlan, plan: StaffingPlan, words: Language) -> dict[str, Any]:
    from workbench.planning.staffing_plan import makes_own_work
    from workbench.planning.unit_costs import unit_costs

    costs = unit_costs(found.forecast, plan)
    return {
        "role": plan.role.key,
        "name": plan.role.name,
        "current": _number(plan.role.people),
        "load": _numbers(plan.load.months),
        "needed": _numbers(plan.load.needed),
        "peak": _number(plan.load.peak),
        "vacancies": _number(plan.vacancies),
        "hire_by": dict(plan.hire_by),
        "late": plan.is_late,
        "present": _numbers(plan.present),
        "available": _numbers(plan.available),
        "available_now": _numbers(plan.available_now),
        "makes_own_work": makes_own_work(found.forecast, plan.role),
        "payroll": _numbers(plan.payroll),
        "unit_costs": {key: _number(cost) for key, cost in costs.items()},
        **_problem((plan.load.peak, plan.vacancies, plan.hires, *costs.values()), words),
    }


def _goal_tree(found: TeamPlan, goal: Goal) -> dict[str, Any]:
    from workbench.planning.goals import progress

    now, hired = found.now, found.hired
    return {
        "metric": goal.metric,
        "period": goal.period,
        "target": _number(goal.value),
        "planned": _number(progress(found.forecast, goal).forecast),
        "deliverable": _number(progress(now.forecast, goal).forecast),
        "deliverable_with_hires": _number(progress(hired.forecast, goal).forecast),
        "bottleneck": now.bottleneck(goal.metric),
        "bottleneck_with_hires": hired.bottleneck(goal.metric),
    }


def _gap_tree(found: TeamPlan, at: int) -> dict[str, Any]:
    now, hired = found.now.gaps[at], found.hired.gaps[at]
    return {
        "role": now.role,
        "metric": now.metric,
        "planned": _number(now.planned),
        "deliverable": _number(now.deliverable),
        "deliverable_with_hires": _number(hired.deliverable),
    }


def _stages_tree(found: TeamPlan, words: Language) -> list[dict[str, Any]]:
    return [
        {
            "metric": stage.metric,
            "cost": _number(stage.cost),
            "roles": list(stage.roles),
            "spending": list(stage.spending),
            **_problem((stage.cost,), words),
        }
        for stage in found.stages
    ]


def _customer_tree(found: TeamPlan, words: Language) -> dict[str, Any]:
    life = found.life
    parts: Mapping[str, Result] = {
        "cost": life.cost,
        "lifetime_value": life.value,
        "payback": life.payback,
        "churn": life.churn,
        "first": life.first,
        "monthly": life.monthly,
    }
    numbers = {name: _number(value) for name, value in parts.items()}
    return {"metric": life.customers, **numbers, **_problem(parts.values(), words)}


def show_team(found: TeamPlan, speaker: Speaker) -> None:
    """Tables of the roles and of what units cost, and what the team can deliver."""
    from workbench.presenters.plan.team.delivery import delivery_picture
    from workbench.presenters.plan.team.economics import economics_picture
    from workbench.presenters.plan.team.hiring import hiring

    words = speaker.language
    if not found.plans:
        write(speaker.say(text("There are no roles in this project")))
        return
    _show_roles(found, speaker)
    goal = next(iter(found.project.goals), None)
    delivery = delivery_picture(found, goal, hiring(found.forecast), words)
    _show_facts(delivery.facts, (delivery.title, ""), speaker)
    _show_notes(delivery.notes)
    economics = economics_picture(found, words)
    _show_facts(economics.stages, (text("Stage"), text("One costs")), speaker)
    _show_facts(economics.customer, (text("Customer"), ""), speaker)
    _show_notes(economics.notes)


def _show_roles(found: TeamPlan, speaker: Speaker) -> None:
    from workbench.presenters.plan.team.table import hiring_rows

    table = new_table(speaker, _HEADS, numbers_from=1)
    for row in hiring_rows(found, speaker.language):
        table.add_row(
            row.chip.text, row.now, row.load, row.needed, row.vacancies, row.hire_by,
            row.payroll, row.unit,
        )  # fmt: skip
    write_table(table, _WIDEST)


def _show_facts(
    facts: Iterable[Fact], heads: tuple[Text | str, str | Text], speaker: Speaker
) -> None:
    rows = list(facts)
    if not rows:
        return
    table = new_table(speaker, heads, numbers_from=1)
    for fact in rows:
        table.add_row(fact.label, fact.words)
    write_table(table, _WIDEST)


def _show_notes(notes: Iterable[Note]) -> None:
    for note in notes:
        write(note.words)


def _number(result: object) -> float | int | None:
    if not isinstance(result, int | float):
        return None
    return int(result) if float(result).is_integer() and abs(result) < 1e15 else result


def _numbers(results: Iterable[object]) -> list[float | int | None]:
    return [_number(result) for result in results]


def _problem(results: Iterable[object], words: Language) -> dict[str, str]:
    """The first reason of all why there is no number."""
    for result in results:
        if isinstance(result, Problem):
            return {"problem": words.say(result.reason)}
    return {}
