"""Arguments and options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.speaker import Lang
from workbench.cli.usage import one_of

File = Annotated[Path, typer.Argument(metavar="FILE.kpi", help="The project.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="The file to write.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document and nothing else.")]
LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        help="Language of sentences.",
        metavar="[ru|en]",
        parser=one_of("--lang", Lang),
        is_eager=True,  # what is wrong with the others is said in it
    ),
]
