"""What the program remembers about the person, written as soon as it changes."""

from __future__ import annotations

from contextlib import suppress

from psygnal import Signal

from workbench.base.errors import WorkbenchError
from workbench.storage.settings import Settings, save_settings


class Preferences:
    """Holds the settings; a disk that cannot be written costs the memory, never the work."""

    changed = Signal(Settings)

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, **changes: object) -> None:
        """Set some members of the settings."""
        self.replace(self._settings.having(**changes))

    def replace(self, settings: Settings) -> None:
        """Put other settings in place and write them."""
        if settings == self._settings:
            return
        self._settings = settings
        with suppress(WorkbenchError):
            save_settings(settings)
        self.changed.emit(settings)

    def remember(self, member: str, name: str, value: str) -> None:
        """Set one entry of `windows` or `folders`."""
        self.change(**{member: {**getattr(self._settings, member), name: value}})
