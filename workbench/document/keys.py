"""Keys for new things: ASCII slugs made from names, Russian transliterated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        (
            *("a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o"),
            *("p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "sch", "", "y", "", "e"),
            *("yu", "ya"),
        ),
        strict=True,
    )
)
_LONGEST = 40


def slug(name: str, taken: Collection[str] = (), fallback: str = "item") -> str:
    """A key for a name that is not among those taken."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in name.lower())
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST].strip("_")
    if not words or words[0].isdigit():
        words = f"{fallback}_{words}".rstrip("_")
    return _free(words, taken)


def _free(words: str, taken: Collection[str]) -> str:
    if words not in taken:
        return words
    number = 2
    while f"{words}_{number}" in taken:
        number += 1
    return f"{words}_{number}"
