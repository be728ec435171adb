"""How one deal's revenue is divided over the touches that led to it.

What counts: touches up to the day of closing (a contact after it cannot have led there) that name
what is asked for, a channel, a role or a stage. They stand in the order of their dates, those of
one day as they were entered. What a rule has left over is never lost:

- `first`, `last`: everything to one touch. `linear`: the same to each.
- `u` is 40 % to the first, 40 % to the last, 20 % shared by those between; `own` is the same with
  the person's weights, whatever they add up to. A part that nobody is there to take goes to the
  others in proportion: two touches of `u` get 50 % each, a single one gets all. Where everything
  that is there weighs nothing, each gets the same.
- `w` is 30 % to the first, 30 % to the key touch, 30 % to the last, 10 % shared by the others. The
  key touch is the first one between the first and the last that is at the key stage (where a
  lead or an opportunity is made); without one it is the middle one, the earlier of two. A part that
  nobody takes goes to the others in proportion: one touch gets all, two 50 % each, three a third.
- `time_decay`: a touch weighs half of one that is a half-life nearer to the closing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from workbench.base.texts import Text, text
from workbench.document.plan import Journey, Touch
from workbench.document.value import Key

CreditModel = Literal["linear", "first", "last", "u", "w", "time_decay", "own"]
MODELS: tuple[CreditModel, ...] = get_args(CreditModel)
By = Literal["channel", "role", "stage"]
BY: tuple[By, ...] = get_args(By)
HALF_LIFE = 7.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What the first, all middle touches together, and the last one weigh against each other."""

    first: float
    middle: float
    last: float

    @property
    def all(self) -> tuple[float, float, float]:
        """The three in order."""
        return self.first, self.middle, self.last


U_SHAPE = Weights(40, 20, 40)


@dataclass(frozen=True, slots=True)
class Rule:
    """A model with what it needs: `half_life` in days, `weights` of one's own, the key stage."""

    model: CreditModel = "linear"
    half_life: float = HALF_LIFE
    weights: Weights = U_SHAPE
    key_stage: Key | None = None

    @property
    def fault(self) -> Text | None:
        """Why nothing can be divided by this rule, if nothing can."""
        if self.model == "time_decay" and not (
            math.isfinite(self.half_life) and self.half_life > 0
        ):
            return text("the half-life must be a number of days above zero")
        if self.model == "own" and not all(_is_weight(one) for one in self.weights.all):
            return text("weights must not be below zero")
        if self.model == "own" and not any(self.weights.all):
            return text("one of the weights at least must be above zero")
        return None


def timely(journey: Journey) -> tuple[Touch, ...]:
    """The touches up to the day of closing in the order of their dates."""
    before = (touch for touch in journey.touches if touch.date <= journey.closed)
    return tuple(sorted(before, key=lambda touch: touch.date))


def named(touches: Sequence[Touch], by: By) -> tuple[Touch, ...]:
    """The touches that name a channel, a role or a stage."""
    return tuple(touch for touch in touches if getattr(touch, by) is not None)


def portions(touches: Sequence[Touch], closed: date, rule: Rule) -> tuple[float, ...]:
    """The part of each touch in its order; together they are one, or there are none."""
    if not touches:
        return ()
    weights = _WEIGHTS[rule.model](touches, closed, rule)
    whole = math.fsum(weights)
    if not whole:
        return (1 / len(touches),) * len(touches)
    return tuple(weight / whole for weight in weights)


def key_touch(touches: Sequence[Touch], key_stage: Key | None) -> int | None:
    """Where the key touch of the W model stands; None where there is nothing between the ends."""
    between = range(1, len(touches) - 1)
    found = (at for at in between if key_stage is not None and touches[at].stage == key_stage)
    return next(found, (len(touches) - 1) // 2 if between else None)


def _linear(touches: Sequence[Touch], _closed: date, _rule: Rule) -> list[float]:
    return [1.0] * len(touches)


def _first(touches: Sequence[Touch], _closed: date, _rule: Rule) -> list[float]:
    return [1.0] + [0.0] * (len(touches) - 1)


def _last(touches: Sequence[Touch], _closed: date, _rule: Rule) -> list[float]:
    return [0.0] * (len(touches) - 1) + [1.0]


def _u(touches: Sequence[Touch], _closed: date, _rule: Rule) -> list[float]:
    return _by_place(len(touches), U_SHAPE)


def _own(touches: Sequence[Touch], _closed: date, rule: Rule) -> list[float]:
    return _by_place(len(touches), rule.weights)


def _by_place(count: int, weights: Weights) -> list[float]:
    if count == 1:
        return [1.0]
    largest = max(weights.all)  # so that adding up huge weights cannot overflow
    first, middle, last = (weight / largest for weight in weights.all)
    between = count - 2
    return [first, *[middle / between] * between, last] if between else [first, last]


def _w(touches: Sequence[Touch], _closed: date, rule: Rule) -> list[float]:
    key = key_touch(touches, rule.key_stage)
    if key is None:
        return _linear(touches, _closed, rule)
    others = len(touches) - 3
    weights = [10 / others if others else 0.0] * len(touches)
    weights[0] = weights[key] = weights[-1] = 30.0
    return weights


def _time_decay(touches: Sequence[Touch], closed: date, rule: Rule) -> list[float]:
    """Counted from the latest touch, which changes no portion and keeps one weight at 1."""
    days = [(closed - touch.date).days for touch in touches]
    return [2.0 ** -((day - min(days)) / rule.half_life) for day in days]


def _is_weight(weight: float) -> bool:
    return math.isfinite(weight) and weight >= 0


_WEIGHTS: dict[CreditModel, Callable[[Sequence[Touch], date, Rule], list[float]]] = {
    "linear": _linear,
    "first": _first,
    "last": _last,
    "u": _u,
    "w": _w,
    "time_decay": _time_decay,
    "own": _own,
}
