"""A card with fields for figures of the growth goal."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.base.texts import Text
from workbench.presenters.desk import Desk
from workbench.presenters.plan.growth.picture import Entry, Spot
from workbench.presenters.plan.growth.presenter import GrowthPresenter
from workbench.ui.fields import NumberEntry, NumberField
from workbench.ui.panels.plan.card import Card
from workbench.ui.words import Words


class SpotField(NumberField):
    """A number that also tells what is being typed."""

    typing = Signal(str)

    def __init__(self, desk: Desk, spot: Spot) -> None:
        super().__init__(desk)
        self.spot = spot
        self.step_by_arrows()
        self.textEdited.connect(self.typing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What Escape puts back counts again."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.typing.emit(self.text())


class FieldsCard(Card):
    """Fields in a grid, made anew when there are others; they tell the presenter what is typed."""

    def __init__(self, desk: Desk, words: Words, title: Text, about: Text | None = None) -> None:
        super().__init__(words, title, about)
        self._desk = desk
        self._presenter: GrowthPresenter | None = None
        self._fields: dict[Spot, SpotField] = {}
        self._body = QWidget()

    def serve(self, presenter: GrowthPresenter) -> None:
        """Tell a presenter what is typed."""
        self._presenter = presenter

    def field(self, spot: Spot) -> SpotField:
        """The field of a figure."""
        return self._fields[spot]

    @property
    def fields(self) -> list[SpotField]:
        """Every field in its order."""
        return list(self._fields.values())

    def has_fields(self, entries: list[Entry]) -> bool:
        """Whether these are the fields that are there."""
        return [entry.spot for entry in entries] == list(self._fields)

    def new_grid(self) -> QGridLayout:
        """An empty grid in the place of the old one, whose fields are gone at once."""
        self._fields = {}
        old, self._body = self._body, QWidget()
        self.column.replaceWidget(old, self._body)
        old.setParent(None)
        old.deleteLater()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        return grid

    def new_field(self, entry: Entry, width: int) -> SpotField:
        """A field for a figure."""
        field = SpotField(self._desk, entry.spot)
        field.setFixedWidth(width)
        field.typing.connect(self._on_typing)
        field.committed.connect(self._on_committed)
        self._fields[entry.spot] = field
        return field

    def show_entry(self, entry: Entry, currency: str = "") -> None:
        """Show what the project holds."""
        field = self._fields[entry.spot]
        with QSignalBlocker(field):
            field.show_number(entry.value, share=entry.share, currency=currency)
        field.setAccessibleName(entry.label)

    def _on_typing(self, words: str) -> None:
        field = self.sender()
        if self._presenter is not None and isinstance(field, SpotField):
            self._presenter.typed(field.spot, words)

    def _on_committed(self, entry: NumberEntry) -> None:
        field = self.sender()
        if self._presenter is not None and isinstance(field, SpotField):
            self._presenter.enter(field.spot, entry.value, stepped=entry.stepped)
