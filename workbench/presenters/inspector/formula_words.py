"""The words of a formula while it is typed: what each one is, and what stands round the cursor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.formula.bare_names import masked
from workbench.formula.functions import SIGNATURES
from workbench.formula.grammar import unbracketed
from workbench.formula.names import Names
from workbench.formula.syntax import Span

WordKind = Literal["metric", "role", "function", "unknown", "number", "sign"]
_WORD = re.compile(
    r"(?P<name>[^\W\d]\w*(?:\s+[^\W\d]\w*)*|\[(?:[^\]]|\]\])*\]?)"
    r"|(?P<number>\d(?:[\d.,]*\d)?%?)|(?P<sign>\S)"
)


@dataclass(frozen=True, slots=True)
class Call:
    """A function whose parentheses are open; `argument` counts from zero."""

    function: str
    argument: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a formula with its place and the innermost function it stands in."""

    kind: WordKind
    text: str
    start: int
    end: int
    call: Call | None = None


def words_of(formula: str, names: Names, bare: Sequence[Span] = ()) -> tuple[Word, ...]:
    """The words of a formula, readable or not; at the places in `bare` stands one name each."""
    found = []
    for word in _scanned(masked(formula, bare)):
        own = replace(word, text=formula[word.start : word.end])
        is_name = own.kind == "unknown"
        found.append(replace(own, kind=_kind(own, formula, names)) if is_name else own)
    return tuple(found)


def call_at(formula: str, cursor: int) -> Call | None:
    """The innermost function with a name whose parentheses are open before the cursor."""
    open_calls: list[Call] = []
    for word in _scanned(formula[:cursor]):
        open_calls = _after(open_calls, word, formula)
    return next((call for call in reversed(open_calls) if call.function), None)


def _scanned(formula: str) -> list[Word]:
    """Words in order; every name is unknown yet."""
    found: list[Word] = []
    open_calls: list[Call] = []
    for match in _WORD.finditer(formula):
        kind: WordKind = "unknown"
        if match.lastgroup != "name":
            kind = "number" if match.lastgroup == "number" else "sign"
        call = open_calls[-1] if open_calls else None
        word = Word(kind, match.group(), match.start(), match.end(), call)
        found.append(word)
        open_calls = _after(open_calls, word, formula)
    return found


def _after(calls: list[Call], word: Word, formula: str) -> list[Call]:
    """The open functions after one more word."""
    if word.text == "(":
        before = re.search(r"([^\W\d]\w*)\s*$", formula[: word.start])
        name = before.group(1).lower() if before else ""
        return [*calls, Call(name if name in SIGNATURES else "")]
    if word.text == ")":
        return calls[:-1]
    if word.text in {";", ","} and calls:
        return [*calls[:-1], replace(calls[-1], argument=calls[-1].argument + 1)]
    return calls


def _kind(word: Word, formula: str, names: Names) -> WordKind:
    if re.match(r"\s*\(", formula[word.end :]) and not word.text.startswith("["):
        return "function" if word.text.lower() in SIGNATURES else "unknown"
    name = unbracketed(word.text)
    if word.call and word.call.function in {"people", "cost"}:
        return "role" if names.find_role(name) else "unknown"
    return "metric" if names.find_metric(name) else "unknown"
