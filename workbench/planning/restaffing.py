"""The load of a role if it had other people: only what is computed from them is computed anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.compile import compiled
from workbench.planning.forecast import Forecast
from workbench.planning.forward import Months, evaluated
from workbench.planning.team import Load, load


def load_of(forecast: Forecast, role: Role, moving: Collection[Key]) -> Load:
    """The load of a role changed in people or pay; `moving` are the metrics that may follow it."""
    frame = _Restaffed.of(forecast.project, forecast.values)
    frame.role = role
    given = forecast.scenario.values if forecast.scenario else {}
    trees = forecast.model.trees
    order = forecast.model.order.metrics
    formulas = [
        (key, compiled(trees[key]))
        for key in order
        if key in moving and key in trees and key not in given
    ]
    for month in range(forecast.project.calendar.months):
        for key, formula in formulas:
            frame.columns[key][month] = evaluated(formula, frame, month, key)
    values = {key: tuple(column) for key, column in frame.columns.items()}
    return load(replace(forecast, values=values, totals={}), role)


class _Restaffed(Months):
    """The months of a forecast with one role changed."""

    role: Role

    def people(self, role: str) -> float:
        """People in a role."""
        return self.role.people if role == self.role.key else super().people(role)

    def cost(self, role: str) -> float:
        """What a role costs in a month."""
        return self.role.monthly_cost if role == self.role.key else super().cost(role)
