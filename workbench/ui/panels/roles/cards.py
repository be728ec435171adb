"""The role cards in as many columns as there is room for."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.roles.cards import CardPicture, CardsPresenter
from workbench.ui.panels.roles.role_card import WIDTH, RoleCard
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_GAP = 14


class CardsPanel(QScrollArea):
    """Lays cards out and moves between them with the arrow keys."""

    def __init__(self, presenter: CardsPresenter, theme: Theme, words: Words) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._cards: list[RoleCard] = []
        self._across = 0
        self._inside = QWidget()
        self._inside.setProperty("look", "scrolled")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 4, 4)
        self._grid.setSpacing(_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        words.put(self, "setAccessibleName", text("Role cards"))
        theme.changed.connect(self._inside.update)
        presenter.attach(self)

    def show_cards(self, cards: tuple[CardPicture, ...]) -> None:
        """Show these cards; those of roles that stay are kept."""
        if [card.role for card in self._cards] != [card.role for card in cards]:
            self._make(cards)
        for widget, card in zip(self._cards, cards, strict=True):
            if widget.card != card:
                widget.show_card(card)

    def show_selected_role(self, role: Key | None) -> None:
        """Mark the selected one and bring it to sight."""
        for card in self._cards:
            card.setChecked(card.role == role)
            if card.role == role:
                # a new card gets its place only when the layout is asked for it
                self._grid.activate()
                QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
                self.ensureWidgetVisible(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns() != self._across:
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from card to card."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._across,
            Qt.Key.Key_Down: self._across,
        }
        step = steps.get(Qt.Key(event.key()))
        at = next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(self._cards):
            self._cards[at + step].setFocus(Qt.FocusReason.OtherFocusReason)
            self._presenter.choose(self._cards[at + step].role)

    def _make(self, cards: tuple[CardPicture, ...]) -> None:
        before = {card.role: card for card in self._cards}
        self._cards = [
            before.pop(card.role) if card.role in before else self._card(card) for card in cards
        ]
        for gone in before.values():
            self._grid.removeWidget(gone)
            gone.deleteLater()
        for card, following in pairwise(self._cards):
            self.setTabOrder(card, following)
        self._arrange()

    def _card(self, card: CardPicture) -> RoleCard:
        made = RoleCard(card, self._theme)
        made.setParent(self._inside)
        made.chosen.connect(self._presenter.choose)
        return made

    def _columns(self) -> int:
        return max(1, (self.viewport().width() + _GAP - 4) // (WIDTH + _GAP))

    def _arrange(self) -> None:
        self._across = self._columns()
        for card in self._cards:
            self._grid.removeWidget(card)
        for at, card in enumerate(self._cards):
            place = divmod(at, self._across)
            self._grid.addWidget(card, *place, Qt.AlignmentFlag.AlignTop)
            card.show()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < self._across))
