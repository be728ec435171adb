"""Which step of the funnel to look at first, whose it is and why, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from workbench.base.languages import Language
from workbench.base.texts import MonthName, Text, joined, plural, text, verbatim
from workbench.document.value import Key
from workbench.planning.forecast import Forecast
from workbench.planning.known import Known
from workbench.planning.router import LEAST, Route, Step
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.measures import shown_value
from workbench.presenters.tones import Tone

_NAMED = 4
_STANDARDS = 3


@dataclass(frozen=True, slots=True)
class LookPicture:
    """The step with its evidence; `roles` are whose it is, `metric` what a click leads to."""

    heading: str
    lines: tuple[str, ...] = ()
    roles: tuple[Chip, ...] = ()
    metric: Key | None = None
    tone: Tone = ""


def look_first(found: Route, plan: Forecast, language: Language) -> LookPicture:
    """The step that lost most, or that none did, or that nothing is known yet."""
    return _Look(found, plan, language).picture()


@dataclass(frozen=True)
class _Look:
    found: Route
    plan: Forecast
    language: Language

    def picture(self) -> LookPicture:
        step = self.found.first
        if step is not None:
            return self._of(step)
        if self.found.steps:
            heading = text("Nothing to chase: every step that was counted is at its plan or above")
            return self._said(heading, [self._unknown()], tone="good")
        return self._said(text("No step of the funnel can be held against its plan yet"),
                          [self._unknown()])  # fmt: skip

    def _of(self, step: Step) -> LookPicture:
        roles = [*step.roles, *([step.shared_with] if step.shared_with else [])]
        name = self._names(step.conversions or (step.stage,))
        if roles:
            told = joined([verbatim(self.plan.project.role(role).name) for role in roles])
            heading = text("Look first at {step}: {roles}", step=name, roles=told)
        else:
            heading = text("Look first at {step}: nobody owns it", step=name)
        lines = [self._what(step), self._searched(step), self._standards(step), self._unknown()]
        chips = tuple(self._chip(role) for role in roles)
        return self._said(heading, lines, chips, step.metric, "bad")

    def _said(
        self, heading: Text, lines: Iterable[Text | None], roles: tuple[Chip, ...] = (),
        metric: Key | None = None, tone: Tone = "",
    ) -> LookPicture:  # fmt: skip
        say = self.language.say
        told = tuple(say(line) for line in lines if line is not None)
        return LookPicture(say(heading), told, roles, metric, tone)

    def _what(self, step: Step) -> Text:
        if step.before is None:
            said = _MORE if step.better == "lower" else _LESS
            return joined([text("{volume}.", volume=self._volume(step.stage)), said], " ")
        return joined([self._volumes(step, step.before), self._conversion(step)], " ")

    def _volumes(self, step: Step, before: Key) -> Text:
        ahead, after = self._volume(before), self._volume(step.stage)
        came = self._completion(before)
        if came is not None and came >= 1 - LEAST:
            return text("{before}, but {after}.", before=ahead, after=after)
        return text("{before}, and {after}.", before=ahead, after=after)

    def _conversion(self, step: Step) -> Text:
        metric = self.plan.project.metric(step.metric)
        fact, plan = (
            shown_value(metric, value, self.plan.project, self.language)
            for value in (step.fact, step.plan)
        )
        if step.before is not None and step.beside:
            return text(
                "{stage} ÷ {before}: {fact} instead of {plan}; what came from {beside} was not "
                "counted.", stage=self._names((step.stage,)), before=self._names((step.before,)),
                fact=fact, plan=plan, beside=self._names(step.beside),
            )  # fmt: skip
        if len(step.conversions) == 1:
            return text("{step}: {fact} instead of {plan}.", step=self._names(step.conversions),
                        fact=fact, plan=plan)  # fmt: skip
        return text("Together {fact} came through instead of {plan}; what lies between was not "
                    "counted.", fact=fact, plan=plan)  # fmt: skip

    def _volume(self, stage: Key) -> Text:
        """A stage with fact, plan and completion, as far as they are known."""
        project, metric = self.plan.project, self.plan.project.metric(stage)
        plan, fact = self.plan.values[stage][self.found.month], self._fact(stage)
        done = self._completion(stage)
        if done is None:
            return text("“{name}” was not counted", name=metric.name)
        return text(
            "“{name}” – {fact} of {plan} planned ({share})", name=metric.name,
            fact=shown_value(metric, fact, project, self.language, compact=True),
            plan=shown_value(metric, plan, project, self.language, compact=True),
            share=self.language.percent(round(done, 2)),
        )  # fmt: skip

    def _completion(self, stage: Key) -> float | None:
        plan, fact = self.plan.values[stage][self.found.month], self._fact(stage)
        if fact is None or not isinstance(plan, float) or plan <= 0:
            return None
        return fact / plan

    def _fact(self, stage: Key) -> float | None:
        return self._known.value(stage)

    @cached_property
    def _known(self) -> Known:
        return Known(self.plan, self.found.month)

    def _searched(self, step: Step) -> Text | None:
        if not step.channels:
            return None
        named = {channel.key: channel.name for channel in self.plan.project.channels}
        channels = joined([text("“{name}”", name=named[key]) for key in step.channels])
        return text(
            "Channels still searched for: {channels}. Nobody knows yet whether their leads or the "
            "answers to them are bad, so marketing answers for it too.", channels=channels,
        )  # fmt: skip

    def _standards(self, step: Step) -> Text | None:
        """What the owner agreed to: the first thing to be checked."""
        kpis = [self.plan.project.kpi_by_place.get((key, role))
                for key in (*step.conversions, step.stage) for role in step.roles]  # fmt: skip
        found = [line for kpi in kpis if kpi is not None for line in kpi.standards]
        if not found:
            return None
        return text("Check the standards: {standards}.",
                    standards="; ".join(found[:_STANDARDS]))  # fmt: skip

    def _unknown(self) -> Text | None:
        if not self.found.unknown:
            return None
        month = MonthName(self.plan.project.calendar.month(self.found.month))
        return text("Not counted in {month}: {stages}.", month=month,
                    stages=self._names(self.found.unknown))  # fmt: skip

    def _names(self, keys: tuple[Key, ...]) -> Text:
        shown = [text("“{name}”", name=self.plan.project.metric(key).name) for key in keys[:_NAMED]]
        rest = len(keys) - _NAMED
        if rest <= 0:
            return joined(shown)
        return plural("{names} and {n} more", "{names} and {n} more", rest, names=joined(shown))

    def _chip(self, role: Key) -> Chip:
        found = self.plan.project.role(role)
        return Chip(role, found.name, found.color)


_LESS = text("Less came in here than planned, and it weighs more than what any other step lost.")
_MORE = text(
    "That is more than planned where less is better, and it weighs more than what any other step "
    "lost."
)
