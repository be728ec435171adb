"""What every row widget is made with."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.presenters.desk import Desk
from workbench.ui.theme import Theme
from workbench.ui.words import Words


@dataclass(frozen=True, slots=True)
class Kit:
    """The desk, the look and the words that follow the language."""

    desk: Desk
    theme: Theme
    words: Words
