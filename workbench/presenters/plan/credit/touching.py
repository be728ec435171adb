"""The touches of one journey in order, with what a rule gives each and why others count not."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.plan import Journey, Touch
from workbench.document.project import Project
from workbench.planning.credit_rules import BY, By, Rule, named, portions, timely
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.measures import NOTHING
from workbench.presenters.plan.credit.words import name_of

_NAMES_NONE: dict[By, Text] = {
    "channel": text("names no channel"),
    "role": text("names no role"),
    "stage": text("names no stage"),
}


@dataclass(frozen=True)
class Credited:
    """A touch and its part of the deal; None where it does not count."""

    touch: Touch
    part: float | None


def credited(journey: Journey, by: By, rule: Rule) -> tuple[Credited, ...]:
    """All touches by date, those after the closing too."""
    counting = named(timely(journey), by)
    parts = iter(portions(counting, journey.closed, rule) if rule.fault is None else ())
    ordered = sorted(journey.touches, key=lambda touch: touch.date)
    return tuple(
        Credited(touch, next(parts, None) if _counts(touch, journey, by) else None)
        for touch in ordered
    )


def _counts(touch: Touch, journey: Journey, by: By) -> bool:
    return touch.date <= journey.closed and getattr(touch, by) is not None


@dataclass(frozen=True)
class TouchWords:
    """Says touches of a project in a language."""

    project: Project
    language: Language
    by: By

    def chip(self, one: Credited) -> Chip:
        """What the touch names, in the colour of its role where roles are asked for."""
        words = self._named(one.touch, self.by)
        is_role = self.by == "role" and one.touch.role is not None
        color = self.project.role(str(one.touch.role)).color if is_role else ""
        return Chip("", words or NOTHING, color, dashed=one.part is None)

    def line(self, one: Credited, journey: Journey) -> str:
        """The day, everything it names, and its part."""
        names = (self._named(one.touch, by) for by in BY)
        words = [self.language.date(one.touch.date), *(name for name in names if name)]
        return " · ".join([*words, self.part(one, journey)])

    def part(self, one: Credited, journey: Journey) -> str:
        """Its part of the deal, or why it has none."""
        if one.part is not None:
            return self.language.percent(one.part)
        if one.touch.date > journey.closed:
            return self.language.say(text("after the closing"))
        return self.language.say(_NAMES_NONE[self.by])

    def _named(self, touch: Touch, by: By) -> str:
        key = getattr(touch, by)
        return name_of(self.project, by, key) if key is not None else ""
