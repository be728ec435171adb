"""A file of journeys on its way in: read beside the window, shown, and taken over if agreed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from workbench.base.texts import Figure, Text, joined, plural, text
from workbench.document.edits.journeys import SetJourneys
from workbench.document.project import Project
from workbench.planning.journey_table import DoubtfulNumber, RefusedRow, TableOfJourneys
from workbench.presenters.background import (
    Background,
    Control,
    Done,
    Failed,
    Outcome,
    Progress,
    Stopped,
    Work,
)
from workbench.presenters.desk import Desk
from workbench.presenters.plan.credit.picture import ImportPicture
from workbench.presenters.plan.credit.words import refused_words

_MOST_ROWS, _MOST_DOUBTS = 200, 3


class Outside(Protocol):
    """What is asked of the person's computer."""

    def file_to_read(self) -> Path | None:
        """Which table to read."""


class _Reading:
    """One file being read; what was found is picked up when the work has ended."""

    def __init__(self, path: Path, project: Project, decimal: str) -> None:
        self.path = path
        self.found: TableOfJourneys | None = None
        self._project = project
        self._decimal = decimal

    def work(self) -> Work:
        """The reading as a piece of background work."""

        def read(control: Control) -> Outcome:
            from workbench.excel.reader import Abandoned
            from workbench.presenters.plan.credit.reading import read_journeys

            def wanted() -> bool:
                return not control.is_cancelled()

            try:
                self.found = read_journeys(self.path, self._project, self._decimal, wanted)
            except Abandoned:
                return Stopped()
            return Done() if wanted() else Stopped()

        return read


class Importing:
    """Nothing changes before `take`; then it is one step of undo."""

    def __init__(
        self, desk: Desk, outside: Outside, background: Background, changed: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._outside = outside
        self._background = background
        self._changed = changed
        self._reading: _Reading | None = None
        self._busy = False
        self._failed: Text | None = None
        desk.session.opened.connect(self.drop)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._busy

    def begin(self) -> None:
        """Ask for a file and read it beside the window."""
        if self._busy:
            return
        path = self._outside.file_to_read()
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file beside the window."""
        self._reading = _Reading(path, self._desk.project, self._desk.language.decimal)
        self._busy, self._failed = True, None
        self._background.run(self._reading.work(), _on_progress, self._on_end)
        self._changed()

    def stop(self) -> None:
        """Ask the reading to stop."""
        self._background.cancel()

    def drop(self) -> None:
        """Forget what was read; what is still being read is not wanted any more."""
        if self._busy:
            self._background.cancel()
        self._reading, self._failed = None, None
        self._changed()

    def take(self, *, adding: bool) -> None:
        """Take over what was read, behind the journeys there are or in their place."""
        found = self._reading.found if self._reading and not self._busy else None
        if found is None:
            return
        if self._desk.do(SetJourneys(found.journeys, adding=adding)):
            said = plural("{n} journey was taken over", "{n} journeys were taken over",
                          len(found.journeys))  # fmt: skip
            self._desk.tell(said, wrong=False)
        self.drop()

    def picture(self) -> ImportPicture | None:
        """What there is to say about the file; None where there is none."""
        say = self._desk.say
        if self._failed is not None:
            return ImportPicture(say(self._failed), tone="bad", close=say(text("Close")))
        if self._reading is None:
            return None
        name = self._reading.path.name
        if self._busy:
            return ImportPicture(say(text("Reading “{name}”…", name=name)), busy=True)
        found = self._reading.found
        return self._read(found, name) if found is not None else None

    def _read(self, found: TableOfJourneys, name: str) -> ImportPicture:
        say, n, present = self._desk.say, len(found.journeys), len(self._desk.project.journeys)
        add = plural("Add {n} journey", "Add {n} journeys", n)
        replace = plural("Put it in place of the {present} there are",
                         "Put them in place of the {present} there are", n,
                         present=present)  # fmt: skip
        return ImportPicture(
            say(joined(_summary(found, name), " ")),
            tone="" if n else "warn",
            refused=tuple(say(one) for one in _refused(found.refused)),
            add=say(add) if n else "",
            replace=say(replace) if n and present else "",
            close=say(text("Leave it")),
        )

    def _on_end(self, outcome: Outcome) -> None:
        self._busy = False
        if isinstance(outcome, Failed):
            self._failed = outcome.message
        if not isinstance(outcome, Done):
            self._reading = None
        self._changed()


def _on_progress(_progress: Progress) -> None:
    """A table is read in one go."""


def _summary(found: TableOfJourneys, name: str) -> list[Text]:
    journeys = plural("{n} journey", "{n} journeys", len(found.journeys))
    touches = plural("{n} touch", "{n} touches", found.touches)
    rows = plural("{n} row", "{n} rows", found.rows)
    said = [
        text("“{name}”: {rows} read, {journeys} with {touches}.", name=name, rows=rows,
             journeys=journeys, touches=touches)
    ]  # fmt: skip
    said += [_doubt(one) for one in found.doubts[:_MOST_DOUBTS]]
    left = len(found.doubts) - _MOST_DOUBTS
    if left > 0:
        said.append(plural("{n} more number is read so.", "{n} more numbers are read so.", left))
    if found.refused:
        n = len(found.refused)
        said.append(plural("{n} row is left out:", "{n} rows are left out:", n))
    return said


def _doubt(one: DoubtfulNumber) -> Text:
    return text("“{words}” in row {row} is read as {number}.", words=one.words, row=str(one.row),
                number=Figure(one.number, places=0 if one.number.is_integer() else 3))  # fmt: skip


def _refused(rows: tuple[RefusedRow, ...]) -> list[Text]:
    said = [refused_words(one) for one in rows[:_MOST_ROWS]]
    left = len(rows) - _MOST_ROWS
    return [*said, text("and {n} more", n=left)] if left > 0 else said
