"""The command that shares revenue over touches."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.base.texts import text
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import write_json
from workbench.cli.speaker import BadInput, about, speaking
from workbench.cli.usage import WrongUsage, one_of

if TYPE_CHECKING:
    from workbench.document.project import Project
    from workbench.planning.credit_rules import Rule, Weights


class Models(StrEnum):
    """The choices of `--model`."""

    LINEAR = "linear"
    FIRST = "first"
    LAST = "last"
    U = "u"
    W = "w"
    TIME_DECAY = "time_decay"
    OWN = "own"


class Dimensions(StrEnum):
    """The choices of `--by`."""

    CHANNEL = "channel"
    ROLE = "role"
    STAGE = "stage"


def credit(
    file: File,
    model: Annotated[
        Models | None,
        typer.Option(
            help="The rule: linear unless --weights are given.",
            metavar="[linear|first|last|u|w|time_decay|own]",
            parser=one_of("--model", Models),
        ),
    ] = None,
    by: Annotated[
        Dimensions,
        typer.Option(
            help="What the touches are asked for.",
            metavar="[channel|role|stage]",
            parser=one_of("--by", Dimensions),
        ),
    ] = Dimensions.CHANNEL,
    half_life: Annotated[
        str, typer.Option("--half-life", metavar="DAYS", help="For time_decay; 7 days.")
    ] = "7",
    weights: Annotated[
        str, typer.Option(metavar="FIRST,MIDDLE,LAST", help="For own, such as 40,20,40.")
    ] = "",
    key_stage: Annotated[
        str, typer.Option("--key-stage", metavar="STAGE", help="For w: where its key touch is.")
    ] = "",
    journeys: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv|xlsx", help="Journeys of a table instead of the project's."),
    ] = None,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Share the revenue of closed deals over the touches that led to them."""
    from workbench.cli.credits import credit_tree, show_credit, tell_refused
    from workbench.formula.values import Problem
    from workbench.planning.credit import credit as shared
    from workbench.presenters.plan.credit.reading import read_journeys

    chosen = _rule(model, half_life, weights)
    with speaking(lang) as speaker:
        project = speaker.load(file)
        table = None
        if journeys is not None:
            table = read_journeys(journeys, project, speaker.language.decimal)
            project = project.having(journeys=table.journeys)
        with about(file):
            found = shared(project, by.value, _with_stage(chosen, project, key_stage))
            if isinstance(found, Problem):
                raise BadInput(found.reason)
        if as_json:
            write_json(credit_tree(found, table, speaker.language))
            return
        show_credit(found, project, speaker)
        if table is not None and journeys is not None:
            tell_refused(table, journeys, speaker)


def _rule(model: Models | None, half_life: str, weights: str) -> Rule:
    from workbench.planning.credit_rules import U_SHAPE, Rule

    chosen = model or (Models.OWN if weights else Models.LINEAR)
    if weights and chosen is not Models.OWN:
        raise WrongUsage(text("--weights go with --model own, not with {model}", model=chosen))
    if chosen is Models.OWN and not weights:
        raise WrongUsage(text("--model own takes --weights, such as 40,20,40"))
    own = _weights(weights.split(",")) if weights else U_SHAPE
    return Rule(chosen.value, _number("--half-life", half_life), own)


def _with_stage(rule: Rule, project: Project, words: str) -> Rule:
    from dataclasses import replace

    from workbench.planning.naming import metric_called

    return replace(rule, key_stage=metric_called(project, words).key) if words else rule


def _weights(words: Sequence[str]) -> Weights:
    from workbench.planning.credit_rules import Weights

    if len(words) != 3:
        raise WrongUsage(
            text("--weights takes three numbers, not {n}: first, middle, last", n=len(words))
        )
    return Weights(*(_number("--weights", one) for one in words))


def _number(option: str, words: str) -> float:
    from workbench.base.numbers import NotANumber, read_number

    try:
        return read_number(words).value
    except NotANumber as error:
        raise WrongUsage(text("{option}: {reason}", option=option, reason=error.message)) from None
