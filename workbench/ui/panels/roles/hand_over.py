"""The gesture of dragging a KPI to the column of another role."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from workbench.presenters.roles.matrix_picture import Cell, CellPicture
from workbench.ui.panels.roles.signs import paint_chip
from workbench.ui.theme import Colors


class HandOver:
    """Begins when the pointer has left the pressed cell; nothing happens before release."""

    def __init__(self, cell: Cell, kpi: CellPicture, pressed: QPoint) -> None:
        self.cell = cell
        self.is_active = False
        self._kpi = kpi
        self._pressed = pressed
        self.pointer = pressed

    def move(self, pointer: QPoint) -> None:
        """Follow the pointer."""
        self.pointer = pointer
        if (pointer - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self.is_active = True

    def paint(self, painter: QPainter, target: QRect, colors: Colors) -> None:
        """Where the KPI would go, and the KPI under the pointer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if target.isValid():
            painter.setPen(QPen(QColor(colors.accent), 1.6, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(QRectF(target).adjusted(2, 2, -2, -3), 6, 6)
        ghost = QRectF(0, 0, 90, 26)
        ghost.moveCenter(self.pointer.toPointF())
        painter.setOpacity(0.92)
        paint_chip(painter, ghost, self._kpi.part, self._kpi.caption, self._kpi.color, colors)
