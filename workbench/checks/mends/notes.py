"""What one should know before a mend: that a role has enough, or would watch itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.base.texts import Text, joined, plural, text
from workbench.checks.method.candidates import guarding, is_full
from workbench.checks.system import System
from workbench.document.value import Key


def to_know(system: System, metric: Key, role: Key) -> Text | None:
    """What to know before a role owns a metric: that it has enough, or would watch itself."""
    notes = [
        *_crowded(system, metric, role),
        *watching_itself(system, guarding(system, metric, role)),
    ]
    return joined(notes, ". ") if notes else None


def watching_itself(system: System, pairs: Sequence[tuple[Key, Key]]) -> Iterator[Text]:
    """The KPIs with their counter-metrics that one person would own, if there are any."""
    if pairs:
        named = [
            text(
                "“{metric}” and “{guard}”",
                metric=system.metric(metric).name, guard=system.metric(guard).name,
            )
            for metric, guard in pairs
        ]  # fmt: skip
        yield text(
            "One person would own a KPI and its counter-metric: {pairs}", pairs=joined(named)
        )


def _crowded(system: System, metric: Key, role: Key) -> Iterator[Text]:
    count = len(system.measured_by_role[role])
    held = any(kpi.metric == metric for kpi in system.measured_by_role[role])
    if is_full(system, role) and not held:
        yield plural(
            "{role} has {n} KPI already: take one away first",
            "{role} has {n} KPIs already: take one away first",
            count, role=system.role(role).name,
        )  # fmt: skip
