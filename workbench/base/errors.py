"""Errors that are a sentence for the person at the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.base.texts import Text


class WorkbenchError(Exception):
    """Something the person can understand and mend; anything else that is raised is a bug."""

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
