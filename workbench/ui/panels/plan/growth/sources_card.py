"""Visits and leads of each channel, and what next year asks of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.plan.growth.picture import Sourced, Spot
from workbench.ui.look import label
from workbench.ui.panels.plan.growth.fields_card import FieldsCard
from workbench.ui.words import Words

_FIELD = 84


class SourcesCard(FieldsCard):
    """A row for each channel: two fields, and three numbers that follow."""

    def __init__(self, desk: Desk, words: Words) -> None:
        about = text("Visits and leads of the last year; the leads needed are shared out alike.")
        super().__init__(desk, words, text("Conversion by source"), about)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._results: dict[Spot, tuple[QLabel, ...]] = {}
        self.column.addWidget(self._body)

    def show_sources(self, sources: tuple[Sourced, ...]) -> None:
        """Show the channels; without any there is no card."""
        self.setVisible(bool(sources))
        entries = [entry for one in sources for entry in (one.visits, one.leads)]
        if not self.has_fields(entries):
            self._build(sources)
        for entry in entries:
            self.show_entry(entry)
        for one in sources:
            shown = (one.name, one.conversion, one.needed, one.visits_needed)
            for part, words in zip(self._results[one.visits.spot], shown, strict=True):
                part.setText(words)
                part.setToolTip(one.tip)

    def _build(self, sources: tuple[Sourced, ...]) -> None:
        grid = self.new_grid()
        grid.setHorizontalSpacing(12)
        self._results = {}
        self._add_heads(grid)
        for one in sources:
            self._add(grid, one)

    def _add_heads(self, grid: QGridLayout) -> None:
        heads = (
            text("Channel"), text("Visits"), text("Leads"), text("Conversion"),
            text("Leads needed"), text("Visits needed"),
        )  # fmt: skip
        for column, words in enumerate(heads):
            head = label("small")
            self._words.put(head, "setText", words)
            grid.addWidget(head, 0, column, _RIGHT if column else _LEFT)

    def _add(self, grid: QGridLayout, one: Sourced) -> None:
        row = grid.rowCount()
        parts = (label(), label("muted"), label("strong"), label("strong"))
        grid.addWidget(parts[0], row, 0)
        grid.addWidget(self.new_field(one.visits, _FIELD), row, 1)
        grid.addWidget(self.new_field(one.leads, _FIELD), row, 2)
        for column, part in enumerate(parts[1:], start=3):
            grid.addWidget(part, row, column, _RIGHT)
        self._results[one.visits.spot] = parts


_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
