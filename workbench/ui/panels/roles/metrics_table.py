"""The frozen columns of the matrix: metric, goal and influence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_menu import MatrixMenu
from workbench.ui.panels.roles.matrix_model import METRIC, Index, MatrixModel
from workbench.ui.panels.roles.menus import pop_up
from workbench.ui.panels.roles.role_header import RoleHeader
from workbench.ui.panels.roles.row_delegate import RowDelegate
from workbench.ui.panels.roles.table import PlainTable
from workbench.ui.theme import Theme


class MetricsTable(PlainTable):
    """Going to a row selects its metric; Right goes over to the roles."""

    went_right = Signal()

    def __init__(
        self, model: MatrixModel, presenter: MatrixPresenter, menu: MatrixMenu, theme: Theme
    ) -> None:
        super().__init__()
        self._matrix = model
        self._presenter = presenter
        self._menu = menu
        self._theme = theme
        self._showing = False
        self.rows = RowDelegate(model, theme)
        self.setItemDelegate(self.rows)
        self.setHorizontalHeader(RoleHeader(model, theme, self))
        self.hide_bars(vertical=True, horizontal=True)
        self.setModel(model)

    def show_metric(self, metric: str | None) -> None:
        """Mark the row of a metric without choosing it again."""
        self.rows.marked = metric
        row = self._matrix.row_of(metric) if metric else None
        self._showing = True
        self.setCurrentIndex(QModelIndex() if row is None else self._matrix.index(row, METRIC))
        self._showing = False
        self.viewport().update()

    def current_row(self) -> int:
        """The row that was gone to last, −1 without one."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Take the focus, in a row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._matrix.index(row, METRIC))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Select the metric of the row."""
        super().currentChanged(current, previous)
        if not self._showing and current.isValid() and self._matrix.row(current).metric:
            self._presenter.select_metric(self._matrix.row(current).metric)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows by the usual keys; Right leaves for the roles."""
        if event.key() == Qt.Key.Key_Right:
            self.went_right.emit()
        elif event.key() != Qt.Key.Key_Left:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid() and self._matrix.row(index).metric:
            at = self.visualRect(index).bottomLeft() if keyboard else event.pos()
            choices = self._menu.of_metric(self._matrix.row(index).metric)
            pop_up(choices, self._theme, self, self.viewport().mapToGlobal(QPoint(at)))
