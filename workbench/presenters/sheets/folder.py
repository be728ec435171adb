"""Where the last export went."""

from __future__ import annotations

from workbench.presenters.preferences import Preferences

_PURPOSE = "export"


class Folder:
    """Remembered between runs where there are preferences, else as long as the window is open."""

    def __init__(self, preferences: Preferences | None = None) -> None:
        self._preferences = preferences
        self._last = ""

    @property
    def last(self) -> str:
        """The last folder; that of projects before the first export, empty before both."""
        if self._preferences is None:
            return self._last
        folders = self._preferences.settings.folders
        return folders.get(_PURPOSE, folders.get("projects", ""))

    def remember(self, folder: str) -> None:
        """Remember a folder."""
        self._last = folder
        if self._preferences is not None:
            self._preferences.remember("folders", _PURPOSE, folder)
