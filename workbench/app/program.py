"""Builds the desktop program once and hands things in."""

from __future__ import annotations

import locale
import logging
import sys
import time
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from workbench.base.languages import language
from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.files import Files
from workbench.presenters.preferences import Preferences
from workbench.presenters.sheets.folder import Folder
from workbench.presenters.starts import empty_project
from workbench.storage.folders import data_folder
from workbench.storage.recovery import pending
from workbench.storage.settings import Settings, load_settings
from workbench.ui.ask import Dialogs
from workbench.ui.main_window import MainWindow
from workbench.ui.theme import Theme, system_is_dark
from workbench.ui.workspace import Workspace

_SAME_ERROR_AGAIN = 10.0


class Program(QObject):
    """The running program: the window, what it works on, and the ties to the system."""

    def __init__(self, app: QApplication, theme: Theme, window: MainWindow) -> None:
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._reported = ("", 0.0)
        self._translator = QTranslator(self)
        self.preferences = Preferences(load_settings())
        code = self.preferences.settings.language or system_language()
        self.desk = Desk(empty_project(language(code)), code, Folder(self.preferences))
        self.dialogs = Dialogs(self.desk, window)
        self.files = Files(self.desk, self.dialogs, self.preferences, _clock)
        self._use_settings(self.preferences.settings)
        self.workspace = Workspace(window, self.desk, self.files, self.preferences, theme)
        self.preferences.changed.connect(self._use_settings)
        window.dropped.connect(self.files.open_path)
        window.fill(self.workspace, self.workspace.may_close)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        if sys.platform == "darwin":
            app.installEventFilter(self)

    def start(self, path: Path | None) -> None:
        """Open a project, or offer the templates; then what a crash left behind."""
        if path is not None:
            self.files.open_path(path)
        self.workspace.furnish()
        if path is None and not self.desk.project.metrics:
            self.desk.go("templates")
        self.files.offer(pending())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A Mac asks the program to open files by an event."""
        if isinstance(event, QFileOpenEvent):
            self.files.open_path(Path(event.file()))
            return True
        return super().eventFilter(watched, event)

    def report(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        """Keep the work, write the error down, and say so; the program goes on."""
        lines = "".join(traceback.format_exception(kind, error, where))
        now = time.monotonic()
        told, self._reported = self._reported, (lines, now)
        if told[0] == lines and now - told[1] < _SAME_ERROR_AGAIN:
            return  # an error while painting comes back with every frame
        logging.getLogger("workbench").error("%s", lines)
        log = data_folder() / "errors.log"
        with suppress(OSError):
            log.parent.mkdir(parents=True, exist_ok=True)
            with log.open("a", encoding="utf-8") as file:
                file.write(f"{datetime.now().isoformat()}\n{lines}\n")
        if self.files.store_recovery():
            safety = text("Your work is safe; the details are in {file}.", file=str(log))
        else:
            safety = text(
                "Save your work under another name; the details are in {file}.", file=str(log)
            )
        self.desk.tell(text("Something went wrong in the program. {safety}", safety=safety))

    def _use_settings(self, settings: Settings) -> None:
        dark = system_is_dark(self._app) if settings.theme == "system" else settings.theme == "dark"
        if dark != self._theme.colors.dark or not self._app.styleSheet():
            self._theme.use(dark=dark)
        code = settings.language or system_language()
        self._speak(code)

    def _speak(self, code: str) -> None:
        """Switch our own sentences and those of Qt's dialogs."""
        self._app.removeTranslator(self._translator)
        QLocale.setDefault(QLocale(code))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if code == "ru" and self._translator.load("qtbase_ru", folder):
            self._app.installTranslator(self._translator)
        self.desk.speak(code)

    def _on_scheme_changed(self) -> None:
        self._use_settings(self.preferences.settings)


def system_language() -> str:
    """Russian where the system speaks it, English elsewhere."""
    code = QLocale.system().name() or locale.getlocale()[0] or ""
    return "ru" if code.lower().startswith("ru") else "en"


def _clock() -> str:
    return f"{datetime.now():%H:%M}"
