"""What stands behind a result: the nearest metrics beneath it that somebody can move."""

from __future__ import annotations

from workbench.document.value import Key
from workbench.formula.syntax import Ref, walk
from workbench.planning.forecast import Forecast


def influenceable_factors(forecast: Forecast, metric: Key) -> tuple[Key, ...]:
    """Metrics with direct influence beneath a computed one, the nearest first; none below those."""
    found: list[Key] = []
    seen = {metric}
    level = [metric]
    while level:
        beneath: list[Key] = []
        for key in (below for above in level for below in _mentioned(forecast, above)):
            if key in seen or key not in forecast.project.metric_by_key:
                continue
            seen.add(key)
            direct = forecast.project.metric(key).influence.direct
            (found if direct else beneath).append(key)
        level = beneath
    return tuple(found)


def _mentioned(forecast: Forecast, metric: Key) -> tuple[Key, ...]:
    """The metrics of a formula in the order they stand in it."""
    tree = forecast.model.trees.get(metric)
    if tree is None:
        return ()
    return tuple(dict.fromkeys(part.key for part in walk(tree) if isinstance(part, Ref)))
