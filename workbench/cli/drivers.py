"""The command that says what moves a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.base.texts import text
from workbench.cli.goals import GoalOption, PeriodOption, aim_called, refuse
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import new_table, write_json, write_table
from workbench.cli.speaker import BadInput, about, speaking

if TYPE_CHECKING:
    from workbench.cli.speaker import Speaker
    from workbench.document.project import Project
    from workbench.planning.control import Control
    from workbench.planning.drivers import Drivers


def drivers(
    file: File,
    goal: GoalOption = "",
    period: PeriodOption = None,
    step: Annotated[float, typer.Option(help="How far each input goes down and up.")] = 0.1,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Show the effect of each input on a metric, the strongest first."""
    from workbench.formula.values import Problem
    from workbench.planning.control import Control
    from workbench.planning.drivers import drivers as drivers_of
    from workbench.planning.forward import calculate

    with speaking(lang) as speaker, about(file):
        project = speaker.load(file)
        if not 0 < step < 1:
            raise BadInput(text("--step has to lie between 0 and 1, such as 0.1"))
        aim = aim_called(project, goal, period)
        forecast = calculate(project)
        found = drivers_of(forecast, aim.metric, aim.period, step)
        if isinstance(found, Problem):
            raise refuse(found, project)
        if as_json:
            write_json(
                {**drivers_tree(found), "control": _control_tree(Control(forecast), project)}
            )
        else:
            _show(found, project, speaker)


def drivers_tree(found: Drivers) -> dict[str, Any]:
    """The JSON of the effects; `down` and `up` are what the goal then is."""
    return {
        "goal": found.goal,
        "base": found.base,
        "drivers": [
            {
                "metric": one.metric,
                "owner": one.owner,
                "down": one.down,
                "up": one.up,
                "elasticity": one.elasticity,
            }
            for one in found.drivers
        ],
    }


def _control_tree(control: Control, project: Project) -> list[dict[str, Any]]:
    """The part of each KPI's swing that its role controls."""
    return [
        {"metric": kpi.metric, "role": kpi.role, "share": control.share(kpi.role, kpi.metric)}
        for kpi in project.kpis
        if kpi.is_measured
    ]


def _show(found: Drivers, project: Project, speaker: Speaker) -> None:
    from workbench.presenters.measures import shown_value, signed_percent

    metric, language = project.metric(found.goal), speaker.language
    heads = (text("Input"), text("Owner"), text("Down"), text("Up"), text("Elasticity"))
    table = new_table(speaker, heads, numbers_from=2)
    for one in found.drivers:
        owner = project.role(one.owner).name if one.owner else "—"
        ends = (
            f"{shown_value(metric, end, project, language, compact=True)} "
            f"({signed_percent(end / found.base - 1, language) if found.base else '—'})"
            for end in (one.down, one.up)
        )
        elasticity = "—" if one.elasticity is None else language.number(one.elasticity)
        table.add_row(project.metric(one.metric).name, owner, *ends, elasticity)
    write_table(table)
