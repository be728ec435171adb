"""KPIs that are watched by nobody but their own owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.document.metric import Metric
from workbench.document.value import Key


def own_guards(metrics: Iterable[Metric], owners: Mapping[Key, Key]) -> tuple[tuple[Key, Key], ...]:
    """Each (metric, counter-metric) with one owner, where nobody else owns a counter-metric of it.

    `owners` are the roles by the metrics they own: those of the project, or as they would be.
    """
    found: list[tuple[Key, Key]] = []
    for metric in metrics:
        owner = owners.get(metric.key)
        watching = [guard for guard in metric.guards if guard in owners and guard != metric.key]
        if owner is not None and {owners[guard] for guard in watching} == {owner}:
            found += [(metric.key, guard) for guard in watching]
    return tuple(found)
