"""Paints the KPI of a cell and lets its weight be typed in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_picture import CellPicture
from workbench.ui.canvas.paint.marks import paint_alert
from workbench.ui.panels.roles.matrix_model import Index, MatrixModel
from workbench.ui.panels.roles.signs import chip_box, paint_chip
from workbench.ui.theme import Theme, ui_font

_ON_CORNER, _SMALLER = QPointF(-1.0, 1.0), 0.85
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CellDelegate(QStyledItemDelegate):
    """Colours, chip and editor of a cell; a typed weight goes to the presenter as it was typed."""

    left = Signal(int)

    def __init__(self, model: MatrixModel, presenter: MatrixPresenter, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._presenter = presenter
        self._theme = theme
        self._typed = ""
        self.take_over = False
        self.marked: str | None = None

    def begin_with(self, typed: str) -> None:
        """Let the next editor start with what was typed already."""
        self._typed = typed

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, chip, line below, and a frame round the current cell."""
        rect: QRect = option.rect
        painter.save()
        painter.fillRect(rect, QColor(self._ground(index)))
        painter.setPen(QColor(self._theme.colors.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_inside(painter, option, index, QRectF(rect).adjusted(0, 0, 0, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line for the weight."""
        editor = QLineEdit(parent)
        editor.setFont(ui_font(12))
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setProperty("look", "cell")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with the weight, or with the digit that opened the editor."""
        assert isinstance(editor, QLineEdit)
        if self._typed:
            editor.setText(self._typed)
            editor.setModified(True)  # findings that come meanwhile must not take it back
            self._typed = ""
        elif not editor.isModified():
            editor.setText(str(index.data() or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the weight over, if anything stands there."""
        assert isinstance(editor, QLineEdit)
        cell = self._model.cell(index)
        words = editor.text().strip()
        if cell is not None and words and words != index.data():
            self._presenter.weigh(cell, words, take_over=self.take_over)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Cover the chip."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(4, 3, -4, -4))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Up and down finish the weight and go on to the next row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(editor, QLineEdit):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.left.emit(step)
                return True
        return super().eventFilter(editor, event)

    def _ground(self, index: Index) -> str:
        colors = self._theme.colors
        if not self._model.row(index).metric:
            return colors.window
        return colors.accent_soft if self._is_marked(index) else colors.surface

    def _is_marked(self, index: Index) -> bool:
        """Whether the metric of the row is selected."""
        return self._model.row(index).metric == self.marked

    def _paint_inside(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inside: QRectF
    ) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_Active)
            self._paint_frame(painter, inside, focused=focused)
        kpi = self._model.kpi(index)
        if kpi is not None:
            self._paint_kpi(painter, inside, kpi)
        elif state & QStyle.StateFlag.State_MouseOver and self._model.cell(index):
            icon = self._theme.icon("plus", self._theme.colors.faint, 14)
            icon.paint(painter, inside.toRect())

    def _paint_kpi(self, painter: QPainter, inside: QRectF, kpi: CellPicture) -> None:
        """The chip, with the sign of what was found on its corner."""
        colors = self._theme.colors
        paint_chip(painter, inside, kpi.part, kpi.caption, kpi.color, colors)
        if kpi.alert:
            corner = chip_box(inside, kpi.part, kpi.caption).topRight()
            paint_alert(painter, kpi.alert, corner + _ON_CORNER, colors, _SMALLER)

    def _paint_frame(self, painter: QPainter, inside: QRectF, *, focused: bool) -> None:
        colors = self._theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.accent if focused else colors.faint), 1.6))
        painter.setBrush(QColor(colors.accent_soft))
        painter.drawRoundedRect(inside.adjusted(2, 2, -2, -2), 6, 6)
