"""The work place of the actuals: what they are held against above, tabs below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.place import TABS, AgainstPresenter, PlaceCommands
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.ui.look import button, label
from workbench.ui.panels.actuals.tabs import tab_makers
from workbench.ui.panels.tabbed_place import TabbedPlace
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class ActualsPlace(TabbedPlace):
    """All tabs are about the same month; `reading_wanted` asks for a workbook that came back."""

    reading_wanted = Signal()
    records: tuple[Action, ...]

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        self.month = MonthChoice(desk)
        makers = tab_makers(desk, theme, words, choice, self.month, self._on_read)
        super().__init__(desk, TABS, makers, ())
        self.read, self._against = button(), button("link")
        self._presenter = AgainstPresenter(desk, choice, self)
        self._commands = PlaceCommands(desk, self.month, self)
        self._put_together(words)
        self.open_tab(next(iter(TABS)))
        self.records = (*self._commands.all, *self.actions_of_tabs())

    def show_against(self, words: str) -> None:
        """Show what the actuals are held against."""
        self._against.setText(words)

    def offer_reading(self) -> None:
        """Show the way to read a workbook, which the window knows."""
        self.read.show()
        self.tab("table").offer_reading()  # type: ignore[attr-defined]

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._presenter.set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest until the place is open again."""
        super().hideEvent(event)
        self._presenter.set_visible(False)

    def _put_together(self, words: Words) -> None:
        title, head = label("title"), QHBoxLayout()
        words.put(title, "setText", text("Actuals"))
        words.put(self._segments, "setAccessibleName", text("Part of the actuals"))
        words.put(self.read, "setText", text("Read from Excel or CSV…"))
        words.put(self._against, "setToolTip", text(
            "The scenario and the goal that actuals are held against are chosen in the plan"
        ))  # fmt: skip
        head.setSpacing(14)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._against)
        head.addWidget(self.read)
        self.read.hide()
        self.read.clicked.connect(self._on_read)
        self._against.clicked.connect(self._presenter.open_plan)
        self.lay_out(head)

    def _on_read(self) -> None:
        self.reading_wanted.emit()
