"""A part of the goal: a title, a sentence, and a table or a chart or both."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.base.texts import Text
from workbench.presenters.charts import MonthsPicture, SharesPicture
from workbench.presenters.desk import Desk
from workbench.presenters.plan.facts import Facts
from workbench.ui.charts import MonthsChart, ShareBars
from workbench.ui.look import label
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.plan.facts import FactsTable
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_CHART = 168


class PartCard(Card):
    """What has nothing to show is not there."""

    def __init__(self, title: Text, words: Words) -> None:
        super().__init__(words, title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._title, self._words = title, words
        self.note = label("muted", wrap=True)
        self.column.addWidget(self.note)

    def show_note(self, note: str) -> None:
        """Say something below the title."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def hold(self, widget: QWidget) -> None:
        """Take a widget in, called like the card."""
        self._words.put(widget, "setAccessibleName", self._title)
        self.column.addWidget(widget)


class FactsCard(PartCard):
    """A table."""

    def __init__(self, title: Text, theme: Theme, words: Words) -> None:
        super().__init__(title, words)
        self.table = FactsTable(theme)
        self.hold(self.table)

    def show_part(self, facts: Facts, note: str) -> None:
        """Show a table with what is said of it."""
        self.table.show_facts(facts)
        self.table.setVisible(bool(facts.rows))
        self.show_note(note)


class SharesCard(PartCard):
    """The parts of a whole as bars."""

    def __init__(self, title: Text, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(title, words)
        self.chart = ShareBars(desk, theme, words)
        self.hold(self.chart)

    def show_part(self, shares: SharesPicture, note: str) -> None:
        """Show the parts with what is said of them."""
        self.chart.show_picture(shares)
        self.chart.setVisible(bool(shares.rows))
        self.chart.setFixedHeight(self.chart.minimumSizeHint().height())
        self.show_note(note)


class TimeCard(FactsCard):
    """The months as bars above their table."""

    def __init__(self, title: Text, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(title, theme, words)
        self.chart = MonthsChart(desk, theme, words)
        self.chart.setFixedHeight(_CHART)
        self._words.put(self.chart, "setAccessibleName", title)
        self.column.insertWidget(2, self.chart)

    def show_months(self, months: MonthsPicture) -> None:
        """Show the goal of each month beside the forecast."""
        self.chart.show_picture(months)


class HistoryCard(PartCard):
    """The years behind as bars, with the goal after them."""

    def __init__(self, title: Text, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(title, words)
        self.chart = MonthsChart(desk, theme, words)
        self.chart.setFixedHeight(_CHART)
        self.hold(self.chart)
        self.show_note("")

    def show_history(self, history: MonthsPicture | None) -> None:
        """Show the years; without one there is no card."""
        self.setVisible(history is not None)
        self.chart.show_picture(history)
