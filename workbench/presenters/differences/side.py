"""One of two projects that are compared, with the names and figures as they stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.names import Names
from workbench.formula.values import Result
from workbench.presenters.measures import shown_value

_MOST_LETTERS = 80
# A non-breaking space holds a number together and stays.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True)
class Side:
    """A project with the words for what is in it."""

    project: Project
    language: Language

    @cached_property
    def names(self) -> Names:
        """Names of metrics and roles, namesakes told apart."""
        return Names(self.project)

    @cached_property
    def phases(self) -> Mapping[Key, str]:
        """Names of phases by key."""
        return {phase.key: short(phase.name) for phase in self.project.phases}

    @cached_property
    def channels(self) -> Mapping[Key, str]:
        """Names of channels by key."""
        return {channel.key: short(channel.name) for channel in self.project.channels}

    def metric(self, key: Key) -> str:
        """The name of a metric."""
        return short(self.names.metric_names.get(key, "")) or key

    def role(self, key: Key) -> str:
        """The name of a role."""
        return short(self.names.role_names.get(key, "")) or key

    def value(self, metric: Key, value: Result | None) -> str:
        """A value of a metric in its unit; nothing where there is none."""
        if value is None:
            return ""
        found = self.project.metric_by_key[metric]
        return short(shown_value(found, value, self.project, self.language))

    def percent(self, share: float | None) -> str:
        """A share; nothing where there is none."""
        return "" if share is None else self.language.percent(share)

    def money(self, amount: float) -> str:
        """An amount in the client's currency."""
        return self.language.money(amount, self.project.client.currency)

    def say(self, words: Text | None) -> str:
        """Words of the program in the language of the lines; nothing for none."""
        return "" if words is None else self.language.say(words)

    def quoted(self, words: str | None) -> str:
        """A person's own words, cut to a length that can be read."""
        return self.say(text("“{name}”", name=short(words))) if words else ""


@dataclass(frozen=True)
class Sides:
    """The project before and after."""

    before: Side
    after: Side

    @classmethod
    def of(cls, before: Project, after: Project, language: Language) -> Sides:
        """Both projects, told in one language."""
        return cls(Side(before, language), Side(after, language))


def short(words: str, most: int = _MOST_LETTERS) -> str:
    """Words on one line, cut to a length that can be read."""
    line = one_line(words)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def one_line(words: str) -> str:
    """Words without breaks of lines."""
    return _SPACES.sub(" ", words).strip(" ")
