"""The file that a command writes, with the ending of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.base.texts import text
from workbench.cli.usage import WrongUsage


def with_ending(output: Path, endings: Sequence[str]) -> Path:
    """The output with its ending; with one ending to choose from, a bare name gets it."""
    if output.suffix.lower() in endings:
        return output
    if len(endings) == 1 and output.name and not output.suffix:
        return output.with_suffix(endings[0])
    raise WrongUsage(text("-o takes a file that ends in {endings}", endings=", ".join(endings)))
