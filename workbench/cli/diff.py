"""The command that tells two states of a project apart."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.base.texts import text
from workbench.cli.options import AsJson, LangOption
from workbench.cli.output import write_json
from workbench.cli.speaker import speaking
from workbench.cli.streams import write

Before = Annotated[Path, typer.Argument(metavar="A.kpi", help="The project as it was.")]
After = Annotated[Path, typer.Argument(metavar="B.kpi", help="The project as it is.")]


def diff(before: Before, after: After, as_json: AsJson = False, lang: LangOption = None) -> None:
    """Say what changed from one file to another, a line a change."""
    from workbench.presenters.differences import differences_by_member

    with speaking(lang) as speaker:
        found = differences_by_member(speaker.load(before), speaker.load(after), speaker.language)
        if as_json:
            write_json({"changes": [{"what": one.member, "words": one.words} for one in found]})
        elif found:
            write("\n".join(one.words for one in found))
        else:
            write(speaker.say(text("No differences")))
