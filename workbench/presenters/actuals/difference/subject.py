"""The metric that is explained: that of the goal, or another one that was picked."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.actuals.difference.picture import SubjectLine
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.plan.choice import Choice


class Subjects:
    """What was picked holds until another goal is chosen."""

    def __init__(self, desk: Desk, choice: Choice) -> None:
        self._desk = desk
        self._choice = choice
        self._picked: tuple[Key | None, Key] | None = None

    @property
    def metric(self) -> Key | None:
        """The metric, None where there is no goal and nothing was picked."""
        if self._picked is not None and self._picked[0] == self._goal:
            key = self._picked[1]
            if key in self._desk.project.metric_by_key:
                return key
        return self._goal

    def pick(self, key: Key) -> None:
        """Explain a metric."""
        self._picked = (self._goal, key)

    def line(self) -> SubjectLine:
        """The metrics of goals, then what has an actual, results first."""
        project = self._desk.project
        known = {actual.metric for actual in project.actuals}
        goals = list(dict.fromkeys(goal.metric for goal in project.goals))
        others = [m for m in project.metrics if m.key in known and m.key not in goals]
        others.sort(key=lambda metric: not metric.is_computed)
        about = self._desk.say(text("goal"))
        options = (
            *(Option(key, project.metric(key).name, about) for key in goals),
            *(Option(metric.key, metric.name) for metric in others),
        )
        chosen = self.metric
        if chosen is not None and chosen not in {option.id for option in options}:
            options = (*options, Option(chosen, project.metric(chosen).name))
        return SubjectLine(options, chosen)

    @property
    def _goal(self) -> Key | None:
        goal = self._choice.goal
        return goal.metric if goal else None
