"""The command that grows next year's revenue out of the years behind."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.base.texts import Text, text
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import new_table, tell_written, write_json, write_table
from workbench.cli.speaker import BadInput, Speaker, about, speaking
from workbench.cli.usage import WrongUsage

if TYPE_CHECKING:
    from workbench.document.growth import Growth
    from workbench.document.project import Project
    from workbench.formula.values import Result
    from workbench.planning.growth import GrowthGoal


def growth(
    file: File,
    revenue: Annotated[
        str, typer.Option(metavar="N,N,…", help="Revenue of the years behind, the last one last.")
    ] = "",
    stretch: Annotated[
        str, typer.Option(metavar="SHARE", help="Added to the average growth: 0.05 or 5%.")
    ] = "",
    leads: Annotated[str, typer.Option(metavar="N", help="Leads of the last year.")] = "",
    visits: Annotated[str, typer.Option(metavar="N", help="Visits of the last year.")] = "",
    from_leads: Annotated[
        str, typer.Option(metavar="SHARE", help="The part of the revenue that leads bring.")
    ] = "",
    metric: Annotated[
        str, typer.Option(metavar="KEY", help="The revenue the goal is for, with --save.")
    ] = "",
    save: Annotated[
        bool, typer.Option("--save", help="Set the goal in the project of -o.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The project with the goal.")
    ] = None,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Grow next year's goal out of the years behind; what is not given is taken from the file."""
    if save != (output is not None):
        raise WrongUsage(text("--save and -o belong together"))
    from workbench.planning.growth import growth_goal

    given = {"stretch": stretch, "leads": leads, "visits": visits, "from_leads": from_leads}
    with speaking(lang) as speaker, about(file):
        from workbench.storage.project_file import completed

        output = None if output is None else completed(output)
        project = speaker.load(file)
        made = _made(project, revenue, given)
        goal = growth_goal(made)
        _demand(made, goal)
        if output is not None:
            _save(project, made, goal, metric, output)
        if as_json:
            more = {} if output is None else {"file": str(output)}
            write_json(_tree(goal) | more)
            return
        _show(goal, project, speaker)
        if output is not None:
            tell_written(output, speaker, as_json)


def _made(project: Project, revenue: str, given: dict[str, str]) -> Growth:
    """The figures of the file, with those of the command line over them."""
    from workbench.document.growth import Growth, Year

    stored = project.growth or Growth()
    changes: dict[str, object] = {
        name: _number(f"--{name.replace('_', '-')}", words)
        for name, words in given.items()
        if words
    }
    if revenue:
        values = [_number("--revenue", words) for words in revenue.split(",")]
        first = int(project.calendar.start[:4]) - len(values)
        changes["revenues"] = tuple(
            Year(year=first + at, value=value) for at, value in enumerate(values)
        )
    return stored.having(**changes)


def _number(option: str, words: str) -> float:
    """A number with a decimal point; 5% is 0.05."""
    from workbench.base.numbers import NotANumber, read_number

    try:
        value = float(words) if _is_plain(words) else read_number(words).share
    except (NotANumber, ValueError):
        raise BadInput(text("{option}: “{words}” is not a number", option=option,
                            words=words.strip()[:60])) from None  # fmt: skip
    if not math.isfinite(value):
        raise BadInput(text("{option}: “{words}” is too large a number", option=option,
                            words=words.strip()[:60]))  # fmt: skip
    return value


def _is_plain(words: str) -> bool:
    return set(words.strip().lower()) <= set("0123456789.+-e")


def _demand(made: Growth, goal: GrowthGoal) -> None:
    """Raise `BadInput` for a goal that cannot be, and for what was given and cannot be used."""
    wanted: list[Result] = [goal.target]
    wanted += [goal.leads] if made.leads is not None else []
    wanted += [goal.visits] if made.visits is not None else []
    for result in wanted:
        if not isinstance(result, int | float):
            raise BadInput(result.reason)


def _save(project: Project, made: Growth, goal: GrowthGoal, words: str, output: Path) -> None:
    from workbench.document.edits.goals import SetGoal
    from workbench.document.plan import Goal
    from workbench.planning.growth import revenue_of, revenues_of
    from workbench.planning.naming import metric_called
    from workbench.storage.project_file import save

    revenue = metric_called(project, words) if words else revenue_of(project)
    if revenue is None:
        raise BadInput(text("no metric is an amount of money that adds up over the months"))
    if revenue not in revenues_of(project):
        raise BadInput(
            text("“{key}” is not an amount of money that adds up over the months", key=revenue.key)
        )
    target = Goal(metric=revenue.key, value=_known(goal.target), period="year")
    after = SetGoal(target, revenue.name, made.having(metric=revenue.key)).apply(project)
    save(after, output)


def _known(result: Result) -> float:
    """A number that was demanded before."""
    return result if isinstance(result, int | float) else math.nan


def _tree(goal: GrowthGoal) -> dict[str, Any]:
    names = ("average", "target_growth", "target", "leads", "visits", "lead_value", "visit_value")
    return {
        "growth": [_value(one.growth) for one in goal.changes],
        **{name: _value(getattr(goal, name)) for name in names},
    }


def _value(result: Result) -> float | None:
    return result if isinstance(result, int | float) else None


def _show(goal: GrowthGoal, project: Project, speaker: Speaker) -> None:
    from workbench.presenters.measures import amount

    words = speaker.language

    def money(value: float) -> str:
        return amount(value, project.client.currency, words)

    rows: list[tuple[Text, Result, Any]] = [
        *((text("growth of {year}", year=str(one.year)), one.growth, words.percent)
          for one in goal.changes),
        (text("average growth"), goal.average, words.percent),
        (text("growth with the stretch"), goal.target_growth, words.percent),
        (text("goal of the next year"), goal.target, money),
        (text("value of a lead"), goal.lead_value, money),
        (text("value of a visit"), goal.visit_value, money),
        (text("leads needed"), goal.leads, words.number),
        (text("visits needed"), goal.visits, words.number),
    ]  # fmt: skip
    table = new_table(speaker, (text("Step"), text("Value")), numbers_from=1)
    for step, result, shown in rows:
        table.add_row(speaker.say(step), shown(result) if isinstance(result, int | float) else "—")
    write_table(table)
