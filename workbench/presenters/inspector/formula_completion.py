"""What may be meant by the word before the cursor: metrics, roles and functions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.formula.functions import SIGNATURES
from workbench.formula.names import Names, bracketed, folded
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.formula_help import FUNCTIONS, usage
from workbench.presenters.inspector.formula_words import Call, call_at
from workbench.presenters.measures import KINDS, shown_value

_OPEN_BRACKET = re.compile(r"\[(?:[^\]]|\]\])*$")
_WORDS = re.compile(r"[^\W\d][^-+*/^();,<>=×÷·−–\[\]%]*$")
_REST = re.compile(r"(?:[^\]\[]*\])?")
MOST = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """One completion: what is shown, what is put in, and where the cursor stands in it then."""

    kind: Literal["metric", "role", "function"]
    name: str
    about: str
    insert: str
    cursor: int


@dataclass(frozen=True, slots=True)
class Completion:
    """Candidates for the words between `start` and `end`, the likeliest first."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


def complete(
    desk: Desk, names: Names, formula: str, cursor: int, metric: str, *, asked: bool
) -> Completion | None:
    """Completions at the cursor; without being asked only for a word that is not there yet."""
    call = call_at(formula, cursor)
    if call and call.function in SIGNATURES:
        kind = SIGNATURES[call.function].kind(call.argument)
        if kind == "months":
            return None
    for start, typed in _prefixes(formula, cursor):
        found = _matching(desk, names, typed, call, metric)
        if found and (typed or asked):
            if not asked and len(found) == 1 and folded(found[0].name) == folded(typed):
                return None
            return Completion(start, _end(formula, start, cursor), tuple(found[:MOST]))
    return None


def _prefixes(formula: str, cursor: int) -> Iterator[tuple[int, str]]:
    """Where the name being typed may begin, the longest first: a name has spaces in it."""
    before = formula[:cursor]
    opened = _OPEN_BRACKET.search(before)
    if opened:
        yield opened.start(), opened.group()[1:].replace("]]", "]")
        return
    words = _WORDS.search(before)
    if words:
        for match in re.finditer(r"(?:^|(?<=[ \u00a0]))\w", words.group()):
            start = words.start() + match.start()
            yield start, before[start:]
        return
    yield cursor, ""


def _end(formula: str, start: int, cursor: int) -> int:
    """The end of the name under the cursor: the rest of a bracket goes with it."""
    if formula[start : start + 1] == "[":
        rest = _REST.match(formula, cursor)
        return rest.end() if rest else cursor
    tail = re.compile(r"\w*").match(formula, cursor)
    return tail.end() if tail else cursor


def _matching(
    desk: Desk, names: Names, typed: str, call: Call | None, metric: str
) -> list[Candidate]:
    wanted = folded(typed)
    ranked = [
        (rank, place, candidate)
        for place, candidate in enumerate(_candidates(desk, names, call, metric))
        if (rank := _rank(wanted, candidate)) is not None
    ]
    ranked.sort(key=lambda item: item[:2])
    return [candidate for _, _, candidate in ranked]


def _candidates(desk: Desk, names: Names, call: Call | None, metric: str) -> Iterator[Candidate]:
    kind = SIGNATURES[call.function].kind(call.argument) if call else "value"
    if kind == "role":
        yield from _roles(desk, names)
        return
    yield from _metrics(desk, names, "" if kind == "metric" else metric)
    if kind != "metric":
        yield from _functions(desk)


def _metrics(desk: Desk, names: Names, without: str) -> Iterator[Candidate]:
    for key, name in names.metric_names.items():
        if key != without:
            one = desk.project.metric(key)
            value = desk.forecast.monthly(key) if key in desk.forecast.totals else None
            about = shown_value(one, value, desk.project, desk.language, compact=True)
            kind = desk.say(KINDS[one.kind])
            yield _named("metric", name, f"{kind} · {about}")


def _roles(desk: Desk, names: Names) -> Iterator[Candidate]:
    for key, name in names.role_names.items():
        yield _named("role", name, desk.language.number(desk.project.role(key).people))


def _functions(desk: Desk) -> Iterator[Candidate]:
    for function in FUNCTIONS:
        insert = f"{function.name}()"
        cursor = len(insert) - bool(function.arguments)
        about = f"{usage(desk, function)}: {desk.say(function.about)}"
        yield Candidate("function", function.name, about, insert, cursor)


def _named(kind: Literal["metric", "role"], name: str, about: str) -> Candidate:
    insert = bracketed(name)
    return Candidate(kind, name, about, insert, len(insert))


def _rank(wanted: str, candidate: Candidate) -> int | None:
    """How well a name fits: from its start, from the start of a word, anywhere; else not at all."""
    name = folded(candidate.name)
    if name.startswith(wanted):
        return 0 if candidate.kind != "function" else 1
    if candidate.kind == "function":
        return None
    at = name.find(wanted)
    if at < 0:
        return None
    return 2 if not name[at - 1].isalnum() else 3
