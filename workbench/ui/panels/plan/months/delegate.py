"""How the cells of the plan look and how a number is typed into one."""

from __future__ import annotations

from heapq import nlargest

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QValidator
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from workbench.base.texts import Text
from workbench.presenters.desk import Desk
from workbench.presenters.months.cells import Cells
from workbench.presenters.months.picture import Cell, Heading, Row
from workbench.ui.look import set_tone
from workbench.ui.panels.plan.months.table_model import DOTS, FIRST_MONTH, NAME, UNIT, MonthsModel
from workbench.ui.theme import Colors, Theme

Index = QModelIndex | QPersistentModelIndex
_PAD = 9
_DOT = 4.5
_EQUAL_WIDTH = QFont.Tag("tnum")


class MonthsDelegate(QStyledItemDelegate):
    """Paints every cell itself: the style sheet knows no inputs, problems and role colours."""

    def __init__(
        self, model: MonthsModel, desk: Desk, theme: Theme, cells: Cells, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._desk = desk
        self._theme = theme
        self._cells = cells
        self.current = (-1, -1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index.row())
        rect: QRect = option.rect
        font = QFont(option.font)
        font.setFeature(_EQUAL_WIDTH, 1)
        painter.save()
        if isinstance(line, Heading):
            self._paint_heading(painter, rect, font, line, index.column())
        else:
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, rect, state, index)
            self._paint_row(painter, rect, font, line, index)
            if (index.row(), index.column()) == self.current:
                self._paint_frame(painter, rect, state)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = self._model.line(index.row())
        key = line.key if isinstance(line, Row) else ""
        editor = CellEditor(parent, self._desk, self._cells, key)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, CellEditor) and editor.isModified():
            self._model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(0, 0, 0, -1))

    def _paint_heading(
        self, painter: QPainter, rect: QRect, font: QFont, line: Heading, column: int
    ) -> None:
        colors = self._theme.colors
        bands = colors.bands
        band = bands[line.band % len(bands)] if line.band >= 0 else colors.window
        painter.fillRect(rect, QColor(band))
        _underline(painter, rect, colors)
        if column == NAME:
            font.setPixelSize(11)
            font.setWeight(QFont.Weight.DemiBold)
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
            painter.setFont(font)
            painter.setPen(QColor(colors.muted))
            # the neighbours of a heading are empty, so a long name may run on
            inner = rect.adjusted(_PAD, 0, 0, 0)
            painter.drawText(inner, _LEFT, _elided(painter, line.name, inner.width()))

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        colors, column = self._theme.colors, index.column()
        cell = self._model.cell(index.row(), column)
        typed = cell is not None and cell.kind != "computed"
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        beside = index.row() == self.current[0] and not is_month(column, self._model)
        ground = colors.entry if typed else colors.surface
        painter.fillRect(rect, QColor(colors.accent_soft if chosen or beside else ground))
        _underline(painter, rect, colors)
        painter.setPen(QPen(QColor(colors.border), 1))
        if typed:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if column == self._model.total:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def _paint_row(
        self, painter: QPainter, rect: QRect, font: QFont, line: Row, index: Index
    ) -> None:
        colors, column = self._theme.colors, index.column()
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        cell = self._model.cell(index.row(), column)
        if cell is not None:
            if column == self._model.total:
                font.setWeight(QFont.Weight.DemiBold)
            self._paint_number(painter, inner, font, cell)
        elif column == DOTS:
            self._paint_dots(painter, rect, line)
        elif column > self._model.total:
            painter.setPen(QColor(_toned(line.difference.tone, colors)))
            painter.drawText(inner, _RIGHT, line.difference.text)
        else:
            painter.setPen(QColor(colors.muted if column == UNIT else colors.text))
            words = line.unit if column == UNIT else line.name
            painter.drawText(inner, _LEFT, _elided(painter, words, inner.width()))

    def _paint_number(self, painter: QPainter, inner: QRect, font: QFont, cell: Cell) -> None:
        colors = self._theme.colors
        color = colors.text
        if cell.wrong:
            color = colors.warn
        elif cell.kind == "given":
            color = colors.accent
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(inner, _RIGHT, _elided(painter, cell.text, inner.width() + _PAD))

    def _paint_dots(self, painter: QPainter, rect: QRect, line: Row) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x = rect.left() + _PAD + _DOT
        for dot in line.dots[:4]:
            painter.setBrush(QColor(dot.color))
            painter.drawEllipse(QPointF(x, rect.center().y() + 0.5), _DOT, _DOT)
            x += 2 * _DOT + 3

    def _paint_frame(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        active = bool(state & QStyle.StateFlag.State_HasFocus)
        colors = self._theme.colors
        painter.setPen(QPen(QColor(colors.accent if active else colors.faint), 2 if active else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))


class CellEditor(QLineEdit):
    """Takes a number; what is none is marked at once and cannot be entered."""

    def __init__(self, parent: QWidget, desk: Desk, cells: Cells, key: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cells = cells
        self._key = key
        self.setProperty("look", "month")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setValidator(_Numbers(self, cells, key))
        self.textEdited.connect(self._on_edited)

    def _on_edited(self, words: str) -> None:
        wrong = self._cells.objection(self._key, words)
        set_tone(self, "bad" if wrong else "")
        said: Text | None = wrong or self._cells.reading(words)
        self.setToolTip(self._desk.say(wrong) if wrong else "")
        if said is None:
            QToolTip.hideText()
        else:
            below = self.mapToGlobal(QPoint(0, self.height() - 8))
            QToolTip.showText(below, self._desk.say(said), self)


class _Numbers(QValidator):
    """Lets everything be typed, and nothing be entered that is no number."""

    def __init__(self, parent: QWidget, cells: Cells, key: str) -> None:
        super().__init__(parent)
        self._cells = cells
        self._key = key

    def validate(self, words: str, at: int) -> object:
        bad = self._cells.objection(self._key, words) is not None
        state = QValidator.State.Intermediate if bad else QValidator.State.Acceptable
        return state, words, at


def cell_width(texts: list[str], least: int, most: int) -> int:
    """The width of a column in which these texts can be read."""
    metrics = QFontMetrics(QApplication.font())
    longest = nlargest(4, texts, key=len)
    widest = max((metrics.horizontalAdvance(words) for words in longest), default=0)
    return max(least, min(most, widest + 2 * _PAD + 6))


def is_month(column: int, model: MonthsModel) -> bool:
    """Whether a column is one of the months."""
    return FIRST_MONTH <= column < model.total


def _underline(painter: QPainter, rect: QRect, colors: Colors) -> None:
    painter.setPen(QPen(QColor(colors.border), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _elided(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)


def _toned(tone: str, colors: Colors) -> str:
    return {"good": colors.good, "bad": colors.bad, "warn": colors.warn}.get(tone, colors.text)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
