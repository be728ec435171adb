"""The command of the File menu that fills a client's form, and what it needs of the computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.preferences import Preferences
from workbench.storage.folders import documents_folder

if TYPE_CHECKING:
    from workbench.presenters.forms.picture import FormPicture
    from workbench.presenters.forms.presenter import FormsPresenter


class Forms(QObject):
    """Makes what fills forms when it is first asked for; `idle` when a form is filled."""

    idle = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._parent = parent
        self._made: FormsPresenter | None = None
        self.records = (
            Action("file.fill_form", text("Fill a client's form…"), self._begin, self._is_free,
                   icon="clipboard", menu="file", group=4),
        )  # fmt: skip

    @property
    def presenter(self) -> FormsPresenter:
        """What decides."""
        if self._made is None:
            from workbench.presenters.forms.presenter import FormsPresenter
            from workbench.ui.worker import Worker

            outside, worker = Desktop(self._desk, self._parent), Worker(self)
            worker.idle.connect(self.idle)
            self._made = FormsPresenter(self._desk, outside, worker, self._preferences, self._show)
        return self._made

    def _begin(self) -> None:
        self.presenter.begin()

    def _is_free(self) -> bool:
        return self._made is None or self._made.is_free

    def _show(self, picture: FormPicture) -> None:
        from workbench.ui.dialogs.filled_form import FilledForm

        FilledForm(self._desk, picture, self.presenter.open, self._parent).open()


class Desktop:
    """The dialogs of the person's computer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent

    def form_to_fill(self, folder: str) -> Path | None:
        """Which form to fill."""
        title = self._desk.say(text("Which form is to be filled?"))
        kind = self._desk.say(text("Excel workbook"))
        where = folder or str(documents_folder())
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, where, f"{kind} (*.xlsx)")
        return Path(chosen) if chosen else None

    def where(self, suggestion: Path) -> Path | None:
        """Where to put the filled copy."""
        from workbench.ui.ask import Dialogs

        kinds = {"xlsx": text("Excel workbook")}
        title = text("Save the filled form")
        return Dialogs(self._desk, self._parent).file_to_write(title, suggestion, kinds)

    def open(self, path: Path) -> None:
        """Open a file in the program that belongs to it."""
        from workbench.ui.panels.sheets.outside import Desktop as Opening

        Opening(self._desk, self._parent).open(path)
