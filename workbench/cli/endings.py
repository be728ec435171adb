"""The file that a command writes, with the ending of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.base.texts import text
from workbench.cli.speaker import BadInput
from workbench.cli.usage import WrongUsage


def with_ending(output: Path, endings: Sequence[str], usual: str = "") -> Path:
    """The output with its ending; a bare name gets the usual one, or the only one there is."""
    if output.suffix.lower() in endings:
        return output
    completing = usual or (endings[0] if len(endings) == 1 else "")
    if completing and output.name and not output.suffix:
        return output.with_suffix(completing)
    raise WrongUsage(text("-o takes a file that ends in {endings}", endings=", ".join(endings)))


def demand_another(output: Path, file: Path) -> None:
    """Refuse an output that is the project itself, which a link may hide; raises `BadInput`."""
    if output.exists() and file.exists() and output.samefile(file):
        raise BadInput(
            text("“{output}” is the project itself: nothing was written", output=output.name)
        )
