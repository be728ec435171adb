"""Valid projects of every size by a number: odd names, lags, scenarios, gaps, many roles."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.excel.books import kpi, role
from tests.projects import metric, project
from workbench.document.client import Phase
from workbench.document.kpi import Scale, Task
from workbench.document.plan import Actual, Goal, Scenario
from workbench.document.project import Project

_ODD = (
    "=1+1", "👩‍💼 приём", "Встречи\u00a0с\u202fклиентами", 'Сказал "да"', "'кавычка", "@имя", "-5",
    "+7 (999) 123", "C&D <b>", "a\tb", "x" * 120, "_x0041_", "ёлка «тест»", "лид → КЛ", "50%",
)  # fmt: skip
_UNITS = ("count", "count", "count", "money", "percent", "ratio", "hours", "score", "yes_no")
_SCALES = (
    Scale(), Scale(cap=1.2), Scale(threshold=0.8, cap=1.3), Scale(points=((0.7, 0.9),)),
    Scale(points=((0.8, 0.5), (1.0, 1.0), (1.5, 2.0)), threshold=0.8, cap=1.4),
    Scale(kind="steps", points=((0.5, 0.3), (0.9, 0.8), (1.0, 1.0))),
)  # fmt: skip


def random_book(seed: int) -> Project:
    """A project; the first ones are as small as can be."""
    random = Random(seed)
    months = random.choice((1, 2, 5, 12, 12, 14))
    phases = tuple(Phase(key=f"p{at}", name=_name(random)) for at in range(random.randint(0, 3)))
    count = 1 if seed == 0 else random.randint(1, 60)
    metrics = _metrics(random, count, months, [phase.key for phase in phases])
    roles = [_role(random, at, metrics) for at in range(random.randint(0, 4))]
    made = project(
        *metrics,
        months=months,
        phases=phases,
        roles=tuple(roles),
        kpis=tuple(_kpis(random, metrics, roles)),
        tasks=tuple(Task(role=one.key, name=_name(random)) for one in roles[:2]),
        goals=tuple(
            Goal(metric=one.key, value=random.uniform(1, 1e6), period=random.choice(_PERIODS))
            for one in metrics[:2]
        ),
        scenarios=(Scenario(key="s", name=_name(random), values=_scenario(random, metrics)),),
    )
    month = made.calendar.month(random.randrange(months))
    actuals = tuple(
        Actual(metric=one.key, month=month, value=random.uniform(0, 500))
        for one in metrics
        if random.random() < 0.5
    )
    return made.having(actuals=actuals)


_PERIODS: tuple[Any, ...] = ("month", "quarter", "year", "plan")


def _name(random: Random) -> str:
    return f"{random.choice(_ODD)} {random.randint(1, 999)}"


def _metrics(random: Random, count: int, months: int, phases: list[str]) -> list[Any]:
    made: list[Any] = []
    stages: list[str] = []
    for at in range(count):
        key, before = f"m{at}", [one.key for one in made]
        members: dict[str, Any] = {
            "name": _name(random),
            "unit": random.choice(_UNITS),
            "over_time": random.choice(("sum", "sum", "mean", "last")),
            "better": random.choice(("higher", "higher", "lower", "within")),
            "note": random.choice((None, _name(random))),
            "source": random.choice((None, _name(random))),
            "phase": random.choice([None, *phases]),
        }
        if len(stages) > 1 and random.random() < 0.2:
            ends = random.sample(stages, 2)
            arrow = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
            members |= {**arrow, "from": ends[0], "to": ends[1], "value": random.random()}
        elif before and random.random() < 0.6:
            members["formula"] = _formula(random, before, key)
        else:
            members["value"] = _value(random, months)
        if "from" not in members and random.random() < 0.4:
            members |= {"kind": "stage", "unit": "count", "over_time": "sum"}
            stages.append(key)
        made.append(metric(key, **members))
    return made


def _value(random: Random, months: int) -> Any:
    if random.random() < 0.5:
        return random.choice((0.0, 0.35, 12.0, random.uniform(0, 1e6)))
    gap = random.random() < 0.2
    return tuple(
        None if gap and random.random() < 0.3 else random.uniform(0, 2000) for _ in range(months)
    )


def _formula(random: Random, before: list[str], own: str) -> str:
    one, two = random.choice(before), random.choice(before)
    return random.choice(
        (
            f"{one} * 0.4", f"{one} + {two}", f"{one} - {two}", f"{one} / {two}", f"{one} * 30%",
            f"lag({one}, 1)", f"lag({one}, 2, 5) + {two}", f"lag({own}, 1, 10) + {one}",
            f"if({one} > {two}, {one}, 3)", f"min({one}, {two})", f"workdays() * {one}",
            f"cumulative({one})", f"round({one} / 7, 1)",
        )
    )  # fmt: skip


def _role(random: Random, at: int, metrics: list[Any]) -> Any:
    volumes = random.sample(metrics, min(len(metrics), random.randint(0, 3)))
    ramp = random.choice(((), (0.3, 0.6, 1.0), (1.0,), (0.5, 0.4), (0.2, 1.0, 0.8, 1.0)))
    return role(
        f"r{at}",
        name=_name(random),
        mission=_name(random),
        employment=random.choice(("staff", "staff", "staff", "contractor")),
        people=random.choice((0.0, 1.0, 2.5, 7.0)),
        salary=random.choice((0.0, 90_000.0)),
        bonus=random.choice((0.0, 40_000.0)),
        payroll_tax=random.choice((0.0, 0.302)),
        capacity=tuple(
            {"metric": one.key, "per_person": random.choice((0.0, 15.0, 240.0, 1e5))}
            for one in volumes
        ),
        ramp=ramp,
        attrition=random.choice((0.0, 0.0, 0.3, 1.0)),
        absence=random.choice((0.0, 0.1)),
        competencies=(_name(random),),
    )


def _kpis(random: Random, metrics: list[Any], roles: list[Any]) -> list[Any]:
    made = []
    for one in roles:
        for found in random.sample(metrics, min(len(metrics), random.randint(0, 10))):
            plan = random.choice((None, 60.0, 100.0))
            made.append(
                kpi(
                    found.key, one.key,
                    part=random.choice(("owner", "owner", "leader", "contributor")),
                    weight=random.choice((0.0, 0.25, 0.4)),
                    base=random.choice((None, 40.0)), plan=plan,
                    maximum=random.choice((None, 130.0)),
                    period=random.choice((None, "month", "quarter", "week", "year")),
                    scale=random.choice(_SCALES),
                )
            )  # fmt: skip
    return made


def _scenario(random: Random, metrics: list[Any]) -> Any:
    return {one.key: random.uniform(0, 100) for one in metrics if random.random() < 0.2}
