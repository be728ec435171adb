"""Which columns a person chose for tables of the same headings."""

from __future__ import annotations

from typing import Protocol

from workbench.presenters.preferences import Preferences

_MOST = 100


class Memory(Protocol):
    """What was chosen, by the signature of a table's headings; empty where nothing was."""

    def columns_of(self, signature: str) -> str:
        """The columns as `metric=A,month=B,value=C`."""

    def remember(self, signature: str, columns: str) -> None:
        """Keep a choice."""


class RememberedColumns:
    """The choices in the settings; the latest hundred are kept."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def columns_of(self, signature: str) -> str:
        """The columns as `metric=A,month=B,value=C`."""
        return self._preferences.settings.columns.get(signature, "")

    def remember(self, signature: str, columns: str) -> None:
        """Keep a choice as the latest one."""
        kept = dict(self._preferences.settings.columns)
        kept.pop(signature, None)
        kept[signature] = columns
        self._preferences.change(columns=dict(list(kept.items())[-_MOST:]))
