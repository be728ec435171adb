"""Random funnels with levers: the project, and beside it the same arithmetic by hand."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.projects import metric, project
from workbench.document.metric import Influence, Metric
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import validated
from workbench.planning.solve import HARDNESS, LeverRange

Columns = dict[str, list[float]]
Step = Callable[[Columns, int], float]
HORIZONS = ("hour", "week", "month", "quarter", None)
PER_MONTHS = {"month": 1, "quarter": 3, "year": 12}
SHAPES = ("product", "channels", "least", "most", "jumpless if", "lag", "stock", "cost")


@dataclass
class Funnel:
    """A project and its goal; `steps` compute by hand what the formulas say."""

    shape: str
    months: int
    period: str
    better: str = "higher"
    inputs: Columns = field(default_factory=dict)
    metrics: list[Metric] = field(default_factory=list)
    levers: list[LeverRange] = field(default_factory=list)
    bounds: list[tuple[float, float]] = field(default_factory=list)
    hardness: list[float] = field(default_factory=list)
    steps: list[tuple[str, Step]] = field(default_factory=list)
    over_time: str = "sum"
    target: float = 0.0

    @property
    def project(self) -> Project:
        return project(*self.metrics, months=self.months)

    @property
    def goal(self) -> Goal:
        return validated(Goal, {"metric": "result", "value": self.target, "period": self.period})

    def columns(self, factors: Sequence[float]) -> Columns:
        found = {key: list(column) for key, column in self.inputs.items()}
        for lever, factor in zip(self.levers, factors, strict=True):
            found[lever.metric] = [one * factor for one in found[lever.metric]]
        found |= {key: [] for key, _ in self.steps}
        for month in range(self.months):
            for key, step in self.steps:
                found[key].append(step(found, month))
        return found

    def value(self, factors: Sequence[float]) -> float:
        """What the goal's metric is in its period."""
        columns = self.columns(factors)
        if self.over_time == "last":
            return columns["result"][-1]
        if self.over_time == "ratio":
            return sum(columns["money"]) / sum(columns["flow"])
        per = PER_MONTHS.get(self.period, self.months) / self.months
        return sum(columns["result"]) * per

    def cost(self, factors: Sequence[float]) -> float:
        """What the search makes least."""
        pairs = zip(self.hardness, factors, strict=True)
        return sum(hardness * (factor - 1) ** 2 for hardness, factor in pairs)

    def good(self, value: float) -> float:
        """The value in the direction in which more is better."""
        return -value if self.better == "lower" else value


def funnel(seed: int) -> Funnel:
    """One funnel a seed; its goal lies between what is and what the bounds allow."""
    dice = random.Random(seed)
    shape = SHAPES[seed % len(SHAPES)]
    made = Funnel(shape, dice.choice([1, 3, 6]), dice.choice(["month", "quarter", "year", "plan"]))
    _flow(made, dice)
    _end(made, dice)
    corner = [_better_end(made, at) for at in range(len(made.levers))]
    start, end = made.value([1.0] * len(corner)), made.value(corner)
    made.target = start + dice.uniform(0.05, 0.95) * (end - start)
    return made


def _better_end(made: Funnel, at: int) -> float:
    """The end of one lever that is better for the goal; all models here are monotone."""
    points = [1.0] * len(made.levers)
    low, high = (
        made.good(made.value([*points[:at], e, *points[at + 1 :]])) for e in made.bounds[at]
    )
    if low == high:  # what does nothing here may do something elsewhere
        return made.bounds[at][0] if made.better == "lower" else made.bounds[at][1]
    return made.bounds[at][int(high > low)]


def _lever(made: Funnel, dice: random.Random, key: str, value: float, share: bool = False) -> None:
    """An input with bounds of its own, sometimes with a value a month."""
    months = [value] * made.months
    if dice.random() < 0.3:
        months = [value * dice.uniform(0.7, 1.3) for _ in months]
        if share:
            months = [min(one, 1.0) for one in months]
    mean, horizon = sum(months) / len(months), dice.choice(HORIZONS)
    loose = dice.random() < 0.5
    low = dice.uniform(0.3, 0.8) if loose else dice.uniform(0.9, 1.0)
    high = dice.uniform(1.3, 3.0) if loose else dice.uniform(1.0, 1.1)
    kind: dict[str, Any] = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
    influence = validated(Influence, {"direct": True, "horizon": horizon})
    listed: Any = tuple(months) if len(set(months)) > 1 else months[0]
    made.metrics.append(metric(key, value=listed, influence=influence, **(kind if share else {})))
    made.inputs[key] = months
    made.levers.append(LeverRange(key, low * mean, high * mean))
    made.bounds.append((low, min(high, 1 / max(months)) if share else high))
    made.hardness.append(HARDNESS[influence.horizon])


def _step(made: Funnel, key: str, formula: str, step: Step, **members: Any) -> None:
    made.metrics.append(metric(key, formula=formula, **members))
    made.steps.append((key, step))


