"""The few settings that the window needs before anything slow is imported."""

from __future__ import annotations

import json
from dataclasses import dataclass

from workbench.storage.folders import config_folder


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The theme and the place of the window, as the settings file has them."""

    theme: str = "system"
    geometry: str = ""

    def is_dark(self, system_is_dark: bool) -> bool:
        """Whether to begin dark."""
        return self.theme == "dark" or (self.theme == "system" and system_is_dark)


def first_look() -> FirstLook:
    """Read the settings file without checking it; what is wrong there is found later."""
    try:
        found = json.loads((config_folder() / "settings.json").read_text(encoding="utf-8"))
        windows = found.get("windows", {})
        return FirstLook(str(found.get("theme", "system")), str(windows.get("main", "")))
    except (OSError, ValueError, AttributeError, RecursionError):
        return FirstLook()
