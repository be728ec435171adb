"""The funnel of a month as bars with what was made of each stage between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.router import Route, Router, Step
from workbench.presenters.actuals.judging import VERDICTS, completion, told_share, tone_of
from workbench.presenters.charts import FunnelArrow, FunnelPicture, FunnelStage
from workbench.presenters.measures import NOTHING, shown_value
from workbench.presenters.tones import Tone

_LEAST, _MOST = 0.3, 0.8  # of the room: the shortest and the longest plan bar
_LONGEST = 1.0


@dataclass(frozen=True)
class FunnelDrawing:
    """A route with everything that its words need."""

    router: Router
    route: Route
    language: Language

    @property
    def project(self) -> Project:
        """The project the funnel is of."""
        return self.router.plan.project

    def picture(self) -> FunnelPicture:
        """Every stage, with the ways into it."""
        return FunnelPicture(
            tuple(self._stage(stage) for stage in self.router.stages.order),
            self._say(text("Plan")),
            self._say(text("Fact")),
        )

    def _stage(self, key: Key) -> FunnelStage:
        metric = self.project.metric(key)
        plan, fact = self.router.planned(key), self.router.known.value(key)
        width = self._width(plan)
        first = self.route.first
        leak = first is not None and first.metric == key
        return FunnelStage(
            key,
            metric.name,
            self._against(metric, plan, fact),
            width,
            None if fact is None or not plan else min(_LONGEST, max(0.0, width * fact / plan)),
            self._tone(metric, plan, fact),
            self._say(_LEAK) if leak else "",
            self._tip(metric, plan, fact),
            tuple(
                self._arrow(inflow.conversion) if inflow.conversion else self._whole(inflow.before)
                for inflow in self.router.stages.into[key]
            ),
        )

    def _arrow(self, key: Key) -> FunnelArrow:
        metric = self.project.metric(key)
        plan, fact = self.router.planned(key), self.router.known.value(key)
        roles = [self.project.role(role) for role in self.router.roles_of(key)]
        first = self.route.first
        return FunnelArrow(
            key,
            metric.name,
            self._against(metric, plan, fact),
            roles[0].name if roles else self._say(text("nobody's")),
            roles[0].color if roles else "",
            self._tone(metric, plan, fact),
            self._say(_LEAK) if first is not None and _is_in(key, first) else "",
            self._tip(metric, plan, fact),
        )

    def _whole(self, before: Key) -> FunnelArrow:
        """What flows in as it is."""
        name = self.project.metric(before).name
        return FunnelArrow(before, self._say(text("all of “{name}”", name=name)), "")

    def _width(self, plan: float | None) -> float:
        """Longer for more, but by the logarithm: deals would be a dot beside visits."""
        if plan is None or plan <= 0:
            return _LEAST
        low, high = self._ends
        part = log(plan / low) / log(high / low) if high > low else 1.0
        return _LEAST + (_MOST - _LEAST) * part

    @cached_property
    def _ends(self) -> tuple[float, float]:
        plans = [self.router.planned(stage) for stage in self.router.stages.order]
        known = [plan for plan in plans if plan is not None and plan > 0]
        return min(known, default=1.0), max(known, default=1.0)

    def _against(self, metric: Metric, plan: float | None, fact: float | None) -> str:
        """Fact of plan, with the completion of a volume."""
        planned = self._shown(metric, plan)
        if fact is None:
            return self._say(text("plan {plan}", plan=planned))
        said = text("{fact} of {plan}", fact=self._shown(metric, fact), plan=planned)
        share = None if plan is None else completion(metric, plan, fact)
        if share is None:
            return self._say(said)
        done = told_share(share, self._tone(metric, plan, fact), self.language)
        return self._say(text("{values} · {share}", values=said, share=done))

    def _tip(self, metric: Metric, plan: float | None, fact: float | None) -> str:
        lines = [metric.name, self._say(text("plan {plan}", plan=self._shown(metric, plan)))]
        if fact is None:
            lines.append(self._say(text("nobody counted it in this month")))
            return "\n".join(lines)
        lines.append(self._say(text("fact {fact}", fact=self._shown(metric, fact))))
        tone = self._tone(metric, plan, fact)
        lines += [self._say(VERDICTS[tone])] if tone in VERDICTS else []
        if not self.router.known.is_entered(metric.key):
            lines.append(self._say(text("not typed in: it follows from other actuals")))
        return "\n".join(lines)

    def _tone(self, metric: Metric, plan: float | None, fact: float | None) -> Tone:
        return "" if plan is None or fact is None else tone_of(metric, plan, fact)

    def _shown(self, metric: Metric, value: float | None) -> str:
        if value is None:
            return NOTHING
        return shown_value(metric, value, self.project, self.language, compact=True)

    def _say(self, words: Text) -> str:
        return self.language.say(words)


def _is_in(conversion: Key, step: Step) -> bool:
    return conversion in step.conversions


_LEAK = text("the most is lost here")
