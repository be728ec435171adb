"""Decides what the export shows, starts it, and tells how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Code, Language, language
from workbench.base.texts import Text, text
from workbench.document.value import Key
from workbench.presenters.background import (
    Background,
    Done,
    Failed,
    Outcome,
    Progress,
    Stopped,
    Work,
)
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.files import file_name
from workbench.presenters.preferences import Preferences
from workbench.presenters.sheets.chosen import Chosen, SheetId
from workbench.presenters.sheets.dressing import Dressing
from workbench.presenters.sheets.gate import gate, ready_to_send
from workbench.presenters.sheets.leaf import Leaf
from workbench.presenters.sheets.memory import Memory
from workbench.presenters.sheets.outside import Kind, Outside
from workbench.presenters.sheets.picture import ExportPicture, Fact, Report, Tab
from workbench.presenters.sheets.preview import Order, Preview
from workbench.presenters.sheets.work import pack, workbook

_FIRST = SheetId("cover")
Tone = Literal["", "good", "bad"]


class SheetsView(Protocol):
    """What can be shown of the export."""

    def show_export(self, picture: ExportPicture) -> None:
        """Show the panel with choices, gate, progress and result."""

    def show_tabs(self, tabs: tuple[Tab, ...], shown: int) -> None:
        """Show which sheets there are, and which of them is looked at."""

    def show_leaves(self, leaves: tuple[Leaf, ...]) -> None:
        """Show the sides of paper that one sheet takes; none for one that is left out."""


@dataclass(frozen=True, slots=True)
class _Told:
    """How the last export went, to be said in whatever language is spoken."""

    message: Text
    tone: Tone


class SheetsPresenter:
    """Works only while its place can be seen; an export goes on when the place is left."""

    def __init__(
        self,
        desk: Desk,
        view: SheetsView,
        outside: Outside,
        background: Background,
        preferences: Preferences,
    ) -> None:
        self._desk = desk
        self._view = view
        self._outside = outside
        self._background = background
        self._book = Preview()
        self._memory = Memory(preferences)
        self.dressing = Dressing(desk, preferences, outside)
        self._choice = Chosen(desk.project.language)
        self._sheet = _FIRST
        self._visible = False
        self._done: float | None = None
        self._told: _Told | None = None
        self._path = Path()
        self._on_opened()
        desk.session.opened.connect(self._on_opened)
        desk.calculation.updated.connect(self._on_updated)
        desk.checking.updated.connect(self._on_checked)
        desk.language_changed.connect(self._on_language_changed)
        self.dressing.changed.connect(self._on_dressed)

    def _on_opened(self) -> None:
        """Begin as the last time: what was chosen belongs to another client."""
        self._choice = self._memory.recall(self._desk.project)
        self.dressing.take_over(self._choice.logo)
        self._sheet = _FIRST
        if not self.is_busy:
            self._told, self._path = None, Path()

    @property
    def is_busy(self) -> bool:
        """Whether an export is under way."""
        return self._done is not None

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the project; a selected role shows its sheet."""
        self._visible = False
        if visible:
            self.dressing.look_again()
            self._desk.checking.check()
            self._visible = True
            self._refresh()
            role = self._desk.selection.selected.role
            sheet = SheetId("role", role or "")
            if any(tab.id == sheet and tab.chosen for tab in self._book.tabs(self._desk)):
                self.look_at(sheet)

    def look_at(self, sheet: SheetId) -> None:
        """Show another sheet."""
        if sheet != self._sheet:
            self._sheet = sheet
            self._show_sheet()

    def choose(self, sheet: SheetId, *, chosen: bool) -> None:
        """Put a sheet into the workbook or leave it out."""
        self._take(self._choice.with_sheet(sheet, chosen=chosen))

    def choose_language(self, code: Code) -> None:
        """Export in another language; the interface keeps its own."""
        self._take(self._choice.in_language(code))

    def _take(self, choice: Chosen) -> None:
        """Go by another choice from now on, and the next time as well."""
        if choice != self._choice:
            self._choice = choice
            self._memory.remember(self._desk.project, choice)
            self._refresh()

    def go_to(self, fact: Fact) -> None:
        """Show what a fact is about."""
        if fact.selected is None:
            self._desk.go(fact.place)
        else:
            self._desk.look_at(fact.place, fact.selected)

    def export(self) -> None:
        """Ask for a file and write the workbook beside the window."""
        path = self._wanted("workbook", ".xlsx")
        if path is None:
            return
        if self._plan():
            self._begin(workbook(self._order(), self._vacant(), path), path)

    def print(self) -> None:
        """Ask for a file and write all sheets into one PDF beside the window."""
        path = self._wanted("pack", ".pdf")
        if path is None:
            return
        if self._plan() and self._book.planned is not None:
            speech = language(self._choice.language)
            self._begin(pack(self._outside, self._book.planned, path, speech), path)

    def _wanted(self, kind: Kind, suffix: str) -> Path | None:
        """Where to write, unless something is being written already."""
        self._desk.settle()
        self._desk.go("sheets")
        return None if self.is_busy else self._asked(kind, suffix)

    def _begin(self, write: Work, path: Path) -> None:
        self._path, self._done, self._told = path, 0.0, None
        self._show_export()
        self._background.run(write, self._on_progress, self._on_end)

    def cancel(self) -> None:
        """Stop the export; nothing is written."""
        self._background.cancel()

    def draw(self) -> None:
        """Ask for a file and draw the funnel into it."""
        path = self._wanted("picture", ".png")
        if path is None:
            return
        try:
            self._outside.draw(self._desk.project, path, self._choice.language)
        except WorkbenchError as error:
            self._tell(error.message, "bad")
            return
        self._tell_ready(path)

    def show_in_folder(self) -> None:
        """Open the folder of what was written."""
        self._try(self._outside.show_in_folder)

    def open(self) -> None:
        """Open what was written."""
        self._try(self._outside.open)

    def _try(self, do: Callable[[Path], None]) -> None:
        try:
            do(self._path)
        except WorkbenchError as error:
            self._desk.tell(error.message)

    def _asked(self, kind: Kind, suffix: str) -> Path | None:
        client = self._desk.project.client.name
        speech = language(self._choice.language)
        wanted = {
            "workbook": text("{client} KPI", client=client),
            "pack": text("{client} KPI", client=client),
            "picture": text("{client} funnel", client=client),
        }
        suggestion = Path(self._desk.folder.last) / f"{file_name(speech.say(wanted[kind]))}{suffix}"
        path = self._outside.where(kind, suggestion)
        if path is not None:
            self._desk.folder.remember(str(path.parent))
        return path

    def _on_progress(self, progress: Progress) -> None:
        self._done = progress.done / max(progress.total, 1)
        self._show_export()

    def _on_end(self, outcome: Outcome) -> None:
        self._done = None
        match outcome:
            case Done():
                self._tell_ready(self._path)
            case Stopped():
                self._tell(text("The export was stopped: nothing was written"), "")
            case Failed(message):
                self._tell(message, "bad")

    def _tell_ready(self, path: Path) -> None:
        self._path = path
        self._tell(text("“{file}” is ready", file=path.name), "good")

    def _tell(self, message: Text, tone: Tone) -> None:
        self._told = _Told(message, tone)
        self._show_export()

    def _draft(self) -> Text | None:
        return ready_to_send(self._desk, self._choice).draft

    def _plan(self) -> bool:
        """Plan what is to be written; a picture that cannot be had is told in place of it."""
        self.dressing.look_again()
        fault = self.dressing.fault(self._desk.project, self._choice.language)
        if fault is not None:
            self._tell(fault, "bad")
            return False
        self._desk.checking.check()
        self._book.plan(self._order())
        return True

    def _order(self) -> Order:
        forecast = self._desk.forecast
        dress = self.dressing.dress(forecast.project, self._choice.language)
        return Order(forecast, self._choice, self._draft(), dress)

    def _vacant(self) -> frozenset[Key]:
        return self._book.vacant(self._desk.forecast)

    def _refresh(self) -> None:
        if self._visible:
            self._book.plan(self._order())
            self._show_export()
            self._show_sheet()

    def _show_export(self) -> None:
        self._view.show_export(
            ExportPicture(
                self._choice.language,
                gate(self._desk, self._choice),
                self.dressing.picture(),
                self._done,
                self._report(),
            )
        )

    def _report(self) -> Report | None:
        if self._told is None:
            return None
        written = str(self._path) if self._told.tone == "good" else ""
        return Report(self._desk.say(self._told.message), self._told.tone, written)

    def _show_sheet(self) -> None:
        """A sheet that is no more gives way to the first."""
        tabs = self._book.tabs(self._desk)
        at = next((at for at, tab in enumerate(tabs) if tab.id == self._sheet), 0)
        self._sheet = tabs[at].id if tabs else _FIRST
        self._view.show_tabs(tabs, at)
        self._view.show_leaves(self._book.leaves(self._sheet))

    def _on_dressed(self) -> None:
        if self.dressing.logo != self._choice.logo:
            self._choice = replace(self._choice, logo=self.dressing.logo)
            self._memory.remember(self._desk.project, self._choice)
        self._refresh()

    def _on_updated(self, _update: Update) -> None:
        """Have the findings of the new state at once: the mark on the cover goes by them."""
        if self._visible:
            self._desk.checking.check()

    def _on_checked(self, _findings: object) -> None:
        """Wait for the numbers where a project has just been opened."""
        if self._desk.checking.is_current:
            self._refresh()

    def _on_language_changed(self, _language: Language) -> None:
        self._refresh()
