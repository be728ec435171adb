"""What the plan is about now: a scenario and a goal, with the numbers of both."""

from __future__ import annotations

from collections.abc import Mapping

from psygnal import Signal

from workbench.base.languages import Language
from workbench.document.plan import Given, Goal, Scenario
from workbench.document.value import Key
from workbench.planning.forward import calculate
from workbench.presenters.calculation import Update
from workbench.presenters.desk import Desk
from workbench.presenters.plan.forecasts import Forecasts
from workbench.presenters.plan.numbers import Numbers
from workbench.presenters.plan.scenarios import Scenarios


class Choice:
    """Shared by all tabs of the plan; `changed` tells that any of it, or how it is said, differs.

    A goal that is gone gives way to the first of the project. While a slider moves, `tried` tells
    that some values are tried out, which nothing keeps.
    """

    changed = Signal()
    tried = Signal()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._goal: Goal | None = None
        self._numbers = Numbers(desk.forecast, desk.forecast)
        self._trial: Mapping[Key, Given] = {}
        self._tried: tuple[Numbers, Mapping[Key, Given], Numbers] | None = None
        self.forecasts = Forecasts(desk)
        self.scenarios = Scenarios(desk)
        self.scenarios.changed.connect(self._on_changed)
        desk.session.opened.connect(self._on_opened)
        desk.calculation.updated.connect(self._on_updated)
        desk.language_changed.connect(self._on_language_changed)

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that is shown, None for the base."""
        return self.scenarios.chosen

    @property
    def goal(self) -> Goal | None:
        """The goal that the plan is held against, None where the project has none."""
        goals = self._desk.project.goals
        chosen = self._goal
        if chosen is None:
            return goals[0] if goals else None
        same = (one for one in goals if _place(one) == _place(chosen))
        return next(same, goals[0] if goals else None)

    def numbers(self) -> Numbers:
        """The base and what is shown of it; computed once for each state."""
        base, chosen = self._desk.forecast, self.forecasts.of(self.scenario)
        if self._numbers.base is not base or self._numbers.chosen is not chosen:
            self._numbers = Numbers(base, chosen)
        return self._numbers

    def try_values(self, values: Mapping[Key, Given]) -> None:
        """Try out some values beside those that are shown; none ends that."""
        if values != self._trial:
            self._trial = values
            self.tried.emit()

    def trial(self) -> Numbers:
        """The numbers with the values that are tried out; computed once for each of them."""
        numbers, values = self.numbers(), self._trial
        if not values:
            return numbers
        known = self._tried
        if known is None or known[0] is not numbers or known[1] is not values:
            self._tried = known = (numbers, values, _with(numbers, values))
        return known[2]

    def choose(self, scenario: Key | None) -> None:
        """Show the base or a scenario."""
        self.scenarios.choose(scenario)

    def choose_goal(self, goal: Goal) -> None:
        """Hold the plan against a goal of the project."""
        if self._goal is None or _place(goal) != _place(self._goal):
            self._goal = goal
            self.changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()

    def _on_opened(self) -> None:
        self._goal = None

    def _on_updated(self, _update: Update) -> None:
        self.changed.emit()

    def _on_language_changed(self, _language: Language) -> None:
        self.changed.emit()


def _with(numbers: Numbers, values: Mapping[Key, Given]) -> Numbers:
    """The numbers with some values over those of the scenario that is shown."""
    shown = dict(numbers.scenario.values) if numbers.scenario else {}
    scenario = Scenario(key="trial", name="…", values={**shown, **values})
    return Numbers(numbers.base, calculate(numbers.project, scenario, numbers.base.model))


def _place(goal: Goal) -> tuple[Key, str]:
    """What a goal is known by while its value changes."""
    return goal.metric, goal.period
