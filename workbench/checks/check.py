"""A check as a value: its code, what it does, and its help page, which is its docstring."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from workbench.base.texts import Text
from workbench.checks.finding import Finding
from workbench.checks.system import System

_PARTS = ("title", "what", "why", "todo")


@dataclass(frozen=True)
class Check:
    """`find` yields what is wrong with a system; `help` is the docstring of the check's module.

    The docstring has a title and three paragraphs: what the check finds, why it matters (a line of
    the method), what to do.
    """

    code: str
    find: Callable[[System], Iterable[Finding]]
    help: str | None

    @property
    def title(self) -> Text:
        """What it looks for, in a few words."""
        return self._page["title"]

    @property
    def what(self) -> Text:
        """What it finds."""
        return self._page["what"]

    @property
    def why(self) -> Text:
        """Why it matters."""
        return self._page["why"]

    @property
    def todo(self) -> Text:
        """What to do."""
        return self._page["todo"]

    @cached_property
    def _page(self) -> dict[str, Text]:
        texts = (Text(paragraph) for paragraph in paragraphs(self.help or ""))
        return dict(zip(_PARTS, texts, strict=True))

    def __post_init__(self) -> None:
        if len(paragraphs(self.help or "")) != len(_PARTS):
            raise TypeError(f"the docstring of {self.code} needs a title and three paragraphs")


def paragraphs(docstring: str) -> list[str]:
    """The paragraphs of a docstring, each on one line: messages of the language files."""
    return [" ".join(part.split()) for part in docstring.split("\n\n") if part.strip()]
