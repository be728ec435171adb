"""What filled workbooks brought, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.base.languages import Language
from workbench.base.texts import Text, plural, text
from workbench.cli.output import new_table, write_table
from workbench.cli.speaker import Speaker
from workbench.cli.streams import tell, write
from workbench.document.project import Project
from workbench.excel.actuals_import import FactChange, Import, InputChange
from workbench.excel.returned.found import RefusedCell
from workbench.presenters.actuals.returning.words import (
    BECOMES,
    WAS,
    about,
    how_found,
    input_value,
    input_words,
    refused_words,
    spot_words,
    taken_words,
)
from workbench.presenters.measures import shown_value

_MOST_REFUSED = 50


def import_tree(
    found: Import, project: Project, words: Language, target: Path, *, plan: bool
) -> dict[str, Any]:
    """The JSON of an import; `other` are inputs of the plan that differ in the workbooks."""
    return {
        "read": found.read,
        "changed": [_fact(one, words) for one in found.changes],
        "refused": [_refused(one, words) for one in found.refused],
        "other": [_input(one, project, words) for one in found.inputs],
        "plan_taken": plan and bool(found.inputs),
        "books": [
            {"file": book.file, "standing": book.standing, "client": book.client}
            for book in found.books
        ],
        "file": str(target),
    }


def show_import(
    found: Import, project: Project, speaker: Speaker, target: Path, *, plan: bool
) -> None:
    """Tables of what changed, and sentences about the rest."""
    if found.changes:
        _show_changes(found.changes, project, speaker)
    if found.inputs:
        title = text("Inputs taken over") if plan else text("Changed in the plan; --plan takes it")
        _show_inputs(found.inputs, project, speaker, title)
    read = plural("{n} actual was read", "{n} actuals were read", found.read)
    changed = plural("{n} of them changes something", "{n} of them change something",
                     len(found.changes))  # fmt: skip
    said = [text("{read}, {changed}: {file}", read=read, changed=changed, file=str(target))]
    if plan and found.inputs:
        said.append(taken_words(found, inputs=True))
    for sentence in (*said, how_found(found), *(about(book) for book in found.books)):
        if sentence is not None:
            write(speaker.say(sentence))
    _tell_refused(found.refused, speaker, several=len(found.books) > 1)


def _show_changes(changes: Sequence[FactChange], project: Project, speaker: Speaker) -> None:
    heads = (text("Metric"), text("Month"), text("Cell"), WAS, BECOMES)
    table = new_table(speaker, heads, numbers_from=3)
    for one in changes:
        metric, fact, language = project.metric(one.fact.metric), one.fact, speaker.language
        month = language.month(fact.month)
        values = (
            shown_value(metric, value, project, language) for value in (one.before, fact.value)
        )
        table.add_row(metric.name, month, spot_words(fact.spot), *values)
    write_table(table)


def _show_inputs(
    inputs: Sequence[InputChange], project: Project, speaker: Speaker, title: Text
) -> None:
    table = new_table(speaker, (title, WAS, BECOMES), numbers_from=1)
    for one in inputs:
        place = one.read.place
        values = (
            input_value(place, value, project, speaker.language)
            for value in (one.before, one.read.value)
        )
        table.add_row(speaker.say(input_words(place, project)), *values)
    write_table(table)


def _tell_refused(refused: Sequence[RefusedCell], speaker: Speaker, *, several: bool) -> None:
    """Say on standard error which cells were left out and why, one a line."""
    for one in refused[:_MOST_REFUSED]:
        tell(speaker.say(refused_words(one, file=several)))
    left = len(refused) - _MOST_REFUSED
    if left > 0:
        tell(speaker.say(text("and {n} more", n=left)))


def _fact(one: FactChange, words: Language) -> dict[str, Any]:
    fact = one.fact
    tree: dict[str, Any] = {
        "metric": fact.metric, "month": fact.month, "from": one.before, "to": fact.value,
        "how": fact.how, "file": fact.spot.file, "sheet": fact.spot.sheet, "cell": fact.spot.cell,
    }  # fmt: skip
    return tree | ({"said": words.say(fact.said)} if fact.said else {})


def _refused(one: RefusedCell, words: Language) -> dict[str, Any]:
    spot = one.spot
    return {
        "sheet": spot.sheet, "cell": spot.cell, "value": one.value, "why": words.say(one.why),
        "file": spot.file,
    }  # fmt: skip


def _input(one: InputChange, project: Project, words: Language) -> dict[str, Any]:
    place, spot = one.read.place, one.read.spot
    return {
        "input": words.say(input_words(place, project)), "kind": place.kind,
        "keys": list(place.keys), "at": place.at, "from": one.before, "to": one.read.value,
        "file": spot.file, "sheet": spot.sheet, "cell": spot.cell,
    }  # fmt: skip
