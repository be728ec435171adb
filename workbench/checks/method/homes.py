"""Where in the funnel each role works, as far as what it is called says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cached_property

from workbench.checks.method.terms import is_called
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key

# By term: the phase a role works in, and where between its start, 0, and its end, 1.
_HOMES = {
    "sdr": (0, 1.0),
    "kam": (2, 0.5),
    "service": (2, 0.5),
    "executive": (1, 0.5),
}
_MARKETING = (0, 0.1)
# The number of a phase and a place on the line of phases; a phase is one long.
Home = tuple[int, float]


class Homes:
    """The line of phases with the roles and the metrics on it; `beneath` is what one comes from."""

    def __init__(
        self,
        project: Project,
        marketers: Collection[Key],
        beneath: Callable[[Key], Collection[Key]],
    ) -> None:
        self._project = project
        self._marketers = marketers
        self._beneath = beneath
        self._numbers = {phase.key: number for number, phase in enumerate(project.phases)}

    def is_home(self, role: Key, metric: Key) -> bool | None:
        """Whether a metric belongs to a phase a role works in; None where that is not known.

        A conversion between two phases belongs to both. Who leads others is at home nowhere.
        """
        phases, home = self._phases(self._project.metric_by_key[metric]), self._of_role[role]
        if role in self.leaders and phases:
            return False
        return None if home is None or not phases else home[0] in phases

    def way(self, role: Key, metric: Key) -> float:
        """How far a metric is, in phases, from where a role works; 0 where that is not known."""
        home, place = self._of_role[role], self._places.get(metric)
        return 0.0 if home is None or place is None else abs(place - home[1])

    @cached_property
    def leaders(self) -> frozenset[Key]:
        """The roles called ones that answer for sales through people they lead."""
        return frozenset(r.key for r in self._project.roles if is_called(r, "head_of_sales"))

    @cached_property
    def _of_role(self) -> Mapping[Key, Home | None]:
        return {role.key: self._home(role.key) for role in self._project.roles}

    def _home(self, role: Key) -> Home | None:
        """Where a role works; in the last phase where there are fewer than it takes."""
        named, home = self._project.role_by_key[role], None
        if role in self._marketers:
            home = _MARKETING
        elif role not in self.leaders:
            home = next((home for term, home in _HOMES.items() if is_called(named, term)), None)
        if home is None or not self._numbers:
            return None
        number = min(home[0], len(self._numbers) - 1)
        return number, number + home[1]

    def _phases(self, metric: Metric) -> set[int]:
        metrics = self._project.metric_by_key
        ends = (metrics[key] for key in (metric.from_stage, metric.to_stage) if key is not None)
        phases = (one.phase for one in (metric, *ends))
        return {self._numbers[phase] for phase in phases if phase is not None}

    @cached_property
    def _places(self) -> Mapping[Key, float]:
        """Places on the line: a phase reaches to what has most of its stages beneath it.

        A conversion is where it leads to.
        """
        counts = {m.key: self._count_beneath(m) for m in self._project.metrics if m.phase}
        longest: dict[Key | None, int] = defaultdict(int)
        metrics = self._project.metric_by_key
        for key, count in counts.items():
            longest[metrics[key].phase] = max(count, longest[metrics[key].phase])
        found = {}
        for metric in self._project.metrics:
            end = metrics[metric.to_stage] if metric.to_stage is not None else metric
            if end.phase is not None:
                part = counts[end.key] / longest[end.phase] if longest[end.phase] else 0.0
                found[metric.key] = self._numbers[end.phase] + part
        return found

    def _count_beneath(self, metric: Metric) -> int:
        """How many stages of its phase come before it."""
        stages = self._stages[metric.phase]
        return len(stages.intersection(self._beneath(metric.key)) - {metric.key})

    @cached_property
    def _stages(self) -> Mapping[Key | None, set[Key]]:
        found: dict[Key | None, set[Key]] = defaultdict(set)
        for metric in self._project.metrics:
            if metric.kind == "stage":
                found[metric.phase].add(metric.key)
        return found
