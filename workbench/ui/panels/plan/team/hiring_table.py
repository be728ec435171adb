"""The table “whom to hire”, for its own tab and for the board of the plan."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import joined, text, verbatim
from workbench.document.value import Key
from workbench.presenters.plan.team.picture import HiringRow
from workbench.presenters.tones import Tone
from workbench.ui.panels.plan.role_chip import chip_width, paint_role_chip
from workbench.ui.panels.plan.team.hiring_model import (
    BRIEF,
    COLUMNS,
    HIRE_BY,
    LEAST,
    NEEDED,
    ROLE,
    TIPS,
    VACANCIES,
    WHOLE,
    HiringModel,
    Index,
)
from workbench.ui.panels.roles.table import PlainTable
from workbench.ui.theme import Theme, ui_font
from workbench.ui.words import Words

_ROW, _HEAD = 33, 30
_PADDING = 6
_MARGIN = 8  # that Qt leaves around the words of a head
_SHORT, _NAMES, _MOST_ROLE = 100, 120, 180


class HiringTable(QWidget):
    """A row a role; tells which one is picked.

    A `whole` one also says when to hire and what a unit costs, does not scroll, and picks what the
    arrow keys go to; the other one picks by a click or Enter.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, words: Words, *, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self.model = HiringModel(WHOLE if whole else BRIEF)
        self.table = PlainTable()
        self.table.setModel(self.model)
        self.table.setProperty("heads", "small")
        self.table.setSelectionBehavior(PlainTable.SelectionBehavior.SelectRows)
        self._delegate = _Delegate(self.model, theme, keeps=whole)
        self.table.setItemDelegate(self._delegate)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self._say(words)
        self._size_columns()
        if whole:
            self.table.hide_bars(vertical=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if whole:
            self.table.selectionModel().currentRowChanged.connect(self._on_current)
        else:
            self.table.clicked.connect(self._on_picked)
            self.table.activated.connect(self._on_picked)
        theme.changed.connect(self.table.viewport().update)

    def show_rows(self, rows: tuple[HiringRow, ...], chosen: Key | None = None) -> None:
        """Show the roles, with the one that is looked at."""
        self.model.show_rows(rows)
        self.updateGeometry()
        self._make_room()
        place = self.model.place(chosen)
        if place.row() != self.table.currentIndex().row():
            blocked = self.blockSignals(True)
            self.table.setCurrentIndex(place)
            self.blockSignals(blocked)

    def sizeHint(self) -> QSize:
        return QSize(520, _HEAD + max(1, self.model.rowCount()) * _ROW + 4)

    def minimumSizeHint(self) -> QSize:
        rows = self.model.rowCount() if self._whole else min(2, self.model.rowCount())
        return QSize(300, _HEAD + rows * _ROW + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns give way in a narrow place."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Hide what matters least as long as names have no room."""
        columns = self.model.columns
        wide = {column: self._width(at) for at, column in enumerate(columns)}
        wide[ROLE] = min(wide[ROLE], _NAMES if self._whole else _SHORT)
        left = self.width() - sum(wide.values())
        for column in LEAST:
            if column in wide:
                is_hidden = left < 0
                self.table.setColumnHidden(columns.index(column), is_hidden)
                left += wide[column] if is_hidden else 0

    def _width(self, at: int) -> int:
        """How wide a column has to be, hidden or not."""
        head = self.model.headerData(at, Qt.Orientation.Horizontal) or ""
        words = QFontMetrics(ui_font(12, QFont.Weight.DemiBold)).horizontalAdvance(head)
        return max(self.table.sizeHintForColumn(at), words + 2 * _PADDING + _MARGIN)

    def _say(self, words: Words) -> None:
        tips = [TIPS.get(at, verbatim("")) for at in WHOLE]
        words.put(self.model, "show_heads", joined([head for head, _ in COLUMNS], "\n"))
        words.put(self.model, "show_tips", joined(tips, "\n"))
        words.put(self.table, "setAccessibleName", text("Whom to hire"))

    def _size_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setFixedHeight(_HEAD)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._on_picked(current)

    def _on_picked(self, place: QModelIndex) -> None:
        if place.isValid():
            self.picked.emit(self.model.row(place).role)


class _Delegate(QStyledItemDelegate):
    """A chip in the colour of the role, numbers, and a line below.

    The current row is marked while its table has the focus, or always where it `keeps` the mark.
    """

    def __init__(self, model: HiringModel, theme: Theme, *, keeps: bool) -> None:
        super().__init__()
        self._keeps = keeps
        self._model = model
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        column = self._model.column(index)
        metrics, words = QFontMetricsF(_font(column)), str(index.data())
        if column == ROLE:
            width = chip_width(words, metrics) + 2 + _PADDING
            return QSize(min(math.ceil(width), _MOST_ROLE), _ROW)
        return QSize(math.ceil(metrics.horizontalAdvance(words)) + 2 * _PADDING, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        colors, row, rect = self._theme.colors, self._model.row(index), _rect(option)
        current = index.row() == self._current(option)
        painter.save()
        painter.fillRect(rect, QColor(colors.accent_soft if current else colors.surface))
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        column = self._model.column(index)
        if column == ROLE:
            painter.setFont(_font(ROLE))
            room = QRectF(rect.adjusted(2, 0, -2, 0))
            paint_role_chip(painter, room, row.chip.text, row.chip.color, colors)
        else:
            painter.setFont(_font(column))
            painter.setPen(QColor(self._ink(row, column)))
            inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
            at = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inside, at, str(index.data()))
        painter.restore()

    def _current(self, option: QStyleOptionViewItem) -> int:
        widget: object = option.widget
        if not isinstance(widget, PlainTable) or not (self._keeps or widget.hasFocus()):
            return -1
        return widget.currentIndex().row()

    def _ink(self, row: HiringRow, column: int) -> str:
        tone: Tone = row.tone if column == VACANCIES else ""
        if column == HIRE_BY:
            tone = row.hire_tone
        colors = self._theme.colors
        return {"warn": colors.warn, "bad": colors.bad}.get(tone, colors.text)


def _font(column: int) -> QFont:
    bold = column in (NEEDED, VACANCIES)
    return ui_font(13, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
