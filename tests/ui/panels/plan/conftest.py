"""The plan in a window that is really there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.presenters.months import plan
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.panels.plan.months.tab import MonthsTab
from workbench.ui.panels.plan.months.table_model import FIRST_MONTH
from workbench.ui.panels.plan.place import PlanPlace
from workbench.ui.theme import Theme
from workbench.ui.words import Words


@dataclass
class Opened:
    """The place with what drives it."""

    desk: Desk
    theme: Theme
    place: PlanPlace

    @property
    def months(self):
        return cast("MonthsTab", self.place.tab("months"))

    @property
    def grid(self):
        return self.months._table.months

    @property
    def model(self):
        return self.months._table.model

    def value(self, key: str) -> object:
        return self.desk.project.metric(key).value

    def go(self, key: str, month: int = 0) -> None:
        """Put the cursor into a cell."""
        self.grid.mark(self.model.index(self.model.table.places[key], FIRST_MONTH + month))

    def at(self) -> tuple[str, int]:
        """Where the cursor is."""
        index = self.grid.currentIndex()
        return self.model.line(index.row()).key, index.column() - FIRST_MONTH

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.grid, key, modifiers)
        QApplication.processEvents()  # an editor closes only after its key

    def type(self, words: str) -> None:
        """Type where the focus is."""
        for letter in words:
            QTest.keyClicks(QApplication.focusWidget() or self.grid, letter)


@pytest.fixture
def opened(qtbot, theme) -> Iterator[Opened]:
    desk = Desk(plan(), "en")
    place = PlanPlace(desk, theme, Words(desk), Choice(desk))
    qtbot.addWidget(place)
    place.resize(1040, 700)
    place.show()
    qtbot.waitExposed(place)
    place.activateWindow()
    place.open_tab("months")
    yield Opened(desk, theme, place)
    place.close()
    theme.use(dark=False)
