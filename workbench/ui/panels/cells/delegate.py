"""What the cells of all tables have in common: how they are painted and typed into."""

from __future__ import annotations

from heapq import nlargest

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
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
from workbench.presenters.typed_numbers import TypedNumbers
from workbench.ui.look import set_tone
from workbench.ui.theme import Colors, Theme

Index = QModelIndex | QPersistentModelIndex
PAD = 9
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_EQUAL_WIDTH = QFont.Tag("tnum")


class CellDelegate(QStyledItemDelegate):
    """Frames the cell of the cursor, and opens cells for numbers."""

    def __init__(self, desk: Desk, theme: Theme, typed: TypedNumbers, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._typed = typed
        self.current = (-1, -1)

    def key_of(self, row: int) -> str:
        """The metric of a row."""
        raise NotImplementedError

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(parent, self._desk, self._typed, self.key_of(index.row()))
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if (
            isinstance(editor, CellEditor)
            and editor.isModified()
            and isinstance(index, QModelIndex)
        ):
            assert isinstance(model, QAbstractItemModel)
            model.setData(QModelIndex(index), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(0, 0, 0, -1))

    def paint_heading(
        self, painter: QPainter, rect: QRect, font: QFont, words: str, band: int
    ) -> None:
        """A piece of the line above the metrics of a phase, with its words if it has any."""
        colors = self._theme.colors
        bands = colors.bands
        ground = bands[band % len(bands)] if band >= 0 else colors.window
        painter.fillRect(rect, QColor(ground))
        underline(painter, rect, colors)
        if words:
            font.setPixelSize(11)
            font.setWeight(QFont.Weight.DemiBold)
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
            painter.setFont(font)
            painter.setPen(QColor(colors.muted))
            # the neighbours of a heading are empty, so a long name may run on
            inner = rect.adjusted(PAD, 0, 0, 0)
            painter.drawText(inner, LEFT, elided(painter, words, inner.width()))

    def paint_frame(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        """Where the cursor is."""
        active = bool(state & QStyle.StateFlag.State_HasFocus)
        colors = self._theme.colors
        painter.setPen(QPen(QColor(colors.accent if active else colors.faint), 2 if active else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))


class CellEditor(QLineEdit):
    """Takes a number; what is none is marked at once and cannot be entered."""

    def __init__(self, parent: QWidget, desk: Desk, typed: TypedNumbers, key: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed = typed
        self._key = key
        self.setProperty("look", "month")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setValidator(_Numbers(self, typed, key))
        self.textEdited.connect(self._on_edited)

    def _on_edited(self, words: str) -> None:
        wrong = self._typed.objection(self._key, words)
        set_tone(self, "bad" if wrong else "")
        said: Text | None = wrong or self._typed.reading(words)
        self.setToolTip(self._desk.say(wrong) if wrong else "")
        if said is None:
            QToolTip.hideText()
        else:
            below = self.mapToGlobal(QPoint(0, self.height() - 8))
            QToolTip.showText(below, self._desk.say(said), self)


class _Numbers(QValidator):
    """Lets everything be typed, and nothing be entered that is no number."""

    def __init__(self, parent: QWidget, typed: TypedNumbers, key: str) -> None:
        super().__init__(parent)
        self._typed = typed
        self._key = key

    def validate(self, words: str, at: int) -> object:
        bad = self._typed.objection(self._key, words) is not None
        state = QValidator.State.Intermediate if bad else QValidator.State.Acceptable
        return state, words, at


def equal_figures(option: QStyleOptionViewItem) -> QFont:
    """The font of a cell, with figures of equal width."""
    font = QFont(option.font)
    font.setFeature(_EQUAL_WIDTH, 1)
    return font


def cell_width(texts: list[str], least: int, most: int, *, strong: bool = False) -> int:
    """The width of a column in which these texts can be read; strong ones are wider."""
    font = QFont(QApplication.font())
    font.setFeature(_EQUAL_WIDTH, 1)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    longest = nlargest(4, texts, key=len)
    widest = max((metrics.horizontalAdvance(words) for words in longest), default=0)
    return max(least, min(most, widest + 2 * PAD + 6))


def underline(painter: QPainter, rect: QRect, colors: Colors) -> None:
    """The thin line below a cell."""
    painter.setPen(QPen(QColor(colors.border), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def elided(painter: QPainter, words: str, width: int) -> str:
    """Words shortened to a width."""
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)


def toned(tone: str, colors: Colors) -> str:
    """The colour of words in a tone."""
    return {"good": colors.good, "bad": colors.bad, "warn": colors.warn}.get(tone, colors.text)
