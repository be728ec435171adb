"""How the numbers come about, and for which month they are shown."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.presenters.inspector.rows import OutcomeRow, Row
from workbench.presenters.inspector.wishes import Added, Chosen
from workbench.ui.form.flow import FlowLayout
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.look import label


class OutcomeWidget(RowWidget):
    """The calculation with its result in bold; below it the month and the total of the plan."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.calculation = self._rich(wrap=True)
        self.result = self._rich()
        self.month = PickButton(kit, "link")
        self.total: QLabel = label("muted")
        line, flow = QWidget(), FlowLayout(gap=12, between=1)
        line.setLayout(flow)
        for widget in (self.month, self.result, self.total):
            flow.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self.calculation)
        layout.addWidget(line)
        self.month.picked.connect(self._on_picked)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, OutcomeRow)
        strong = f"<b>{escape(row.strong)}</b>"
        self.calculation.setText(f"{escape(row.words)} {strong}")
        self.calculation.setVisible(bool(row.words))
        self.result.setText(strong)
        self.result.setVisible(not row.words)
        self.month.show_options(row.months, row.month)
        self.month.setToolTip(row.tip)
        self.month.setAccessibleName(f"{row.tip}: {self.month.words}")
        self.total.setText(row.total)
        self.total.setVisible(bool(row.total))

    def _rich(self, *, wrap: bool = False) -> QLabel:
        made = label("muted", wrap=wrap)
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _on_picked(self, choice: Added) -> None:
        self.wished.emit(Chosen(self.key, choice.words))
