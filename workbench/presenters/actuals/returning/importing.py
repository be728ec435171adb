"""Filled workbooks and tables on their way in.

Nothing changes before `take`; then it is one step of undo.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from psygnal import Signal

from workbench.base.texts import Text, text
from workbench.document.changes import Changes
from workbench.presenters.actions import Action
from workbench.presenters.actuals.returning.files_read import FilesRead
from workbench.presenters.actuals.returning.memory import Memory
from workbench.presenters.actuals.returning.picture import ReturnPicture
from workbench.presenters.actuals.returning.words import taken_words
from workbench.presenters.background import (
    Background,
    Done,
    Failed,
    Outcome,
    Progress,
    Work,
)
from workbench.presenters.desk import Desk

if TYPE_CHECKING:
    from workbench.excel.actuals_import import Import
    from workbench.presenters.actuals.returning.matching import Matching


class Outside(Protocol):
    """What is asked of the person's computer."""

    def files_to_read(self) -> Sequence[Path]:
        """Which workbooks and tables to read; none when the person thought better of it."""


class Returning:
    """What was read, what of it is wanted, and taking it over; `changed` when there is news."""

    changed = Signal()

    def __init__(
        self, desk: Desk, outside: Outside, background: Background, memory: Memory
    ) -> None:
        self._desk = desk
        self._memory = memory
        self._outside = outside
        self._background = background
        self._reading: FilesRead | None = None
        self._progress: Progress | None = None
        self._failed: Text | None = None
        self._inputs = False
        self._anyway = False
        desk.session.opened.connect(self.drop)
        desk.session.changed.connect(self._on_changed)

    @property
    def is_busy(self) -> bool:
        """Whether files are being read."""
        return self._progress is not None

    @property
    def record(self) -> Action:
        """The command that asks for files."""
        return Action(
            "actuals.read", text("Read actuals from Excel or CSV…"), self.begin, self._is_free,
            icon="download", menu="file", group=2,
        )  # fmt: skip

    def begin(self) -> None:
        """Ask for files and read them beside the window."""
        if not self.is_busy:
            paths = self._outside.files_to_read()
            if paths:
                self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files beside the window."""
        self._desk.settle()
        self._reading = FilesRead(paths, self._desk.project, self._desk.language.decimal)
        self._failed, self._inputs, self._anyway = None, False, False
        self._run(self._reading, self._reading.opening())

    def _run(self, reading: FilesRead, work: Work) -> None:
        self._progress = Progress(0, len(reading.paths))
        self._background.run(work, self._on_progress, self._on_end)
        self.changed.emit()

    def stop(self) -> None:
        """Ask the reading to stop."""
        self._background.cancel()

    def drop(self) -> None:
        """Forget what was read; what is still being read is not wanted any more."""
        if self.is_busy:
            self._background.cancel()
        self._reading, self._failed = None, None
        self.changed.emit()

    def want_inputs(self, wanted: bool) -> None:
        """Take changed inputs of the plan over as well, or leave them."""
        self._inputs = wanted
        self.changed.emit()

    def agree(self, agreed: bool) -> None:
        """Read a workbook of another project all the same, or not."""
        self._anyway = agreed
        self.changed.emit()

    def match_again(self) -> None:
        """Ask for the columns of the tables once more."""
        if self.matching is not None:
            self.matching.reopen()

    def take(self) -> None:
        """Take over what was read, as one step of undo."""
        found = self.found
        if found is None or not self.picture().is_ready:  # type: ignore[union-attr]
            return
        if self._desk.do(found.edit(inputs=self._inputs)):
            self._desk.tell(taken_words(found, inputs=self._inputs), wrong=False)
        self.drop()

    @property
    def found(self) -> Import | None:
        """What was read, once it was."""
        return self._reading.found if self._reading and not self.is_busy else None

    @property
    def matching(self) -> Matching | None:
        """The tables among the files, once these were opened."""
        return self._reading.matching if self._reading and not self.is_busy else None

    def picture(self) -> ReturnPicture | None:
        """What there is to say about the files; None where there are none."""
        say = self._desk.say
        if self._failed is not None:
            return ReturnPicture(say(self._failed), "bad", close=say(text("Close")))
        if self._reading is None:
            return None
        if self._progress is not None:
            at = min(self._progress.done, len(self._reading.paths) - 1)
            name = self._reading.paths[at].name
            busy = self._progress.done, self._progress.total
            return ReturnPicture(say(text("Reading “{name}”…", name=name)), busy=busy)
        if self._reading.found is None:
            return None
        from workbench.presenters.actuals.returning.showing import shown

        matching = self._reading.matching
        return shown(
            self._reading.found, self._desk, inputs=self._inputs, anyway=self._anyway,
            tables=matching is not None and matching.has_tables,
        )  # fmt: skip

    def _is_free(self) -> bool:
        return not self.is_busy

    def _on_progress(self, progress: Progress) -> None:
        self._progress = progress
        self.changed.emit()

    def _on_end(self, outcome: Outcome) -> None:
        self._progress = None
        if isinstance(outcome, Failed) and self._reading is not None:
            self._failed = outcome.message
        if isinstance(outcome, Done) and self._reading is not None:
            self._go_on(self._reading)
            return
        self._reading = None
        self.changed.emit()

    def _go_on(self, reading: FilesRead) -> None:
        """What comes after files were opened, or after their tables were read."""
        from workbench.excel.actuals_import import together
        from workbench.excel.returned.found import Returned
        from workbench.presenters.actuals.returning.matching import Matching

        if reading.books is None:
            books = [one for one in reading.opened if isinstance(one, Returned)]
            reading.books = books if len(books) == len(reading.opened) else None
        if reading.books is not None:
            reading.found = together(reading.books, self._desk.project)
            self.changed.emit()
            return
        reading.matching = Matching(reading.opened, self._desk, self._memory, self._on_matched)
        self._on_matched()

    def _on_matched(self) -> None:
        """The files come together once the columns of every table are chosen."""
        reading = self._reading
        if reading is None or reading.matching is None:
            return
        reading.found = reading.books = None
        if not reading.matching.is_open:
            self._run(reading, reading.tables(reading.matching.reading()))
            return
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        """What was read is compared with the project as it is now."""
        if self.found is not None and self._reading is not None:
            from workbench.excel.actuals_import import together

            self._reading.found = together(self.found.books, changes.after)
            self.changed.emit()
