"""The matrix: frozen columns about the metric, the roles beside them, their sums below."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_menu import MatrixMenu
from workbench.presenters.roles.matrix_picture import Cell, MatrixPicture
from workbench.presenters.roles.tips import Tips
from workbench.ui.look import label
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
from workbench.ui.panels.roles.row_delegate import influence_width, name_width, row_height
from workbench.ui.panels.roles.sums_table import HEIGHT, SumsModel, SumsTable
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_CAPTIONS = (text("Metric"), text("Goal"), text("Influence"))
_SUMS = (text("Sum of weights"), text("KPIs of a role (3–5)"))
_TARGET_WIDTH, _INFLUENCE_WIDTH = 116, 96
_NAME_WIDTHS = (150, 250)
_NAME_SHARE = 0.17


class SumCaptions(QWidget):
    """The names of the sums, with the lines that go on under the roles."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 1, 4, 0)
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


class MatrixPanel(QFrame):
    """Keeps the three tables together: widths, heights, scrolling, going from one to another."""

    def __init__(
        self, desk: Desk, presenter: MatrixPresenter, menu: MatrixMenu, theme: Theme, words: Words
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._desk = desk
        self._model = MatrixModel(Tips(desk))
        self._sums_model = SumsModel()
        self.metrics = MetricsTable(self._model, presenter, menu, theme)
        self.roles = RolesTable(self._model, presenter, menu, theme)
        self.sums = SumsTable(self._sums_model, theme)
        self._captions = SumCaptions(theme, words)
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

    def show_selected(self, cell: Cell | None, role: Key | None, metric: Key | None) -> None:
        """Mark what is selected, in every table."""
        self.roles.cells.marked = metric
        self.roles.header.mark(role)
        self.metrics.show_metric(metric)
        self.roles.show_cell(cell)
        self.roles.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 4, 1, 4)
        grid.setSpacing(0)
        grid.addWidget(self.metrics, 0, 0)
        grid.addWidget(self.roles, 0, 1)
        grid.addWidget(self._captions, 1, 0)
        grid.addWidget(self.sums, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)

    def _link(self) -> None:
        down = self.roles.verticalScrollBar()
        down.valueChanged.connect(self.metrics.verticalScrollBar().setValue)
        self.metrics.verticalScrollBar().valueChanged.connect(down.setValue)
        across = self.roles.horizontalScrollBar()
        across.valueChanged.connect(self.sums.horizontalScrollBar().setValue)
        self.sums.horizontalScrollBar().valueChanged.connect(across.setValue)
        self.metrics.went_right.connect(self._on_went_right)
        self.roles.went_left.connect(self._on_went_left)

    def _hide_columns(self) -> None:
        for column in range(self._model.columnCount()):
            self.metrics.setColumnHidden(column, column >= FIRST_ROLE)
            self.roles.setColumnHidden(column, column < FIRST_ROLE)

    def _fit(self) -> None:
        """Give the names the room they need, the roles what is left, and rows one height."""
        chips = (influence_width(row.influence) for row in self._model.picture.rows)
        influence = max(_INFLUENCE_WIDTH, *chips, 0)
        name = self._name_width(_TARGET_WIDTH + influence)
        widths = {METRIC: name, TARGET: _TARGET_WIDTH, INFLUENCE: influence}
        for column, width in widths.items():
            self.metrics.setColumnWidth(column, width)
        self.metrics.setFixedWidth(sum(widths.values()))
        self._captions.setFixedWidth(sum(widths.values()))
        self._fit_roles(self.width() - sum(widths.values()))
        for at, row in enumerate(self._model.picture.rows):
            height = row_height(row, name, _TARGET_WIDTH)
            for table in (self.metrics, self.roles):
                if table.rowHeight(at) != height:
                    table.setRowHeight(at, height)

    def _name_width(self, others: int) -> int:
        """What the longest name needs, as far as the roles leave it."""
        low, high = _NAME_WIDTHS
        picture = self._model.picture
        wanted = max((name_width(row.name) for row in picture.rows), default=low)
        roles = sum(role_width(column.name) for column in picture.columns)
        room = self.width() - others - roles - self._bar_width()
        share = int(self.width() * _NAME_SHARE)
        return max(low, min(high, wanted, max(share, room)))

    def _bar_width(self) -> int:
        return self.roles.verticalScrollBar().sizeHint().width() + 2

    def _fit_roles(self, room: int) -> None:
        columns = self._model.picture.columns
        bar = self._bar_width()
        least = [role_width(column.name) for column in columns]
        spare = max(0, room - bar - sum(least)) // max(1, len(columns))
        for at, width in enumerate(least):
            wide = max(width, min(WIDEST, width + spare))
            self.roles.setColumnWidth(FIRST_ROLE + at, wide)
            self.sums.setColumnWidth(at, wide)
        across = sum(least) > room - bar
        bar_height = self.sums.horizontalScrollBar().sizeHint().height() if across else 0
        self.sums.setFixedHeight(2 * HEIGHT + bar_height)
        self._captions.setFixedHeight(2 * HEIGHT + bar_height)

    def _on_went_right(self) -> None:
        if self._model.picture.columns:
            self.roles.go_to(self.metrics.current_row())

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
