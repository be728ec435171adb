"""How a placeholder is read: words with dots between them; brackets hold a name with dots."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\s*(?:\[(?P<name>[^\[\]]+)\]|(?P<word>[^.\[\]]+?))\s*(?:\.|$)")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_NTH = re.compile(r"[mм](\d{1,3})")
_QUARTER = re.compile(r"(\d{4})-(?:q|кв)([1-4])")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a placeholder; a name in brackets is never a word of the language."""

    words: str
    bracketed: bool = False

    @property
    def folded(self) -> str:
        """As it is compared: in any case, with ё as е and spaces or underscores alike."""
        return folded(self.words)


def words_of(placeholder: str) -> tuple[Word, ...]:
    """The words of a placeholder; none where it cannot be read."""
    found, at = [], 0
    while at < len(placeholder):
        match = _WORD.match(placeholder, at)
        if match is None:
            return ()
        found.append(Word((match["name"] or match["word"]).strip(), match["name"] is not None))
        at = match.end()
    return () if placeholder.endswith(".") else tuple(found)


def folded(words: str) -> str:
    """Words as they are compared with those of the language."""
    return "_".join(words.casefold().replace("ё", "е").replace("_", " ").split())


def months_meant(word: str, months: tuple[str, ...]) -> range | None:
    """The months of the plan, by number from 0, that a word means; an empty range for others.

    A word is a month (2027-01), the n-th month (m1), a quarter (2027-q1) or a year (2027); None
    is what means no time at all.
    """
    given = folded(word)
    if (nth := _NTH.fullmatch(given)) is not None:
        number = int(nth[1])
        return range(number - 1, number) if 1 <= number <= len(months) else range(0)
    wanted = _names(given)
    if wanted is None:
        return None
    found = [at for at, month in enumerate(months) if month in wanted]
    return range(found[0], found[-1] + 1) if found else range(0)


def _names(given: str) -> frozenset[str] | None:
    """The months of a calendar that are meant, as YYYY-MM."""
    if _MONTH.fullmatch(given):
        return frozenset((given,))
    if (quarter := _QUARTER.fullmatch(given)) is not None:
        last = 3 * int(quarter[2])
        return frozenset(f"{quarter[1]}-{number:02d}" for number in range(last - 2, last + 1))
    if _YEAR.fullmatch(given):
        return frozenset(f"{given}-{number:02d}" for number in range(1, 13))
    return None
