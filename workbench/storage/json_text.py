"""Reading JSON strictly, with a sentence and a place for whatever is wrong with it."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workbench.base.texts import Text, text
from workbench.storage.bad_file import BadFile, Spot, spot_at
from workbench.storage.layout import Entry, all_entries

Tree = dict[str, Any]
_MOST_DIGITS = 400
_EXPECTED = {
    "Expecting value": text("expected a value"),
    "Expecting ',' delimiter": text("expected a comma or the closing bracket"),
    "Expecting ':' delimiter": text("expected a colon after the name of the member"),
    "Expecting property name enclosed in double quotes": text(
        "expected the name of a member in double quotes"
    ),
    "Illegal trailing comma before end of object": text("a comma before the closing bracket"),
    "Illegal trailing comma before end of array": text("a comma before the closing bracket"),
    "Extra data": text("something stands after the end of the project"),
    "Invalid control character at": text("a line ends inside a text"),
    "Unterminated string starting at": text("the file breaks off inside this text"),
}


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Something JSON would let pass; where it stands is looked for when all has been read."""

    reason: Text
    is_it: Callable[[str, Entry], bool]


def words_of(data: bytes, name: str) -> str:
    """The text of a file without its byte order mark; raises `BadFile`."""
    if not data.strip():
        raise BadFile(name, text("the file is empty"))
    if data.startswith(b"PK\x03\x04"):
        raise BadFile(name, text("this is a workbook or an archive, not a KPI Workbench project"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadFile(name, text("the text is UTF-16; save it as UTF-8"))
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            raise BadFile(name, text("the file breaks off inside a letter")) from None
        raise BadFile(name, text("this is not a text file in UTF-8")) from None
    if "\0" in words:
        raise BadFile(name, text("this is not a text file in UTF-8"))
    return words


def read_tree(words: str, name: str) -> Tree:
    """The object of a JSON text; refuses NaN, endless numbers and members that are there twice."""
    reader = _Reader()
    try:
        tree = reader.read(words)
    except json.JSONDecodeError as error:
        raise _syntax_error(error, words, name) from None
    except RecursionError:
        raise BadFile(name, text("brackets are nested too deep")) from None
    for doubt in reader.doubts[:1]:
        raise BadFile(name, doubt.reason, _spot_of(doubt, words))
    if not isinstance(tree, dict):
        raise BadFile(name, text("this is not a KPI Workbench project"))
    return tree


class _Reader:
    """Reads a text and collects doubts, which say nothing until the whole is well-formed."""

    def __init__(self) -> None:
        self.doubts: list[_Doubt] = []

    def read(self, words: str) -> Any:
        return json.loads(
            words,
            object_pairs_hook=self._members,
            parse_constant=self._constant,
            parse_float=self._finite,
            parse_int=self._short,
        )

    def _members(self, pairs: list[tuple[str, Any]]) -> Tree:
        members = dict(pairs)
        if len(members) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            twice = next(name for name, n in counts.items() if n > 1)
            reason = text("the member “{member}” is there twice", member=twice)
            self.doubts.append(_Doubt(reason, _Seen(twice)))
        return members

    def _constant(self, word: str) -> float:
        self.doubts.append(_Doubt(text("{word} is not a number", word=word), _is_written(word)))
        return 0.0

    def _finite(self, figures: str) -> float:
        value = float(figures)
        if math.isinf(value):
            reason = text("{word} is too large a number", word=figures[:40])
            self.doubts.append(_Doubt(reason, _is_written(figures)))
        return value

    def _short(self, figures: str) -> int:
        if len(figures) <= _MOST_DIGITS:
            return int(figures)
        reason = text("a number has more than {limit} digits", limit=_MOST_DIGITS)
        self.doubts.append(_Doubt(reason, _is_written(figures)))
        return 0


class _Seen:
    """Recognises the second member of a name in one object."""

    def __init__(self, member: str) -> None:
        self._member = member
        self._places: set[tuple[str | int, ...]] = set()

    def __call__(self, _words: str, entry: Entry) -> bool:
        if entry.place[-1] != self._member:
            return False
        known = entry.place in self._places
        self._places.add(entry.place)
        return known


def _is_written(word: str) -> Callable[[str, Entry], bool]:
    return lambda words, entry: words[entry.value : entry.end] == word


def _spot_of(doubt: _Doubt, words: str) -> Spot | None:
    at = next((e.start for e in all_entries(words) if doubt.is_it(words, e)), None)
    return None if at is None else spot_at(words, at)


def _syntax_error(error: json.JSONDecodeError, words: str, name: str) -> BadFile:
    if error.pos >= len(words.rstrip()):
        return BadFile(name, text("the file breaks off here"), spot_at(words, error.pos))
    reason = _EXPECTED.get(error.msg, text("this is not valid JSON"))
    return BadFile(name, reason, spot_at(words, error.pos))
