"""How words typed into a cell are understood as a value of its metric."""

from __future__ import annotations

from workbench.base.numbers import NotANumber, read_number
from workbench.base.texts import Text, text
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.measures import typed_value
from workbench.presenters.months.clipboard import understood


class TypedNumbers:
    """Says what is wrong with typed words, and how doubtful ones are read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def objection(self, key: Key, words: str) -> Text | None:
        """What is wrong with typed words, if anything."""
        try:
            typed_value(self._desk.project.metric(key), words, self._desk.language)
        except NotANumber as error:
            return error.message
        return None

    def reading(self, words: str) -> Text | None:
        """How typed words are understood, where they could mean two numbers."""
        try:
            read = read_number(words, self._desk.language.decimal)
        except NotANumber:
            return None
        number = understood(read.value, self._desk.language)
        return text("read as {number}", number=number) if read.doubtful else None
