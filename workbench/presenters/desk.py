"""The desk: what every presenter works with, built once and handed in."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

from psygnal import Signal

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Language, language
from workbench.base.texts import Text
from workbench.document.edits.edit import Edit
from workbench.document.project import Project
from workbench.document.session import Session
from workbench.document.value import Key
from workbench.planning.forecast import Forecast
from workbench.presenters.calculation import Calculation, Update
from workbench.presenters.checking import Checking
from workbench.presenters.selection import Selected, Selection
from workbench.presenters.sheets.folder import Folder

Place = Literal["funnel", "roles", "plan", "sheets", "actuals", "templates"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the person that needs no answer; `wrong` when something was refused."""

    message: Text
    wrong: bool = True


class Desk:
    """The open project with its numbers, the selection, the place and the interface language.

    `folder` is where what leaves the program went last.
    """

    noticed = Signal(Notice)
    settling = Signal()
    language_changed = Signal(Language)
    place_changed = Signal(str)
    naming_wanted = Signal(str)
    visit_wanted = Signal(str)

    def __init__(self, project: Project, code: str, folder: Folder | None = None) -> None:
        self.session = Session(project)
        self.folder = folder or Folder()
        self.calculation = Calculation(self.session)
        self.checking = Checking(self.session, self.calculation)
        self.selection = Selection()
        self._language = language(code)
        self._place: Place = "funnel"
        self.calculation.updated.connect(self._on_updated)

    @property
    def project(self) -> Project:
        """The current project."""
        return self.session.project

    @property
    def forecast(self) -> Forecast:
        """The numbers of the current project."""
        return self.calculation.forecast

    @property
    def language(self) -> Language:
        """The language of the interface; the project has one of its own."""
        return self._language

    @property
    def place(self) -> Place:
        """The work place that is open."""
        return self._place

    def say(self, text: Text) -> str:
        """A sentence in the language of the interface."""
        return self._language.say(text)

    def speak(self, code: str) -> None:
        """Switch the language of the interface while running."""
        if code != self._language.code:
            self._language = language(code)
            self.language_changed.emit(self._language)

    def go(self, place: Place) -> None:
        """Open a work place."""
        if place != self._place:
            self._place = place
            self.place_changed.emit(place)

    def visit(self, metric: Key) -> None:
        """Show a metric where it lies on the canvas."""
        self.visit_wanted.emit(metric)

    def look_at(self, place: Place, selected: Selected) -> None:
        """Go where something can be looked at, and select it; a metric comes into sight."""
        if place == "funnel" and selected.metric in self.project.metric_by_key:
            self.visit(str(selected.metric))
            return
        self.go(place)
        self.selection.choose(selected)

    def ask_name(self, key: Key) -> None:
        """Let the name of what was just made, and is selected, be typed at once."""
        self.naming_wanted.emit(key)

    def do(self, edit: Edit, run: Hashable = None) -> bool:
        """Apply an edit; what is refused is told, and nothing changes."""
        try:
            return self.session.apply(edit, run)
        except WorkbenchError as error:
            self.tell(error.message)
            return False

    def settle(self) -> None:
        """Let every field hand over what is being typed; asked before anything leaves the desk."""
        self.settling.emit()

    def tell(self, message: Text, *, wrong: bool = True) -> None:
        """Show a sentence that needs no answer."""
        self.noticed.emit(Notice(message, wrong))

    def _on_updated(self, update: Update) -> None:
        self.selection.keep_to(update.changes.after)
