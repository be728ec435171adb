"""Cards of results: who gets how much, all rules side by side, and what is asked of KPIs."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.plan.credit.picture import Grid, Shares, TargetsPicture
from workbench.ui.charts import ShareBars
from workbench.ui.form.kit import Kit
from workbench.ui.look import label
from workbench.ui.panels.plan.credit.grid_table import GridTable


class SharesCard(QFrame):
    """Bars with money and part; below, what is not credited and why."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        column = _card(self)
        head = QHBoxLayout()
        self._total, self._notes = label("strong"), label("muted", wrap=True)
        self.bars = ShareBars(kit.desk, kit.theme, kit.words)
        self.bars.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head.addWidget(_title(text("Who gets how much"), kit))
        head.addStretch()
        head.addWidget(self._total)
        column.addLayout(head)
        column.addWidget(self.bars)
        column.addWidget(self._notes)
        column.addStretch()
        kit.words.put(self.bars, "setAccessibleName", text("Revenue shared over touches"))

    def show_shares(self, shares: Shares) -> None:
        """Show the bars of a rule."""
        self.bars.show_picture(shares.bars)
        rows = len(shares.bars.rows) if shares.bars else 0
        self.bars.setVisible(rows > 0)
        self.bars.setFixedHeight(self.bars.minimumSizeHint().height())
        self._total.setText(shares.total)
        self._notes.setText("\n".join(shares.notes))
        self._notes.setVisible(bool(shares.notes))


class ComparisonCard(QFrame):
    """A row a channel, role or stage; a column a rule."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        column = _card(self)
        self.table = GridTable(kit.theme)
        about = label("muted", wrap=True)
        column.addWidget(_title(text("All rules side by side"), kit))
        column.addWidget(about)
        column.addWidget(self.table)
        column.addStretch()
        kit.words.put(
            about,
            "setText",
            text("No rule is the right one: where they differ, talk about what really sold."),
        )
        kit.words.put(self.table, "setAccessibleName", text("All rules side by side"))

    def show_comparison(self, grid: Grid) -> None:
        """Show the rules."""
        self.table.show_grid(grid)


class TargetsCard(QFrame):
    """What the goal asks of each KPI when what is missing is divided by credit."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        column = _card(self)
        self._intro, self._notes = label("muted", wrap=True), label("muted", wrap=True)
        self.table = GridTable(kit.theme)
        column.addWidget(_title(text("What it asks of KPIs"), kit))
        for widget in (self._intro, self.table, self._notes):
            column.addWidget(widget)
        kit.words.put(self.table, "setAccessibleName", text("What credit asks of KPIs"))

    def show_targets(self, targets: TargetsPicture) -> None:
        """Show the targets, or why there are none."""
        self._intro.setText(targets.intro)
        self.table.show_grid(targets.table)
        self.table.setVisible(bool(targets.table.rows))
        self._notes.setText("\n".join(targets.notes))
        self._notes.setVisible(bool(targets.notes))


def _card(frame: QFrame) -> QVBoxLayout:
    frame.setProperty("look", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(8)
    return column


def _title(words: Text, kit: Kit) -> QLabel:
    made: QLabel = label("strong")
    kit.words.put(made, "setText", words)
    return made


def card(kit: Kit, words: Text, *widgets: QWidget) -> QFrame:
    """A card with a title over some widgets."""
    frame = QFrame()
    column = _card(frame)
    column.addWidget(_title(words, kit))
    for widget in widgets:
        column.addWidget(widget)
    return frame
