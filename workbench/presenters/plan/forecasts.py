"""The numbers of the base and of each scenario, computed once for each state of the project."""

from __future__ import annotations

from workbench.document.plan import Scenario
from workbench.document.value import Key
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.presenters.desk import Desk


class Forecasts:
    """Shared by all tabs: what one of them has asked for is known to the others."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._base = desk.forecast
        self._known: dict[Key, Forecast] = {}

    def of(self, scenario: Scenario | None) -> Forecast:
        """The forecast of a scenario of the project, of the base where it is None."""
        base = self._desk.forecast
        if base is not self._base:
            self._base, self._known = base, {}
        if scenario is None:
            return base
        if scenario.key not in self._known:
            self._known[scenario.key] = calculate(base.project, scenario, base.model)
        return self._known[scenario.key]

    def all(self) -> tuple[Forecast, ...]:
        """The base, then every scenario."""
        return tuple(self.of(one) for one in (None, *self._desk.project.scenarios))
