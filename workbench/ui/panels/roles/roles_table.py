"""The columns of the roles: every key, click and drag that gives, weighs and takes KPIs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QWidget

from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_menu import MatrixMenu
from workbench.presenters.roles.matrix_picture import Cell
from workbench.presenters.roles.parts import LETTERS
from workbench.ui.panels.roles.cell_delegate import CellDelegate
from workbench.ui.panels.roles.hand_over import HandOver
from workbench.ui.panels.roles.matrix_model import FIRST_ROLE, Index, MatrixModel
from workbench.ui.panels.roles.menus import pop_up
from workbench.ui.panels.roles.role_header import RoleHeader
from workbench.ui.panels.roles.table import PlainTable
from workbench.ui.theme import Theme

_EDGE = 28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_EMPTY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_COPY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class RolesTable(PlainTable):
    """Asks the presenter for everything; its own are only the editor and the drag."""

    went_left = Signal()
    resized = Signal()

    def __init__(
        self, model: MatrixModel, presenter: MatrixPresenter, menu: MatrixMenu, theme: Theme
    ) -> None:
        super().__init__()
        self._matrix = model
        self._presenter = presenter
        self._menu = menu
        self._theme = theme
        self._showing = False
        self._drag: HandOver | None = None
        self.cells = CellDelegate(model, presenter, theme)
        self.cells.left.connect(self._on_editor_left)
        self.setItemDelegate(self.cells)
        self.setMouseTracking(True)
        self.header = RoleHeader(model, theme, self)
        self.header.sectionClicked.connect(self._on_header_clicked)
        self.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header.customContextMenuRequested.connect(self._on_header_menu)
        self.setHorizontalHeader(self.header)
        self.hide_bars(horizontal=True)
        self.setModel(model)

    @property
    def current_cell(self) -> Cell | None:
        """The cell the keys are about."""
        return self._matrix.cell(self.currentIndex())

    def show_cell(self, cell: Cell | None) -> None:
        """Go to a cell without choosing it again."""
        index = self._matrix.index_of(cell) if cell else QModelIndex()
        if index == self.currentIndex():
            return
        self._showing = True
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self._showing = False

    def show_role(self, role: str | None) -> None:
        """Bring the column of a role to sight."""
        section = self._matrix.section_of(role) if role else None
        if section is None:
            return
        left, bar = self.columnViewportPosition(section), self.horizontalScrollBar()
        beyond = left + self.columnWidth(section) - self.viewport().width()
        bar.setValue(bar.value() + min(left, max(0, beyond)))

    def go_to(self, row: int) -> None:
        """Take the focus, in the first role of a row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._matrix.index(row, FIRST_ROLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar came or went, or the table is another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def begin(self, typed: str = "", *, take_over: bool = False) -> None:
        """Open the editor of the current cell; without a digit, a free one is given first."""
        cell = self.current_cell
        if cell is None:
            return
        if self._presenter.is_taken(cell) and not self._presenter.is_weighed(cell):
            self._presenter.weigh(cell, typed or "0")
            return
        if not typed:
            self._presenter.assign(cell, take_over=take_over)
            if not self._presenter.is_weighed(cell):
                return
        self.cells.take_over = take_over
        self.cells.begin_with(typed)
        self.edit(self.currentIndex())
        field = self.viewport().focusWidget()
        if typed and isinstance(field, QLineEdit):
            field.end(False)  # the view has selected what was typed

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which cell is looked at."""
        super().currentChanged(current, previous)
        cell = self._matrix.cell(current)
        if cell is not None and not self._showing:
            self._presenter.select(cell)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Typing a weight is over."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._presenter.end_weighing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives and weighs, digits weigh, letters and Space set the part, Del takes away."""
        if self._drag is not None and event.key() == Qt.Key.Key_Escape:
            self._end_drag()
        elif self.state() == self.State.EditingState or not self._on_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what might be dragged."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        kpi, cell = self._matrix.kpi(index), self._matrix.cell(index)
        if event.button() == Qt.MouseButton.LeftButton and kpi is not None and cell is not None:
            self._drag = HandOver(cell, kpi, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a KPI along, scrolling at the edges."""
        if self._drag is None:
            super().mouseMoveEvent(event)
            return
        self._drag.move(event.position().toPoint())
        if self._drag.is_active:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll_near(event.position().toPoint())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand the KPI to the role under the pointer."""
        drag, to = self._drag, self._role_under(event.position().toPoint())
        self._end_drag()
        super().mouseReleaseEvent(event)
        if drag is not None and drag.is_active and to is not None:
            self._presenter.hand_over(drag.cell, to, copy=bool(event.modifiers() & _COPY))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Give a free cell, weigh a taken one."""
        self._drag = None
        if event.button() == Qt.MouseButton.LeftButton:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.begin(take_over=bool(shift))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with a cell."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        cell = self._matrix.cell(index)
        if cell is not None:
            self.setCurrentIndex(index)
            at = self.visualRect(index).bottomLeft() if keyboard else event.pos()
            place = self.viewport().mapToGlobal(QPoint(at))
            pop_up(self._menu.of_cell(cell), self._theme, self, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The table, and over it what is dragged."""
        super().paintEvent(event)
        if self._drag is not None and self._drag.is_active:
            painter = QPainter(self.viewport())
            self._drag.paint(painter, self._target(), self._theme.colors)
            painter.end()

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key meant something for the current cell."""
        cell, words = self.current_cell, event.text()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        )
        if cell is None or control:
            return False
        if event.key() in _ENTER:
            self.begin(take_over=shift)
        elif event.key() in _EMPTY:
            self._presenter.unassign(cell)
        elif event.key() == Qt.Key.Key_Space:
            self._presenter.cycle(cell)
        elif event.key() == Qt.Key.Key_Left and self.currentIndex().column() == FIRST_ROLE:
            self.went_left.emit()
        elif words.isdigit():
            self.begin(words)
        elif words.lower() in LETTERS:
            self._presenter.set_part(cell, LETTERS[words.lower()], take_over=shift)
        else:
            return False
        return True

    def _end_drag(self) -> None:
        if self._drag is not None:
            self._drag = None
            self.viewport().unsetCursor()
            self.viewport().update()

    def _role_under(self, at: QPoint) -> str | None:
        column = self._matrix.column(self.columnAt(at.x()))
        return column.role if column else None

    def _target(self) -> QRect:
        """The cell that would take the dragged KPI."""
        assert self._drag is not None
        to = self._role_under(self._drag.pointer)
        if to is None or to == self._drag.cell[1]:
            return QRect()
        return self.visualRect(self._matrix.index_of((self._drag.cell[0], to)))

    def _scroll_near(self, at: QPoint) -> None:
        bar = self.horizontalScrollBar()
        if at.x() < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif at.x() > self.viewport().width() - _EDGE:
            bar.setValue(bar.value() + _EDGE)

    def _on_editor_left(self, step: int) -> None:
        keys = {-1: self.CursorAction.MoveUp, 1: self.CursorAction.MoveDown}
        self.setFocus()
        self.setCurrentIndex(self.moveCursor(keys[step], Qt.KeyboardModifier.NoModifier))

    def _on_header_clicked(self, section: int) -> None:
        column = self._matrix.column(section)
        if column is not None:
            self._presenter.select_role(column.role)

    def _on_header_menu(self, at: QPoint) -> None:
        column = self._matrix.column(self.header.logicalIndexAt(at))
        if column is not None:
            place = self.header.mapToGlobal(at)
            pop_up(self._menu.of_role(column.role), self._theme, self, place)
