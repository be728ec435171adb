"""Which name means which key, both ways; people see names, the file holds keys."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role

_ONE_WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Names:
    """The names of a project's metrics and roles; namesakes are told apart by their key."""

    project: Project

    @cached_property
    def metric_names(self) -> Mapping[str, str]:
        """Metric key → the name that means it alone."""
        return _distinct(self.project.metrics)

    @cached_property
    def role_names(self) -> Mapping[str, str]:
        """Role key → the name that means it alone."""
        return _distinct(self.project.roles)

    @cached_property
    def metric_keys(self) -> Mapping[str, str]:
        """Folded metric name → key."""
        return {folded(name): key for key, name in self.metric_names.items()}

    @cached_property
    def role_keys(self) -> Mapping[str, str]:
        """Folded role name → key."""
        return {folded(name): key for key, name in self.role_names.items()}

    def find_metric(self, word: str) -> str | None:
        """The key of a metric called so (by name, else by key)."""
        return _find(word, self.metric_keys, self.metric_names)

    def find_role(self, word: str) -> str | None:
        """The key of a role called so (by name, else by key)."""
        return _find(word, self.role_keys, self.role_names)

    def nearest_metric(self, word: str) -> str | None:
        """The name most like a word that means nothing."""
        return _nearest(word, self.metric_names)

    def nearest_role(self, word: str) -> str | None:
        """The role name most like a word that means nothing."""
        return _nearest(word, self.role_names)


def folded(name: str) -> str:
    """A name without case and extra spaces, with ё as е: how people remember it."""
    return " ".join(name.split()).casefold().replace("ё", "е")


def bracketed(name: str) -> str:
    """A name as it stands in a formula: one word stays bare, others go into brackets."""
    if _ONE_WORD.fullmatch(name):
        return name
    return f"[{name.replace(']', ']]')}]"


def _distinct(things: Iterable[Metric] | Iterable[Role]) -> dict[str, str]:
    named = [(thing.key, " ".join(thing.name.split())) for thing in things]
    bearers = Counter(folded(name) for _, name in named)
    return {key: name if bearers[folded(name)] == 1 else f"{name} ({key})" for key, name in named}


def _find(word: str, keys: Mapping[str, str], names: Mapping[str, str]) -> str | None:
    found = keys.get(folded(word))
    return found if found is not None else word if word in names else None


def _nearest(word: str, names: Mapping[str, str]) -> str | None:
    by_fold = {folded(name): name for name in names.values()}
    like = difflib.get_close_matches(folded(word), by_fold, n=1, cutoff=0.55)
    return by_fold[like[0]] if like else None
