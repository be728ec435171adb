"""Which metric a row of a plain table is about: by name or by key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from workbench.base.texts import Text, text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.names import Names, folded

_MOST_ASKED, _LONGEST = 50, 100


class MetricNames:
    """The metrics of a project by what they are called; case, spaces and ё do not matter."""

    def __init__(self, project: Project) -> None:
        self._names = Names(project)
        self._metrics = project.metrics
        self._asked = 0

    def find(self, words: str) -> Key | Text:
        """The metric that is called so, or why there is none."""
        found = self._called.get(folded(words), set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            return text("two metrics are called so, and nothing else tells which it is")
        nearest = self._nearest(words)
        if nearest is None:
            return text("no metric of the project is called so")
        return text("no metric of the project is called so; “{name}” is", name=nearest)

    def is_known(self, words: str) -> bool:
        """Whether a metric is called so."""
        return len(self._called.get(folded(words), ())) == 1

    def _nearest(self, words: str) -> str | None:
        """The name most like some words; looking for it takes long, so not for every row."""
        self._asked += 1
        return self._names.nearest_metric(words[:_LONGEST]) if self._asked <= _MOST_ASKED else None

    @cached_property
    def _called(self) -> Mapping[str, set[Key]]:
        """By name, else by the name that means it alone, else by key."""
        called: dict[str, set[Key]] = {}
        for metric in self._metrics:
            called.setdefault(folded(metric.name), set()).add(metric.key)
        for name, key in self._names.metric_keys.items():
            called.setdefault(name, {key})
        keys: dict[str, set[Key]] = {}
        for metric in self._metrics:
            keys.setdefault(folded(metric.key), set()).add(metric.key)
        return {**keys, **called}
