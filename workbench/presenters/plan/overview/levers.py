"""What moving a lever does, and the search for the levers that reach the goal."""

from __future__ import annotations

from collections.abc import Mapping

from psygnal import Signal

from workbench.base.texts import Text, text
from workbench.document.edits.scenarios import ChangeScenario
from workbench.document.metric import Metric
from workbench.document.plan import Given, Goal
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.aim import Cancelled
from workbench.planning.bounds import is_bounded
from workbench.planning.solve import LeverRange, Solution, solve
from workbench.presenters.background import Background, Control, Done, Outcome, Stopped
from workbench.presenters.desk import Desk
from workbench.presenters.measures import shown_value
from workbench.presenters.months.tips import reason
from workbench.presenters.plan.advice import told
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.overview import lever_rows
from workbench.presenters.plan.overview.lever_set import LeverSet
from workbench.presenters.plan.overview.picture import LeverRow, LeversPicture

_DUST = 1e-12


class Levers:
    """Sliders change the scenario that is shown; on the base, a move makes a new one.

    `changed` tells that other levers are shown, or that a search began or ended.
    """

    changed = Signal()

    def __init__(self, desk: Desk, choice: Choice, background: Background) -> None:
        self._desk = desk
        self._choice = choice
        self._background = background
        self._set = LeverSet(desk)
        self._rows: dict[Key, LeverRow] = {}
        self._solution: Solution | Problem | None = None
        self._wanted: tuple[object, Goal] | None = None
        desk.session.opened.connect(self._on_opened)

    def picture(self) -> LeversPicture:
        """The levers as they stand, moved or tried out."""
        goal, say = self._choice.goal, self._desk.say
        if goal is None:
            return LeversPicture(empty=say(text("Levers are what moves a goal: set one first.")))
        trial = self._choice.trial()
        language = self._desk.language
        ranges = self._set.ranges(trial.base, goal)
        rows = tuple(lever_rows.lever_rows(trial, goal, ranges, language))
        self._rows = {row.key: row for row in rows}
        empty = "" if rows else say(_NO_LEVERS)
        return LeversPicture(
            rows,
            lever_rows.outcome(trial, goal, language),
            self._told(),
            lever_rows.more_levers(trial, goal, set(self._rows)),
            empty,
            self.is_solving,
        )

    @property
    def is_solving(self) -> bool:
        """Whether a search is under way."""
        return self._wanted is not None

    def slide(self, key: Key, share: float) -> None:
        """Try a lever out while its slider moves."""
        row = self._rows[key]
        self._choice.try_values({key: self._moved(key, lever_rows.in_steps(row, share))})

    def release(self, key: Key, share: float) -> None:
        """Keep what the slider was moved to."""
        value = lever_rows.in_steps(self._rows[key], share)
        self._choice.try_values({})
        self.put(key, value)

    def give_up(self) -> None:
        """Try nothing out any more, and keep nothing."""
        self._choice.try_values({})

    def put(self, key: Key, value: float | None) -> None:
        """Keep a value that was typed; an emptied field goes back to the base."""
        metric = self._metric(key)
        if value is not None and value < 0:
            self._desk.tell(text("“{name}” cannot be below zero", name=metric.name))
            self.changed.emit()
            return
        moved = metric.value if value is None else self._moved(key, value)
        if moved is not None:
            self._keep({key: moved}, text("Move the lever “{name}”", name=metric.name))

    def reset(self) -> None:
        """All levers back to the base."""
        values = {key: self._metric(key).value for key in self._rows}
        known = {key: value for key, value in values.items() if value is not None}
        if self._choice.scenario is not None:
            self._keep(known, text("Levers back to the base"))

    def drop(self, key: Key) -> None:
        """Let an input stay where it is."""
        self._set.drop(key)
        self.changed.emit()

    def add(self, key: Key) -> None:
        """Let another input be moved."""
        self._set.add(key)
        self.changed.emit()

    def bound_low(self, key: Key, low: float | None) -> None:
        """How far down a lever may go; None for as far as usual."""
        self._bound(key, low, self._set.bounds(key)[1])

    def bound_high(self, key: Key, high: float | None) -> None:
        """How far up a lever may go; None for as far as usual."""
        self._bound(key, self._set.bounds(key)[0], high)

    def _bound(self, key: Key, low: float | None, high: float | None) -> None:
        """Take the bounds over; what cannot be meant is told and leaves them alone."""
        metric = self._metric(key)
        if low is not None and high is not None and low > high:
            self._desk.tell(
                text("“{name}”: the low bound must not be above the high one", name=metric.name)
            )
        elif (low is not None and low < 0) or (high is not None and high < 0):
            self._desk.tell(text("“{name}” cannot be below zero", name=metric.name))
        elif is_bounded(metric) and max(low or 0.0, high or 0.0) > 1:
            self._desk.tell(text("“{name}” cannot be above 100%", name=metric.name))
        else:
            self._set.bound(key, low, high)
        self.changed.emit()

    def solve(self) -> None:
        """Find the least that has to move, beside the window."""
        goal = self._choice.goal
        if goal is None or self.is_solving:
            return
        self._desk.settle()
        numbers = self._choice.numbers()
        project, scenario = numbers.project, numbers.scenario
        ranges: tuple[LeverRange, ...] = self._set.ranges(numbers.base, goal)
        self._wanted = (project, goal)

        def work(control: Control) -> Outcome:
            try:
                self._solution = solve(project, goal, ranges, scenario, control.is_cancelled)
            except Cancelled:
                return Stopped()
            return Done()

        self.changed.emit()
        self._background.run(work, lambda _progress: None, self._on_solved)

    def stop(self) -> None:
        """Give the search up; nothing changes."""
        self._background.cancel()

    def _on_solved(self, outcome: Outcome) -> None:
        """Put the answer into a scenario, unless the project is another by now."""
        wanted, self._wanted = self._wanted, None
        solution = self._solution
        is_done = isinstance(outcome, Done) and wanted is not None
        is_current = is_done and wanted is not None and wanted[0] is self._desk.project
        if is_current and isinstance(solution, Problem):
            metric = self._metric(solution.metric or self._goal_metric)
            self._desk.tell(reason(solution, metric, self._desk.project, self._desk.language))
        elif is_current and isinstance(solution, Solution):
            self._take_over(solution)
        elif is_done:
            self._solution = None
        self.changed.emit()

    def _take_over(self, solution: Solution) -> None:
        if all(abs(move.factor - 1) < _DUST for move in solution.moves):
            sentence = told(solution, self._desk.project, self._desk.language)[0]
            self._desk.tell(sentence, wrong=False)
            return
        metric = self._metric(solution.goal.metric)
        value = shown_value(
            metric, solution.goal.value, self._desk.project, self._desk.language, compact=True
        )
        name = text("Goal {value}", value=value) if solution.reached else _BEST
        self._make(name, solution.values)

    def _make(self, name: Text, values: Mapping[Key, Given]) -> None:
        """A new scenario of the values over those that are shown: what was typed there stays."""
        shown = self._choice.scenario
        merged = {**(shown.values if shown else {}), **values}
        kept = {k: v for k, v in merged.items() if k not in values or v != self._metric(k).value}
        self._choice.scenarios.make(self._desk.say(name), kept)

    def _keep(self, values: Mapping[Key, Given], title: Text) -> None:
        """The values into the scenario that is shown, or into a new one."""
        scenario = self._choice.scenario
        if scenario is None:
            changed = {k: v for k, v in values.items() if v != self._metric(k).value}
            if changed:
                self._choice.scenarios.make(self._desk.say(text("Scenario")), changed)
            return
        merged = {**scenario.values, **values}
        kept = {k: v for k, v in merged.items() if k not in values or v != self._metric(k).value}
        change = ChangeScenario(scenario.key, {"values": kept}, scenario.name, title)
        if not self._desk.do(change):
            self.changed.emit()

    def _told(self) -> tuple[str, ...]:
        """The last answer in words, as long as it is what is shown."""
        solution, scenario = self._solution, self._choice.scenario
        if not isinstance(solution, Solution) or scenario is None:
            return ()
        if solution.goal != self._choice.goal or not _holds(solution, scenario.values):
            return ()
        sentences = told(solution, self._desk.project, self._desk.language)
        return tuple(self._desk.say(sentence) for sentence in sentences)

    def _moved(self, key: Key, value: float) -> Given:
        return lever_rows.moved_to(self._metric(key), value)

    def _metric(self, key: Key) -> Metric:
        return self._desk.project.metric(key)

    @property
    def _goal_metric(self) -> Key:
        goal = self._choice.goal
        return goal.metric if goal else ""

    def _on_opened(self) -> None:
        """Another project: a search for the one before has yet to end before there is another."""
        self._solution = None
        if self.is_solving:
            self._background.cancel()


def _holds(solution: Solution, values: Mapping[Key, Given]) -> bool:
    """Whether a scenario has what an answer says."""
    moved = {move.metric for move in solution.moves if abs(move.factor - 1) > _DUST}
    return all(values.get(key) == solution.values[key] for key in moved)


_BEST = text("The best within the bounds")
_NO_LEVERS = text(
    "Nothing beneath the goal can be moved yet: mark in the funnel what somebody can influence, or "
    "add a lever."
)
