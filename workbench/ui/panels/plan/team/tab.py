"""The tab with the people of the plan."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.team.picture import (
    DeliveryPicture,
    EconomicsPicture,
    HiringRow,
    RoleDetail,
)
from workbench.presenters.plan.team.presenter import TeamPresenter
from workbench.ui.panels.plan.team.cards import DeliveryCard, EconomicsCard, HiringCard, RoleCard
from workbench.ui.panels.tab import Tab
from workbench.ui.scrolling import scrolled
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_NARROW = 880


class TeamTab(Tab):
    """Roles and one of them by month on the left, the goal and what things cost on the right."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        self.hiring = HiringCard(theme, words)
        self.role = RoleCard(desk, theme, words)
        self.delivery = DeliveryCard(words)
        self.economics = EconomicsCard(words)
        self.presenter = TeamPresenter(desk, choice, self)
        self.wake(self.presenter.set_visible)
        self.records = (
            Action(
                "plan.team.hire", text("Plan the missing people"), self.presenter.hire,
                lambda: self.presenter.can_hire, icon="user-plus", group=3,
            ),
        )  # fmt: skip
        self._lay_out()
        self.hiring.table.picked.connect(self.presenter.choose)
        self.role.role_wanted.connect(self.presenter.choose)
        self.delivery.hire_wanted.connect(self.presenter.hire)
        self.setFocusProxy(self.hiring.table)

    def show_rows(self, rows: tuple[HiringRow, ...], chosen: Key | None) -> None:
        """Show whom to hire, with the role that is looked at."""
        self.hiring.show_rows(rows, chosen)

    def show_detail(self, detail: RoleDetail | None) -> None:
        """Show one role by month, or that there is none."""
        self.role.show_detail(detail)

    def show_delivery(self, picture: DeliveryPicture) -> None:
        """Show what the team can deliver of the goal."""
        self.delivery.show_delivery(picture)

    def show_economics(self, picture: EconomicsPicture) -> None:
        """Show what units and customers cost."""
        self.economics.show_economics(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns one below the other in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        down, across = QHBoxLayout.Direction.TopToBottom, QHBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if narrow else across)

    def _lay_out(self) -> None:
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 4, 0)
        columns.setSpacing(12)
        for first, second, share in (
            (self.hiring, self.role, 9),
            (self.delivery, self.economics, 4),
        ):
            column = QVBoxLayout()
            column.setSpacing(12)
            column.addWidget(first)
            column.addWidget(second, 1)
            columns.addLayout(column, share)
        self._columns = columns
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside, sideways=True))
