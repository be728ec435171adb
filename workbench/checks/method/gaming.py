"""Metrics known to be easily gamed: how one would cheat, and which counter-metric holds it.

The data is `resources/method/gaming.json`, a list of kinds of metrics; the first that fits counts.
A kind has a `key`, what it `measures` (volume, conversion, time, money or score), the direction
that is `better`, and says by `keys` and `stems` (as in `terms`) which metrics are meant: a volume
by the head of its name, a conversion by the stage it leads into, any other share by `rates`;
`without` are stems that rule a name out. In both languages: `gaming`, how one would cheat, and
`counter` {name, unit, better}, the counter-metric to make; `counters` {keys, stems} are those that
a project may have already.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.base.places import resource
from workbench.checks.method.terms import Term, pattern_of
from workbench.document.metric import Better, Metric, Unit
from workbench.document.project import Project
from workbench.formula.names import folded

Both = Mapping[str, str]
_TIMES = ("hours", "minutes", "seconds", "days")
# What comes after these words tells where from or what by: deals from calls are no calls.
_HEAD_ENDS = re.compile(
    r"→|[,(:]|(?<!\w)(?:из|с|со|от|после|по|для|за|from|after|by|with|for|via|per)(?!\w)"
)
# Calls for one deal: the volume of one thing per another is no volume.
_FOR_ONE = re.compile(
    r"(?<!\w)(?:на|per) (?:(?:один|одну|одного|one|a) )?(?:лид|сделк|клиент|контакт|встреч|звон|"
    r"заказ|lead|deal|client|customer|contact|meeting|call|order)"
)
_INTO = re.compile(r"→|->|(?<!\w)to(?!\w)|(?<=конверсия) (?:.* )?во? ")
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter-metric to make where there is none; its name in both languages."""

    name: Both
    unit: Unit
    better: Better


@dataclass(frozen=True, slots=True)
class Gaming:
    """A kind of metric that is easily gamed, and what holds it."""

    key: str
    measures: frozenset[str]
    better: Better
    known: Term
    rates: re.Pattern[str]
    without: re.Pattern[str]
    gaming: Both
    counter: Counter
    counters: Term

    def means(self, project: Project, metric: Metric) -> bool:
        """Whether a metric is of this kind."""
        name = folded(metric.name)
        if metric.better != self.better or self.without.search(name):
            return False
        sort = _sort(metric)
        if sort == "share":
            return self._means_share(project, metric, name)
        return sort in self.measures and (
            metric.key in self.known.keys
            or self.known.pattern.search(_head(name) if sort == "volume" else name) is not None
        )

    def _means_share(self, project: Project, metric: Metric, name: str) -> bool:
        """A share of what it comes from is no conversion: of meetings those that took place."""
        is_conversion = "conversion" in self.measures
        by_key = metric.key in self.known.keys
        if metric.from_stage and metric.to_stage and is_conversion:
            start, end = (project.metric(key) for key in (metric.from_stage, metric.to_stage))
            return (by_key or self._names(end.name)) and not self._names(start.name)
        into = _INTO.split(name)
        leads_there = is_conversion and len(into) > 1 and self._names(into[-1])
        return by_key or leads_there or self.rates.search(name) is not None

    def _names(self, name: str) -> bool:
        """Whether something of this name is what is counted."""
        words = folded(name)
        return bool(self.known.pattern.search(words)) and not self.without.search(words)

    def is_held_by(self, project: Project, metric: Metric) -> bool:
        """Whether a metric is one of the counter-metrics; more of a volume says nothing."""
        if metric.key in self.counters.keys:
            return True
        if _sort(metric) == "volume" and metric.better == "higher":
            return False
        names = [metric.name]
        if metric.to_stage:
            names.append(project.metric(metric.to_stage).name)
        return any(self.counters.pattern.search(folded(name)) for name in names)


def gaming_of(project: Project, metric: Metric) -> Gaming | None:
    """The kind of easily gamed metric that a metric is, if it is one."""
    return next((kind for kind in known_gaming() if kind.means(project, metric)), None)


@cache
def known_gaming() -> tuple[Gaming, ...]:
    """All kinds of the data file, in its order."""
    kinds = json.loads(resource("method", "gaming.json").read_text(encoding="utf-8"))
    return tuple(_kind(kind) for kind in kinds)


def _kind(kind: Mapping[str, Any]) -> Gaming:
    return Gaming(
        key=kind["key"],
        measures=frozenset(kind["measures"]),
        better=kind["better"],
        known=_term(kind),
        rates=_pattern(kind["rates"]),
        without=_pattern(kind["without"]),
        gaming=kind["gaming"],
        counter=Counter(**kind["counter"]),
        counters=_term(kind["counters"]),
    )


def _term(words: Mapping[str, list[str]]) -> Term:
    return Term(frozenset(words["keys"]), _pattern(words["stems"]))


def _pattern(stems: list[str]) -> re.Pattern[str]:
    """Any of the stems; none of them is in no name."""
    return pattern_of(stems) if stems else _NOTHING


def _sort(metric: Metric) -> str:
    """What a metric counts: a volume, a share, time, money or a score."""
    if metric.is_arrow or metric.unit in ("percent", "ratio"):
        return "share"
    if metric.unit in _TIMES:
        return "time"
    if metric.unit != "count":
        return metric.unit
    is_rate = metric.over_time == "ratio" or _FOR_ONE.search(folded(metric.name))
    return "rate" if is_rate else "volume"


def _head(name: str) -> str:
    """The part of a name that says what is counted."""
    return _HEAD_ENDS.split(name, maxsplit=1)[0]
