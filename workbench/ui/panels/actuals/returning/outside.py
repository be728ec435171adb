"""What reading actuals asks of the person's computer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.preferences import Preferences
from workbench.storage.folders import documents_folder

_PURPOSE = "actuals"


class Desktop:
    """The dialogs of the person's computer; the last folder is remembered."""

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget) -> None:
        self._desk = desk
        self._preferences = preferences
        self._parent = parent

    def files_to_read(self) -> Sequence[Path]:
        """Which workbooks and tables to read."""
        folders = self._preferences.settings.folders
        start = folders.get(_PURPOSE) or folders.get("export") or str(documents_folder())
        title = self._desk.say(text("Read actuals from workbooks and tables"))
        name = self._desk.say(text("Workbooks and tables"))
        chosen, _ = QFileDialog.getOpenFileNames(
            self._parent, title, start, f"{name} (*.xlsx *.csv *.tsv *.txt)"
        )
        if chosen:
            self._preferences.remember("folders", _PURPOSE, str(Path(chosen[0]).parent))
        return [Path(one) for one in chosen]
