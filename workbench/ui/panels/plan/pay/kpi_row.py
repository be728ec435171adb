"""One KPI of the role that is tried: what it was agreed on, its fact, and what that brings."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.presenters.desk import Desk
from workbench.presenters.plan.pay.picture import Cell, KpiLine
from workbench.ui.fields import NumberEntry
from workbench.ui.look import label, set_tone
from workbench.ui.panels.plan.pay.fact_field import WIDTH, FactField
from workbench.ui.panels.sheets.fact_list import WrappedLink
from workbench.ui.theme import Theme
from workbench.ui.tooltip import tooltip

WIDTHS = (46, WIDTH, 88, 64, 84)
_NAME = 140


class KpiRow(QFrame):
    """Pressed anywhere but in its field it is chosen."""

    chosen = Signal(str)
    tried = Signal(str, NumberEntry)

    def __init__(self, desk: Desk, theme: Theme, line: KpiLine) -> None:
        super().__init__()
        self._theme = theme
        self._line = line
        self.name, self.scale = WrappedLink(line.name), label("small", wrap=True)
        self.fact = FactField(desk)
        self._weight, self._completion = _figure(), _figure()
        self._payout, self._amount = _figure(), _figure("strong")
        self._lay_out()
        self.name.clicked.connect(self._on_clicked)
        self.fact.tried.connect(self._on_tried)
        theme.changed.connect(self.update)
        self.show_line(line)

    @property
    def line(self) -> KpiLine:
        """What is shown."""
        return self._line

    def show_line(self, line: KpiLine) -> None:
        """Show other figures of the same KPI."""
        self._line = line
        self.name.setToolTip(line.tip)
        self.scale.setText(line.scale)
        self.scale.setToolTip(line.tip)
        self._weight.setText(line.weight)
        self.fact.show_fact(line.fact, line.name)
        for widget, cell in (
            (self._completion, line.completion),
            (self._payout, line.payout),
            (self._amount, line.amount),
        ):
            show_cell(widget, cell)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole row is a button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._on_clicked()
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen one stands on a tinted ground."""
        if self._line.chosen:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colors.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.name)
        names.addWidget(self.scale)
        row = columns(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.addLayout(names, 1)
        self.name.setMinimumWidth(_NAME)
        for widget, width in zip(
            (self._weight, self.fact, self._completion, self._payout, self._amount),
            WIDTHS,
            strict=True,
        ):
            widget.setFixedWidth(width)
            row.addWidget(widget)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._line.metric)

    def _on_tried(self, entry: NumberEntry) -> None:
        self.tried.emit(self._line.metric, entry)


def columns(of: QWidget) -> QHBoxLayout:
    """The columns that all rows and their headings share."""
    row = QHBoxLayout(of)
    row.setContentsMargins(8, 0, 8, 0)
    row.setSpacing(10)
    return row


def show_cell(widget: QLabel, cell: Cell) -> None:
    """A figure with its reason and its tone."""
    widget.setText(cell.words)
    widget.setToolTip(tooltip(cell.tip) if cell.tip else "")
    set_tone(widget, cell.tone if cell.tone != "muted" else "")


def _figure(look: str = "") -> QLabel:
    made = label(look)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
