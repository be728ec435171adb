"""Filling a form from the window: asks for both files, works beside it, tells what was left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Protocol

from workbench.base.errors import WorkbenchError
from workbench.base.languages import language
from workbench.base.texts import joined, plural, text
from workbench.document.project import Project
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
from workbench.presenters.forms.filling import ELSEWHERE, FormReport, Told, fill
from workbench.presenters.forms.picture import FormPicture, LeftLine
from workbench.presenters.preferences import Preferences

_PURPOSE = "forms"


class Outside(Protocol):
    """What is asked of the person's computer."""

    def form_to_fill(self, folder: str) -> Path | None:
        """Which form to fill."""

    def where(self, suggestion: Path) -> Path | None:
        """Where to put the filled copy."""

    def open(self, path: Path) -> None:
        """Open a file; raises a `WorkbenchError`."""


class _Filling:
    """One form being filled; the report is picked up when the work has ended."""

    def __init__(self, project: Project, form: Path, output: Path) -> None:
        self.output = output
        self.report: FormReport | None = None
        self._project = project
        self._form = form

    def work(self) -> Work:
        """The filling as a piece of background work."""

        def run(control: Control) -> Outcome:
            from workbench.excel.apart import Abandoned

            def wanted() -> bool:
                return not control.is_cancelled()

            spoken = language(self._project.language)
            try:
                self.report = fill(self._project, None, self._form, self.output, spoken,
                                   today=date.today(), wanted=wanted)  # fmt: skip
            except Abandoned:
                return Stopped()
            return Done()

        return run


class FormsPresenter:
    """Fills with the plan as it stands; `show` is given what has to be read by the person."""

    def __init__(
        self, desk: Desk, outside: Outside, background: Background, preferences: Preferences,
        show: Callable[[FormPicture], None],
    ) -> None:  # fmt: skip
        self._desk = desk
        self._outside = outside
        self._background = background
        self._preferences = preferences
        self._show = show
        self._filling: _Filling | None = None
        self._output = Path()

    @property
    def is_free(self) -> bool:
        """Whether no form is being filled."""
        return self._filling is None

    def begin(self) -> None:
        """Ask for a form and a place for the copy, and fill it beside the window."""
        self._desk.settle()
        if not self.is_free:
            return
        form = self._outside.form_to_fill(self._preferences.settings.folders.get(_PURPOSE, ""))
        if form is None:
            return
        self._preferences.remember("folders", _PURPOSE, str(form.parent))
        output = self._outside.where(self._suggestion(form))
        if output is None:
            return
        self._filling = _Filling(self._desk.project, form, output)
        self._background.run(self._filling.work(), _on_progress, self._on_end)

    def open(self) -> None:
        """Open what was filled last."""
        try:
            self._outside.open(self._output)
        except WorkbenchError as error:
            self._desk.tell(error.message)

    def _suggestion(self, form: Path) -> Path:
        name = self._desk.say(text("{name} (filled)", name=form.stem))
        return form.with_name(f"{name}.xlsx")

    def _on_end(self, outcome: Outcome) -> None:
        filling, self._filling = self._filling, None
        match outcome:
            case Failed(message):
                self._desk.tell(message)
            case Done() if filling is not None and filling.report is not None:
                self._tell(filling.report, filling.output)

    def _tell(self, report: FormReport, output: Path) -> None:
        self._output = output
        picture = self._picture(report, output)
        if picture.is_whole:
            ready = text("“{file}” is ready", file=output.name)
            self._desk.tell(joined((ready, report.summary), ": "), wrong=False)
        else:
            self._show(picture)

    def _picture(self, report: FormReport, output: Path) -> FormPicture:
        say, left, empty = self._desk.say, len(report.unknown), len(report.empty)
        return FormPicture(
            say(text("“{file}” is ready", file=output.name)),
            say(report.summary),
            say(plural("{n} placeholder is left as it is",
                       "{n} placeholders are left as they are", left)),
            tuple(self._lines(report.unknown)),
            say(plural("{n} placeholder has no value: its cell is empty",
                       "{n} placeholders have no value: their cells are empty", empty)),
            tuple(self._lines(report.empty)),
            say(ELSEWHERE) if report.elsewhere else "",
        )  # fmt: skip

    def _lines(self, told: Iterable[Told]) -> Iterable[LeftLine]:
        for one in told:
            why = self._desk.say(one.why) if one.why else ""
            words = f"{{{{{one.spot.words}}}}}"
            yield LeftLine(one.spot.sheet, one.spot.cell, words, why)


def _on_progress(_progress: Progress) -> None:
    """A form is filled in one go."""
