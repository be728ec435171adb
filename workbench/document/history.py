"""The steps taken: undo and redo exchange projects, so they cannot disagree with doing."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from workbench.base.texts import Text
from workbench.document.project import Project

DEPTH = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One edit as people see it; the same `run` marks parts of one gesture or run of typing."""

    title: Text
    before: Project
    after: Project
    run: Hashable = None


@dataclass(frozen=True, slots=True)
class History:
    """Done and undone steps; a value, so a failed edit leaves the old one standing."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def with_step(self, step: Step) -> History:
        """The history after one more step; what was undone is forgotten.

        A run that comes back to where it began leaves no step.
        """
        last = self.done[-1] if self.done else None
        if last is not None and step.run is not None and last.run == step.run:
            if last.before == step.after:
                return History(self.done[:-1])
            merged = replace(last, after=step.after)
            return History((*self.done[:-1], merged))
        return History((*self.done, step)[-DEPTH:])

    def closed(self) -> History:
        """The same history with the last run ended, so that the next edit is a step of its own."""
        if not self.done or self.done[-1].run is None:
            return self
        return replace(self, done=(*self.done[:-1], replace(self.done[-1], run=None)))

    def back(self) -> History:
        """One step undone."""
        return History(self.done[:-1], (*self.undone, self.done[-1])).closed()

    def forth(self) -> History:
        """One step done again."""
        return History((*self.done, self.undone[-1]), self.undone[:-1]).closed()

    @property
    def undo_title(self) -> Text | None:
        """What undo would take back."""
        return self.done[-1].title if self.done else None

    @property
    def redo_title(self) -> Text | None:
        """What redo would do again."""
        return self.undone[-1].title if self.undone else None
