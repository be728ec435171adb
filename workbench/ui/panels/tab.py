"""What every tab of a work place is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from workbench.presenters.actions import Action


class Tab(QWidget):
    """Its presenter works only while the tab can be seen; `records` are its actions."""

    records: tuple[Action, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._set_visible: Callable[[bool], None] | None = None

    def wake(self, set_visible: Callable[[bool], None]) -> None:
        """Tell a presenter whenever the tab comes into sight or goes out of it."""
        self._set_visible = set_visible

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        if self._set_visible is not None:
            self._set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest until the tab is open again."""
        super().hideEvent(event)
        if self._set_visible is not None:
            self._set_visible(False)
