"""About the program, and the sheet of shortcuts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import Text, text
from workbench.presenters.desk import Desk
from workbench.storage.versions import program_version
from workbench.ui.look import label
from workbench.ui.shell.commands import Command

_CANVAS: tuple[tuple[str, Text], ...] = (
    ("Ctrl + ↕", text("Zoom about the pointer with the wheel")),
    ("Space + ↔", text("Move the canvas by dragging")),
    ("Alt + ↔", text("Duplicate by dragging")),
    ("← ↑ → ↓", text("Move the selected cards by one step; with Shift by ten")),
    ("Alt + ←→", text("Walk along an arrow")),
    ("Tab", text("Add the next stage")),
    ("F2, Enter", text("Rename in place")),
    ("Esc", text("Back out")),
)


class Shortcuts(QDialog):
    """Every shortcut of the program in one list, made from the actions."""

    def __init__(self, desk: Desk, commands: Iterable[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(desk.say(text("Keyboard shortcuts")))
        self.resize(520, 560)
        sheet = QWidget()
        sheet.setProperty("look", "scrolled")
        grid = QGridLayout(sheet)
        grid.setVerticalSpacing(7)
        grid.setHorizontalSpacing(24)
        native = QKeySequence.SequenceFormat.NativeText
        rows = [(c.shortcut().toString(native), desk.say(c.record.lasting_label)) for c in commands]
        rows += [(keys, desk.say(words)) for keys, words in _CANVAS]
        for row, (keys, words) in enumerate(one for one in rows if one[0]):
            grid.addWidget(_line("strong", keys), row, 0)
            grid.addWidget(_line("", words), row, 1)
        grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(_close(self, desk))


class About(QDialog):
    """Version, licence and where the parts come from."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(desk.say(text("About KPI Workbench")))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(_line("title", "KPI Workbench"))
        version = text("Version {version}", version=program_version())
        column.addWidget(_line("muted", desk.say(version)))
        for words in (
            text("From the sales funnel to role KPIs and a workbook with live formulas."),
            text("Works without a network: nothing leaves this computer."),
            text("MIT licence. Inter font: SIL Open Font License. Icons: Tabler, MIT licence."),
        ):
            made = _line("", desk.say(words))
            made.setWordWrap(True)
            column.addWidget(made)
        column.addWidget(_close(self, desk))
        self.setFixedWidth(440)


def _line(look: str, words: str) -> QLabel:
    made = label(look)
    made.setText(words)
    return made


def _close(dialog: QDialog, desk: Desk) -> QDialogButtonBox:
    box = QDialogButtonBox(dialog)
    box.addButton(desk.say(text("Close")), QDialogButtonBox.ButtonRole.RejectRole)
    box.rejected.connect(dialog.reject)
    return box
