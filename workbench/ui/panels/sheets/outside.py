"""What the export does beyond the window: ask for a file, draw, open folders and files."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Code, Language
from workbench.base.texts import text
from workbench.document.project import Project
from workbench.excel.plan import WorkbookPlan
from workbench.presenters.background import Control
from workbench.presenters.desk import Desk
from workbench.presenters.sheets.outside import Kind
from workbench.ui.ask import Dialogs


class Desktop:
    """The dialogs and programs of the person's computer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent

    def where(self, kind: Kind, suggestion: Path) -> Path | None:
        """Ask where to put a workbook, its PDF or a picture."""
        dialogs = Dialogs(self._desk, self._parent)
        if kind == "picture":
            return dialogs.picture_to_save(text("Picture of the funnel"), suggestion)
        if kind == "pack":
            title = text("PDF of the pack")
            return dialogs.file_to_write(title, suggestion, {"pdf": text("PDF pages")})
        endings = {"xlsx": text("Excel workbook")}
        return dialogs.file_to_write(text("Export to Excel"), suggestion, endings)

    def logo(self, folder: Path) -> Path | None:
        """Ask which picture is a logo."""
        return Dialogs(self._desk, self._parent).picture_to_open(text("Choose a logo"), folder)

    def draw(self, project: Project, path: Path, code: Code) -> None:
        """Draw the funnel; raises a `WorkbenchError`."""
        from workbench.ui.render import render

        render(project, path, code, "funnel")

    def funnel(self, project: Project, code: Code) -> bytes:
        """The drawn funnel for the workbook; raises a `WorkbenchError`."""
        from workbench.ui.render import funnel_picture

        return funnel_picture(project, code)

    def print(self, plan: WorkbookPlan, path: Path, language: Language, control: Control) -> None:
        """Write the sheets as a PDF; raises a `WorkbenchError` or `Cancelled`."""
        from workbench.ui.paper.pack import write_pack

        write_pack(plan, path, language, control.report, control.is_cancelled)

    def show_in_folder(self, path: Path) -> None:
        """Open the folder with the file marked, where the system can mark it."""
        command = folder_command(sys.platform, path)
        started = command is not None and QProcess.startDetached(command[0], command[1:])[0]
        if not started:
            self._open_url(path.parent)

    def open(self, path: Path) -> None:
        """Open a file in the program that belongs to it."""
        self._open_url(path)

    def _open_url(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise NotOpened(text("no program on this computer opens “{file}”", file=path.name))


class NotOpened(WorkbenchError):
    """Nothing on this computer opens such a file."""


def folder_command(platform: str, path: Path) -> list[str] | None:
    """The program that shows a file in its folder; None where only the folder can be opened."""
    if platform == "win32":
        return ["explorer", "/select,", QDir.toNativeSeparators(str(path))]
    if platform == "darwin":
        return ["open", "-R", str(path)]
    return None
