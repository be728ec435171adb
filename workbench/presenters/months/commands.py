"""Everything that can be done to the months of the plan, as actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.base.texts import Text, text
from workbench.presenters.actions import Action
from workbench.presenters.months.picture import Block
from workbench.presenters.months.presenter import MonthsPresenter


class Hands(Protocol):
    """What actions need of the window: the selected block and the clipboard."""

    def block(self) -> Block | None:
        """The selected rectangle, if there is one."""

    def taken(self) -> str:
        """What is in the clipboard."""

    def give(self, words: str) -> None:
        """Put something into the clipboard."""


class Commands:
    """Actions on the selected block and on what the table shows."""

    def __init__(self, presenter: MonthsPresenter, hands: Hands) -> None:
        self._presenter = presenter
        self._cells = presenter.cells
        self._hands = hands
        self.table = (
            self._cell("plan.copy", text("Copy"), self.copy, "Copy", "copy", 0),
            self._cell("plan.paste", text("Paste"), self.paste, "Paste", "clipboard", 0),
            self._cell("plan.clear", text("Clear"), self.clear, "Del", "x", 0),
            self._cell("plan.right", text("Fill to the right"), self.fill_right, "Ctrl+R",
                       "arrow-right", 1),
            self._cell("plan.down", text("Fill down"), self.fill_down, "Ctrl+D", "download", 1),
            self._cell("plan.same", text("The same in all months"), self.same, "Ctrl+Shift+E",
                       "calendar", 1),
        )  # fmt: skip
        self.view = (
            Action("plan.inputs", text("Only what is typed in"), self.toggle_inputs,
                   icon="filter", checked=self._inputs_only, group=3),
        )  # fmt: skip

    @property
    def all(self) -> tuple[Action, ...]:
        """Every action of the table."""
        return (*self.table, *self.view)

    def copy(self) -> None:
        """The block into the clipboard."""
        self._with_block(self._copy)

    def paste(self) -> None:
        """The clipboard into the table."""
        self._with_block(self._paste)

    def clear(self) -> None:
        """The block without values."""
        self._with_block(self._cells.clear)

    def fill_right(self) -> None:
        """The first column of the block into its others."""
        self._with_block(self._cells.fill_right)

    def fill_down(self) -> None:
        """The first row of the block into its others."""
        self._with_block(self._cells.fill_down)

    def same(self) -> None:
        """Every month as the first of the block."""
        self._with_block(self._cells.same)

    def toggle_inputs(self) -> None:
        """Computed metrics left out, or back."""
        self._presenter.set_inputs_only(not self._presenter.inputs_only)

    def _cell(
        self, id: str, label: Text, run: Callable[[], None], keys: str, icon: str, group: int
    ) -> Action:
        return Action(id, label, run, self._has_block, keys, icon, wide=False, group=group)

    def _with_block(self, do: Callable[[Block], None]) -> None:
        block = self._hands.block()
        if block is not None:
            do(block)

    def _copy(self, block: Block) -> None:
        self._hands.give(self._cells.copy(block))

    def _paste(self, block: Block) -> None:
        self._cells.paste(block, self._hands.taken())

    def _has_block(self) -> bool:
        return self._hands.block() is not None

    def _inputs_only(self) -> bool:
        return self._presenter.inputs_only
