"""What can be done to journeys, as actions."""

from __future__ import annotations

from typing import Protocol

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.plan.credit.presenter import CreditPresenter


class Hands(Protocol):
    """What actions need of the window: the selected journeys, and the list to type in."""

    def selected(self) -> frozenset[int]:
        """The places of the selected journeys."""

    def edit_journey(self) -> None:
        """Open the first field of the chosen journey."""


class Commands:
    """Actions on journeys and touches."""

    def __init__(self, desk: Desk, presenter: CreditPresenter, hands: Hands) -> None:
        self._desk = desk
        self._presenter = presenter
        self._hands = hands
        self.all = (
            Action("plan.credit.add", text("Add a journey"), self.add, icon="plus", group=5),
            Action("plan.credit.touch", text("Add a touch"), presenter.journeys.add_touch,
                   self._has_journeys, icon="plus", group=5),
            Action("plan.credit.read", text("Read journeys from a file…"), self.read,
                   self._is_free, icon="folder-open", group=5),
            Action("plan.credit.remove", text("Remove the selected journeys"), self.remove,
                   self._has_selected, "Del", "trash", wide=False, group=5),
        )  # fmt: skip

    def add(self) -> None:
        """A new journey, ready to be typed."""
        self._presenter.add()
        self._hands.edit_journey()

    def read(self) -> None:
        """Journeys from a table."""
        self._desk.settle()
        self._desk.go("plan")
        self._presenter.importing.begin()

    def remove(self) -> None:
        """The selected journeys taken out."""
        self._presenter.journeys.remove(self._hands.selected())

    def _has_journeys(self) -> bool:
        return bool(self._desk.project.journeys)

    def _has_selected(self) -> bool:
        return bool(self._hands.selected())

    def _is_free(self) -> bool:
        return not self._presenter.importing.is_busy
