"""What typing, filling, pasting and clearing put where, as edits of the base or of a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.edits.scenarios import ChangeScenario
from workbench.document.metric import Metric
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.document.value import Key

Held = float | tuple[float | None, ...] | None
# By month, or one number for all months.
Entry = Mapping[int, float | None] | float


@dataclass(frozen=True)
class Sheet:
    """The inputs that stand in the table: those of the project or those of one scenario."""

    project: Project
    scenario: Scenario | None = None

    def takes(self, key: Key) -> bool:
        """Whether the cells of a metric can be typed into."""
        given = self.scenario.values if self.scenario else {}
        return not self.project.metric(key).is_computed or key in given

    def value(self, key: Key, month: int) -> float | None:
        """What an input holds in a month."""
        return in_month(self._held(key), month)

    def base(self, key: Key, month: int) -> float | None:
        """What the project itself holds in a month."""
        return in_month(self.project.metric(key).value, month)

    def edit(self, entries: Mapping[Key, Entry], title: Text | None = None) -> Edit:
        """The entries as one step; metrics that take none are left out."""
        taken = {key: self._entered(key, entry) for key, entry in entries.items()}
        if self.scenario is not None:
            return self._in_scenario(self.scenario, taken, title)
        edits = tuple(
            ChangeMetric(key, {"value": held}, self.project.metric(key).name)
            for key, held in taken.items()
        )
        return edits[0] if len(edits) == 1 and title is None else Bundle(title or _MANY, edits)

    def _held(self, key: Key) -> Held:
        metric = self.project.metric(key)
        return self.scenario.values.get(key, metric.value) if self.scenario else metric.value

    def _entered(self, key: Key, entry: Entry) -> Held:
        if isinstance(entry, Mapping):
            return merged(self._held(key), entry, self.project.calendar.months)
        return entry

    def _in_scenario(
        self, scenario: Scenario, taken: Mapping[Key, Held], title: Text | None
    ) -> Edit:
        values = dict(scenario.values)
        for key, held in taken.items():
            metric = self.project.metric(key)
            if held is None or (not metric.is_computed and self._is_base(metric, held)):
                values.pop(key, None)
            else:
                values[key] = held
        named = title or _changed_in(scenario, [self.project.metric(key) for key in taken])
        return Bundle(named, (ChangeScenario(scenario.key, {"values": values}, scenario.name),))

    def _is_base(self, metric: Metric, held: Held) -> bool:
        months = range(self.project.calendar.months)
        return all(in_month(held, month) == in_month(metric.value, month) for month in months)


def in_month(held: Held, month: int) -> float | None:
    """The value of a constant or a list in a month."""
    if isinstance(held, tuple):
        return held[month] if month < len(held) else None
    return held


def merged(held: Held, entry: Mapping[int, float | None], months: int) -> Held:
    """A value with some months exchanged; what is the same in all months becomes a constant."""
    length = max(months, len(held) if isinstance(held, tuple) else 0)
    listed = tuple(entry.get(month, in_month(held, month)) for month in range(length))
    return listed[0] if len(set(listed)) == 1 else listed


def _changed_in(scenario: Scenario, metrics: list[Metric]) -> Text:
    if len(metrics) == 1:
        return text(
            "Change “{metric}” in the scenario “{name}”",
            metric=metrics[0].name,
            name=scenario.name,
        )
    return text("Change the scenario “{name}”", name=scenario.name)


_MANY = text("Change values")
