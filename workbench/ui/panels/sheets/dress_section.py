"""Whose workbook it is: logos, the consultant's name, the colour of heads."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.excel.styles import BRAND
from workbench.presenters.sheets.picture import DressPicture
from workbench.ui.look import label
from workbench.ui.panels.sheets.logo_row import LogoRow
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_FIELD = 150


class DressSection(QWidget):
    """Tells a name or a colour when the field is left."""

    consultant_called = Signal(str)
    brand_chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.logo = LogoRow(theme, words, text("Client's logo"))
        self.own_logo = LogoRow(theme, words, text("Consultant's logo"))
        self.consultant, self.brand = QLineEdit(), QLineEdit()
        self._swatch = Swatch()
        self._lay_out(words)
        self.consultant.editingFinished.connect(self._on_consultant)
        self.brand.editingFinished.connect(self._on_brand)

    def show_dress(self, picture: DressPicture) -> None:
        """Show what the workbook wears."""
        self.logo.show_logo(picture.logo)
        self.own_logo.show_logo(picture.own_logo)
        if not self.consultant.hasFocus():
            self.consultant.setText(picture.consultant)
        self.brand.setText(picture.brand)
        self._swatch.show_color(picture.brand or BRAND)

    def _lay_out(self, words: Words) -> None:
        name, color = label("muted"), label("muted")
        words.put(name, "setText", text("Consultant"))
        words.put(color, "setText", text("Brand colour"))
        words.put(self.consultant, "setAccessibleName", text("Consultant"))
        words.put(self.consultant, "setPlaceholderText", text("name or company"))
        words.put(self.brand, "setAccessibleName", text("Brand colour"))
        words.put(self.brand, "setToolTip", text("Six hexadecimal digits, such as #2F55D4"))
        self.brand.setPlaceholderText(BRAND)
        self.consultant.setMaxLength(200)
        self.brand.setMaxLength(7)
        for field in (self.consultant, self.brand):
            field.setFixedWidth(_FIELD)
        self.brand.setFixedWidth(_FIELD - 28)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(7)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.consultant, 0, 1, 1, 2)
        grid.addWidget(color, 1, 0)
        grid.addWidget(self._swatch, 1, 1)
        grid.addWidget(self.brand, 1, 2)
        grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self.logo)
        column.addLayout(grid)
        column.addWidget(self.own_logo)

    def _on_consultant(self) -> None:
        self.consultant_called.emit(self.consultant.text())

    def _on_brand(self) -> None:
        self.brand_chosen.emit(self.brand.text())


class Swatch(QWidget):
    """A colour."""

    def __init__(self) -> None:
        super().__init__()
        self._color = BRAND
        self.setFixedSize(QSize(22, 22))

    def show_color(self, color: str) -> None:
        """Show another colour."""
        self._color = color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A square with round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._color).darker(115))
        painter.setBrush(QColor(self._color))
        painter.drawRoundedRect(QRectF(2.5, 2.5, 17, 17), 4, 4)
