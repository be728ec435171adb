"""What can be done to the selected actuals, as actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from workbench.base.texts import Text, text
from workbench.presenters.actions import Action

S_contra = TypeVar("S_contra", contravariant=True)
Selected = TypeVar("Selected")


class Hands(Protocol):
    """What actions need of the window: the clipboard."""

    def taken(self) -> str:
        """What is in the clipboard."""

    def give(self, words: str) -> None:
        """Put something into the clipboard."""


class Cells(Protocol[S_contra]):
    """What selected cells can be asked for, whatever a table selects: metrics or a block."""

    def copy(self, selected: S_contra, /) -> str:
        """As spreadsheets take it."""

    def paste(self, selected: S_contra, words: str, /) -> None:
        """Take what a spreadsheet gave."""

    def clear(self, selected: S_contra, /) -> None:
        """Take the actuals out."""


class FactCommands(Generic[Selected]):
    """Copy, paste and clear; the table itself answers their keys."""

    def __init__(
        self, cells: Cells[Selected], hands: Hands, selected: Callable[[], Selected | None]
    ) -> None:
        self._cells = cells
        self._hands = hands
        self._selected = selected
        self.all = (
            self._action("actuals.copy", text("Copy"), self.copy, "Copy", "copy"),
            self._action("actuals.paste", text("Paste"), self.paste, "Paste", "clipboard"),
            self._action("actuals.clear", text("Clear"), self.clear, "Del", "x"),
        )

    def copy(self) -> None:
        """The selected actuals into the clipboard."""
        if selected := self._selected():
            self._hands.give(self._cells.copy(selected))

    def paste(self) -> None:
        """The clipboard into the table."""
        if selected := self._selected():
            self._cells.paste(selected, self._hands.taken())

    def clear(self) -> None:
        """The selected actuals taken out."""
        if selected := self._selected():
            self._cells.clear(selected)

    def _action(
        self, id: str, label: Text, run: Callable[[], None], keys: str, icon: str
    ) -> Action:
        return Action(id, label, run, self._has_selected, keys, icon, wide=False)

    def _has_selected(self) -> bool:
        return bool(self._selected())
