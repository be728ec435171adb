"""In which language a command speaks, and how what went wrong becomes a sentence."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Code, Language, language
from workbench.base.texts import Text, text
from workbench.cli.streams import NotSaid, tell

if TYPE_CHECKING:
    from workbench.document.project import Project
    from workbench.storage.project_file import Loaded

BAD_INPUT = 3


class Lang(StrEnum):
    """The choices of `--lang`."""

    RU = "ru"
    EN = "en"


class Speaker:
    """Says sentences in the language of the option, else the settings, the project, the system."""

    def __init__(self, lang: Lang | None) -> None:
        from workbench.storage.settings import load_settings

        chosen: Code | None = lang.value if lang else load_settings().language
        self._chosen = chosen
        self._project: Code | None = None

    @property
    def code(self) -> Code:
        return self._chosen or self._project or system_code()

    @property
    def language(self) -> Language:
        return language(self.code)

    def say(self, words: Text) -> str:
        return self.language.say(words)

    def load(self, file: Path) -> Project:
        """A project, whose language is spoken from now on unless another is asked for."""
        return self.open(file).project

    def open(self, file: Path) -> Loaded:
        """The same with the look of the file, so that nobody's changes are written over."""
        from workbench.storage.project_file import load

        loaded = load(file)
        self._project = loaded.project.language
        return loaded


class BadInput(WorkbenchError):
    """Something in a file or on the command line that does not fit the project."""


@contextmanager
def speaking(lang: Lang | None) -> Iterator[Speaker]:
    """The one place where what went wrong becomes a sentence and an exit code."""
    speaker = Speaker(lang)
    try:
        yield speaker
    except WorkbenchError as error:
        tell(speaker.say(error.message))
        raise typer.Exit(BAD_INPUT) from None


@contextmanager
def about(file: Path) -> Iterator[None]:
    """Names the file in front of what was wrong with it."""
    from workbench.storage.bad_file import BadFile

    try:
        yield
    except (BadFile, NotSaid):
        raise
    except WorkbenchError as error:
        reason = error.message
        raise BadInput(text("{name}: {reason}", name=file.name, reason=reason)) from None


def system_code() -> Code:
    """The language of the computer, as far as the program speaks it."""
    name = locale.getlocale()[0] or os.environ.get("LANG", "")
    return "ru" if name.lower().startswith("ru") else "en"
