"""Shared revenue as bars, all rules side by side, and what follows for KPIs."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.base.texts import Figure, Text, plural, text
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.credit import Credit
from workbench.planning.credit_rules import By, CreditModel
from workbench.planning.credit_targets import CreditTarget, CreditTargets, credit_targets
from workbench.planning.forecast import Forecast
from workbench.presenters.charts import ShareRow, SharesPicture
from workbench.presenters.desk import Desk
from workbench.presenters.measures import NOTHING, PERIODS, amount, shown_value
from workbench.presenters.plan.credit.picture import Grid, Shares, TargetsPicture
from workbench.presenters.plan.credit.words import (
    NOT_CREDITED,
    ONE_OF,
    SHORT,
    name_of,
    remainders,
)

Models = Mapping[CreditModel, Credit | Problem]
_MOST_NAMES = 4


class Results:
    """Says numbers of credit in the language of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def shares(self, found: Credit | Problem) -> Shares:
        """Bars of one rule, the largest first, and why the rest is not credited."""
        if isinstance(found, Problem):
            return Shares(notes=(self._say(found.reason),))
        ordered = sorted(found.shares, key=lambda key: -found.shares[key])
        bars = SharesPicture(tuple(self._bar(found, key) for key in ordered))
        notes = tuple(self._remainder(found, why, money) for why, money in remainders(found))
        return Shares(bars, self._money(found.total), notes)

    def comparison(self, every: Models, by: By, chosen: CreditModel) -> Grid:
        """A row a channel, role or stage; a column a rule; a last row for what is not credited."""
        credits = [one for one in every.values() if isinstance(one, Credit)]
        project = self._desk.project
        keys = list(credits[0].shares) if credits else []
        names = [name_of(project, by, key) for key in keys]
        has_rest = any(one.not_credited for one in credits)
        names += [self._say(NOT_CREDITED)] * has_rest
        cells = [[_money_of(one, at, keys) for one in every.values()] for at in range(len(names))]
        return Grid(
            (self._say(ONE_OF[by]), *(self._say(SHORT[model]) for model in every)),
            self._named(names, [[self._percent(*cell) for cell in row] for row in cells]),
            self._named(names, [[self._amount(*cell) for cell in row] for row in cells]),
            marked=1 + list(every).index(chosen),
            faint=frozenset({len(names) - 1}) if has_rest else frozenset(),
        )

    def targets(
        self, forecast: Forecast, goal: Goal | None, found: Credit | Problem
    ) -> TargetsPicture:
        """What the goal asks of each KPI of what is credited."""
        if isinstance(found, Problem):
            return TargetsPicture(self._say(found.reason))
        if goal is None:
            return TargetsPicture(
                self._say(text("Without a goal there is nothing to divide by credit."))
            )
        answer = credit_targets(forecast, goal, found)
        if isinstance(answer, Problem):
            why = text("Targets cannot be said: {reason}", reason=answer.reason)
            return TargetsPicture(self._say(why))
        return self._targets(answer, found)

    def _targets(self, answer: CreditTargets, found: Credit) -> TargetsPicture:
        rows = _without_repeats([self._target(one, found) for one in answer.targets])
        notes = (self._idle(answer.idle, found.by),) if answer.idle else ()
        heads = self._heads(found.by)
        last = len(heads) - 1
        grid = Grid(heads, rows, numbers_from=last - 2, wide=1, marked=last) if rows else Grid()
        return TargetsPicture(self._intro(answer), grid, notes)

    def _heads(self, by: By) -> tuple[str, ...]:
        """Of a role the column with roles is the first one."""
        roles = () if by == "role" else (text("Role"),)
        numbers = (text("Period"), text("Forecast"), text("Plan"), text("By credit"))
        return tuple(self._say(words) for words in (ONE_OF[by], text("KPI"), *roles, *numbers))

    def _intro(self, answer: CreditTargets) -> str:
        project = self._desk.project
        metric = project.metric(answer.goal.metric)
        if not answer.gap:
            return self._say(
                text("The plan reaches the goal “{metric}”: nothing more is asked of anybody.",
                     metric=metric.name)
            )  # fmt: skip
        gap = shown_value(metric, abs(answer.gap), project, self._desk.language)
        return self._say(
            text(
                "To the goal “{metric}” {gap} is missing. It is divided by credit; each KPI makes "
                "its part up at what one more of its metric brings in the model.",
                metric=metric.name,
                gap=gap,
            )
        )

    def _target(self, one: CreditTarget, found: Credit) -> tuple[str, ...]:
        project, kpi = self._project, one.kpi
        metric = project.metric(kpi.metric)
        roles = () if found.by == "role" else (project.role(kpi.role).name,)
        adds_up = metric.over_time == "sum"
        period = self._say(PERIODS[kpi.period or "month"]) if adds_up else NOTHING
        target = one.target
        wanted = self._say(target.reason) if isinstance(target, Problem) else None
        return (
            name_of(project, found.by, one.key), metric.name, *roles, period,
            self._value(kpi, one.now), self._value(kpi, kpi.plan),
            wanted if wanted is not None else self._value(kpi, target),
        )  # fmt: skip

    def _value(self, kpi: Kpi, value: Result | None) -> str:
        project = self._desk.project
        return shown_value(project.metric(kpi.metric), value, project, self._desk.language)

    def _idle(self, keys: tuple[Key, ...], by: By) -> str:
        names = [name_of(self._desk.project, by, key) for key in keys]
        return self._say(
            plural(
                "{names} is credited, but no KPI of it moves the goal: its part is not asked of "
                "anybody.",
                "{names} are credited, but no KPI of them moves the goal: their parts are not "
                "asked of anybody.",
                len(names),
                names=", ".join(names[:_MOST_NAMES] + ["…"] * (len(names) > _MOST_NAMES)),
            )
        )

    def _bar(self, found: Credit, key: Key) -> ShareRow:
        money, whole = found.shares[key], found.total
        share = money / whole if whole else 0.0
        project = self._desk.project
        color = project.role(key).color if found.by == "role" else ""
        words = f"{self._money(money)} · {self._desk.language.percent(share)}"
        return ShareRow(name_of(project, found.by, key), words, share, color)

    def _remainder(self, found: Credit, why: Text, money: float) -> str:
        share = Figure(money / found.total, "percent")
        return self._say(
            text("{money} ({share}) is not credited: {why}.", money=self._money(money),
                 share=share, why=why)
        )  # fmt: skip

    def _named(self, names: list[str], cells: list[list[str]]) -> tuple[tuple[str, ...], ...]:
        return tuple((name, *row) for name, row in zip(names, cells, strict=True))

    def _percent(self, money: float | None, whole: float) -> str:
        if money is None or not whole:
            return NOTHING
        return self._desk.language.percent(round(money / whole, 3))

    def _amount(self, money: float | None, _whole: float) -> str:
        return NOTHING if money is None else self._money(money)

    def _money(self, money: float) -> str:
        return amount(money, self._project.client.currency, self._desk.language)

    @property
    def _project(self) -> Project:
        return self._desk.project

    def _say(self, words: Text) -> str:
        return self._desk.say(words)


def _money_of(found: Credit | Problem, at: int, keys: list[Key]) -> tuple[float | None, float]:
    """What a key gets, after the last one what is not credited; and the total."""
    if isinstance(found, Problem):
        return None, 0.0
    money = found.shares.get(keys[at], 0.0) if at < len(keys) else found.not_credited
    return money, found.total


def _without_repeats(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Rows of which each names its first cell only where it is another than above."""
    above = ["", *(row[0] for row in rows)]
    return tuple(
        ("" if row[0] == before else row[0], *row[1:])
        for row, before in zip(rows, above, strict=False)
    )
