"""Shared revenue as JSON and as a table, and the rows of a file that were not read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbench.base.languages import Language
from workbench.base.texts import joined, plural, text
from workbench.cli.output import new_table, write_table
from workbench.cli.speaker import Speaker
from workbench.cli.streams import tell, write
from workbench.document.project import Project
from workbench.planning.credit import Credit
from workbench.planning.journey_table import TableOfJourneys
from workbench.presenters.measures import amount
from workbench.presenters.plan.credit.words import (
    MODELS,
    NOT_CREDITED,
    ONE_OF,
    name_of,
    refused_words,
    remainders,
)

_MOST_ROWS = 20


def credit_tree(found: Credit, table: TableOfJourneys | None, words: Language) -> dict[str, Any]:
    """The JSON of shared revenue; money that nobody is credited with stands beside the shares."""
    tree: dict[str, Any] = {
        "model": found.rule.model,
        "by": found.by,
        "total": found.total,
        "shares": dict(found.shares),
        "not_credited": found.not_credited,
    }
    if table is not None:
        tree["read"] = table.rows
        tree["refused"] = [
            {"row": one.row, "value": one.value, "why": words.say(one.why)} for one in table.refused
        ]
    return tree


def show_credit(found: Credit, project: Project, speaker: Speaker) -> None:
    """A table of keys with their money and part, what is not credited, and the total."""
    if not project.journeys:
        write(speaker.say(text("There are no journeys, so there is no revenue to share out")))
        return
    heads = (ONE_OF[found.by], MODELS[found.rule.model], text("Share"))
    table = new_table(speaker, heads, numbers_from=1)
    for key, money in found.shares.items():
        table.add_row(name_of(project, found.by, key), *_figures(money, found, project, speaker))
    table.add_section()
    for why, money in remainders(found):
        named = speaker.say(joined((NOT_CREDITED, why), ": "))
        table.add_row(named, *_figures(money, found, project, speaker))
    total = speaker.say(text("Total"))
    table.add_row(total, *_figures(found.total, found, project, speaker))
    write_table(table)


def tell_refused(table: TableOfJourneys, file: Path, speaker: Speaker) -> None:
    """Say on standard error which rows were left out and why, if any were."""
    if not table.refused:
        return
    n = len(table.refused)
    shown = [refused_words(one) for one in table.refused[:_MOST_ROWS]]
    more = [text("and {n} more", n=n - _MOST_ROWS)] if n > _MOST_ROWS else []
    said = plural(
        "{name}: {n} row was left out: {rows}",
        "{name}: {n} rows were left out: {rows}",
        n,
        name=file.name,
        rows=joined([*shown, *more], "; "),
    )
    tell(speaker.say(said))


def _figures(money: float, found: Credit, project: Project, speaker: Speaker) -> tuple[str, str]:
    words = speaker.language
    share = money / found.total if found.total else 0.0
    return amount(money, project.client.currency, words), words.percent(share)
