"""The month that is shown, with the way to the others."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import MonthLine
from workbench.presenters.inspector.wishes import Added
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton


class MonthBar(QWidget):
    """The month before, a list of all with the number of their actuals, the month after."""

    def __init__(self, kit: Kit, month: MonthChoice) -> None:
        super().__init__()
        self._month = month
        self._before = IconButton(kit.theme, "chevron-left")
        self._after = IconButton(kit.theme, "chevron-right")
        self._list = PickButton(kit)
        kit.words.put(self._before, "describe", text("Previous month (Ctrl+Page Up)"))
        kit.words.put(self._after, "describe", text("Next month (Ctrl+Page Down)"))
        kit.words.put(self._list, "setAccessibleName", text("Month of the actuals"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self._before, self._list, self._after):
            row.addWidget(widget)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._list.picked.connect(self._on_picked)

    def show_month(self, line: MonthLine) -> None:
        """Show which month is chosen."""
        self._list.show_options(line.months, line.chosen)
        self._before.setEnabled(line.has_previous)
        self._after.setEnabled(line.has_next)

    def _on_before(self) -> None:
        self._month.step(-1)

    def _on_after(self) -> None:
        self._month.step(1)

    def _on_picked(self, picked: Added) -> None:
        self._month.choose(picked.words)
