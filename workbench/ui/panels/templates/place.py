"""The work place where projects begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.templates import Card, Recent, Starting, TemplatesPresenter
from workbench.ui.look import label
from workbench.ui.panels.templates.card import LEAST_WIDTH, Begin, TemplateCard
from workbench.ui.panels.templates.recent_list import RecentList
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_GAP = 14
_MOST_COLUMNS = 4


class TemplatesPlace(QWidget):
    """Cards on the left, recent projects on the right."""

    records: tuple[Action, ...] = ()

    def __init__(self, desk: Desk, theme: Theme, words: Words, starting: Starting) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._cards: tuple[Card, ...] = ()
        self._widgets: list[TemplateCard] = []
        self._columns = 0
        self._recent = RecentList(theme, words)
        self._area, self._grid = QScrollArea(), QGridLayout()
        self.presenter = TemplatesPresenter(desk, self, starting)
        self._lay_out()
        self._recent.wanted.connect(self._on_wanted)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show the templates and the empty project."""
        if cards == self._cards:
            return
        for old in self._widgets:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = cards
        self._widgets = [TemplateCard(card, self._theme, self._words) for card in cards]
        for widget in self._widgets:
            widget.begun.connect(self._on_begun)
        self._columns = 0
        self._arrange()

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """Show the projects that were open lately."""
        self._recent.show_recent(recent)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for templates and recent projects."""
        super().showEvent(event)
        self.presenter.set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest until the place is open again."""
        super().hideEvent(event)
        self.presenter.set_visible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards side by side as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - self._recent.width() - 2 * 16
        columns = max(1, min(_MOST_COLUMNS, room // (LEAST_WIDTH + _GAP)))
        if columns == self._columns:
            return
        for at in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        for at, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, at // columns, at % columns)
        self._columns = columns

    def _lay_out(self) -> None:
        title, hint = label("title"), label("muted", wrap=True)
        self._words.put(title, "setText", text("Templates"))
        self._words.put(
            hint,
            "setText",
            text("A project begins with a template's funnel, roles and KPIs: change what differs."),
        )
        self._grid.setSpacing(_GAP)
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(hint)
        column.addLayout(self._grid)
        column.addStretch(1)  # more than the stretch in a card: cards are as high as they must be
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        border = QFrame()
        border.setProperty("look", "upright")
        border.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._area, 1)
        row.addWidget(border)
        row.addWidget(self._recent)

    def _on_begun(self, wish: Begin) -> None:
        self.presenter.start(wish.key)

    def _on_wanted(self, path: Path) -> None:
        self.presenter.open(path)
