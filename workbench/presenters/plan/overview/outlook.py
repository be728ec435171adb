"""How likely the goal is: drawn beside the window, anew whenever the numbers are others."""

from __future__ import annotations

from psygnal import Signal

from workbench.base.texts import Text, joined, plural, text, verbatim
from workbench.document.plan import Goal
from workbench.formula.values import Problem
from workbench.planning.forecast import Forecast
from workbench.planning.risk import Risk, Sampling, simulate
from workbench.presenters.background import (
    Background,
    Control,
    Done,
    Failed,
    Outcome,
    Progress,
    Stopped,
)
from workbench.presenters.charts import DensityPicture, Level
from workbench.presenters.desk import Desk
from workbench.presenters.measures import NOTHING, shown_value
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.overview.picture import RiskPicture
from workbench.presenters.tones import Tone

SAMPLES = 100_000
_CAUSES = 3
_LIKELY, _UNLIKELY = 0.8, 0.5

# What a result belongs to: the numbers and the goal.
Subject = tuple[Forecast, Goal]


class Outlook:
    """Remembers the last result; a newer subject stops the drawing of an older one."""

    changed = Signal()

    def __init__(self, desk: Desk, choice: Choice, background: Background) -> None:
        self._desk = desk
        self._choice = choice
        self._background = background
        self._known: tuple[Subject, Risk | Problem] | None = None
        self._running: Subject | None = None
        self._is_stopped = False
        self._done = 0.0

    def look(self) -> None:
        """Draw for what is shown now, unless that is known or under way."""
        subject = self._subject()
        if subject is None or self._is_of(self._known and self._known[0], subject):
            return
        if self._running is not None:
            if not self._is_of(self._running, subject):
                self._background.cancel()
            return
        self._begin(subject)

    def stop(self) -> None:
        """Give the drawing up; it begins again when something changes."""
        self._is_stopped = True
        self._background.cancel()

    def picture(self) -> RiskPicture:
        """The result, or how far the drawing is."""
        subject = self._subject()
        if subject is None:
            return RiskPicture(caption=self._desk.say(text("Set a goal to see how likely it is.")))
        if self._known is None or not self._is_of(self._known[0], subject):
            return RiskPicture(done=self._done if self._running is not None else None,
                               caption=self._desk.say(self._waiting()))  # fmt: skip
        found = self._known[1]
        if isinstance(found, Problem):
            return RiskPicture(NOTHING, caption=self._desk.say(found.reason))
        return self._shown(found, subject[1])

    def _waiting(self) -> Text:
        return text("Stopped") if self._is_stopped else text("Drawing futures…")

    def _begin(self, subject: Subject) -> None:
        forecast, goal = subject
        self._running, self._done, self._is_stopped = subject, 0.0, False
        results: list[Risk | Problem] = []

        def work(control: Control) -> Outcome:
            sampling = Sampling(SAMPLES, 1, control.report, control.is_cancelled)
            found = simulate(forecast, goal.metric, goal.value, goal.period, sampling)
            if found is None:
                return Stopped()
            results.append(found)
            return Done()

        def on_end(outcome: Outcome) -> None:
            self._running = None
            if isinstance(outcome, Done) and results:
                self._known = (subject, results[0])
            # What failed once would fail again and again.
            self._is_stopped = self._is_stopped or isinstance(outcome, Failed)
            if not self._is_stopped:
                self.look()
            self.changed.emit()

        self._background.run(work, self._on_progress, on_end)

    def _on_progress(self, progress: Progress) -> None:
        self._done = progress.done / max(progress.total, 1)
        self.changed.emit()

    def _subject(self) -> Subject | None:
        goal = self._choice.goal
        return None if goal is None else (self._choice.numbers().chosen, goal)

    @staticmethod
    def _is_of(known: Subject | None, subject: Subject) -> bool:
        return known is not None and known[0] is subject[0] and known[1] == subject[1]

    def _shown(self, risk: Risk, goal: Goal) -> RiskPicture:
        say, language = self._desk.say, self._desk.language
        inputs = len(risk.correlations)
        if not inputs:
            return RiskPicture(
                NOTHING,
                caption=say(_CERTAIN),
                doubts="\n".join(say(doubt) for doubt in risk.doubts),
            )
        spread = text(
            "In eight futures of ten from {low} to {high}",
            low=self._said(risk.p10, goal), high=self._said(risk.p90, goal),
        )  # fmt: skip
        caption = plural(
            "{samples} futures from the range of {n} input",
            "{samples} futures from the ranges of {n} inputs",
            inputs, samples=risk.samples,
        )  # fmt: skip
        return RiskPicture(
            language.percent(round(risk.probability or 0.0, 2)),
            _tone(risk.probability or 0.0),
            say(caption),
            say(spread),
            say(text("Most of it comes from: {inputs}", inputs=self._causes(risk))),
            "\n".join(say(doubt) for doubt in risk.doubts),
            self._chart(risk, goal),
        )

    def _causes(self, risk: Risk) -> Text:
        project, language = self._desk.project, self._desk.language
        named = [
            verbatim(f"{project.metric(key).name} ({language.number(abs(value), 2)})")
            for key, value in risk.correlations[:_CAUSES]
        ]
        return joined(named)

    def _chart(self, risk: Risk, goal: Goal) -> DensityPicture:
        say = self._desk.say
        edges = risk.shape.edges
        median = self._said(risk.p50, goal)
        return DensityPicture(
            edges,
            risk.shape.heights,
            Level(goal.value, say(text("goal {value}", value=self._said(goal.value, goal)))),
            Level(risk.p50, say(text("median {value}", value=median))),
            Level(risk.p10, f"P10 {self._said(risk.p10, goal)}"),
            Level(risk.p90, f"P90 {self._said(risk.p90, goal)}"),
            self._said(edges[0], goal),
            self._said(edges[-1], goal),
        )

    def _said(self, value: float, goal: Goal) -> str:
        project = self._desk.project
        metric = project.metric(goal.metric)
        return shown_value(metric, value, project, self._desk.language, compact=True)


def _tone(probability: float) -> Tone:
    if probability >= _LIKELY:
        return "good"
    return "warn" if probability >= _UNLIKELY else "bad"


_CERTAIN = text(
    "No input beneath the goal has a range, so nothing is uncertain. Give inputs a low and a high "
    "value, each passed in one case of ten only, in the inspector of the metric."
)
