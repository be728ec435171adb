"""A table of numbers that are only read, as tall as its rows where it stands in a card."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from workbench.presenters.plan.facts import Fact, Facts, Head
from workbench.ui.panels.roles.table import PlainTable
from workbench.ui.theme import Theme, ui_font

ROW, HEADER = 25, 31
_PAD = 18
_DOT = 9
_EQUAL_WIDTH = QFont.Tag("tnum")
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class FactsModel(QAbstractTableModel):
    """The picture as Qt wants it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facts = Facts()

    @property
    def facts(self) -> Facts:
        """What is shown."""
        return self._facts

    def show_facts(self, facts: Facts) -> None:
        """Show another table."""
        before, self._facts = self._facts, facts
        if len(before.rows) == len(facts.rows) and len(before.heads) == len(facts.heads):
            self.refresh()
            return
        self.beginResetModel()
        self.endResetModel()

    def refresh(self) -> None:
        """Every cell may look different."""
        rows, columns = self.rowCount(), self.columnCount()
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
        if columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)

    def fact(self, index: Index) -> Fact:
        """What stands in a cell."""
        return self._facts.rows[index.row()][index.column()]

    def head(self, column: int) -> Head:
        """The head of a column."""
        return self._facts.heads[column]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._facts.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._facts.heads)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        fact = self.fact(index)
        match role:
            case Role.DisplayRole:
                return fact.text
            case Role.ToolTipRole:
                return fact.tip or (fact.text.strip() if index.column() == 0 else None)
            case Role.AccessibleTextRole:
                return f"{self.head(index.column()).text}: {fact.text}"
            case Role.TextAlignmentRole:
                return _side(self.head(index.column()))
            case Role.ForegroundRole:
                return QColor(self._ink(fact))
            case Role.FontRole:
                return _font(strong=fact.strong)
            case Role.DecorationRole:
                return _dot(fact.color) if fact.color else None
            case Role.BackgroundRole:
                return QColor(self._theme.colors.entry) if fact.marked else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._facts.heads):
            return None
        head = self.head(section)
        match role:
            case Role.DisplayRole:
                return head.text
            case Role.ToolTipRole:
                return head.tip or None
            case Role.TextAlignmentRole:
                return _side(head)
        return None

    def _ink(self, fact: Fact) -> str:
        colors = self._theme.colors
        usual = colors.muted if fact.muted else colors.text
        tones = {"good": colors.good, "warn": colors.warn, "bad": colors.bad}
        return tones.get(fact.tone, usual)


class FactsHeader(QHeaderView):
    """Underlines the head that is chosen."""

    def __init__(self, facts: FactsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._facts = facts
        self._theme = theme
        self.setFixedHeight(HEADER)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        painter.save()
        super().paintSection(painter, rect, column)
        painter.restore()
        if column < self._facts.columnCount() and self._facts.head(column).chosen:
            line = QRect(rect.left(), rect.bottom() - 2, rect.width(), 3)
            painter.fillRect(line, QColor(self._theme.colors.accent))


class FactsTable(PlainTable):
    """Columns as wide as what is in them; the first takes the room that is left."""

    def __init__(self, theme: Theme, *, scrolls: bool = False) -> None:
        super().__init__()
        self._scrolls = scrolls
        self.setProperty("look", "facts")
        self.facts = FactsModel(theme)
        self.setHorizontalHeader(FactsHeader(self.facts, theme, self))
        self.setModel(self.facts)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        if not scrolls:
            self.hide_bars(vertical=True)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.facts.refresh)

    def show_facts(self, facts: Facts) -> None:
        """Show another table, keeping the cell where the person is."""
        current = self.currentIndex()
        self.facts.show_facts(facts)
        if current.isValid() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.facts.index(current.row(), current.column()))
        self._fit()

    def needed(self) -> int:
        """The width in which all columns can be read."""
        return sum(self._needed(column) for column in range(self.facts.columnCount()))

    def resizeEvent(self, event: Any) -> None:
        """Give the first column the room that is left."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = [self._needed(column) for column in range(self.facts.columnCount())]
        if not widths:
            return
        room = self.viewport().width()
        rest = room - sum(widths[1:])
        widths[0] = max(rest, min(widths[0], 150)) if self._scrolls or rest < widths[0] else rest
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        if not self._scrolls:
            over = sum(widths) > room
            bar = self.horizontalScrollBar().sizeHint().height() if over else 0
            self.setFixedHeight(HEADER + ROW * self.facts.rowCount() + bar + 2)

    def _needed(self, column: int) -> int:
        head = QFontMetrics(_font(strong=True)).horizontalAdvance(self.facts.head(column).text)
        widest = head
        for row in self.facts.facts.rows:
            fact = row[column]
            metrics = QFontMetrics(_font(strong=fact.strong))
            dot = _DOT + 8 if fact.color else 0
            widest = max(widest, metrics.horizontalAdvance(fact.text) + dot)
        return widest + _PAD


def _side(head: Head) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if head.left else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _font(*, strong: bool) -> QFont:
    font = ui_font(13, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setFeature(_EQUAL_WIDTH, 1)
    return font


def _dot(color: str) -> QPixmap:
    """A role's colour as a small disc."""
    scale = 2
    pixmap = QPixmap(_DOT * scale, _DOT * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    middle = _DOT * scale / 2
    painter.drawEllipse(QPointF(middle, middle), middle, middle)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
