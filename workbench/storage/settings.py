"""What the program remembers about the person: language, look, recent files, windows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, JsonValue, ValidationError

from workbench.base.files import replace_file
from workbench.base.languages import Code
from workbench.document.value import Value
from workbench.storage.folders import config_folder, private

MOST_RECENT = 10
Theme = Literal["system", "light", "dark"]


class Settings(Value):
    """The settings; `language` None and theme `system` follow the computer.

    `windows` holds base64 states by window name, `folders` the last folder by purpose, `export`
    the choices of the last export, `columns` those of plain tables by their headings. `consultant`
    is who makes the workbooks, `consultant_logo` a PNG or JPEG file, `brand` the colour of their
    heads.
    """

    language: Code | None = None
    theme: Theme = "system"
    recent: tuple[str, ...] = ()
    windows: dict[str, str] = Field(default_factory=dict)
    folders: dict[str, str] = Field(default_factory=dict)
    export: dict[str, JsonValue] = Field(default_factory=dict)
    columns: dict[str, str] = Field(default_factory=dict)
    consultant: Annotated[str, Field(max_length=200)] = ""
    consultant_logo: str = ""
    brand: Annotated[str, Field(pattern=r"^(#[0-9A-Fa-f]{6})?$")] = ""

    def with_recent(self, path: Path) -> Settings:
        """The settings with a file at the top of the recent ones."""
        newest = str(path.absolute())
        others = tuple(other for other in self.recent if other != newest)
        return self.having(recent=(newest, *others)[:MOST_RECENT])


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was open lately; one on a drive that is away now is missing, not forgotten."""

    path: Path
    is_missing: bool


def recent_files(settings: Settings) -> tuple[RecentFile, ...]:
    """The files that were open lately, newest first."""
    paths = [Path(words) for words in settings.recent[:MOST_RECENT]]
    return tuple(RecentFile(path, not _is_file(path)) for path in paths)


def load_settings() -> Settings:
    """The settings of this person; a broken file is put aside and everything starts anew."""
    try:
        return Settings.model_validate_json(_file().read_bytes())
    except OSError:
        return Settings()
    except ValidationError:
        _put_aside()
        return Settings()


def save_settings(settings: Settings) -> None:
    """Write the settings; raises `NotWritten`."""
    with suppress(OSError):  # writing says what is wrong
        private(config_folder())
    replace_file(_file(), settings.model_dump_json(indent=2, exclude_unset=True).encode() + b"\n")


def _file() -> Path:
    return config_folder() / "settings.json"


def _put_aside() -> None:
    with suppress(OSError):
        _file().replace(_file().with_name("settings.broken.json"))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
