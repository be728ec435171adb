"""The probation as bars that grow month by month: dragged, typed, added and removed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.presenters.inspector.rows import Row
from workbench.presenters.inspector.wishes import Added, Filled, Removed
from workbench.presenters.roles.rows import RampRow
from workbench.ui.fields import NumberEntry, NumberField
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.look import label
from workbench.ui.theme import tint

_HEIGHT = 62
_GAP = 6
_STEP = 0.05
_ACROSS = 6


class RampBars(QWidget):
    """Bars whose tops can be dragged; the new height is told on release."""

    dragged = Signal(Filled)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._key = ""
        self._shares: tuple[float, ...] = ()
        self._color = "#7A8699"
        self._month: int | None = None
        self._drawn = 0.0
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        kit.theme.changed.connect(self.update)

    def show_ramp(self, row: RampRow) -> None:
        """Show other shares."""
        self._key, self._shares, self._color = row.key, row.shares, row.color
        self.setToolTip(row.tip)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._shares:
            width = (self.width() + _GAP) / len(self._shares)
            month = int(event.position().x() // width)
            self._month = min(max(month, 0), len(self._shares) - 1)
            self._draw(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._month is not None:
            self._draw(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        month, self._month = self._month, None
        if month is not None and self._drawn != self._shares[month]:
            self.dragged.emit(Filled(self._key, month, (self._drawn,)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month, share in enumerate(self._shown()):
            shape = QPainterPath()
            shape.addRoundedRect(self._bar(month, share), 3, 3)
            painter.fillPath(shape, QColor(self._tone(month)))
        painter.end()

    def _shown(self) -> list[float]:
        shown = list(self._shares)
        if self._month is not None:
            shown[self._month] = self._drawn
        return shown

    def _tone(self, month: int) -> str:
        """A dragged bar in full colour, the others quiet."""
        return self._color if month == self._month else tint(self._color, self._kit.theme.colors)

    def _bar(self, month: int, share: float) -> QRectF:
        width = (self.width() + _GAP) / len(self._shares)
        height = max(2.0, self.height() * share / self._most)
        return QRectF(month * width, self.height() - height, width - _GAP, height)

    @property
    def _most(self) -> float:
        return max(1.0, *self._shares) if self._shares else 1.0

    def _draw(self, y: float) -> None:
        share = (1 - y / self.height()) * self._most
        self._drawn = round(max(0.0, min(self._most, round(share / _STEP) * _STEP)), 4)
        self.update()


class RampRowWidget(RowWidget):
    """Bars, and under each of them the month and its share."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.bars = RampBars(kit)
        self.fields: list[NumberField] = []
        self._captions: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self.add = IconButton(kit.theme, "plus", size=15)
        self.remove = IconButton(kit.theme, "minus", size=15)
        self._lay_out()
        self.bars.dragged.connect(self.wished)
        self.add.clicked.connect(self._on_added)
        self.remove.clicked.connect(self._on_removed)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, RampRow)
        self.bars.show_ramp(row)
        self.bars.setVisible(bool(row.shares))
        self._make(len(row.shares))
        for month, field in enumerate(self.fields):
            shown = month < len(row.shares)
            field.setVisible(shown)
            self._captions[month].setVisible(shown)
            if shown:
                field.show_number(row.shares[month], share=True)
                field.setAccessibleName(row.captions[month])
                self._captions[month].setText(row.captions[month])
        for button, words in ((self.add, row.add), (self.remove, row.remove)):
            button.describe(words)
            button.setEnabled(bool(words))

    def _make(self, months: int) -> None:
        while len(self.fields) < months:
            month = len(self.fields)
            field = NumberField(self.kit.desk)
            field.step_by_arrows()
            field.setProperty("look", "quiet")
            field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            field.setMinimumWidth(40)
            field.committed.connect(self._on_committed)
            caption = label("small")
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            caption.setBuddy(field)
            self.fields.append(field)
            self._captions.append(caption)
            row, column = divmod(month, _ACROSS)
            self._grid.addWidget(field, row * 2, column)
            self._grid.addWidget(caption, row * 2 + 1, column)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.bars)
        column.addLayout(self._grid)
        column.addLayout(buttons)

    def _on_committed(self, entry: NumberEntry) -> None:
        field = self.sender()
        month = next(at for at, one in enumerate(self.fields) if one is field)
        self.wished.emit(Filled(self.key, month, (entry.value,), entry.stepped))

    def _on_added(self) -> None:
        self.wished.emit(Added(self.key))

    def _on_removed(self) -> None:
        self.wished.emit(Removed(self.key))
