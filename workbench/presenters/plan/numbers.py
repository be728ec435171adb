"""The numbers that the plan shows: the base, and what the chosen scenario makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.planning.forecast import Forecast


@dataclass(frozen=True)
class Numbers:
    """The base of the plan and, where a scenario is chosen, what it makes of it."""

    base: Forecast
    chosen: Forecast

    @property
    def project(self) -> Project:
        """The project both are of."""
        return self.base.project

    @property
    def scenario(self) -> Scenario | None:
        """The scenario, if one is chosen."""
        return self.chosen.scenario
