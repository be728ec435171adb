"""The tab with plan and fact of several metrics over the months."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actuals.trends.presenter import TrendLine, TrendsPresenter
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.choice import Choice
from workbench.ui.charts import MonthsChart
from workbench.ui.elided import ElidedLabel
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.look import label
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_HEIGHT = 210
_LEAST = 420  # what a chart of a year needs to be read
_GAP = 12


class TrendsTab(Tab):
    """A chart for each metric, two or three side by side; more are picked above."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        self._kit = Kit(desk, theme, words)
        self.presenter = TrendsPresenter(desk, choice, self)
        self.wake(self.presenter.set_visible)
        self.add, self._none = PickButton(self._kit), label("muted", wrap=True)
        self.cards: dict[str, TrendCard] = {}
        self._shown: tuple[str, ...] = ()
        self._columns = 0
        words.put(self.add, "setAccessibleName", text("Add a metric"))
        words.put(self._none, "setText", text("No metric is followed. Pick one above."))
        self._lay_out()
        self.add.picked.connect(self._on_picked)
        self.setFocusProxy(self.add)

    def show_trends(self, trends: tuple[TrendLine, ...], more: tuple[Option, ...]) -> None:
        """Show the metrics that are followed, and which others could be."""
        self.add.show_options(more, None, self._kit.desk.say(text("Add a metric")))
        self.add.setEnabled(bool(more))
        self._none.setVisible(not trends)
        keys = tuple(trend.key for trend in trends)
        for key in [key for key in self.cards if key not in keys]:
            card = self.cards.pop(key)
            card.hide()
            card.deleteLater()
        for trend in trends:
            self._card(trend.key).show_trend(trend)
        if keys != self._shown:
            self._shown = keys
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many charts side by side as can be read."""
        super().resizeEvent(event)
        if self._columns_here() != self._columns:
            self._arrange()

    def _lay_out(self) -> None:
        head, inner = QHBoxLayout(), QWidget()
        head.addWidget(self.add)
        head.addStretch()
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addLayout(self._grid)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(scrolled(inner), 1)

    def _columns_here(self) -> int:
        return max(1, min(3, (self.width() + _GAP) // (_LEAST + _GAP)))

    def _arrange(self) -> None:
        self._columns = self._columns_here()
        for at, key in enumerate(self._shown):
            self._grid.addWidget(self.cards[key], at // self._columns, at % self._columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _card(self, key: str) -> TrendCard:
        if key not in self.cards:
            card = TrendCard(self._kit, key)
            card.removed.connect(self.presenter.remove)
            self.cards[key] = card
        return self.cards[key]

    def _on_picked(self, picked: Added) -> None:
        if picked.words:
            self.presenter.add(picked.words)


class TrendCard(QFrame):
    """The name of a metric, a way to take it out, and its months."""

    removed = Signal(str)

    def __init__(self, kit: Kit, key: str) -> None:
        super().__init__()
        self._key = key
        self.setProperty("look", "card")
        self.name, self.note = ElidedLabel(), label("muted")
        self.name.setProperty("look", "strong")
        self.close_it = IconButton(kit.theme, "x")
        self.chart = MonthsChart(kit.desk, kit.theme, kit.words)
        self.chart.setFixedHeight(_HEIGHT)
        kit.words.put(self.close_it, "describe", text("Follow this metric no longer"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.note)
        head.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chart)
        self.close_it.clicked.connect(lambda *_: self.removed.emit(self._key))

    def show_trend(self, trend: TrendLine) -> None:
        """Show the months."""
        self.name.show_text(trend.name)
        self.note.setText(trend.note)
        self.chart.setAccessibleName(trend.name)
        self.chart.show_picture(trend.chart)
