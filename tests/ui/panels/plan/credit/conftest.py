"""The tab of credit in a window that is really there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.presenters.credit_cases import deals, sales
from workbench.document.project import Project
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.panels.plan.credit.tab import CreditTab
from workbench.ui.theme import Theme
from workbench.ui.words import Words


@dataclass
class Opened:
    """The tab with what drives it."""

    desk: Desk
    theme: Theme
    tab: CreditTab

    @property
    def journeys(self):
        return self.desk.project.journeys

    def go(self, row: int, column: int = 0) -> None:
        """Put the cursor into a cell of the list."""
        self.tab.table.setCurrentIndex(self.tab.table.journeys.index(row, column))
        self.tab.table.setFocus()

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.tab.table, key, modifiers)
        QApplication.processEvents()  # an editor closes only after its key

    def type(self, words: str) -> None:
        """Type where the focus is."""
        for letter in words:
            QTest.keyClicks(QApplication.focusWidget() or self.tab.table, letter)


@pytest.fixture
def project() -> Project:
    return sales(*deals())


@pytest.fixture
def opened(qtbot, theme, project) -> Iterator[Opened]:
    desk = Desk(project, "en")
    desk.go("plan")
    tab = CreditTab(desk, theme, Words(desk), Choice(desk))
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    qtbot.waitExposed(tab)
    tab.activateWindow()
    yield Opened(desk, theme, tab)
    tab.close()
    theme.use(dark=False)
