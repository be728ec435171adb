"""Which inputs are levers now, and how far each may go: chosen for this sitting, not kept."""

from __future__ import annotations

from workbench.document.plan import Goal
from workbench.document.value import Key
from workbench.planning.bounds import can_scale
from workbench.planning.forecast import Forecast
from workbench.planning.solve import LeverRange, default_levers
from workbench.presenters.desk import Desk

Bounds = tuple[float | None, float | None]


class LeverSet:
    """The levers of the method, without those that were dropped, with those that were added."""

    def __init__(self, desk: Desk) -> None:
        self._dropped: set[Key] = set()
        self._added: list[Key] = []
        self._bounds: dict[Key, Bounds] = {}
        self._known: tuple[Forecast, Goal, tuple[Key, ...]] | None = None
        desk.session.opened.connect(self._on_opened)

    def ranges(self, forecast: Forecast, goal: Goal) -> tuple[LeverRange, ...]:
        """The levers with the bounds that were set."""
        project = forecast.project
        added = [
            key
            for key in self._added
            if key in project.metric_by_key and can_scale(project.metric(key))
        ]
        keys = dict.fromkeys((*self._defaults(forecast, goal), *added))
        return tuple(LeverRange(key, *self.bounds(key)) for key in keys if key not in self._dropped)

    def drop(self, key: Key) -> None:
        """Leave an input as it is."""
        self._dropped.add(key)

    def add(self, key: Key) -> None:
        """Let an input be moved too."""
        self._dropped.discard(key)
        if key not in self._added:
            self._added.append(key)

    def bound(self, key: Key, low: float | None, high: float | None) -> None:
        """How far an input may go; None for as far as usual."""
        self._bounds[key] = (low, high)

    def bounds(self, key: Key) -> Bounds:
        """The bounds that were set for an input."""
        return self._bounds.get(key, (None, None))

    def _defaults(self, forecast: Forecast, goal: Goal) -> tuple[Key, ...]:
        """The levers of the method; looked for anew only where the project is another."""
        known = self._known
        if known is None or known[0] is not forecast or known[1].metric != goal.metric:
            keys = tuple(lever.metric for lever in default_levers(forecast, goal))
            self._known = known = (forecast, goal, keys)
        return known[2]

    def _on_opened(self) -> None:
        self._dropped, self._added, self._bounds, self._known = set(), [], {}, None
