"""Random projects that use all of the language: every function, every way to total, loops."""

from __future__ import annotations

import random
from typing import Any

from tests.projects import metric, project
from workbench.document.metric import Metric
from workbench.document.plan import Scenario
from workbench.document.project import Project
from workbench.document.role import Role

OVER_TIME = ("sum", "last", "mean", "ratio")
SMOOTH = (
    "{a} * {b}", "{a} + {b}", "{a} - {b} / 3", "{a} / ({b} + 1)", "lag({a}, 1)", "lag({a}, 2, {b})",
    "cumulative({a})", "mean({a}, {b}, 2)", "sum({a}, {b})", "abs({a}) ^ 0.5 + {b}", "-{a} + 20",
    "{a} * people(x) + workdays() / 10", "{a} + cost(x) / cost(x) * {b}",
    "lag({me}, 1, {a}) * 0.5 + {b}",
    "cumulative({a}) / ({b} + 2)", "lag({a}, 1, 3) / (abs({b}) + 1)", "1.1 ^ ({a} / 9) + {b}",
)  # fmt: skip
BENT = (
    "min({a}, {b})", "max({a}, {b}, 4)", "if({a} > {b}, {a} * 2, {b})", "abs({a} - {b})",
    "if({a} <= 5, 10, {b})",
)  # fmt: skip
STEPS = ("round({a})", "round({a} * {b}, 1)", "ceil({a} / 2)", "floor({a} + {b})")
BROKEN = ("{a} / floor({b} / 6)", "({a} - 5) ^ 0.5", "if({a} / floor({b} / 6) > 1, {a}, 3)")


def random_project(seed: int, *formulas: str, months: int = 4) -> Project:
    """Some inputs, a conversion, and layers of computed metrics of these formulas."""
    dice = random.Random(seed)
    made: list[Metric] = [_input(dice, f"in_{at}", months) for at in range(4)]
    kind: dict[str, Any] = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
    share = tuple(dice.uniform(0.1, 0.9) for _ in range(months))
    made.append(metric("share", value=share, from_stage="in_0", to_stage="out", **kind))
    made.append(metric("out", formula="in_0 * share"))
    for at in range(7):
        one, other = dice.choices([it for it in made if it.key != "share"], k=2)
        words = dice.choice(formulas).format(a=one.key, b=other.key, me=f"m_{at}")
        made.append(metric(f"m_{at}", formula=words, over_time=dice.choice(OVER_TIME)))
    roles = (Role(key="x", name="X", people=2.0, salary=100.0),)
    return project(*made, months=months, roles=roles)


def random_scenario(seed: int, made: Project) -> Scenario | None:
    """Sometimes none, else an input moved and a computed metric set."""
    dice = random.Random(seed)
    if dice.random() < 0.4:
        return None
    months = made.calendar.months
    values: Any = {
        "in_1": 7.5,
        f"m_{dice.randint(0, 4)}": tuple(dice.uniform(1, 9) for _ in range(months)),
    }
    return Scenario(key="s", name="S", values=values)


def _input(dice: random.Random, key: str, months: int) -> Metric:
    months_of = tuple(dice.uniform(1, 10) for _ in range(months))
    value: Any = months_of if dice.random() < 0.5 else months_of[0]
    return metric(key, value=value, over_time=dice.choice(OVER_TIME))
