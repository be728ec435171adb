"""A workbook that leaves before it is ready to send."""

from __future__ import annotations

from pathlib import Path

from workbench.base.texts import joined, text
from workbench.checks.readiness import Readiness
from workbench.cli.speaker import Speaker
from workbench.cli.streams import tell


def tell_draft(ready: Readiness, file: Path, speaker: Speaker) -> None:
    """Say on standard error that the workbook is a draft and why, if it is one."""
    if not ready.is_ready:
        said = text(
            "{name}: the cover is marked as a draft. {why}",
            name=file.name, why=joined(ready.reasons, ". "),
        )  # fmt: skip
        tell(speaker.say(said))
