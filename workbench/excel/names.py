"""Names that Excel takes: of sheets and of ranges; and texts without what a file cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.excel.plan import Name, SheetPlan

LONGEST_TEXT = 32_767
_LONGEST_SHEET = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
# What XML cannot hold: control characters, halves of surrogate pairs, two non-characters.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# Excel keeps these for its own sheet of changes.
_RESERVED = {"history", "журнал"}


def clean(words: str, longest: int = LONGEST_TEXT) -> str:
    """Words without unwritable characters, cut with an ellipsis where Excel would refuse them."""
    plain = _UNWRITABLE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return shortened(plain, longest)


def label(words: str, longest: int) -> str:
    """Words for names, notes and feet of pages, where `_x0041_` would be read as a letter."""
    return shortened(_ESCAPE.sub("_ ", clean(words)), longest)


def shortened(words: str, longest: int) -> str:
    """The beginning of words that are too long; Excel counts what lies beyond U+FFFF twice."""
    if _size(words) <= longest:
        return words
    kept = words[: longest - 1]
    while _size(kept) > longest - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def sheet_names(wanted: Iterable[str], fallback: str) -> tuple[str, ...]:
    """Names of sheets, in order: valid, and different whatever their case."""
    taken: set[str] = set()
    names = []
    for words in wanted:
        name = _free(_sheet_name(words) or fallback, taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def unique_names(sheets: Iterable[SheetPlan]) -> tuple[tuple[SheetPlan, Name], ...]:
    """Every defined name with its sheet; what would clash gets a number, whatever its case."""
    taken: set[str] = set()
    found = []
    for sheet in sheets:
        for name in sheet.names:
            plain = _ESCAPE.sub("__", name.name)
            free, number = plain, 2
            while free.casefold() in taken:
                free, number = f"{plain}_{number}", number + 1
            taken.add(free.casefold())
            found.append((sheet, Name(free, name.area, name.means)))
    return tuple(found)


def _sheet_name(words: str) -> str:
    plain = _FORBIDDEN.sub(" ", label(words, LONGEST_TEXT).replace("\n", " ").replace("\t", " "))
    name = shortened(" ".join(plain.split()).strip("'").strip(), _LONGEST_SHEET)
    return f"{name}_" if name.casefold() in _RESERVED else name


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free.casefold() in taken:
        ending = f" ({number})"
        free = shortened(name, _LONGEST_SHEET - len(ending)) + ending
        number += 1
    return free


def _size(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
