"""A command line that cannot be meant, said in the language that `--lang` asks for."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

import typer

from workbench.base.texts import Text, text
from workbench.cli.speaker import Speaker

Choice = TypeVar("Choice", bound=StrEnum)


class WrongUsage(typer.BadParameter):
    """Said below the usage of the command, without the library's own words around it."""

    def __init__(self, words: Text) -> None:
        super().__init__(str(words))
        self.words = words

    def format_message(self) -> str:
        lang = self.ctx.params.get("lang") if self.ctx else None
        return Speaker(lang).say(self.words)


def one_of(option: str, choices: type[Choice]) -> Callable[[str], Choice]:
    """What reads an option of a few choices."""

    def read(words: str) -> Choice:
        try:
            return choices(words)
        except ValueError:
            known = ", ".join(choices)
            raise WrongUsage(
                text("{option} takes one of {known}, not “{words}”", option=option, known=known,
                     words=words)
            ) from None  # fmt: skip

    return read


def assigned(option: str, words: str) -> tuple[str, str]:
    """The key and the value in KEY=VALUE; raises `WrongUsage`."""
    key, sign, value = words.partition("=")
    if not sign or not key.strip():
        raise WrongUsage(
            text("{option} takes KEY=VALUE, not “{words}”", option=option, words=words)
        )
    return key.strip(), value.strip()
