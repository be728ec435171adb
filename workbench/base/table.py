"""A table of plain values that was read from somebody's file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.base.errors import WorkbenchError
from workbench.base.files import read_regular, reading_failed
from workbench.base.texts import Text, text

# A moment is a `datetime`, which is a `date` too.
Cell = str | int | float | bool | date | None
Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows from the first of the file on, each without the empty cells at its end."""

    name: str
    rows: tuple[Cells, ...]


class NotATable(WorkbenchError):
    """A file that was not read as a table: its name and the reason."""

    def __init__(self, name: str, reason: Text) -> None:
        super().__init__(text("{name}: {reason}", name=name, reason=reason))
        self.reason = reason


def bytes_of(path: Path, largest: int) -> bytes:
    """What is in a file of at most so many bytes; raises `NotATable`."""
    try:
        data = read_regular(path, largest + 1)
    except (OSError, ValueError) as error:
        raise NotATable(str(path), reading_failed(error)) from None
    if len(data) > largest:
        limit = largest // (1024 * 1024)
        raise NotATable(path.name, text("the file is larger than {limit} MB", limit=limit))
    return data
