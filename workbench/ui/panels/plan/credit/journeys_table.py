"""The table of journeys: typed into like a sheet, touches as chips in their order."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.base.texts import text
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.plan.credit.journeys import Journeys
from workbench.ui.form.kit import Kit
from workbench.ui.panels.plan.credit.journeys_model import TOUCHES, JourneysModel
from workbench.ui.panels.roles.table import PlainTable
from workbench.ui.theme import Theme, readable, tint, ui_font

Index = QModelIndex | QPersistentModelIndex
ROW = 32
_MOST_ROWS = 9
_CHIP, _ROOM, _GAP, _PAD = 20, 8, 5, 5
_WIDTHS = (104, 116, 74)
_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ChipsDelegate(QStyledItemDelegate):
    """Draws touches one behind another, and how many more there are where room ends."""

    def __init__(self, model: JourneysModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("look", "cell")
        if index.column() > 0:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(self._theme.colors.accent_soft))
        if index.column() != TOUCHES:
            inner = QStyleOptionViewItem(option)
            inner.rect = rect.adjusted(_PAD, 0, -_PAD, 0)
            super().paint(painter, inner, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(12))
        colors = self._theme.colors
        plain = colors.surface if selected else colors.neutral_soft
        self._paint_chips(painter, rect.adjusted(8, 0, -8, 0), self._model.chips(index), plain)
        painter.restore()

    def _paint_chips(
        self, painter: QPainter, room: QRect, chips: tuple[Chip, ...], plain: str
    ) -> None:
        metrics, left = painter.fontMetrics(), room.left()
        for at, chip in enumerate(chips):
            more = f"+{len(chips) - at}"
            width = metrics.horizontalAdvance(chip.text) + 2 * _ROOM
            rest = _width(more, metrics) + _GAP if at < len(chips) - 1 else 0
            if left + width + rest > room.right():
                painter.setPen(QColor(self._theme.colors.muted))
                painter.drawText(QRect(left, room.top(), room.right() - left, room.height()),
                                 Qt.AlignmentFlag.AlignVCenter, more)  # fmt: skip
                return
            top = room.center().y() - _CHIP // 2 + 1
            self._paint_chip(painter, QRect(left, top, width, _CHIP), chip, plain)
            left += width + _GAP

    def _paint_chip(self, painter: QPainter, box: QRect, chip: Chip, plain: str) -> None:
        colors = self._theme.colors
        ink = readable(chip.color, colors) if chip.color else colors.text
        fill = tint(chip.color, colors) if chip.color else plain
        painter.setBrush(Qt.BrushStyle.NoBrush if chip.dashed else QColor(fill))
        painter.setPen(Qt.PenStyle.NoPen)
        if chip.dashed:
            ink = colors.muted
            painter.setPen(QPen(QColor(colors.faint), 1, Qt.PenStyle.DashLine))
        body = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.text)


class JourneysTable(PlainTable):
    """Whole rows are selected, so that several can be taken out; Enter or typing edits a cell."""

    chosen = Signal(int)
    removal_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.journeys = JourneysModel(kit.desk)
        self._showing = False
        self.setModel(self.journeys)
        self.setItemDelegate(ChipsDelegate(self.journeys, kit.theme, self))
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self._arrange()
        kit.words.put(self, "setAccessibleName", text("Journeys to closed deals"))
        kit.theme.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def serve(self, journeys: Journeys) -> None:
        """Ask these for rows."""
        self.journeys.serve(journeys)

    def show_journeys(self, count: int, chosen: int | None) -> None:
        """Show all rows anew, and which of them is chosen."""
        self._showing = True
        column = max(0, self.currentIndex().column())
        several = len(self.selected()) > 1
        before = self.journeys.rowCount()
        self.journeys.show_count(count)
        if chosen is not None and (before != count or not several):
            self._go(chosen, column)
        if before != count:
            self.updateGeometry()
        self._showing = False

    def selected(self) -> frozenset[int]:
        """The places of the selected journeys."""
        return frozenset(index.row() for index in self.selectionModel().selectedRows())

    def edit_chosen(self) -> None:
        """Open the day of the chosen journey."""
        index = self.journeys.index(self.currentIndex().row(), 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.setFocus()
            self.edit(index)

    def sizeHint(self) -> QSize:
        rows = min(max(2, self.journeys.rowCount()), _MOST_ROWS)
        return QSize(420, self.horizontalHeader().sizeHint().height() + rows * ROW + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a cell; Del takes the selected journeys out."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in _REMOVE and not editing:
            self.removal_wanted.emit()
        elif event.key() in _EDIT and not editing:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, row: int, column: int) -> None:
        index = self.journeys.index(row, min(column, TOUCHES))
        if index.isValid() and (self.currentIndex() != index or not self.selected()):
            self.setCurrentIndex(index)

    def _arrange(self) -> None:
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(TOUCHES, QHeaderView.ResizeMode.Stretch)

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        row = self.currentIndex().row()
        if not self._showing and row >= 0:
            self.chosen.emit(row)

    def _on_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))


def _width(words: str, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(words)
