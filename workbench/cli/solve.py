"""The command that goes backward from a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.base.texts import text
from workbench.cli.goals import GoalOption, PeriodOption, goal_called, lever_called, refuse
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import new_table, write_json, write_table
from workbench.cli.speaker import about, speaking
from workbench.cli.streams import tell, write

if TYPE_CHECKING:
    from workbench.cli.speaker import Speaker
    from workbench.document.project import Project
    from workbench.planning.solve import Solution

NOT_REACHED = 1
_IS_KEPT = text("The scenario “{name}” is in the project")
_IS_NOT_KEPT = text("The goal is not reached, so no scenario “{name}” was kept")


def solve(
    file: File,
    goal: GoalOption = "",
    period: PeriodOption = None,
    lever: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY[=LOW..HIGH]", help="An input that may be moved, and how far."),
    ] = None,
    save_scenario: Annotated[
        str | None, typer.Option(metavar="NAME", help="Keep an answer as a new scenario.")
    ] = None,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Find the smallest changes that reach a goal; the exit code is 1 when none do."""
    from workbench.document.edits.scenarios import keep_scenario
    from workbench.formula.values import Problem
    from workbench.planning.forward import calculate
    from workbench.planning.solve import default_levers
    from workbench.planning.solve import solve as solve_for
    from workbench.storage.project_file import save

    with speaking(lang) as speaker, about(file):
        project = speaker.load(file)
        wanted = goal_called(project, goal, period)
        levers = [lever_called(project, words) for words in lever or ()]
        found = solve_for(project, wanted, levers or default_levers(calculate(project), wanted))
        if isinstance(found, Problem):
            raise refuse(found, project)
        if save_scenario is not None:
            kept = keep_scenario(project, save_scenario, found.values)
            if found.reached:
                save(kept, file)
        if as_json:
            write_json(solution_tree(found))
        else:
            _show(found, project, speaker)
        if save_scenario is not None:
            kept_or_not = _IS_KEPT if found.reached else _IS_NOT_KEPT
            tell(speaker.say(text(kept_or_not.id, name=save_scenario)))
    if not found.reached:
        raise typer.Exit(NOT_REACHED)


def solution_tree(found: Solution) -> dict[str, Any]:
    """The JSON of an answer."""
    return {
        "reached": found.reached,
        "goal": {
            "metric": found.goal.metric,
            "target": found.goal.value,
            "value": found.value,
            "start": found.start,
            "period": found.goal.period,
        },
        "levers": [
            {
                "metric": move.metric,
                "from": move.start,
                "to": move.value,
                "change": move.factor - 1,
                "owner": move.owner,
                "low": move.low,
                "high": move.high,
                "at_bound": move.is_at_bound,
            }
            for move in found.moves
        ],
    }


def _show(found: Solution, project: Project, speaker: Speaker) -> None:
    from workbench.presenters.measures import shown_value, signed_percent
    from workbench.presenters.plan.advice import told

    heads = (text("Lever"), text("Owner"), text("From"), text("To"), text("Change"))
    table = new_table(speaker, heads, numbers_from=2)
    for move in found.moves:
        metric = project.metric(move.metric)
        start, value = (
            shown_value(metric, each, project, speaker.language)
            for each in (move.start, move.value)
        )
        owner = project.role(move.owner).name if move.owner else "—"
        change = signed_percent(move.factor - 1, speaker.language)
        table.add_row(metric.name, owner, start, value, change)
    write_table(table)
    for sentence in told(found, project, speaker.language):
        write(speaker.say(sentence))
