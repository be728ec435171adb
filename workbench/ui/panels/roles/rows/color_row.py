"""A colour: a swatch that opens the palette."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QFrame,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.presenters.inspector.rows import Option, Row
from workbench.presenters.inspector.wishes import Chosen
from workbench.presenters.roles.rows import ColorRow
from workbench.ui.form.kit import Kit
from workbench.ui.form.row_widget import LabelledRow
from workbench.ui.look import button
from workbench.ui.theme import Theme

_ACROSS = 4
_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_ACROSS,
    Qt.Key.Key_Down: _ACROSS,
}


class Swatch(QAbstractButton):
    """One colour; the chosen one has a ring."""

    def __init__(self, theme: Theme, width: int = 26) -> None:
        super().__init__()
        self._theme = theme
        self.color = "#7A8699"
        self.setFixedSize(QSize(width, 26))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_color(self, color: str, name: str) -> None:
        """Show another colour."""
        self.color = color
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.hasFocus() or self.isChecked():
            painter.setPen(QPen(QColor(self._theme.colors.accent), 1.6))
            painter.drawRoundedRect(area, 7, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.color))
        painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 5, 5)
        painter.end()


class PalettePopup(QFrame):
    """The good colours and the way to any other."""

    picked = Signal(str)

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("look", "palette")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._theme = theme
        self._swatches: list[Swatch] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(3)
        self.other: QPushButton = button("link")
        self.other.clicked.connect(self._on_other)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(self._grid)
        column.addWidget(self.other)

    def open_at(self, place: QPoint, row: ColorRow) -> None:
        """Show the palette at a point of the screen, with the colour in force chosen."""
        self.other.setText(row.other)
        self._fill(row.colors, row.color)
        self.adjustSize()
        self.move(place - QPoint(self.width(), 0))
        self.show()
        chosen = next((one for one in self._swatches if one.isChecked()), self._swatches[0])
        chosen.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the colours."""
        step = _ARROWS.get(Qt.Key(event.key()))
        at = next((at for at, one in enumerate(self._swatches) if one.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(self._swatches):
            self._swatches[at + step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, colors: tuple[Option, ...], chosen: str) -> None:
        for at in range(len(self._swatches), len(colors)):
            swatch = Swatch(self._theme)
            swatch.setCheckable(True)
            swatch.clicked.connect(self._on_picked)
            self._swatches.append(swatch)
            self._grid.addWidget(swatch, at // _ACROSS, at % _ACROSS)
        for swatch, option in zip(self._swatches, colors, strict=True):
            swatch.show_color(option.id, option.text)
            swatch.setChecked(option.id.upper() == chosen.upper())

    def _on_picked(self) -> None:
        swatch = self.sender()
        self.close()
        if isinstance(swatch, Swatch):
            self.picked.emit(swatch.color)

    def _on_other(self) -> None:
        self.close()
        dialog = QColorDialog(self.parentWidget())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._on_selected)
        dialog.open()

    def _on_selected(self, color: QColor) -> None:
        self.picked.emit(color.name().upper())


class ColorRowWidget(LabelledRow):
    """The colour of a role."""

    def __init__(self, kit: Kit) -> None:
        self.swatch = Swatch(kit.theme, 40)
        super().__init__(kit, self.swatch)
        self._popup = PalettePopup(kit.theme, self)
        self._row: ColorRow | None = None
        self.swatch.clicked.connect(self._on_clicked)
        self._popup.picked.connect(self._on_picked)
        kit.theme.changed.connect(self.swatch.update)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, ColorRow)
        self._row = row
        names = {option.id.upper(): option.text for option in row.colors}
        name = names.get(row.color.upper(), row.color)
        self.swatch.show_color(row.color, f"{row.label}: {name}")

    def _on_clicked(self) -> None:
        if self._row is not None:
            corner = QPoint(self.swatch.width(), self.swatch.height() + 2)
            self._popup.open_at(self.swatch.mapToGlobal(corner), self._row)

    def _on_picked(self, color: str) -> None:
        self.wished.emit(Chosen(self.key, color))
