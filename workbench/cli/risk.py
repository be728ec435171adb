"""The command that says how likely a goal is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.base.texts import Text, text
from workbench.cli.goals import GoalOption, PeriodOption, aim_called, refuse
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import new_table, progress_bar, write_json, write_table
from workbench.cli.speaker import BadInput, about, speaking
from workbench.cli.streams import tell, write

if TYPE_CHECKING:
    from workbench.cli.speaker import Speaker
    from workbench.document.metric import Metric
    from workbench.document.project import Project
    from workbench.planning.risk import Risk

_MOST = 10_000_000


def risk(
    file: File,
    goal: GoalOption = "",
    period: PeriodOption = None,
    samples: Annotated[int, typer.Option(help="How many futures are drawn.")] = 100_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same numbers.")] = 1,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Draw the inputs from their ranges and show what becomes of a metric."""
    from workbench.formula.values import Problem
    from workbench.planning.forward import calculate
    from workbench.planning.risk import Sampling, simulate

    with speaking(lang) as speaker, about(file):
        project = speaker.load(file)
        if not 0 < samples <= _MOST:
            raise BadInput(text("--samples has to be from 1 to {most}", most=_MOST))
        if seed < 0:
            raise BadInput(text("--seed must not be below zero"))
        aim = aim_called(project, goal, period)
        with progress_bar(speaker, text("Drawing futures")) as progress:
            sampling = Sampling(samples, seed, progress)
            found = simulate(calculate(project), aim.metric, aim.value, aim.period, sampling)
        if isinstance(found, Problem):
            raise refuse(found, project)
        assert found is not None
        if as_json:
            write_json(_tree(found, speaker))
        else:
            _show(found, project.metric(aim.metric), project, speaker)


def _tree(found: Risk, speaker: Speaker) -> dict[str, Any]:
    return {
        "p10": found.p10,
        "p50": found.p50,
        "p90": found.p90,
        "mean": found.mean,
        "probability": found.probability,
        "samples": found.samples,
        "drivers": [
            {"metric": key, "rank_correlation": correlation}
            for key, correlation in found.correlations
        ],
        "doubts": [speaker.say(doubt) for doubt in found.doubts],
        "without_number": found.numberless,
    }


def _show(found: Risk, metric: Metric, project: Project, speaker: Speaker) -> None:
    from workbench.presenters.measures import shown_value

    language = speaker.language
    table = new_table(speaker, (metric.name, ""), numbers_from=1)
    rows: tuple[tuple[Text, float], ...] = (
        (text("P10: nine in ten are higher"), found.p10),
        (text("P50: the middle"), found.p50),
        (text("P90: one in ten is higher"), found.p90),
        (text("Mean"), found.mean),
    )
    for words, value in rows:
        shown = shown_value(metric, value, project, language, compact=True)
        table.add_row(speaker.say(words), shown)
    if found.probability is not None:
        table.add_row(
            speaker.say(text("Probability of the goal")), language.percent(found.probability)
        )
    write_table(table)
    if found.correlations:
        _show_correlations(found, project, speaker)
    else:
        write(speaker.say(text("No input beneath it has a range: nothing is uncertain")))
    for doubt in found.doubts:
        tell(speaker.say(doubt))


def _show_correlations(found: Risk, project: Project, speaker: Speaker) -> None:
    heads = (text("Input"), text("Rank correlation"))
    table = new_table(speaker, heads, numbers_from=1)
    for key, correlation in found.correlations:
        table.add_row(project.metric(key).name, speaker.language.number(correlation, 2))
    write_table(table)
