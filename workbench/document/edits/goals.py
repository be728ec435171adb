"""The edit that sets a goal in the place of the metric's earlier one."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.growth import Growth
from workbench.document.plan import Goal
from workbench.document.project import Project


@dataclass(frozen=True)
class SetGoal:
    """A goal, with the figures it came from where there are any.

    It takes the place of a goal of the same metric and period, or stands after the others.
    """

    goal: Goal
    name: str
    growth: Growth | None = None

    @property
    def title(self) -> Text:
        """Names the metric."""
        return text("Set the goal of “{name}”", name=self.name)

    def apply(self, project: Project) -> Project:
        """The project with the goal."""
        own = [one for one in project.goals if self._is_same(one)]
        goals = tuple(
            one.having(value=self.goal.value) if own and one is own[0] else one
            for one in project.goals
            if one not in own[1:]
        )
        return project.having(
            goals=goals if own else (*goals, self.goal), growth=self.growth or project.growth
        )

    def _is_same(self, goal: Goal) -> bool:
        return (goal.metric, goal.period) == (self.goal.metric, self.goal.period)
