"""Decides what the export shows, starts it, and tells how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
from workbench.presenters.sheets.dress import dressed
from workbench.presenters.sheets.folder import Folder
from workbench.presenters.sheets.gate import gate, ready_to_send
from workbench.presenters.sheets.leaf import Leaf
from workbench.presenters.sheets.outside import Kind, Outside
from workbench.presenters.sheets.picture import ExportPicture, Fact, Report, Tab
from workbench.presenters.sheets.preview import Chosen, Preview
from workbench.presenters.sheets.work import pack, workbook
from workbench.storage.settings import load_settings

Tone = Literal["", "good", "bad"]


class SheetsView(Protocol):
    """What can be shown of the export."""

    def show_export(self, picture: ExportPicture) -> None:
        """Show the panel with choices, gate, progress and result."""

    def show_tabs(self, tabs: tuple[Tab, ...], chosen: int) -> None:
        """Show which sheets there are."""

    def show_leaves(self, leaves: tuple[Leaf, ...]) -> None:
        """Show the sides of paper that one sheet takes."""


@dataclass(frozen=True, slots=True)
class _Told:
    """How the last export went, to be said in whatever language is spoken."""

    message: Text
    tone: Tone


class SheetsPresenter:
    """Works only while its place can be seen; an export goes on when the place is left."""

    def __init__(
        self, desk: Desk, view: SheetsView, outside: Outside, background: Background, folder: Folder
    ) -> None:
        self._desk = desk
        self._view = view
        self._outside = outside
        self._background = background
        self._folder = folder
        self._book = Preview()
        self._choice = Chosen(desk.project.language)
        self._sheet = 0
        self._visible = False
        self._done: float | None = None
        self._told: _Told | None = None
        self._path = Path()
        desk.session.opened.connect(self._on_opened)
        desk.calculation.updated.connect(self._on_updated)
        desk.checking.updated.connect(self._on_checked)
        desk.language_changed.connect(self._on_language_changed)

    def _on_opened(self) -> None:
        """Begin anew: what was chosen belongs to another client."""
        self._choice = Chosen(self._desk.project.language)
        self._sheet = 0
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
            self._desk.checking.check()
            self._visible = True
            self._refresh()
            role = self._desk.selection.selected.role
            if role is not None and role in self._book.role_pages:
                self.choose_sheet(self._book.role_pages[role])

    def choose_sheet(self, at: int) -> None:
        """Show another sheet."""
        if at != self._sheet:
            self._sheet = at
            self._show_sheet()

    def choose_role(self, key: Key, chosen: bool) -> None:
        """Put the sheet of a role into the workbook or leave it out."""
        self._choice = self._choice.with_role(key, chosen)
        self._refresh()

    def choose_language(self, code: Code) -> None:
        """Export in another language; the interface keeps its own."""
        if code != self._choice.language:
            self._choice = self._choice.in_language(code)
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
        project, speech = self._desk.project, language(self._choice.language)
        keys = tuple(role.key for role in self._choice.roles(project))
        self._desk.checking.check()
        try:
            picture = self._outside.funnel(project, self._choice.language)
            dress = dressed(load_settings(), picture=picture)
        except WorkbenchError as error:
            self._tell(error.message, "bad")
            return
        self._begin(workbook(project, path, speech, keys, self._draft(), dress), path)

    def print(self) -> None:
        """Ask for a file and write all sheets into one PDF beside the window."""
        path = self._wanted("pack", ".pdf")
        if path is None:
            return
        self._desk.checking.check()
        self._book.plan(self._desk.forecast, self._choice, self._draft())
        if self._book.planned is not None:
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
        suggestion = Path(self._folder.last) / f"{file_name(speech.say(wanted[kind]))}{suffix}"
        path = self._outside.where(kind, suggestion)
        if path is not None:
            self._folder.remember(str(path.parent))
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

    def _refresh(self) -> None:
        if self._visible:
            self._book.plan(self._desk.forecast, self._choice, self._draft())
            self._sheet = min(self._sheet, len(self._book.tabs) - 1)
            self._show_export()
            self._show_sheet()

    def _show_export(self) -> None:
        self._view.show_export(
            ExportPicture(
                self._book.choices(self._choice, self._desk),
                self._choice.language,
                gate(self._desk, self._choice),
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
        self._view.show_tabs(self._book.tabs, self._sheet)
        self._view.show_leaves(self._book.leaves(self._sheet))

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
