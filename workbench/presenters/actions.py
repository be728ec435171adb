"""Actions as records: menus, buttons, palette and shortcut sheet come from one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workbench.base.texts import Text

Menu = Literal["file", "edit", "view", "funnel", "roles", "help", ""]


def always() -> bool:
    """Enabled whatever is open and selected."""
    return True


@dataclass(frozen=True)
class Action:
    """Something a person can do; `text` and `enabled` are asked each time it is shown.

    `shortcut` is Qt's portable form (Ctrl+Shift+Z; Ctrl is the command key on a Mac), or the name
    of one of Qt's standard keys (`Undo`). `checked` makes it a switch. `wide` says that the
    shortcut works in the whole window; others work only where their place has the focus. `name`
    is what a list of shortcuts calls it where `text` changes all the time.
    """

    id: str
    text: Callable[[], Text] | Text
    run: Callable[[], None]
    enabled: Callable[[], bool] = always
    shortcut: str = ""
    icon: str = ""
    menu: Menu = ""
    checked: Callable[[], bool] | None = None
    wide: bool = True
    group: int = 0
    name: Text | None = None

    @property
    def label(self) -> Text:
        """What it is called now."""
        return self.text if isinstance(self.text, Text) else self.text()

    @property
    def lasting_label(self) -> Text:
        """What it is called in a list that stands."""
        return self.name or self.label
