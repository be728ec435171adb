"""Placeholders such as {{client}} in the text of a cell."""

from __future__ import annotations

import re
from collections.abc import Callable

MARK = "{{"
_PLACEHOLDER = re.compile(r"\{\{([^{}]{1,200})\}\}")


def placeholders(words: str) -> tuple[str, ...]:
    """What stands between the braces, in the order of the text."""
    return tuple(match.strip() for match in _PLACEHOLDER.findall(words))


def sole_placeholder(words: str) -> str | None:
    """The placeholder that is the whole text, if it is one."""
    match = _PLACEHOLDER.fullmatch(words.strip())
    return match[1].strip() if match else None


def put_in(words: str, said: Callable[[str], str | None]) -> str:
    """The text with what is said for each placeholder; without an answer it stays as it is."""

    def answer(match: re.Match[str]) -> str:
        found = said(match[1].strip())
        return match[0] if found is None else found

    return _PLACEHOLDER.sub(answer, words)
