"""What reading journeys asks of the person's computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.storage.folders import documents_folder


class Desktop:
    """The dialogs of the person's computer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent
        self._folder = ""

    def file_to_read(self) -> Path | None:
        """Which table to read; the folder is remembered."""
        title = self._desk.say(text("Read journeys from a file"))
        name = self._desk.say(text("Tables"))
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent,
            title,
            self._folder or str(documents_folder()),
            f"{name} (*.xlsx *.xlsm *.csv *.tsv *.txt)",
        )
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = str(path.parent)
        return path
