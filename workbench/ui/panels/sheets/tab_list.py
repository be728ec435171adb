"""The list of sheets: arrows walk and a click shows; a tick, or Space, puts a sheet in or out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from workbench.presenters.sheets.chosen import SheetId
from workbench.presenters.sheets.picture import Tab

_WIDTH, _ROW = 196, 28
_ICON = 10
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


@dataclass(frozen=True, slots=True)
class Ticked:
    """A sheet put in or left out."""

    sheet: SheetId
    chosen: bool


class TabList(QListWidget):
    """Tells which sheet is wanted, and which is put in or left out."""

    wanted = Signal(SheetId)
    ticked = Signal(Ticked)

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
        self.currentRowChanged.connect(self._on_row)
        self.itemChanged.connect(self._on_item)

    def show_tabs(self, tabs: tuple[Tab, ...], shown: int) -> None:
        """Show the sheets; items are made anew only when there are others than before."""
        self._showing = True
        if [tab.id for tab in tabs] != [tab.id for tab in self._tabs]:
            self.clear()
            for _ in tabs:
                self.addItem(QListWidgetItem())
        for at, tab in enumerate(tabs):
            _fill(self.item(at), tab)
        self._tabs = tabs
        self.setCurrentRow(shown)
        self._showing = False

    def _on_row(self, at: int) -> None:
        if not self._showing and at >= 0:
            self.wanted.emit(self._tabs[at].id)

    def _on_item(self, item: QListWidgetItem) -> None:
        """Let whoever decides show the tick that has come of it."""
        if not self._showing:
            chosen = item.checkState() == Qt.CheckState.Checked
            self.ticked.emit(Ticked(self._tabs[self.row(item)].id, chosen))


def _fill(item: QListWidgetItem, tab: Tab) -> None:
    """Name, colour and tick; what cannot be left out has a tick that cannot be taken away."""
    item.setText(tab.name)
    item.setToolTip(f"{tab.name}\n{tab.note}".strip())
    item.setIcon(_chip(tab.color))
    item.setSizeHint(QSize(0, _ROW))
    item.setCheckState(Qt.CheckState.Checked if tab.chosen else Qt.CheckState.Unchecked)
    item.setFlags(_FLAGS if tab.fixed else _FLAGS | Qt.ItemFlag.ItemIsUserCheckable)


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
    painter.drawRoundedRect(QRectF(0, 0, _ICON, _ICON), 3, 3)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else it would be tinted
    return icon
