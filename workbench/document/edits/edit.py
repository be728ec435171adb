"""What every edit is, and several edits as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workbench.base.texts import Text
from workbench.document.project import Project


class Edit(Protocol):
    """A frozen value that makes the next project; it has no undo."""

    @property
    def title(self) -> Text:
        """What the edit does, in a few words, for the undo menu."""

    def apply(self, project: Project) -> Project:
        """The next project; raises a `WorkbenchError` when the edit does not fit."""


@dataclass(frozen=True)
class Bundle:
    """Several edits that are one step of undo."""

    title: Text
    edits: tuple[Edit, ...]

    def apply(self, project: Project) -> Project:
        """Apply one edit after another; all or none."""
        for edit in self.edits:
            project = edit.apply(project)
        return project
