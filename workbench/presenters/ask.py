"""The questions a program may ask; the window answers with dialogs, a test with fixed answers."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

from workbench.base.texts import Text
from workbench.storage.lock import LockedBy
from workbench.storage.recovery import Recovery

BeforeClosing = Literal["save", "discard", "cancel"]
WhenChanged = Literal["overwrite", "copy", "cancel"]
WhenLocked = Literal["read_only", "take_over", "cancel"]
WhenFound = Literal["restore", "drop", "later"]


class AskPicture(Protocol):
    """Where a picture goes."""

    def picture_to_save(self, title: Text, suggestion: Path) -> Path | None:
        """Where to save a picture, with the title of the question."""


class Ask(Protocol):
    """Everything that needs an answer before it can go on."""

    def unsaved(self, name: str) -> BeforeClosing:
        """What to do with changes that are not saved."""

    def file_to_open(self, folder: str) -> Path | None:
        """Which project to open."""

    def file_to_save(self, suggestion: Path) -> Path | None:
        """Where to save the project."""

    def replace(self, name: str) -> bool:
        """Whether to write over a file that is there already."""

    def changed_on_disk(self, name: str) -> WhenChanged:
        """What to do when somebody else wrote the file meanwhile."""

    def locked(self, name: str, holder: LockedBy) -> WhenLocked:
        """What to do when somebody else has the file open."""

    def recover(self, found: Recovery) -> WhenFound:
        """What to do with work that a crash left behind."""
