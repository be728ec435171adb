"""Revenue shared over channels, roles or stages by the touches of the journeys to closed deals.

The total is Σ value × count, rounded to cents once. What each key gets is added up unrounded and
then brought to cents by the largest remainder, so that all parts and what is not credited add up to
the total exactly and the order of journeys never matters. Not credited are journeys without a touch
up to the day of closing, and journeys whose touches do not name what is asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from workbench.base.texts import text
from workbench.document.plan import Journey
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.credit_rules import MODELS, By, CreditModel, Rule, named, portions, timely

# Remainders closer than this part of a cent are equal; the earlier key gets the cent then.
_DIGITS = 6
_LIMIT = 1e15  # as in fields: beyond it a number holds no cents


@dataclass(frozen=True, slots=True)
class Credit:
    """Money by key in the order of the project; `shares` and what is not credited are `total`.

    A key that a touch names stands there even where the rule gives it nothing.
    """

    rule: Rule
    by: By
    total: float
    shares: Mapping[Key, float]
    without_touches: float
    unnamed: float

    @property
    def not_credited(self) -> float:
        """The money of journeys that say nothing about what is asked for."""
        return _money(_cents(self.without_touches) + _cents(self.unnamed))

    @property
    def credited(self) -> float:
        """The money that was shared out."""
        return _money(_cents(self.total) - _cents(self.not_credited))

    def part(self, key: Key) -> float:
        """The part of the shared money that a key gets, from 0 to 1."""
        return self.shares.get(key, 0.0) / self.credited if self.credited else 0.0


def credit(project: Project, by: By, rule: Rule | None = None) -> Credit | Problem:
    """Share the revenue of the journeys by a rule, linear when not said otherwise."""
    rule = rule or Rule()
    if rule.fault is not None:
        return Problem(rule.fault)
    try:
        total = math.fsum(_revenue(one) for one in project.journeys)
    except OverflowError:
        total = math.inf
    if total > _LIMIT:
        return Problem(text("the revenue of the journeys is too large"))
    return _shared(project, by, rule, round(Fraction(total) * 100))


def every_model(project: Project, by: By, rule: Rule) -> Mapping[CreditModel, Credit | Problem]:
    """The same journeys by each model, with the half-life, weights and key stage of a rule."""
    return {model: credit(project, by, replace(rule, model=model)) for model in MODELS}


def apportioned(total: int, parts: Sequence[float]) -> list[int]:
    """Whole units in proportion to parts, adding up to the total, by the largest remainder."""
    exact = [Fraction(part) for part in parts]
    whole = sum(exact)
    if not whole:
        return [0] * len(parts)
    quotas = [total * part / whole for part in exact]
    given = [math.floor(quota) for quota in quotas]
    left = total - sum(given)
    rests = [
        round(float(quota - floor), _DIGITS) for quota, floor in zip(quotas, given, strict=True)
    ]
    for at in sorted(range(len(parts)), key=lambda at: -rests[at])[:left]:
        given[at] += 1
    return given


def _shared(project: Project, by: By, rule: Rule, total: int) -> Credit:
    parts: dict[Key, list[float]] = {}
    without: list[float] = []
    unnamed: list[float] = []
    for journey in project.journeys:
        touches = timely(journey)
        if not touches:
            without.append(_revenue(journey))
        elif not named(touches, by):
            unnamed.append(_revenue(journey))
        else:
            for key, amount in _divided(journey, by, rule):
                parts.setdefault(key, []).append(amount)
    keys = [key for key in _keys(project, by) if key in parts]
    sums = [math.fsum(parts[key]) for key in keys]
    *cents, no_touch, no_name = apportioned(total, [*sums, math.fsum(without), math.fsum(unnamed)])
    shares = {key: _money(amount) for key, amount in zip(keys, cents, strict=True)}
    return Credit(rule, by, _money(total), shares, _money(no_touch), _money(no_name))


def _divided(journey: Journey, by: By, rule: Rule) -> Iterator[tuple[Key, float]]:
    touches, revenue = named(timely(journey), by), _revenue(journey)
    for touch, portion in zip(touches, portions(touches, journey.closed, rule), strict=True):
        yield getattr(touch, by), revenue * portion


def _revenue(journey: Journey) -> float:
    return journey.value * journey.count


def _keys(project: Project, by: By) -> list[Key]:
    match by:
        case "channel":
            return [channel.key for channel in project.channels]
        case "role":
            return [role.key for role in project.roles]
        case "stage":
            return [metric.key for metric in project.metrics]


def _cents(money: float) -> int:
    return round(money * 100)


def _money(cents: int) -> float:
    return cents / 100
