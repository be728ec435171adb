"""A workbook that leaves while errors of the checks are open."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from workbench.base.texts import plural
from workbench.checks.runner import examine
from workbench.cli.speaker import Speaker
from workbench.cli.streams import tell
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.forward import calculate


def open_errors(project: Project, roles: Collection[Key] | None) -> int:
    """How many errors are open about the roles that get a sheet, or about no role."""
    report = examine(calculate(project))
    return (report if roles is None else report.about(roles)).count("error")


def tell_draft(errors: int, file: Path, speaker: Speaker) -> None:
    """Say on standard error that the workbook is a draft, if it is one."""
    if errors:
        said = plural(
            "{name}: {n} error is open in the checks: the cover is marked as a draft",
            "{name}: {n} errors are open in the checks: the cover is marked as a draft",
            errors,
            name=file.name,
        )
        tell(speaker.say(said))
