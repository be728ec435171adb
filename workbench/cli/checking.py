"""The commands that examine a system of KPIs and mend it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.base.texts import text
from workbench.cli.options import AsJson, File, LangOption, Output
from workbench.cli.output import progress_bar, tell_written, write_json
from workbench.cli.speaker import speaking
from workbench.cli.streams import write
from workbench.cli.usage import one_of

if TYPE_CHECKING:
    from workbench.checks.mend_all import Outcome
    from workbench.cli.speaker import Speaker

FOUND_ERRORS = 1


class Least(StrEnum):
    """The choices of `--severity`, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


def check(
    file: File,
    severity: Annotated[
        Least,
        typer.Option(
            help="The lowest that is shown.",
            metavar="[error|warning|hint]",
            parser=one_of("--severity", Least),
        ),
    ] = Least.HINT,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Examine the system of KPIs; the exit code is 1 when there is an error, shown or not."""
    from workbench.checks.doubt import doubt
    from workbench.checks.runner import examine
    from workbench.cli.findings import report_tree, show_report
    from workbench.planning.forward import calculate

    with speaking(lang) as speaker:
        forecast = calculate(speaker.load(file))
        report = examine(forecast)
        if as_json:
            write_json(report_tree(report, severity.value, speaker.language))
        else:
            show_report(report, severity.value, speaker, doubt(forecast))
        if not report.is_sound:
            raise typer.Exit(FOUND_ERRORS)


def mend(
    file: File,
    codes: Annotated[
        list[str], typer.Argument(metavar="CODE", help="What to mend, such as KPI201.")
    ],
    output: Output,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Apply the first mend of everything that the checks of these codes find."""
    from workbench.checks.mend_all import mend_all
    from workbench.checks.naming import checks_called
    from workbench.cli.findings import outcome_tree
    from workbench.storage.project_file import completed, save

    with speaking(lang) as speaker:
        project = speaker.load(file)
        checks = checks_called(codes)
        with progress_bar(speaker, text("Mending")) as progress:
            outcome = mend_all(project, checks, progress)
        save(outcome.project, output)
        if not as_json:
            _show_outcome(outcome, speaker)
        tree = outcome_tree(outcome, speaker.language)
        tell_written(completed(output), speaker, as_json, tree)


def _show_outcome(outcome: Outcome, speaker: Speaker) -> None:
    from workbench.cli.findings import show_left, show_mended

    if outcome.mended:
        show_mended(outcome, speaker)
    else:
        write(speaker.say(text("There was nothing to mend")))
    if outcome.left:
        show_left(outcome, speaker)
