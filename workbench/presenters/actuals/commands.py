"""What can be done to the selected actuals, as actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.base.texts import Text, text
from workbench.presenters.actions import Action
from workbench.presenters.actuals.cells import FactCells
from workbench.presenters.actuals.entered import Keys


class Hands(Protocol):
    """What actions need of the window: the selected metrics and the clipboard."""

    def selected(self) -> Keys:
        """The selected metrics from top to bottom."""

    def taken(self) -> str:
        """What is in the clipboard."""

    def give(self, words: str) -> None:
        """Put something into the clipboard."""


class FactCommands:
    """Copy, paste and clear; the table itself answers their keys."""

    def __init__(self, cells: FactCells, hands: Hands) -> None:
        self._cells = cells
        self._hands = hands
        self.all = (
            self._action("actuals.copy", text("Copy"), self.copy, "Copy", "copy"),
            self._action("actuals.paste", text("Paste"), self.paste, "Paste", "clipboard"),
            self._action("actuals.clear", text("Clear"), self.clear, "Del", "x"),
        )

    def copy(self) -> None:
        """The selected actuals into the clipboard."""
        if self._hands.selected():
            self._hands.give(self._cells.copy(self._hands.selected()))

    def paste(self) -> None:
        """A column from the clipboard."""
        if self._hands.selected():
            self._cells.paste(self._hands.selected(), self._hands.taken())

    def clear(self) -> None:
        """The selected actuals taken out."""
        self._cells.clear(self._hands.selected())

    def _action(
        self, id: str, label: Text, run: Callable[[], None], keys: str, icon: str
    ) -> Action:
        return Action(id, label, run, self._has_selected, keys, icon, wide=False)

    def _has_selected(self) -> bool:
        return bool(self._hands.selected())
