"""Plan against fact of one metric in one month, ready to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import Text, joined, plural, text, verbatim
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.forecast import Forecast
from workbench.planning.variance import Part, Variance
from workbench.presenters.actuals.difference.picture import DifferencePicture
from workbench.presenters.charts import (
    TornadoPicture,
    TornadoRow,
    WaterfallPicture,
    WaterfallRow,
)
from workbench.presenters.measures import shown_value, sign_of, signed_percent
from workbench.presenters.scale import cut
from workbench.presenters.tones import Tone

_NAMED = 3  # factors that the sentence names
_MOST = 10  # bars between plan and fact; the weakest are one bar together
_DUST = 1e-9
_PLACES = 3  # a tenth of a per cent


@dataclass(frozen=True)
class Difference:
    """A variance with everything that its words need."""

    found: Variance
    plan: Forecast
    language: Language

    @property
    def project(self) -> Project:
        """The project both are of."""
        return self.plan.project

    @property
    def metric(self) -> Metric:
        """The metric that is explained."""
        return self.project.metric(self.found.metric)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What can be seen of the difference, the largest first."""
        least = _DUST * max(abs(self.found.plan), abs(self.found.fact))
        return tuple(part for part in self.found.parts if abs(part.part) > least)

    def picture(self) -> DifferencePicture:
        """Numbers, sentence, bars and notes."""
        found, say = self.found, self.language.say
        return DifferencePicture(
            self.said(found.plan),
            self.said(found.fact),
            say(_TYPED if self._is_entered(found.metric) else _COMPUTED),
            self.signed(found.difference),
            "" if self._is_bare else self.share(found.difference),
            self._tone(),
            say(self._sentence()),
            self._factors(),
            self._owners(),
            tuple(say(note) for note in self._notes()),
        )

    def said(self, value: float) -> str:
        """A value of the metric in short."""
        return shown_value(self.metric, value, self.project, self.language, compact=True)

    def signed(self, value: float) -> str:
        """A difference with its sign; of shares in points."""
        if self.metric.is_share:
            return self._points(value)
        return sign_of(value) + self.said(abs(value))

    def share(self, value: float) -> str:
        """A part of the difference as per cent of the plan; of shares in points."""
        if self._is_bare:
            return self.signed(value)
        share = value / abs(self.found.plan)
        return signed_percent(round(share, _PLACES) or round(share, 6), self.language)

    @property
    def _is_bare(self) -> bool:
        """Whether per cent of the plan would say nothing, or be taken for points."""
        return self.metric.is_share or self.found.plan == 0

    def _points(self, value: float) -> str:
        points = self.language.number(abs(value) * 100)
        return self.language.say(text("{sign}{points} pp", sign=sign_of(value), points=points))

    def _tone(self) -> Tone:
        change = self.found.difference
        scale = max(abs(self.found.plan), abs(self.found.fact))
        if abs(change) <= _DUST * scale or self.metric.better == "within":
            return ""
        return "good" if (change > 0) == (self.metric.better == "higher") else "bad"

    def _sentence(self) -> Text:
        parts = self.parts
        if not parts:
            return text("As planned: the fact is the plan.")
        told = [verbatim(f"{self._named(part)} {self.share(part.part)}") for part in parts[:_NAMED]]
        rest = parts[_NAMED:]
        if len(rest) == 1:
            told.append(verbatim(f"{self._named(rest[0])} {self.share(rest[0].part)}"))
        elif rest:
            told.append(text("the rest together {share}", share=self.share(_sum(rest))))
        return text("{share}: {parts}", share=self.share(self.found.difference),
                    parts=joined(told))  # fmt: skip

    def _named(self, part: Part) -> str:
        """A factor with its owner, if it has one."""
        name = self.project.metric(part.metric).name
        return f"{name} ({self.project.role(part.owner).name})" if part.owner else name

    def _factors(self) -> WaterfallPicture:
        found, say = self.found, self.language.say
        rows = [self._total(say(text("Plan")), found.plan)]
        strong, weak = self._split()
        for part in strong:
            rows.append(self._step(part, rows[-1].end))
        if weak:
            rows.append(self._rest(weak, rows[-1].end))
        rows.append(self._total(say(text("Fact")), found.fact))
        return WaterfallPicture(tuple(rows), cut(rows))

    def _split(self) -> tuple[Sequence[Part], Sequence[Part]]:
        parts = self.parts
        return (parts, ()) if len(parts) <= _MOST else (parts[: _MOST - 1], parts[_MOST - 1 :])

    def _total(self, name: str, value: float) -> WaterfallRow:
        return WaterfallRow(name, self.said(value), 0.0, value, total=True)

    def _step(self, part: Part, start: float) -> WaterfallRow:
        metric = self.project.metric(part.metric)
        plan, fact = (
            shown_value(metric, end, self.project, self.language) for end in (part.plan, part.fact)
        )
        tip = text(
            "{name}: plan {plan}, fact {fact}. It made {part} of the difference ({share} of the "
            "plan). Whose it is: {owner}",
            name=metric.name, plan=plan, fact=fact, part=self.signed(part.part),
            share=self.share(part.part), owner=self._owner(part.owner),
        )  # fmt: skip
        return WaterfallRow(
            metric.name, self.signed(part.part), start, start + part.part,
            self._color(part.owner), self.language.say(tip), metric.key,
        )  # fmt: skip

    def _rest(self, parts: Sequence[Part], start: float) -> WaterfallRow:
        value = _sum(parts)
        names = ", ".join(self._named(part) for part in parts)
        name = self.language.say(text("The rest ({n})", n=len(parts)))
        return WaterfallRow(name, self.signed(value), start, start + value, "muted", names)

    def _owners(self) -> TornadoPicture:
        parts = sorted(self.found.by_owner.items(), key=lambda item: -abs(item[1]))
        shown = [(owner, part) for owner, part in parts if self._is_seen(part)]
        return TornadoPicture(tuple(self._of_owner(*each) for each in shown))

    def _of_owner(self, owner: Key | None, part: float) -> TornadoRow:
        value = self.signed(part)
        if not self._is_bare:
            value = f"{value} ({self.share(part)})"
        names = [one for one in self.parts if one.owner == owner]
        tip = ", ".join(
            f"{self.project.metric(one.metric).name} {self.share(one.part)}" for one in names
        )
        name = self.language.say(self._owner(owner))
        return TornadoRow("", name, value, 0.0, part, self._color(owner), f"{name}: {tip}")

    def _is_seen(self, part: float) -> bool:
        return abs(part) > _DUST * max(abs(self.found.plan), abs(self.found.fact))

    def _owner(self, owner: Key | None) -> Text:
        return verbatim(self.project.role(owner).name) if owner else text("nobody's")

    def _color(self, owner: Key | None) -> str:
        return self.project.role(owner).color if owner else "muted"

    def _notes(self) -> list[Text]:
        own = [part for part in self.parts if self.plan.is_computed(part.metric)]
        deduced = [part for part in self.parts if self._is_deduced(part)]
        notes = []
        if not self._is_entered(self.found.metric):
            notes.append(text(
                "“{name}” was not typed in: its formula makes it of the actuals beneath it, and of "
                "the plan where there are none.", name=self.metric.name))  # fmt: skip
        if own:
            notes.append(text(
                "{names}: its actual is not what its formula makes of the actuals beneath it; "
                "that remainder is a factor of its own.", names=self._names(own)))  # fmt: skip
        if deduced:
            notes.append(text(
                "{names}: not typed in, but deduced from the actuals of the stages on both sides.",
                names=self._names(deduced)))  # fmt: skip
        return notes

    def _names(self, parts: Sequence[Part]) -> Text:
        told = [
            text("“{name}”", name=self.project.metric(part.metric).name) for part in parts[:_NAMED]
        ]
        rest = len(parts) - _NAMED
        if rest <= 0:
            return joined(told)
        return plural("{names} and {n} more", "{names} and {n} more", rest, names=joined(told))

    def _is_deduced(self, part: Part) -> bool:
        metric = self.project.metric(part.metric)
        is_input = not self.plan.is_computed(part.metric)
        return is_input and part.plan != part.fact and not self._is_entered(metric.key)

    def _is_entered(self, metric: Key) -> bool:
        month = self.project.calendar.month(self.found.month)
        return any((a.metric, a.month) == (metric, month) for a in self.project.actuals)


def _sum(parts: Sequence[Part]) -> float:
    return sum(part.part for part in parts)


_TYPED = text("Fact, typed in")
_COMPUTED = text("Fact, computed")
