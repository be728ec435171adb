"""Roles and metrics recognised by what people call them, where the model alone cannot tell.

The words of both languages are data, `resources/method/terms.json`: for each term keys, which a
thing has as they are, and stems, each the beginning of one word or of several in a row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workbench.base.places import resource
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.formula.names import folded


@dataclass(frozen=True, slots=True)
class Term:
    """What things of one sort are called: their keys, and a pattern of their names."""

    keys: frozenset[str]
    pattern: re.Pattern[str]


def is_called(thing: Metric | Role, term: str) -> bool:
    """Whether the key or the name of a metric or role says that it is what the term means."""
    known = _terms()[term]
    return thing.key in known.keys or known.pattern.search(folded(thing.name)) is not None


def pattern_of(stems: Iterable[str]) -> re.Pattern[str]:
    """Any of the stems; of several words each may have an ending of its own."""
    phrases = (r"\w*\W+".join(map(re.escape, folded(stem).split())) for stem in stems)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})")


@cache
def _terms() -> dict[str, Term]:
    data = json.loads(resource("method", "terms.json").read_text(encoding="utf-8"))
    return {
        name: Term(frozenset(words["keys"]), pattern_of(words["stems"]))
        for name, words in data.items()
    }
