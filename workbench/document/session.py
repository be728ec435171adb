"""The open project and the one way to change it."""

from __future__ import annotations

from collections.abc import Hashable

from psygnal import Signal

from workbench.document.changes import Changes
from workbench.document.edits.edit import Edit
from workbench.document.history import History, Step
from workbench.document.project import Project


class Session:
    """The current project and its history.

    `changed` tells what is different; `opened` comes before it when another project was put in
    place, so that choices made for the last one are forgotten.
    """

    changed = Signal(Changes)
    opened = Signal()

    def __init__(self, project: Project) -> None:
        self._project = project
        self._history = History()
        self._clean: Project | None = project

    @property
    def project(self) -> Project:
        """The current project."""
        return self._project

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._history

    @property
    def is_dirty(self) -> bool:
        """Whether the project differs from the one that was opened or saved last."""
        return self._project is not self._clean and self._project != self._clean

    def apply(self, edit: Edit, run: Hashable = None) -> bool:
        """Take an edit over; False when it changes nothing. An error leaves everything as it was.

        Edits with the same `run` in a row become one step of undo.
        """
        before, after = self._project, edit.apply(self._project)
        if after is before or after == before:
            return False
        self._history = self._history.with_step(Step(edit.title, before, after, run))
        self._show(after)
        return True

    def end_run(self) -> None:
        """End a gesture or a run of typing."""
        self._history = self._history.closed()

    def undo(self) -> None:
        """Go one step back, if there is one."""
        if self._history.done:
            step = self._history.done[-1]
            self._history = self._history.back()
            self._show(step.before)

    def redo(self) -> None:
        """Do the last undone step again, if there is one."""
        if self._history.undone:
            step = self._history.undone[-1]
            self._history = self._history.forth()
            self._show(step.after)

    def open(self, project: Project, *, dirty: bool = False) -> None:
        """Put another project in place, with an empty history; `dirty` when it was never saved."""
        self._history = History()
        self._clean = None if dirty else project
        before, self._project = self._project, project
        self.opened.emit()
        self.changed.emit(Changes(before, project))

    def mark_saved(self, project: Project) -> None:
        """Remember the project that is on disk now."""
        self._clean = project

    def _show(self, project: Project) -> None:
        before, self._project = self._project, project
        self.changed.emit(Changes(before, project))
