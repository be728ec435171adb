"""What was read from files, as it is shown before it is taken."""

from __future__ import annotations

from workbench.base.texts import Text, joined, plural, text
from workbench.excel.actuals_import import FactChange, Import, InputChange
from workbench.presenters.actuals.returning.picture import ChangeRow, ReturnPicture
from workbench.presenters.actuals.returning.words import (
    about,
    how_found,
    input_value,
    input_words,
    refused_words,
    spot_words,
)
from workbench.presenters.desk import Desk
from workbench.presenters.measures import shown_value

_MOST_ROWS = 2_000


def shown(
    found: Import, desk: Desk, *, inputs: bool, anyway: bool, tables: bool = False
) -> ReturnPicture:
    """Files that were read: what changes, what was refused, what has to be agreed to."""
    say = desk.say
    several = len(found.books) > 1
    strangers = found.strangers
    agree = text("Take it over although it is of another project: “{client}”",
                 client=strangers[0].client or "–") if strangers else None  # fmt: skip
    count = len(found.changes) + (len(found.inputs) if inputs else 0)
    return ReturnPicture(
        say(_summary(found)),
        "warn" if strangers or not count else "",
        notes=tuple(say(note) for note in _notes(found) if note),
        changes=tuple(_fact(one, desk, several=several) for one in found.changes[:_MOST_ROWS]),
        inputs=tuple(_input(one, desk, several=several) for one in found.inputs[:_MOST_ROWS]),
        inputs_said=say(_inputs_said(found)) if found.inputs else "",
        inputs_taken=inputs,
        anyway=say(agree) if agree else "",
        anyway_agreed=anyway,
        refused=tuple(say(refused_words(one, file=several)) for one in found.refused[:_MOST_ROWS]),
        refused_said=say(_refused_said(found)) if found.refused else "",
        take=say(_take(len(found.changes), len(found.inputs) if inputs else 0)) if count else "",
        is_ready=bool(count) and (anyway or not strangers),
        columns=say(text("Columns…")) if tables else "",
        close=say(text("Leave it") if count else text("Close")),
    )


def _summary(found: Import) -> Text:
    names = plural("{n} file", "{n} files", len(found.books))
    if len(found.books) == 1:
        names = text("“{name}”", name=found.books[0].file)
    read = plural("{n} actual read", "{n} actuals read", found.read)
    new = sum(one.before is None for one in found.changes)
    parts = [
        plural("{n} is new", "{n} are new", new),
        plural("{n} changes", "{n} change", len(found.changes) - new),
        plural("{n} is the same", "{n} are the same", found.same),
    ]
    return text("{files}: {read}, {parts}.", files=names, read=read, parts=joined(parts, ", "))


def _notes(found: Import) -> list[Text | None]:
    return [how_found(found), *(about(book) for book in found.books)]


def _inputs_said(found: Import) -> Text:
    return plural(
        "Change the plan too: {n} input differs in the workbook",
        "Change the plan too: {n} inputs differ in the workbook",
        len(found.inputs),
    )


def _refused_said(found: Import) -> Text:
    return plural("{n} cell was not taken:", "{n} cells were not taken:", len(found.refused))


def _take(facts: int, inputs: int) -> Text:
    actuals = plural("Take {n} actual over", "Take {n} actuals over", facts)
    if not inputs:
        return actuals
    changed = plural("{n} input", "{n} inputs", inputs)
    if not facts:
        return text("Take {inputs} over", inputs=changed)
    return text("{actuals}, and {inputs}", actuals=actuals, inputs=changed)


def _fact(one: FactChange, desk: Desk, *, several: bool) -> ChangeRow:
    project, language, fact = desk.project, desk.language, one.fact
    metric = project.metric(fact.metric)
    before, after = (
        shown_value(metric, value, project, language) for value in (one.before, fact.value)
    )
    said = language.say(fact.said) if fact.said else ""
    spot = spot_words(fact.spot)
    where = f"{fact.spot.file}, {spot}" if several else spot
    return ChangeRow(metric.name, language.month(fact.month), before, after, where, said)


def _input(one: InputChange, desk: Desk, *, several: bool) -> ChangeRow:
    project, language, read = desk.project, desk.language, one.read
    before, after = (
        input_value(read.place, value, project, language) for value in (one.before, read.value)
    )
    spot = spot_words(read.spot)
    where = f"{read.spot.file}, {spot}" if several else spot
    said = language.say(read.said) if read.said else ""
    return ChangeRow(desk.say(input_words(read.place, project)), "", before, after, where, said)
