"""What can be done to the selected block of actuals, as actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.base.texts import Text, text
from workbench.presenters.actions import Action
from workbench.presenters.actuals.grid.cells import GridCells
from workbench.presenters.months.picture import Block


class Hands(Protocol):
    """What actions need of the window: the selected block and the clipboard."""

    def block(self) -> Block | None:
        """The selected rectangle, if there is one."""

    def taken(self) -> str:
        """What is in the clipboard."""

    def give(self, words: str) -> None:
        """Put something into the clipboard."""


class GridCommands:
    """Copy, paste and clear; the table itself answers their keys."""

    def __init__(self, cells: GridCells, hands: Hands) -> None:
        self._cells = cells
        self._hands = hands
        self.all = (
            self._action("actuals.copy", text("Copy"), self.copy, "Copy", "copy"),
            self._action("actuals.paste", text("Paste"), self.paste, "Paste", "clipboard"),
            self._action("actuals.clear", text("Clear"), self.clear, "Del", "x"),
        )

    def copy(self) -> None:
        """The block into the clipboard."""
        block = self._hands.block()
        if block is not None:
            self._hands.give(self._cells.copy(block))

    def paste(self) -> None:
        """The clipboard into the table."""
        block = self._hands.block()
        if block is not None:
            self._cells.paste(block, self._hands.taken())

    def clear(self) -> None:
        """The block without actuals."""
        block = self._hands.block()
        if block is not None:
            self._cells.clear(block)

    def _action(
        self, id: str, label: Text, run: Callable[[], None], keys: str, icon: str
    ) -> Action:
        return Action(id, label, run, self._has_block, keys, icon, wide=False)

    def _has_block(self) -> bool:
        return self._hands.block() is not None
