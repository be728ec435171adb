"""The matrix: frozen columns about the metric, the roles beside them, their sums below."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_menu import MatrixMenu
from workbench.presenters.roles.matrix_picture import Cell, MatrixPicture
from workbench.presenters.roles.tips import Tips
from workbench.ui.look import label
from workbench.ui.panels.roles.column_widths import column_widths
from workbench.ui.panels.roles.legend import Legend
from workbench.ui.panels.roles.matrix_model import (
    FIRST_ROLE,
    INFLUENCE,
    METRIC,
    TARGET,
    MatrixModel,
)
from workbench.ui.panels.roles.metrics_table import MetricsTable
from workbench.ui.panels.roles.role_header import WIDEST, role_width
from workbench.ui.panels.roles.roles_table import RolesTable
from workbench.ui.panels.roles.row_delegate import NAME_PADDING, row_height
from workbench.ui.panels.roles.sums_table import HEIGHT, SumsModel, SumsTable
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_CAPTIONS = (text("Metric"), text("Goal"), text("Influence"))
_FIRST = 1_000  # the stretch of what takes all room there is, as far as it may grow
_MARGINS = QMargins(1, 4, 1, 4)
_AROUND = _MARGINS + 1  # with the border of the card
_LOWEST = 220
_SUMS = (text("Sum of weights"), text("KPIs of a role (3–5)"))


class SumCaptions(QWidget):
    """The names of the sums, with the lines that go on under the roles."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(NAME_PADDING, 1, 4, 0)
        column.setSpacing(0)
        for caption in _SUMS:
            name = label("muted")
            name.setFixedHeight(HEIGHT)
            words.put(name, "setText", caption)
            column.addWidget(name)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines above each name."""
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.colors.border))
        for row in range(len(_SUMS)):
            painter.drawLine(QPoint(0, row * HEIGHT), QPoint(self.width(), row * HEIGHT))
        painter.end()


class MatrixPanel(QWidget):
    """Keeps the three tables together: widths, heights, scrolling, going from one to another."""

    def __init__(
        self, desk: Desk, presenter: MatrixPresenter, menu: MatrixMenu, theme: Theme, words: Words
    ) -> None:
        super().__init__()
        self._card = QFrame()
        self._card.setProperty("look", "card")
        self._desk = desk
        self._model = MatrixModel(Tips(desk))
        self._sums_model = SumsModel()
        self.metrics = MetricsTable(self._model, presenter, menu, theme)
        self.roles = RolesTable(self._model, presenter, menu, theme)
        self.sums = SumsTable(self._sums_model, theme)
        self._captions = SumCaptions(theme, words)
        self._legend = Legend(theme, words)
        self._below = QHBoxLayout()
        self._lay_out()
        self._link()
        words.put(self.metrics, "setAccessibleName", text("Metrics"))
        words.put(self.roles, "setAccessibleName", text("Matrix of metrics and roles"))
        words.put(self.sums, "setAccessibleName", text("Sums of the roles"))
        desk.language_changed.connect(self._on_language_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_language_changed(desk.language)
        self.setFocusProxy(self.roles)
        presenter.attach(self)

    def show_matrix(self, picture: MatrixPicture) -> None:
        """Show another picture; the place that was scrolled to stays."""
        at = self.roles.verticalScrollBar().value()
        reshaped = self._model.show_picture(picture)
        self._sums_model.show_columns(picture.columns)
        if reshaped:
            self._hide_columns()
        self._fit()
        if reshaped:
            self.roles.verticalScrollBar().setValue(at)

    def leave_out_keys(self) -> None:
        """On paper there are none to press."""
        self._legend.hint.hide()

    def show_selected(self, cell: Cell | None, role: Key | None, metric: Key | None) -> None:
        """Mark what is selected, in every table."""
        self.roles.cells.marked = metric
        self.roles.header.mark(role)
        self.roles.show_role(role)
        self.metrics.show_metric(metric)
        self.roles.show_cell(cell)
        self.roles.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._card)
        grid.setContentsMargins(_MARGINS)
        grid.setSpacing(0)
        grid.addWidget(self.metrics, 0, 0)
        grid.addWidget(self.roles, 0, 1)
        grid.addWidget(self._captions, 1, 0)
        self._below.addWidget(self.sums)
        grid.addLayout(self._below, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        row = QHBoxLayout()
        row.addWidget(self._card, _FIRST)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row, _FIRST)
        column.addWidget(self._legend)
        column.addStretch(1)

    def _link(self) -> None:
        down = self.roles.verticalScrollBar()
        down.valueChanged.connect(self.metrics.verticalScrollBar().setValue)
        self.metrics.verticalScrollBar().valueChanged.connect(down.setValue)
        across = self.roles.horizontalScrollBar()
        across.valueChanged.connect(self.sums.horizontalScrollBar().setValue)
        self.sums.horizontalScrollBar().valueChanged.connect(across.setValue)
        self.metrics.went_right.connect(self._on_went_right)
        self.roles.went_left.connect(self._on_went_left)
        self.roles.resized.connect(self._on_resized)

    def _hide_columns(self) -> None:
        for column in range(self._model.columnCount()):
            self.metrics.setColumnHidden(column, column >= FIRST_ROLE)
            self.roles.setColumnHidden(column, column < FIRST_ROLE)

    def _fit(self) -> None:
        """Give the names the room they need, the roles what is left, and rows one height."""
        picture = self._model.picture
        least = [role_width(column.name) for column in picture.columns]
        width = self.width() - _AROUND.left() - _AROUND.right()
        widths = column_widths(picture, width, sum(least) + self._bar_width())
        for column, wide in zip((METRIC, TARGET, INFLUENCE), widths.each, strict=True):
            self.metrics.setColumnWidth(column, wide)
        self.metrics.setFixedWidth(widths.total)
        self._captions.setFixedWidth(widths.total)
        self._fit_roles(least, width - widths.total - self._bar_width())
        heights = [row_height(row, widths.name, widths.target) for row in picture.rows]
        for at, height in enumerate(heights):
            for table in (self.metrics, self.roles):
                if table.rowHeight(at) != height:
                    table.setRowHeight(at, height)
        self._fit_card(widths.total, sum(heights))

    def _fit_card(self, frozen: int, rows: int) -> None:
        """No larger than what it shows: the sums stand right under the last row."""
        width = frozen + self.roles.header.length() + self._bar_width()
        height = self.roles.header.sizeHint().height() + rows + self.sums.height()
        size = QSize(width, max(_LOWEST, height)).grownBy(_AROUND)
        self._card.setMaximumSize(size)

    def _bar_width(self) -> int:
        return self.roles.verticalScrollBar().sizeHint().width() + 2

    def _fit_roles(self, least: list[int], room: int) -> None:
        spare = max(0, room - sum(least)) // max(1, len(least))
        for at, width in enumerate(least):
            wide = max(width, min(WIDEST, width + spare))
            self.roles.setColumnWidth(FIRST_ROLE + at, wide)
            self.sums.setColumnWidth(at, wide)
        across = sum(least) > room
        bar_height = self.sums.horizontalScrollBar().sizeHint().height() if across else 0
        self.sums.setFixedHeight(2 * HEIGHT + bar_height)
        self._captions.setFixedHeight(2 * HEIGHT + bar_height)
        for table in (self.roles, self.sums):
            table.settle()

    def _on_went_right(self) -> None:
        if self._model.picture.columns:
            self.roles.go_to(self.metrics.current_row())

    def _on_resized(self) -> None:
        """The sums end where the roles do: before the bar, or they would scroll less far."""
        bar = self.roles.width() - self.roles.viewport().width()
        self._below.setContentsMargins(0, 0, bar, 0)

    def _on_went_left(self) -> None:
        self.metrics.go_to(self.roles.currentIndex().row())

    def _on_language_changed(self, _language: Language) -> None:
        self._model.show_captions(_three(self._desk, _CAPTIONS))
        self._sums_model.show_captions(*(self._desk.say(caption) for caption in _SUMS))

    def _on_theme_changed(self) -> None:
        for table in (self.metrics, self.roles, self.sums):
            table.viewport().update()
            table.horizontalHeader().viewport().update()
        self._captions.update()


def _three(desk: Desk, captions: tuple[Text, Text, Text]) -> tuple[str, str, str]:
    one, two, three = captions
    return desk.say(one), desk.say(two), desk.say(three)
