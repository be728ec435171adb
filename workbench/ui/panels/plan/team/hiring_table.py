"""The table “whom to hire”, for its own tab and for the board of the plan."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
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
from workbench.presenters.inspector.rows import Chip, Tone
from workbench.presenters.plan.team.picture import HiringRow
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
from workbench.ui.theme import Theme, readable, tint, ui_font
from workbench.ui.words import Words

_ROW, _HEAD = 33, 30
_PADDING = 8
_CHIP, _DOT = 21, 7
_CHIP_ROOM = 36  # dot, edges and the air after a chip
_MOST_ROLE = 180


class HiringTable(QWidget):
    """A row a role; tells which one is picked.

    A `whole` one also says when to hire and what a unit costs, and does not scroll.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, words: Words, *, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self.model = HiringModel(WHOLE if whole else BRIEF)
        self.table = PlainTable()
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(PlainTable.SelectionBehavior.SelectRows)
        self._delegate = _Delegate(self.model, theme)
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
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
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
        header, columns = self.table.horizontalHeader(), self.model.columns
        wide = {
            column: max(self.table.sizeHintForColumn(at), header.sectionSizeHint(at))
            for at, column in enumerate(columns)
        }
        left = self.width() - sum(wide.values())
        for column in LEAST:
            if column in wide:
                is_hidden = left < 0
                self.table.setColumnHidden(columns.index(column), is_hidden)
                left += wide[column] if is_hidden else 0

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
        if current.isValid():
            self.picked.emit(self.model.row(current).role)


class _Delegate(QStyledItemDelegate):
    """A chip in the colour of the role, numbers, and a line below."""

    def __init__(self, model: HiringModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        column = self._model.column(index)
        words = QFontMetrics(_font(column)).horizontalAdvance(str(index.data()))
        if column == ROLE:
            return QSize(min(words + _CHIP_ROOM, _MOST_ROLE), _ROW)
        return QSize(words + 2 * _PADDING, _ROW)

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
            self._paint_chip(painter, rect, row.chip)
        else:
            painter.setFont(_font(column))
            painter.setPen(QColor(self._ink(row, column)))
            inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
            at = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inside, at, str(index.data()))
        painter.restore()

    def _current(self, option: QStyleOptionViewItem) -> int:
        widget: object = option.widget
        return widget.currentIndex().row() if isinstance(widget, PlainTable) else -1

    def _ink(self, row: HiringRow, column: int) -> str:
        tone: Tone = row.tone if column == VACANCIES else ""
        if column == HIRE_BY:
            tone = row.hire_tone
        colors = self._theme.colors
        return {"warn": colors.warn, "bad": colors.bad}.get(tone, colors.text)

    def _paint_chip(self, painter: QPainter, rect: QRect, chip: Chip) -> None:
        colors = self._theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font(ROLE))
        most = rect.width() - _CHIP_ROOM + 4
        words = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, most)
        width = painter.fontMetrics().horizontalAdvance(words) + _DOT + 22
        box = QRectF(rect.left() + 2, rect.center().y() - _CHIP / 2 + 0.5, width, _CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint(chip.color, colors)))
        painter.drawRoundedRect(box, _CHIP / 2, _CHIP / 2)
        painter.setBrush(QColor(chip.color))
        painter.drawEllipse(QRectF(box.left() + 8, box.center().y() - _DOT / 2, _DOT, _DOT))
        painter.setPen(QColor(readable(chip.color, colors)))
        inside = box.adjusted(8 + _DOT + 5, 0, 0, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words)


def _font(column: int) -> QFont:
    bold = column in (NEEDED, VACANCIES)
    return ui_font(13, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
