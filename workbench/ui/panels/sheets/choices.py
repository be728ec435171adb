"""The sheets of the workbook, each with a check mark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from workbench.document.value import Key
from workbench.presenters.sheets.picture import Choice
from workbench.ui.look import label


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role put in or left out."""

    key: Key
    chosen: bool


class ChoiceList(QWidget):
    """A row for each sheet; those that are always in cannot be left out."""

    role_chosen = Signal(RoleChoice)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Show the sheets; rows are made only when there are others than before."""
        if [row.key for row in self._rows] != [choice.key for choice in choices]:
            self._make(choices)
        for row, choice in zip(self._rows, choices, strict=True):
            row.show_choice(choice)

    def _make(self, choices: tuple[Choice, ...]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [_Row(choice.key) for choice in choices]
        for row in self._rows:
            row.chosen.connect(self.role_chosen)
            self._column.addWidget(row)


class _Row(QWidget):
    """A check box, the colour of the role, and what the sheet will hold."""

    chosen = Signal(RoleChoice)

    def __init__(self, key: Key | None) -> None:
        super().__init__()
        self.key = key
        self._box, self._note, self._dot = QCheckBox(), label("muted"), _Dot()
        self._box.setEnabled(key is not None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._box)
        row.addWidget(self._dot)
        row.addStretch()
        row.addWidget(self._note)
        self._box.clicked.connect(self._on_clicked)

    def show_choice(self, choice: Choice) -> None:
        """Show name, note and whether the sheet is in."""
        self._box.setText(choice.name.replace("&", "&&"))
        self._box.setChecked(choice.chosen)
        self._box.setAccessibleName(choice.name)
        self._note.setText(choice.note)
        self._dot.show_color(choice.color)

    def _on_clicked(self, checked: bool) -> None:
        if self.key is not None:
            self.chosen.emit(RoleChoice(self.key, checked))


class _Dot(QWidget):
    """The colour of a role."""

    def __init__(self) -> None:
        super().__init__()
        self._color = ""
        self.setFixedSize(QSize(9, 16))

    def show_color(self, color: str) -> None:
        """Take a colour, or none."""
        self._color = color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A disc."""
        if self._color:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(self._color))
            painter.setBrush(QColor(self._color))
            painter.drawEllipse(QRectF(1, 5, 7, 7))
