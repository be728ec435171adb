"""The team of a plan: whom it needs, what it can deliver, what that costs."""

from __future__ import annotations

from functools import cached_property

from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.capacity import Delivery
from workbench.planning.customers import inflow, revenue_of
from workbench.planning.forecast import Forecast
from workbench.planning.lifetime import Lifetime, lifetime
from workbench.planning.staffing_plan import StaffingPlan, staffing_plan
from workbench.planning.unit_costs import Spent, StageCost


class TeamPlan:
    """Everything about the people of a forecast, each part computed when it is asked for."""

    def __init__(self, forecast: Forecast) -> None:
        self.forecast = forecast

    @property
    def project(self) -> Project:
        """The project it is of."""
        return self.forecast.project

    @cached_property
    def plans(self) -> tuple[StaffingPlan, ...]:
        """The plan of every role, in the order of the project."""
        return tuple(staffing_plan(self.forecast, role) for role in self.project.roles)

    @cached_property
    def now(self) -> Delivery:
        """What the people there are can deliver."""
        return Delivery(self.forecast)

    @cached_property
    def hired(self) -> Delivery:
        """What they can deliver together with those to be hired."""
        return Delivery(self.forecast, hiring=True)

    @cached_property
    def spent(self) -> Spent:
        """What is spent on the way to each volume."""
        return Spent(self.forecast, self.plans)

    @cached_property
    def life(self) -> Lifetime:
        """What a customer costs and brings."""
        return lifetime(self.forecast, self.spent)

    @cached_property
    def stages(self) -> tuple[StageCost, ...]:
        """What one unit costs of each stage on the way to the customers, else to the revenue."""
        way = self._way
        return tuple(one for one in self.spent.stages if one.metric in way)

    @property
    def _way(self) -> frozenset[Key]:
        customers = self.life.customers
        if customers is not None:
            return self.spent.way(inflow(self.forecast, customers))
        revenue = revenue_of(self.forecast)
        return self.spent.way([revenue] if revenue else self.project.metric_by_key)
