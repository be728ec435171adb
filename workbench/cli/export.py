"""`export`: the workbook of a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.base.languages import Code, language
from workbench.base.texts import text
from workbench.cli.endings import demand_another, with_ending
from workbench.cli.options import AsJson, File, LangOption, Output
from workbench.cli.output import progress_bar, tell_written
from workbench.cli.speaker import about, speaking

if TYPE_CHECKING:
    from workbench.document.project import Project
    from workbench.excel.book import Dress


def export(
    file: File,
    output: Output,
    role: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="Only the sheet of this role.")
    ] = None,
    brief: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            help="A brief for this role, with its sheet; else for each vacancy.",
        ),
    ] = None,
    logo: Annotated[
        Path | None, typer.Option(metavar="PNG", help="The client's logo, PNG or JPEG.")
    ] = None,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Write the workbook, or all its sheets as a PDF, by the ending of the file.

    Its language is the project's unless --lang says otherwise.
    """
    from workbench.checks.readiness import readiness
    from workbench.checks.runner import examine
    from workbench.cli.drafts import tell_draft
    from workbench.cli.exporting import write_export
    from workbench.cli.forecasts import problems_tree, tell_problems
    from workbench.planning.forward import calculate

    output = with_ending(output, (".xlsx", ".pdf"), ".xlsx")
    with speaking(lang) as speaker:
        demand_another(output, file)
        project = speaker.load(file)
        with about(file):
            roles, briefs = _called(project, role), _called(project, brief)
        code: Code = lang.value if lang else project.language
        dress = _dress(project, code, logo)
        forecast = calculate(project)
        ready = readiness(examine(forecast), forecast, roles)
        with progress_bar(speaker, text("Writing the workbook")) as progress:
            write_export(
                forecast, output, language(code), progress,
                roles=roles, briefs=briefs, draft=ready.draft, dress=dress,
            )  # fmt: skip
        more = {"draft": not ready.is_ready, "problems": problems_tree(forecast, speaker.language)}
        tell_written(output, speaker, as_json, {key: told for key, told in more.items() if told})
        if not as_json:
            tell_draft(ready, file, speaker)
            tell_problems(forecast, file, speaker)


def _called(project: Project, words: list[str] | None) -> list[str] | None:
    """The keys of the roles that are named; None where nobody is."""
    from workbench.planning.naming import role_called

    return [role_called(project, one).key for one in words] if words else None


def _dress(project: Project, code: Code, logo: Path | None) -> Dress:
    """The client's logo, what the settings say of the consultant, and the picture of the funnel."""
    from workbench.presenters.sheets.dress import dressed
    from workbench.storage.settings import load_settings

    return dressed(load_settings(), logo, _picture(project, code))


def _picture(project: Project, code: Code) -> bytes | None:
    """The drawn funnel; none where Qt is not installed, the chart says the same."""
    try:
        from workbench.ui.render import funnel_picture
    except ImportError:
        return None
    return funnel_picture(project, code)
