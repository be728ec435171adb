"""The list of sheets that are in the workbook: arrows walk, a click shows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from workbench.presenters.sheets.picture import Tab

_WIDTH, _ROW = 158, 30
_ICON = 12


class TabList(QListWidget):
    """Tells the number of the sheet that is wanted."""

    sheet_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._tabs: tuple[Tab, ...] = ()
        self._showing = False
        self.setProperty("look", "sheets")
        self.setFixedWidth(_WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_chosen)

    def show_tabs(self, tabs: tuple[Tab, ...], chosen: int) -> None:
        """Show the sheets; items are made anew only when there are others than before."""
        self._showing = True
        if tabs != self._tabs:
            self._tabs = tabs
            self.clear()
            for tab in tabs:
                self.addItem(_item(tab))
        self.setCurrentRow(chosen)
        self._showing = False

    def _on_chosen(self, at: int) -> None:
        if not self._showing and at >= 0:
            self.sheet_chosen.emit(at)


def _item(tab: Tab) -> QListWidgetItem:
    item = QListWidgetItem(_chip(tab.color), tab.name)
    item.setToolTip(tab.name)
    item.setSizeHint(QSize(0, _ROW))
    return item


def _chip(color: str) -> QIcon:
    """A sheet's colour as on its tab in the workbook."""
    scale = 2
    picture = QPixmap(_ICON * scale, _ICON * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color or "#8A94A6"))
    painter.drawRoundedRect(QRectF(1, 1, _ICON - 2, _ICON - 2), 3, 3)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else it would be tinted
    return icon
