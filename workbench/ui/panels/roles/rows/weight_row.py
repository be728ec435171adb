"""A KPI of a role: its sign and name, its weight, and the weight as a bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.document.kpi import Part
from workbench.presenters.inspector.rows import Row
from workbench.presenters.inspector.wishes import Numbered, Opened, Removed
from workbench.presenters.roles.rows import WeightRow
from workbench.ui.fields import NumberEntry, NumberField
from workbench.ui.form.kit import Kit
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.look import label
from workbench.ui.panels.roles.role_card import paint_bar
from workbench.ui.panels.roles.signs import paint_sign
from workbench.ui.theme import Theme, readable

_NUMBER_WIDTH = 64


class NameButton(QPushButton):
    """A name that leads somewhere, shortened where it does not fit; Del asks to take it away."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("look", "name")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show another name."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        elide = Qt.TextElideMode.ElideRight
        fitting = self.fontMetrics().elidedText(self._words, elide, self.width() - 2)
        self.setText(fitting.replace("&", "&&"))


class PartSign(QWidget):
    """The sign of a part in the colour of the role."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._part: Part = "owner"
        self._color = "#7A8699"
        self.setFixedSize(QSize(15, 18))
        theme.changed.connect(self.update)

    def show_part(self, part: Part, color: str) -> None:
        """Show another sign."""
        self._part, self._color = part, color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        center = QPointF(self.width() / 2 - 1, self.height() / 2)
        color = QColor(readable(self._color, self._theme.colors))
        paint_sign(painter, center, self._part, color)
        painter.end()


class WeightBar(QWidget):
    """A weight as a bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self._color = "#7A8699"
        self.setFixedHeight(5)
        theme.changed.connect(self.update)

    def show_share(self, share: float, color: str) -> None:
        """Show another weight."""
        self._share, self._color = share, color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_bar(painter, area, self._share, self._color, self._theme.colors.neutral_soft)
        painter.end()


class WeightRowWidget(RowWidget):
    """The name leads to the KPI; the weight can be typed and stepped."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.sign = PartSign(kit.theme)
        self.name = NameButton()
        self.number = NumberField(kit.desk)
        self.number.setProperty("look", "quiet")
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self.number.step_by_arrows()
        self.caption = label("muted")
        self.bar = WeightBar(kit.theme)
        self._lay_out()
        self.name.clicked.connect(self._on_opened)
        self.name.removed.connect(self._on_removed)
        self.number.committed.connect(self._on_committed)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, WeightRow)
        self.sign.show_part(row.part, row.color)
        self.name.show_words(row.label)
        self.name.setToolTip(f"{row.label}\n{row.tip}")
        self.number.setAccessibleName(row.label)
        self.number.show_number(row.share, share=True)
        self.caption.setText(row.caption)
        helps = bool(row.caption)
        self.caption.setVisible(helps)
        self.number.setVisible(not helps)
        self.bar.setVisible(not helps)
        self.bar.show_share(row.share, row.color)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.sign)
        line.addWidget(self.name, 1)
        line.addWidget(self.caption)
        line.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(line)
        column.addWidget(self.bar)

    def _on_opened(self) -> None:
        self.wished.emit(Opened(self.key, ""))

    def _on_removed(self) -> None:
        self.wished.emit(Removed(self.key))

    def _on_committed(self, entry: NumberEntry) -> None:
        self.wished.emit(Numbered(self.key, entry.value, entry.stepped))
