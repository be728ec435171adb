"""What the tables of the matrix have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView


class PlainTable(QTableView):
    """A table without frame, grid and numbers, which scrolls by pixels and selects one cell."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def settle(self) -> None:
        """Let the bars know columns that have just changed."""
        self.updateGeometries()

    def hide_bars(self, *, vertical: bool = False, horizontal: bool = False) -> None:
        """Leave scrolling to the neighbour."""
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if vertical:
            self.setVerticalScrollBarPolicy(off)
        if horizontal:
            self.setHorizontalScrollBarPolicy(off)
