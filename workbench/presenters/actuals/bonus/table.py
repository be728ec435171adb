"""The bonus of a month as a table: roles with their KPIs below them, and the sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.base.texts import Text, joined, text
from workbench.formula.values import Problem, Result
from workbench.planning.pay import KpiPay, RolePay, sum_of, times
from workbench.presenters.measures import currency_sign, shown_value
from workbench.presenters.plan.facts import Fact, Facts, Head
from workbench.presenters.plan.pay.picture import Cell
from workbench.presenters.plan.pay.words import Words
from workbench.presenters.tones import Tone

_INDENT = "\u2003"
_NEARLY = 0.8 - 1e-9
# Colour alone says nothing to some.
_SIGNS: dict[Tone, str] = {"good": "✓", "warn": "!", "bad": "✗"}


@dataclass(frozen=True)
class BonusTable:
    """What each role earned, with its words."""

    earned: Sequence[RolePay]
    words: Words

    def facts(self) -> Facts:
        """A row a role, below it a row a KPI, the sum at the end."""
        return Facts(self._heads(), tuple(self._rows()))

    def missing(self) -> str:
        """Which KPIs have no number yet, by role."""
        told = [
            text("{role}: {kpis}", role=one.role.name, kpis=self._without(one))
            for one in self.earned
            if any(isinstance(part.amount, Problem) for part in one.kpis)
        ]
        if not told:
            return ""
        return self.words.say(text("Still missing: {parts}.", parts=joined(told, "; ")))

    def _without(self, one: RolePay) -> Text:
        return joined([
            self._named(part, part.amount) for part in one.kpis if isinstance(part.amount, Problem)
        ])  # fmt: skip

    def _named(self, part: KpiPay, problem: Problem) -> Text:
        name = self.words.project.metric(part.kpi.metric).name
        if part.fact is None:
            return text("“{name}”", name=name)
        return text("“{name}” ({reason})", name=name, reason=problem.reason)

    def _heads(self) -> tuple[Head, ...]:
        say, sign = self.words.say, currency_sign(self.words.project.client.currency)
        one, everybody = say(text("Bonus of one")), say(text("Of everybody"))
        money = f", {sign}" if sign else ""
        return (
            Head(say(text("Role, KPI")), left=True), Head(say(text("Weight"))),
            Head(say(text("Plan"))), Head(say(text("Fact"))), Head(say(text("Completion"))),
            Head(say(text("Payout"))), Head(f"{one}{money}"), Head(f"{everybody}{money}"),
        )  # fmt: skip

    def _rows(self) -> Iterator[tuple[Fact, ...]]:
        for one in self.earned:
            yield self._role(one)
            for part in one.kpis:
                yield self._kpi(part)
        if len(self.earned) > 1:
            yield self._sum()

    def _role(self, one: RolePay) -> tuple[Fact, ...]:
        words, role = self.words, one.role
        people = words.say(text("people: {n}", n=words.language.number(role.people)))
        return (
            Fact(role.name, strong=True, color=role.color, tip=people),
            Fact(), Fact(), Fact(), Fact(),
            _fact(words.share(one.total), strong=True),
            self._at_least(one.amount, [part.amount for part in one.kpis]),
            self._at_least(times(one.amount, role.people), _of_everybody(one), people),
        )  # fmt: skip

    def _at_least(self, whole: Result, parts: Sequence[Result], tip: str = "") -> Fact:
        """An amount; where a part is missing, what is sure of it: no KPI pays less than nothing."""
        known = [part for part in parts if not isinstance(part, Problem)]
        if not isinstance(whole, Problem) or not known:
            return _fact(self.words.money(whole), strong=True, tip=tip)
        sure = self.words.money(sum_of(known))
        words = self.words.say(text("from {amount}", amount=sure.words))
        return Fact(words, strong=True, tip=self.words.money(whole).tip, muted=True)

    def _kpi(self, part: KpiPay) -> tuple[Fact, ...]:
        words, metric = self.words, self.words.project.metric(part.kpi.metric)
        plan = shown_value(metric, part.kpi.plan, words.project, words.language, compact=True)
        fact = shown_value(metric, part.fact, words.project, words.language, compact=True)
        return (
            Fact(f"{_INDENT}{metric.name}", tip=metric.name),
            Fact(words.language.percent(part.kpi.weight), muted=True),
            Fact(plan, muted=True),
            Fact(fact),
            self._completion(part.completion),
            _fact(words.share(part.payout)),
            _fact(words.money(part.amount)),
            Fact(),
        )

    def _completion(self, done: Result) -> Fact:
        cell = self.words.share(done)
        if isinstance(done, Problem):
            return _fact(cell)
        tone: Tone = "good" if done >= 1 - 1e-9 else "warn" if done >= _NEARLY else "bad"
        return Fact(f"{_SIGNS[tone]} {cell.words}", tone, tip=cell.tip)

    def _sum(self) -> tuple[Fact, ...]:
        """The bonus of all people of all roles."""
        whole = sum_of(times(one.amount, one.role.people) for one in self.earned)
        parts = [part for one in self.earned for part in _of_everybody(one)]
        name = self.words.say(text("Together"))
        return (Fact(name, strong=True), *[Fact()] * 6, self._at_least(whole, parts))


def _of_everybody(one: RolePay) -> list[Result]:
    return [times(part.amount, one.role.people) for part in one.kpis]


def _fact(cell: Cell, *, strong: bool = False, tip: str = "") -> Fact:
    return Fact(cell.words, strong=strong, tip=cell.tip or tip, muted=cell.tone == "muted")
