"""Build hook: compiles the language files and takes the data folders along in the wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA_FOLDERS = ("resources", "templates")


def compile_languages(root: Path) -> list[Path]:
    """Write a .mo beside every .po under ``resources/languages`` and name those written."""
    written = []
    for source in sorted((root / "resources" / "languages").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name)
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return written


class DataFolders(BuildHookInterface[BuilderConfig]):
    """Compiles always; copies into the wheel only, since a source tree has its folders."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before a wheel (``standard``) or an ``editable`` install."""
        root = Path(self.root)
        compile_languages(root)
        if version == "standard":
            for folder in DATA_FOLDERS:
                if (root / folder).is_dir():
                    build_data["force_include"][folder] = f"workbench/{folder}"


if __name__ == "__main__":
    compile_languages(Path(__file__).parent)
