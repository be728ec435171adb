"""Frames for formulas on their own: values by metric, a role of two people, twenty working days."""

from __future__ import annotations

from typing import Any

from workbench.formula.compile import Formula


class PlainFrame:
    """One value a metric, the same in every month; nothing is known before the plan."""

    def __init__(self, **values: Any) -> None:
        self.values = values

    def value(self, metric: str, _month: int) -> Any:
        return self.values[metric]

    def lag(self, metric: str, months: int, initial: Formula | None, month: int) -> Any:
        if month >= months or initial is None:
            return self.values[metric]
        return initial(self, month)

    def cumulative(self, metric: str, month: int) -> Any:
        return self.values[metric] * (month + 1)

    def workdays(self, _month: int) -> float:
        return 20.0

    def people(self, _role: str) -> float:
        return 2.0

    def cost(self, _role: str) -> float:
        return 100.0
