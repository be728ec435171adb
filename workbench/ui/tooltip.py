"""Words as tooltips."""

from __future__ import annotations

from textwrap import TextWrapper

_WIDEST = 76  # letters; Qt would make a plain sentence as wide as the screen
_WRAPPER = TextWrapper(_WIDEST, break_long_words=False, break_on_hyphens=False)


def tooltip(words: str) -> str:
    """The words with their long lines broken."""
    return "\n".join(_WRAPPER.fill(line) for line in words.split("\n"))
