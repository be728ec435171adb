"""What is shown of files that come back: strings and flags, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One number that would change: what it is, from and to, where it was read and how."""

    subject: str
    month: str
    before: str
    after: str
    spot: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class ReturnPicture:
    """Files on their way in. While they are read `busy` is so many of so many.

    `take` is empty where there is nothing to take, and not `ready` where something must be agreed
    to first; `anyway` and `inputs_said` are empty where nothing has to be ticked;
    `columns` where there is no plain table.
    """

    words: str
    tone: Literal["", "warn", "bad"] = ""
    busy: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    inputs: tuple[ChangeRow, ...] = ()
    inputs_said: str = ""
    inputs_taken: bool = False
    anyway: str = ""
    anyway_agreed: bool = False
    refused: tuple[str, ...] = ()
    refused_said: str = ""
    take: str = ""
    is_ready: bool = False
    columns: str = ""
    close: str = ""
