"""Names of any signs that a person typed without the brackets they should stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.formula.names import Names, bracketed, folded
from workbench.formula.syntax import Span

_BRACKETED = r"\[(?:[^\]]|\]\])*\]?"


def bare_names(words: str, names: Names) -> Iterator[Span]:
    """Where names that need brackets stand without them, the longest first where several begin."""
    typed = folded(words)
    known = {*_needing_brackets(names.metric_names), *_needing_brackets(names.role_names)}
    wanted = sorted((name for name in known if folded(name) in typed), key=len, reverse=True)
    if wanted:
        pattern = re.compile(f"{_BRACKETED}|(?P<name>{_any_of(wanted)})", re.IGNORECASE)
        for match in pattern.finditer(words):
            if match["name"]:
                yield Span(match.start(), match.end())


def masked(words: str, names: Sequence[Span]) -> str:
    """A formula with blind names in brackets at some places, everything else where it was."""
    for span in names:
        blind = f"[{'_' * (span.end - span.start - 2)}]"
        words = words[: span.start] + blind + words[span.end :]
    return words


def _needing_brackets(names: Mapping[str, str]) -> Iterator[str]:
    return (name for name in names.values() if len(name) > 1 and bracketed(name) != name)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(_pattern(name) for name in names)


def _pattern(name: str) -> str:
    """A name in any case, with any spaces, with е for ё; nothing of a longer word."""
    parts = (re.escape(part) for part in name.split())
    like = re.sub("[её]", "[её]", r"\s+".join(parts), flags=re.IGNORECASE)
    before = r"(?<!\w)" if name[0].isalnum() else ""
    after = r"(?!\w)" if name[-1].isalnum() else ""
    return f"{before}{like}{after}"
