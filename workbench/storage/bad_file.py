"""What is wrong with a file that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a text file, both counted from one."""

    line: int
    column: int


class BadFile(WorkbenchError):
    """A file that was not opened: its name, the place as far as it is known, and the reason."""

    def __init__(self, name: str, reason: Text, spot: Spot | None = None) -> None:
        if spot is None:
            message = text("{name}: {reason}", name=name, reason=reason)
        else:
            message = text(
                "{name}, line {line}, column {column}: {reason}",
                name=name,
                line=str(spot.line),
                column=str(spot.column),
                reason=reason,
            )
        super().__init__(message)
        self.reason = reason
        self.spot = spot


def spot_at(words: str, at: int) -> Spot:
    """The line and column of a position in a text."""
    start = words.rfind("\n", 0, at) + 1
    return Spot(words.count("\n", 0, at) + 1, at - start + 1)
