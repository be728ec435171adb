"""The board of the plan."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.charts import SharesPicture, TornadoPicture
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import GoalPicture
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.overview.picture import LeversPicture, RiskPicture
from workbench.presenters.plan.overview.presenter import OverviewPresenter
from workbench.presenters.plan.team.picture import HiringRow
from workbench.ui.form.kit import Kit
from workbench.ui.panels.plan.overview.cards import EffectsCard, MonthsCard, RiskCard, TeamCard
from workbench.ui.panels.plan.overview.levers_card import LeversCard
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words
from workbench.ui.worker import Worker

_GAP = 12
_WIDE, _MIDDLING = 1_060, 700
_LEVERS, _LOWEST = 300, 250


class OverviewTab(Tab):
    """Cards side by side where there is room, one below the other where there is not."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        kit = Kit(desk, theme, words)
        self._columns = 0
        self._for_levers, self._for_risk = Worker(self), Worker(self)
        self.presenter = OverviewPresenter(desk, choice, self, self._for_levers, self._for_risk)
        self.wake(self.presenter.set_visible)
        self._levers = LeversCard(kit, self.presenter.levers)
        self._effects, self._risk = EffectsCard(kit), RiskCard(kit)
        self._team, self._months = TeamCard(kit), MonthsCard(kit)
        self.records = (
            Action("plan.solve", text("Find levers"), self.solve, self._can_solve,
                   "Ctrl+Shift+G", "wand", group=3),
        )  # fmt: skip
        self._choice = choice
        self._board = QWidget()
        self._grid = QGridLayout(self._board)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(_GAP)
        self._sides.addWidget(scrolled(self._board))
        self._connect()
        self._arrange(3)

    @property
    def is_working(self) -> bool:
        """Whether something is still being worked out beside the window."""
        return self._for_levers.is_busy or self._for_risk.is_busy

    def solve(self) -> None:
        """Find the easiest set of changes that reaches the goal."""
        self.presenter.levers.solve()

    def show_levers(self, picture: LeversPicture) -> None:
        """Show the levers and their outcome."""
        self._levers.show_levers(picture)

    def show_effects(self, picture: TornadoPicture | None, why: str) -> None:
        """Show what moves the goal, or why that is not known."""
        self._effects.show_effects(picture, why)

    def show_control(self, picture: SharesPicture) -> None:
        """Show who controls which KPI."""
        self._effects.show_control(picture)

    def show_risk(self, picture: RiskPicture) -> None:
        """Show how likely the goal is."""
        self._risk.show_risk(picture)

    def show_months(self, picture: GoalPicture | None) -> None:
        """Show how the months come up to the goal."""
        self._months.show_months(picture)

    def show_team(self, rows: tuple[HiringRow, ...]) -> None:
        """Show whom to hire."""
        self._team.show_team(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each card room enough."""
        super().resizeEvent(event)
        width = self.width()
        self._arrange(3 if width >= _WIDE else 2 if width >= _MIDDLING else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        cards: list[QWidget] = [self._effects, self._risk, self._team, self._months]
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        beside = max(columns - 1, 1)
        for at, card in enumerate(cards):
            row, column = divmod(at, beside)
            self._grid.addWidget(card, row + 1, column)
            self._grid.setColumnStretch(column, 5)
        if columns == 1:
            self._grid.addWidget(self._levers, 0, 0)
            return
        # beside the board and not on it: the result stays in sight however long the board is
        self._sides.insertWidget(0, self._levers, 4)
        self._sides.setStretch(1, 5 * beside)

    def _connect(self) -> None:
        self._levers.setMinimumWidth(_LEVERS)
        for card in (self._effects, self._risk, self._team, self._months):
            card.setMinimumHeight(_LOWEST)
        self._effects.control_wanted.connect(self.presenter.show_control)
        self._effects.chosen.connect(self.presenter.select)
        self._levers.chosen.connect(self.presenter.select)
        self._team.table.picked.connect(self.presenter.select_role)
        self._risk.stop_wanted.connect(self.presenter.outlook.stop)

    def _can_solve(self) -> bool:
        return self._choice.goal is not None and not self.presenter.levers.is_solving
