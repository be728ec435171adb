"""The rule that is chosen, as the tab keeps it; a project does not hold it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from workbench.base.texts import Text, text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.credit_rules import BY, MODELS, By, Rule
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.plan.credit import words
from workbench.presenters.plan.credit.picture import RulePicture

Weight = Literal["first", "middle", "last"]
NO_STAGE = text("the middle touch")


class Rules:
    """What the person has chosen; a key stage that is gone is no longer meant."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rule = Rule()
        self.by: By = "channel"

    @property
    def rule(self) -> Rule:
        """The rule for the project as it is now."""
        if self._rule.key_stage in self._desk.project.metric_by_key:
            return self._rule
        return replace(self._rule, key_stage=None)

    def choose_model(self, model: str) -> None:
        """Share by another rule."""
        self._rule = replace(self._rule, model=next(one for one in MODELS if one == model))

    def choose_by(self, by: str) -> None:
        """Ask the touches for something else."""
        self.by = next(one for one in BY if one == by)

    def set_half_life(self, days: float | None) -> Text | None:
        """Another half-life; what none can be is answered with a sentence and changes nothing."""
        return self._take(replace(self._rule, half_life=days if days is not None else 0.0))

    def set_weight(self, which: Weight, weight: float | None) -> Text | None:
        """Another weight of one's own; an emptied field is none at all."""
        weights = replace(self._rule.weights, **{which: weight or 0.0})
        return self._take(replace(self._rule, weights=weights))

    def choose_stage(self, key: Key) -> None:
        """Another key stage, or none."""
        self._rule = replace(self._rule, key_stage=key or None)

    def picture(self) -> RulePicture:
        """The choices and the fields that the rule needs."""
        say, rule = self._desk.say, self.rule
        return RulePicture(
            models=tuple(Option(one, say(words.MODELS[one])) for one in MODELS),
            model=rule.model,
            dimensions=tuple(Option(one, say(words.BY[one])) for one in BY),
            by=self.by,
            about=say(words.RULES[rule.model]),
            half_life=rule.half_life if rule.model == "time_decay" else None,
            weights=rule.weights.all if rule.model == "own" else None,
            stages=self._stages() if rule.model == "w" else None,
            key_stage=rule.key_stage or "",
        )

    def _take(self, rule: Rule) -> Text | None:
        if rule.fault is None:
            self._rule = rule
        return rule.fault

    def _stages(self) -> tuple[Option, ...]:
        none = Option("", self._desk.say(NO_STAGE))
        return (none, *stage_options(self._desk.project))


def stage_options(project: Project) -> tuple[Option, ...]:
    """The stages of the funnel, and other metrics that touches name."""
    named = {touch.stage for journey in project.journeys for touch in journey.touches}
    return tuple(
        Option(one.key, one.name)
        for one in project.metrics
        if one.kind == "stage" or one.key in named
    )
