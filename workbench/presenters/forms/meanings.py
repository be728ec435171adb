"""What the placeholders of a form mean in a project, and why some mean nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from workbench.base.texts import Bilingual, Text, plural, text
from workbench.document.kpi import Kpi, Task
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.role import Role
from workbench.excel.form_values import Meaning
from workbench.presenters.forms.grammar import Word, folded, months_meant, words_of
from workbench.presenters.forms.source import Source, nothing
from workbench.presenters.forms.vocabulary import (
    GOAL,
    KPI,
    METRIC,
    PROJECT,
    ROLE,
    TASK,
    Entries,
    Entry,
    by_word,
    leads,
)

Rest = Sequence[Word]
_PROJECT, _GOAL, _METRIC, _ROLE, _KPI, _TASK = (
    by_word(entries) for entries in (PROJECT, GOAL, METRIC, ROLE, KPI, TASK)
)
_SUBJECTS = frozenset(word.partition(".")[0] for word in _PROJECT)
_MOST_SHOWN = 60


class Unknown(Exception):
    """A placeholder that means nothing, and why."""

    def __init__(self, why: Text) -> None:
        super().__init__(str(why))
        self.why = why


class Reader:
    """Reads placeholders; what was asked for is remembered, for the report."""

    def __init__(self, of: Source) -> None:
        self._of = of
        self.known: dict[str, Meaning] = {}
        self.unknown: dict[str, Text] = {}

    def know(self, placeholders: Iterable[str]) -> Mapping[str, Meaning]:
        """The meanings of those placeholders that have one."""
        for words in placeholders:
            try:
                self.known[words] = self.meaning(words)
            except Unknown as unknown:
                self.unknown[words] = unknown.why
        return self.known

    def meaning(self, placeholder: str) -> Meaning:
        """What one placeholder means; raises `Unknown`."""
        words = words_of(placeholder)
        if not words:
            raise Unknown(text("it cannot be read: words with dots between them are expected"))
        first, rest = words[0], words[1:]
        if not first.bracketed:
            whole = ".".join(word.folded for word in words)
            if whole in _PROJECT:
                return _PROJECT[whole].find(self._of, None)
            if first.folded in _SUBJECTS:
                raise _no_such(first, rest[0], PROJECT, first.folded)
            if leads(first.words, "goal"):
                return self._goal(rest)
        return self._named(first, rest)

    def _named(self, first: Word, rest: Rest) -> Meaning:
        """Something with a name; where a metric and a role share it, what follows decides."""
        metric, role = self._metric_called(first), self._role_called(first)
        reason: Unknown | None = None
        if metric is not None:
            try:
                return self._metric(metric, rest)
            except Unknown as unknown:
                reason = unknown
        if role is not None:
            return self._role(role, rest)
        raise reason or self._nobody(first)

    def _goal(self, rest: Rest) -> Meaning:
        at, rest = _numbered(rest)
        goals = self._of.project.goals
        if at >= len(goals):
            n = len(goals)
            return nothing(plural("the project has {n} goal", "the project has {n} goals", n))
        return self._word(Word("goal"), _GOAL, GOAL, goals[at], rest)

    def _metric(self, metric: Metric, rest: Rest) -> Meaning:
        if not rest:
            return Meaning(metric.name)
        first, more = rest[0], rest[1:]
        if leads(first.words, "plan"):
            return self._timed(metric, first, more)
        if leads(first.words, "fact"):
            return self._fact(metric, first, more)
        if not more and self._months(first) is not None:
            return self._timed(metric, first, rest)
        return self._word(Word(metric.name), _METRIC, METRIC, metric, rest)

    def _timed(self, metric: Metric, word: Word, rest: Rest) -> Meaning:
        """The planned value of some time, or the total or average of the plan."""
        if len(rest) == 1:
            if rest[0].folded in _METRIC and _METRIC[rest[0].folded].en in ("total", "average"):
                return _METRIC[rest[0].folded].find(self._of, metric)
            months = self._months(rest[0])
            if months is not None:
                return self._of.value(metric, self._of.over(metric, self._inside(months, rest[0])))
        raise _no_time(word)

    def _fact(self, metric: Metric, word: Word, rest: Rest) -> Meaning:
        months = self._months(rest[0]) if len(rest) == 1 else None
        if months is None:
            raise _no_time(word)
        if len(self._inside(months, rest[0])) > 1:
            raise Unknown(text("an actual value is of one month, such as 2027-01"))
        return self._of.fact(metric, months[0])

    def _role(self, role: Role, rest: Rest) -> Meaning:
        if not rest:
            return Meaning(role.name)
        first, more = rest[0], rest[1:]
        if leads(first.words, "task"):
            return self._task(role, more)
        kpis = self._of.project.kpis_of_role(role.key)
        if first.words.isdecimal():
            at, more = _numbered(rest)
            if at < len(kpis):
                return self._kpi(kpis[at], more)
            n = len(kpis)
            return nothing(plural("{role} has {n} KPI", "{role} has {n} KPIs", n, role=role.name))
        if not more and not first.bracketed and first.folded in _ROLE:
            return _ROLE[first.folded].find(self._of, role)
        metric = self._metric_called(first)
        if metric is None:
            raise _no_such(Word(role.name), first, ROLE)
        for kpi in kpis:
            if kpi.metric == metric.key:
                return self._kpi(kpi, more)
        raise Unknown(text("{role} has no KPI “{metric}”", role=role.name, metric=metric.name))

    def _kpi(self, kpi: Kpi, rest: Rest) -> Meaning:
        if len(rest) == 1 and rest[0].folded in _KPI:
            return _KPI[rest[0].folded].find(self._of, kpi)
        return self._metric(self._of.project.metric(kpi.metric), rest)

    def _task(self, role: Role, rest: Rest) -> Meaning:
        at, rest = _numbered(rest)
        tasks = [task for task in self._of.project.tasks if task.role == role.key]
        if at >= len(tasks):
            n = len(tasks)
            return nothing(plural("{role} has {n} task", "{role} has {n} tasks", n, role=role.name))
        return self._word(Word(role.name), _TASK, TASK, tasks[at], rest)

    def _word(
        self, subject: Word, known: Mapping[str, Entry[Any]], entries: Entries,
        thing: Goal | Metric | Task, rest: Rest,
    ) -> Meaning:  # fmt: skip
        """One word about a thing; its name where there is no word."""
        word = rest[0] if rest else Word("name")
        if len(rest) > 1 or word.folded not in known:
            raise _no_such(subject, rest[-1], entries)
        return known[word.folded].find(self._of, thing)

    def _months(self, word: Word) -> range | None:
        months = self._of.project.calendar.all_months
        return None if word.bracketed else months_meant(word.words, months)

    def _inside(self, months: range, word: Word) -> range:
        if not months:
            every = self._of.project.calendar.all_months
            raise Unknown(
                text(
                    "“{month}” is not in the plan, which goes from {first} to {last}",
                    month=_short(word), first=every[0], last=every[-1],
                )
            )  # fmt: skip
        return months

    def _metric_called(self, word: Word) -> Metric | None:
        names = self._of.names
        key = names.find_metric(word.words) or names.find_metric(word.words.lower())
        return self._of.project.metric(key) if key is not None else None

    def _role_called(self, word: Word) -> Role | None:
        names = self._of.names
        key = names.find_role(word.words) or names.find_role(word.words.lower())
        return self._of.project.role(key) if key is not None else None

    def _nobody(self, word: Word) -> Unknown:
        project = self._of.project
        known = (*_SUBJECTS, *project.metric_by_key, *project.role_by_key)
        like = get_close_matches(word.folded, known, n=1, cutoff=0.6)
        near = like[0] if like else self._of.names.nearest_metric(word.words)
        if near is None:
            return Unknown(text("nothing is called “{word}”", word=_short(word)))
        return Unknown(
            text("nothing is called “{word}”; did you mean “{near}”?", word=_short(word), near=near)
        )


def _numbered(rest: Rest) -> tuple[int, Rest]:
    """The number that may come first, counted from 0, and what follows it."""
    if not rest or not rest[0].words.isdecimal():
        return 0, rest
    number = int(rest[0].words[:6])
    if number == 0:
        raise Unknown(text("counting begins with 1"))
    return number - 1, rest[1:]


def _no_time(word: Word) -> Unknown:
    return Unknown(text("after “{word}” comes a time, such as 2027-01", word=_short(word)))


def _no_such(subject: Word, word: Word, entries: Entries, of: str = "") -> Unknown:
    """A word that says nothing about a subject, with those that do."""
    pairs = [(entry.en, entry.ru) for entry in entries]
    if of:
        pairs = [(en.partition(".")[2], ru.partition(".")[2]) for en, ru in pairs
                 if of in (folded(en.partition(".")[0]), folded(ru.partition(".")[0]))]  # fmt: skip
    near = get_close_matches(word.folded, [one for pair in pairs for one in pair], n=1, cutoff=0.7)
    if near:
        return Unknown(
            text("“{subject}” has no “{word}”; did you mean “{near}”?", subject=_short(subject),
                 word=_short(word), near=near[0])
        )  # fmt: skip
    en, ru = (", ".join(word for word in words if word) for words in zip(*pairs, strict=True))
    return Unknown(
        text("“{subject}” has no “{word}”; it has {known}", subject=_short(subject),
             word=_short(word), known=Bilingual(ru=ru or "—", en=en or "—"))
    )  # fmt: skip


def _short(word: Word) -> str:
    return word.words if len(word.words) <= _MOST_SHOWN else word.words[:_MOST_SHOWN] + "…"
