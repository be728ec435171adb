"""The form of the growth goal: the years behind, the stretch, leads and visits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.growth.picture import Builder, Entry, Spot
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.look import label, line
from workbench.ui.panels.plan.growth.fields_card import FieldsCard
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_FIELD = 132


class GrowthForm(FieldsCard):
    """A field for every figure of the whole client."""

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(desk, words, text("Years behind"))
        self._labels: dict[Spot, QLabel] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.metrics = PickButton(Kit(desk, theme, words))
        self._lay_out(words)
        self.metrics.picked.connect(self._on_metric)

    def show_builder(self, builder: Builder) -> None:
        """Show what the project holds."""
        self.metrics.show_options(builder.metrics, builder.metric, "—")
        self.metrics.setEnabled(bool(builder.metrics))
        entries = [*builder.years, *builder.others]
        if not self.has_fields(entries):
            self._build(entries)
        for entry in entries:
            money = builder.currency if entry.spot.member == "revenue" else ""
            self.show_entry(entry, money)
            self._labels[entry.spot].setText(entry.label)

    def _lay_out(self, words: Words) -> None:
        caption = label("muted")
        words.put(caption, "setText", text("Revenue"))
        words.put(self.metrics, "setAccessibleName", text("Revenue that the goal is for"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(caption)
        head.addStretch()
        head.addWidget(self.metrics)
        self.column.addLayout(head)
        self.column.addWidget(self._body)

    def _build(self, entries: list[Entry]) -> None:
        grid = self.new_grid()
        self._labels = {}
        for entry in entries:
            if entry.spot.member == "stretch":
                grid.addWidget(line(), grid.rowCount(), 0, 1, 2)
            self._add(grid, entry)

    def _add(self, grid: QGridLayout, entry: Entry) -> None:
        row, name = grid.rowCount(), label("muted")
        grid.addWidget(name, row, 0)
        grid.addWidget(self.new_field(entry, _FIELD), row, 1, Qt.AlignmentFlag.AlignRight)
        self._labels[entry.spot] = name

    def _on_metric(self, picked: Added) -> None:
        key: Key | None = picked.words
        if self._presenter is not None and key:
            self._presenter.choose_metric(key)
