"""The command that fills a form of the client's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.base.languages import language
from workbench.base.texts import Text, text
from workbench.cli.endings import demand_another, with_ending
from workbench.cli.options import AsJson, File, LangOption, Output
from workbench.cli.output import new_table, tell_written, write_table
from workbench.cli.speaker import about, speaking
from workbench.cli.streams import write

if TYPE_CHECKING:
    from workbench.cli.speaker import Speaker
    from workbench.presenters.forms.filling import FormReport, Told


def fill(
    file: File,
    form: Annotated[Path, typer.Argument(metavar="FORM.xlsx", help="The client's form.")],
    output: Output,
    scenario: Annotated[str, typer.Option(help="A scenario, by key or name.")] = "",
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Fill a copy of the client's form: placeholders such as {{client}} in its cells."""
    from workbench.planning.naming import scenario_called
    from workbench.presenters.forms.filling import fill as fill_form

    output = with_ending(output, (".xlsx",))
    with speaking(lang) as speaker:
        demand_another(output, file)
        project = speaker.load(file)
        with about(file):
            chosen = scenario_called(project, scenario) if scenario else None
        spoken = language(lang or project.language)
        done = fill_form(project, chosen, form, output, spoken, today=date.today())
        tell_written(output, speaker, as_json, _tree(done, speaker))
        if not as_json:
            _show(done, speaker)


def _tree(done: FormReport, speaker: Speaker) -> dict[str, Any]:
    return {
        "filled": [{**_spot(one), "value": _value(one)} for one in done.filled],
        "empty": [_with_reason(one, speaker) for one in done.empty],
        "unknown": [_with_reason(one, speaker) for one in done.unknown],
        "elsewhere": done.elsewhere,
    }


def _spot(told: Told) -> dict[str, str]:
    return {"sheet": told.spot.sheet, "cell": told.spot.cell, "placeholder": told.spot.words}


def _with_reason(told: Told, speaker: Speaker) -> dict[str, str]:
    return {**_spot(told), "why": speaker.say(told.why) if told.why else ""}


def _value(told: Told) -> float | str | None:
    if told.meaning is None:
        return None
    value = told.meaning.value
    return value if isinstance(value, int | float) else told.meaning.words


def _show(done: FormReport, speaker: Speaker) -> None:
    from workbench.presenters.forms.filling import ELSEWHERE

    write(speaker.say(done.summary))
    _list(text("Known, but without a value:"), done.empty, speaker)
    _list(text("Left as they are:"), done.unknown, speaker)
    if done.elsewhere:
        write(speaker.say(ELSEWHERE))


def _list(title: Text, told: Iterable[Told], speaker: Speaker) -> None:
    rows = list(told)
    if not rows:
        return
    write(speaker.say(title))
    heads = (text("Sheet"), text("Cell"), text("Placeholder"), text("Why"))
    table = new_table(speaker, heads, numbers_from=len(heads))
    for one in rows:
        why = speaker.say(one.why) if one.why else ""
        table.add_row(one.spot.sheet, one.spot.cell, f"{{{{{one.spot.words}}}}}", why)
    write_table(table)