def _flow(made: Funnel, dice: random.Random) -> None:
    """Channels of volume × conversion, summed up, and one more conversion: `flow`."""
    count = 1 if made.shape == "product" else dice.randint(1, 4)
    for at in range(count):
        _lever(made, dice, f"volume_{at}", dice.uniform(50, 500))
        _lever(made, dice, f"cr_{at}", dice.uniform(0.05, 0.6), share=True)
        _step(
            made, f"leads_{at}", f"volume_{at} * cr_{at}",
            _times(f"volume_{at}", f"cr_{at}"),
        )  # fmt: skip
    _lever(made, dice, "close", dice.uniform(0.1, 0.7), share=True)
    leads = [f"leads_{at}" for at in range(count)]
    _step(
        made, "flow", f"sum({', '.join(leads)}) * close",
        lambda c, m: sum(c[key][m] for key in leads) * c["close"][m],
    )  # fmt: skip


def _end(made: Funnel, dice: random.Random) -> None:
    price = dice.uniform(100, 1000)
    size = made.columns([1.0] * len(made.levers))["flow"][0]
    _ENDS[made.shape](made, dice, price, size)


def _plain(made: Funnel, dice: random.Random, price: float, _size: float) -> None:
    _lever(made, dice, "price", price)
    _step(made, "result", "flow * price", lambda c, m: c["flow"][m] * c["price"][m])


def _least(made: Funnel, dice: random.Random, _price: float, size: float) -> None:
    """What comes, or what the team can do."""
    _lever(made, dice, "people", 3.0)
    each = size / 3 * dice.uniform(0.8, 1.3)
    made.inputs["each"] = [each] * made.months
    made.metrics.append(metric("each", value=each))
    _step(
        made, "result", "min(flow, people * each)",
        lambda c, m: min(c["flow"][m], c["people"][m] * each),
    )  # fmt: skip


def _most(made: Funnel, dice: random.Random, _price: float, size: float) -> None:
    """At least the retainer, and a part of it on top."""
    _lever(made, dice, "floor", size * dice.uniform(0.5, 1.2))
    _step(
        made, "result", "max(flow, floor) + floor / 2",
        lambda c, m: max(c["flow"][m], c["floor"][m]) + c["floor"][m] / 2,
    )  # fmt: skip


def _if(made: Funnel, dice: random.Random, price: float, size: float) -> None:
    """A second rate above a number that is passed about where the plan is."""
    edge = size * dice.uniform(0.9, 1.2)
    rate = dice.uniform(0.4, 0.9)
    _lever(made, dice, "price", price)
    made.inputs["edge"] = [edge] * made.months
    made.metrics.append(metric("edge", value=edge))
    _step(
        made, "result", f"price * if(flow > edge, edge + (flow - edge) * {rate!r}, flow)",
        lambda c, m: c["price"][m] * (
            edge + (c["flow"][m] - edge) * rate if c["flow"][m] > edge else c["flow"][m]
        ),
    )  # fmt: skip


def _lagged(made: Funnel, dice: random.Random, price: float, size: float) -> None:
    """Deals close a month after their leads."""
    _lever(made, dice, "price", price)
    before = size * dice.uniform(0.5, 1.0)
    _step(
        made, "result", f"(lag(flow, 1, {before!r}) + flow) * price",
        lambda c, m: ((c["flow"][m - 1] if m else before) + c["flow"][m]) * c["price"][m],
    )  # fmt: skip


def _stock(made: Funnel, dice: random.Random, _price: float, size: float) -> None:
    """A base of customers, kept and added to."""
    _lever(made, dice, "keep", dice.uniform(0.8, 0.97), share=True)
    before = size * 10
    made.over_time = "last"
    _step(
        made, "result", f"lag(result, 1, {before!r}) * keep + flow",
        lambda c, m: (c["result"][m - 1] if m else before) * c["keep"][m] + c["flow"][m],
        over_time="last",
    )  # fmt: skip


def _cost(made: Funnel, dice: random.Random, price: float, size: float) -> None:
    """Money by what it brought: less is better."""
    _lever(made, dice, "budget", price * size)
    made.over_time, made.better = "ratio", "lower"
    made.inputs["fixed"] = [price * size / 5] * made.months
    made.metrics.append(metric("fixed", value=price * size / 5, unit="money"))
    made.metrics[-2] = made.metrics[-2].having(unit="money")
    _step(
        made, "money", "budget + fixed", lambda c, m: c["budget"][m] + c["fixed"][m], unit="money"
    )
    _step(
        made, "result", "money / flow", lambda c, m: c["money"][m] / c["flow"][m],
        unit="money", over_time="ratio", better="lower",
    )  # fmt: skip


_ENDS: dict[str, Callable[[Funnel, random.Random, float, float], None]] = {
    "product": _plain, "channels": _plain, "least": _least, "most": _most,
    "jumpless if": _if, "lag": _lagged, "stock": _stock, "cost": _cost,
}  # fmt: skip


def _times(one: str, other: str) -> Step:
    return lambda columns, month: columns[one][month] * columns[other][month]
