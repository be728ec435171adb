"""Starts the desktop program: the window stands first, everything else is imported after."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workbench.base.places import resource
from workbench.storage.first_look import FirstLook, first_look
from workbench.ui.main_window import MainWindow
from workbench.ui.theme import Theme, system_is_dark

if TYPE_CHECKING:
    from workbench.app.program import Program


class Start:
    """Shows the frame of the window and builds the program behind it once it is painted."""

    def __init__(self, app: QApplication, path: Path | None, look: FirstLook) -> None:
        self._app = app
        self._path = path
        self.theme = Theme(app)
        self.theme.use(dark=look.is_dark(system_is_dark(app)))
        self.window = MainWindow(self.theme, look.geometry)
        self.window.painted.connect(self._on_painted)
        self.program: Program | None = None

    def _on_painted(self) -> None:
        QTimer.singleShot(0, self._build)

    def _build(self) -> None:
        from workbench.app.program import Program

        self.program = Program(self._app, self.theme, self.window)
        sys.excepthook = self.program.report
        self.program.start(self._path)


def run(path: Path | None = None) -> int:
    """Run the window until it is closed, on a project if one is named."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("KPI Workbench")
    app.setApplicationDisplayName("KPI Workbench")
    app.setDesktopFileName("kpi-workbench")
    app.setWindowIcon(QIcon(str(resource("icons", "kpi-workbench.png"))))
    start = Start(app, path, first_look())
    start.window.show()
    return app.exec()
