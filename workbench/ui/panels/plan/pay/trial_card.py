"""One role tried with facts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.plan.pay.picture import Trial
from workbench.ui.fields import NumberEntry
from workbench.ui.form.chip_button import ChipButton
from workbench.ui.look import button, label, line
from workbench.ui.panels.plan.pay.cards import NotedCard
from workbench.ui.panels.plan.pay.kpi_row import WIDTHS, KpiRow, columns, show_cell
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TrialCard(NotedCard):
    """Rows of KPIs with their sum; facts are told while they are typed."""

    role_wanted = Signal()
    kpi_chosen = Signal(str)
    tried = Signal(str, NumberEntry)
    forecast_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(words, text("Try it"))
        self._desk = desk
        self._theme = theme
        self.rows: list[KpiRow] = []
        self.role, self.forget = ChipButton(theme), button("link")
        self.total, self.bonus = _figure("strong"), _figure("strong")
        self.earned, self.remark = label("muted", wrap=True), label("muted", wrap=True)
        self._list = QVBoxLayout()
        self._table = QWidget()
        self._lay_out(words)
        self.role.clicked.connect(self.role_wanted)
        self.forget.clicked.connect(self.forecast_wanted)

    def show_trial(self, trial: Trial | None) -> None:
        """Show a role; rows stay where its KPIs stay, so that typing goes on."""
        self.setVisible(trial is not None)
        if trial is None:
            return
        self.role.show_chip(Chip(trial.role, trial.name, trial.color))
        self.note.setText(trial.about)
        self._table.setVisible(bool(trial.kpis))
        self._show_rows(trial)
        show_cell(self.total, trial.total)
        show_cell(self.bonus, trial.bonus)
        self.earned.setText(trial.earned)
        self.remark.setText(trial.note)
        self.remark.setVisible(bool(trial.note))
        self.forget.setVisible(trial.typed)

    def _show_rows(self, trial: Trial) -> None:
        shown = [(row.line.metric, row.line.name) for row in self.rows]
        if shown == [(one.metric, one.name) for one in trial.kpis]:
            for row, one in zip(self.rows, trial.kpis, strict=True):
                row.show_line(one)
            return
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [KpiRow(self._desk, self._theme, one) for one in trial.kpis]
        for row in self.rows:
            self._list.addWidget(row)
            row.chosen.connect(self.kpi_chosen)
            row.tried.connect(self.tried)

    def _lay_out(self, words: Words) -> None:
        words.put(self.forget, "setText", text("Take the forecast again"))
        self.head.insertWidget(1, self.role)
        self.head.addWidget(self.forget)
        self._list.setSpacing(2)
        table = QVBoxLayout(self._table)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(6)
        table.addWidget(self._made_heads(words))
        table.addWidget(line())
        table.addLayout(self._list)
        table.addWidget(line())
        table.addWidget(self._made_sum(words))
        self.column.addWidget(self.remark)
        self.column.addWidget(self._table)
        self.column.addStretch()

    def _made_heads(self, words: Words) -> QWidget:
        box = QWidget()
        row = columns(box)
        name = label("section")
        words.put(name, "setText", text("KPI"))
        row.addWidget(name, 1)
        heads = (
            text("Weight"), text("Fact"), text("Completion"), text("Payout"), text("Bonus"),
        )  # fmt: skip
        for head, width in zip(heads, WIDTHS, strict=True):
            made = _figure("section")
            words.put(made, "setText", head)
            made.setFixedWidth(width)
            row.addWidget(made)
        return box

    def _made_sum(self, words: Words) -> QWidget:
        box, title = QWidget(), label("strong")
        words.put(title, "setText", text("Total for the month"))
        row: QHBoxLayout = columns(box)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(title)
        names.addWidget(self.earned)
        row.addLayout(names, 1)
        self.total.setFixedWidth(WIDTHS[-2])
        self.bonus.setFixedWidth(WIDTHS[-1])
        row.addWidget(self.total)
        row.addWidget(self.bonus)
        return box


def _figure(look: str) -> QLabel:
    made = label(look)
    made.setAlignment(_RIGHT)
    return made
