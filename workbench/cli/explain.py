"""The command that says what made the difference between plan and fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.base.texts import MonthName, text
from workbench.cli.goals import GoalOption, aim_called, refuse
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import new_table, write_json, write_table
from workbench.cli.speaker import BadInput, about, speaking
from workbench.cli.streams import write

if TYPE_CHECKING:
    from workbench.cli.speaker import Speaker
    from workbench.document.project import Project
    from workbench.planning.router import Route
    from workbench.planning.variance import Variance
    from workbench.presenters.actuals.look_first import LookPicture


def explain(
    file: File,
    goal: GoalOption = "",
    month: Annotated[
        str, typer.Option(metavar="YYYY-MM", help="A month; the last with actuals if not said.")
    ] = "",
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Split plan against fact of a metric by factor and by owner."""
    from workbench.formula.values import Problem
    from workbench.planning.forward import calculate
    from workbench.planning.router import route
    from workbench.planning.variance import explain as explain_difference
    from workbench.presenters.actuals.look_first import look_first

    with speaking(lang) as speaker, about(file):
        project = speaker.load(file)
        aim = aim_called(project, goal, None)
        at = _month(project, month)
        found = explain_difference(project, aim.metric, at)
        if isinstance(found, Problem):
            raise refuse(found, project)
        _demand_actuals(found, project)
        plan = calculate(project)
        way = route(plan, at, aim.metric)
        told = look_first(way, plan, speaker.language)
        if as_json:
            write_json({**variance_tree(found), "look_first": look_first_tree(way, told)})
        else:
            _show(found, told, project, speaker)


def variance_tree(found: Variance) -> dict[str, Any]:
    """The JSON of a difference; what belongs to nobody stands under an empty key."""
    return {
        "plan": found.plan,
        "fact": found.fact,
        "difference": found.difference,
        "factors": [
            {
                "metric": part.metric,
                "owner": part.owner,
                "plan": part.plan,
                "fact": part.fact,
                "part": part.part,
            }
            for part in found.parts
        ],
        "owners": {owner or "": part for owner, part in found.by_owner.items()},
    }


def _demand_actuals(found: Variance, project: Project) -> None:
    """Refuse to call a plan that nothing was held against a fact."""
    from workbench.planning.forward import calculate

    month = project.calendar.month(found.month)
    beneath = calculate(project).beneath(found.metric)
    counted = any(one.month == month and one.metric in beneath for one in project.actuals)
    if not counted and not found.parts:
        name = project.metric(found.metric).name
        raise BadInput(text("no actual value of this month goes into “{metric}”", metric=name))


def look_first_tree(found: Route, told: LookPicture) -> dict[str, Any] | None:
    """The step of the funnel to look at first; null where none lost anything, or none is known."""
    step = found.first
    if step is None:
        return None
    return {
        "metric": step.metric,
        "stage": step.stage,
        "before": step.before,
        "conversions": list(step.conversions),
        "roles": list(step.roles),
        "shared_with": step.shared_with,
        "plan": step.plan,
        "fact": step.fact,
        "loss": step.loss,
        "why": " ".join((f"{told.heading}.", *told.lines)),
    }


def _month(project: Project, words: str) -> int:
    """The number of a month in the plan, from zero."""
    months = project.calendar.all_months
    if not words:
        known = [at for at, name in enumerate(months) if name in {a.month for a in project.actuals}]
        if not known:
            raise BadInput(text("there are no actual values in the project"))
        return known[-1]
    if words not in months:
        raise BadInput(
            text(
                "“{month}” is not a month of the plan, which goes from {first} to {last}",
                month=words, first=months[0], last=months[-1],
            )
        )  # fmt: skip
    return months.index(words)


def _show(found: Variance, told: LookPicture, project: Project, speaker: Speaker) -> None:
    from workbench.presenters.measures import shown_value

    goal, language = project.metric(found.metric), speaker.language

    def said(value: float) -> str:
        return shown_value(goal, value, project, language, compact=True)

    month = MonthName(project.calendar.month(found.month))
    write(
        speaker.say(
            text(
                "{metric}, {month}: plan {plan}, fact {fact}, difference {difference}",
                metric=goal.name, month=month, plan=said(found.plan), fact=said(found.fact),
                difference=said(found.difference),
            )
        )
    )  # fmt: skip
    for line in (told.heading, *told.lines):
        write(line)
    heads = (text("Factor"), text("Owner"), text("Plan"), text("Fact"), text("Part"))
    table = new_table(speaker, heads, numbers_from=2)
    for part in found.parts:
        metric = project.metric(part.metric)
        ends = (shown_value(metric, end, project, language) for end in (part.plan, part.fact))
        owner = project.role(part.owner).name if part.owner else "—"
        table.add_row(metric.name, owner, *ends, said(part.part))
    write_table(table)
    owners = new_table(speaker, (text("Owner"), text("Part")), numbers_from=1)
    for key, value in found.by_owner.items():
        owners.add_row(project.role(key).name if key else "—", said(value))
    write_table(owners)
