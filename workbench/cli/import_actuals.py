"""The command that reads filled workbooks back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.base.texts import text
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import progress_bar, write_json
from workbench.cli.speaker import BadInput, Speaker, about, speaking

if TYPE_CHECKING:
    from workbench.document.project import Project
    from workbench.excel.actuals_import import Import
    from workbench.presenters.actuals.returning.reading import Named


def import_actuals(
    file: File,
    filled: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILLED.xlsx|TABLE.csv", help="Workbooks or tables that were filled in."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The file to write; the project itself without."),
    ] = None,
    plan: Annotated[
        bool, typer.Option("--plan", help="Take changed inputs of the plan over as well.")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Read a workbook of another project too.")
    ] = False,
    columns: Annotated[
        str,
        typer.Option(
            metavar="metric=A,month=B,value=C",
            help="The columns of a plain table, by letter or heading; "
            "metric alone where each month has a column.",
        ),
    ] = "",
    sheet: Annotated[
        str,
        typer.Option(metavar="NAME", help="The sheet of a plain table; the first one without."),
    ] = "",
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Read actuals from filled workbooks and tables; what is refused is listed and left out."""
    from workbench.cli.imports import import_tree, show_import
    from workbench.presenters.actuals.returning.reading import Named
    from workbench.storage.project_file import completed, save

    with speaking(lang) as speaker:
        known = speaker.open(file)
        project = known.project
        found = _read(filled, project, speaker, Named(sheet, columns), anyway=anyway)
        with about(file):
            after = _after(found, project, plan=plan)
        target = completed(output or file)
        if output is not None or after != project:
            save(after, target, known.fingerprint if output is None else None)
        if as_json:
            write_json(import_tree(found, project, speaker.language, target, plan=plan))
        else:
            show_import(found, project, speaker, target, plan=plan)


def _read(
    filled: list[Path], project: Project, speaker: Speaker, named: Named, *, anyway: bool
) -> Import:
    from workbench.excel.actuals_import import OtherProject
    from workbench.presenters.actuals.returning.reading import read_actuals

    decimal = speaker.language.decimal
    with progress_bar(speaker, text("Reading the workbooks")) as told:
        try:
            return read_actuals(filled, project, decimal, anyway=anyway, named=named, told=told)
        except OtherProject as other:
            refusal = text("{refusal}; --anyway reads it all the same", refusal=other.message)
            raise BadInput(refusal) from None


def _after(found: Import, project: Project, *, plan: bool) -> Project:
    try:
        return found.edit(inputs=plan).apply(project)
    except LookupError:
        raise BadInput(text("an input of the plan is not there any more")) from None
