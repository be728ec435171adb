"""Sentences as values: a message id with arguments, put into a language where they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label; `id` is the English message, `arguments` fill its braces."""

    id: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    plural: str = ""
    count: int = 1
    context: str = ""

    def __str__(self) -> str:
        """The English reading, for logs and tests."""
        pattern = self.plural if self.plural and self.count != 1 else self.id
        return pattern.format(**{name: str(value) for name, value in self.arguments})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is written as a share, as money or plainly, in the language of its sentence.

    A plain one may have its last decimal `places` given.
    """

    value: float
    unit: Literal["number", "percent", "money"] = "number"
    currency: str = ""
    places: int | None = None

    def __str__(self) -> str:
        """The English reading, for logs and tests."""
        return f"{self.value * 100:.6g}%" if self.unit == "percent" else f"{self.value:.6g}"


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month such as 2027-01, named in the language of its sentence."""

    month: str

    def __str__(self) -> str:
        return self.month


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Words of the data of the method, which has them in both languages itself."""

    ru: str
    en: str

    def __str__(self) -> str:
        """The English reading, for logs and tests."""
        return self.en


Argument = str | int | float | Text | Figure | MonthName | Bilingual


def text(id: str, /, **arguments: Argument) -> Text:
    """Name a message of the language files; Babel extracts the first argument."""
    return Text(id, tuple(arguments.items()))


def context(context: str, id: str, /, **arguments: Argument) -> Text:
    """Name a message whose English word has several meanings; `context` tells them apart."""
    return Text(id, tuple(arguments.items()), context=context)


def plural(one: str, many: str, n: int, /, **arguments: Argument) -> Text:
    """Name a message that depends on a count, which it may show as `{n}`."""
    return Text(one, (("n", n), *arguments.items()), plural=many, count=n)


def verbatim(words: str) -> Text:
    """Carry a person's own words where a sentence is expected; they are never translated."""
    return Text("{words}", (("words", words),))


def joined(parts: list[Text] | tuple[Text, ...], separator: str = ", ") -> Text:
    """Put texts in a row, each said in the language of the whole."""
    names = [f"part{index}" for index in range(len(parts))]
    pattern = separator.join(f"{{{name}}}" for name in names)
    return Text(pattern, tuple(zip(names, parts, strict=True)))
