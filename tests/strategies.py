"""Generated projects: any valid one, with members this program does not know at every level."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from workbench.document.client import Calendar, Channel, Client, Phase
from workbench.document.growth import Growth, Source, Year
from workbench.document.kpi import Kpi, Scale, Task
from workbench.document.metric import Hint, Influence, Metric, Position
from workbench.document.plan import Actual, Approval, Goal, Journey, Scenario, Touch
from workbench.document.project import Project
from workbench.document.role import Capacity, Role
from workbench.document.value import Value, validated

keys = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,11}", fullmatch=True)
signs = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from('ёЁ«»—\u00a0\u202f😀👩‍💼\u200f\u0301\u2028\\"\t='),
)
words = st.text(signs, max_size=30)
names = st.text(signs, min_size=1, max_size=30)
numbers = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**9), 10**9).map(float),
    st.just(-0.0),
)
amounts = numbers.map(abs)
lows = amounts.map(lambda amount: -amount)
rising = st.lists(st.tuples(amounts, amounts), max_size=3).map(lambda points: tuple(sorted(points)))
shares = st.floats(0, 1)
months = st.dates(datetime.date(2020, 1, 1), datetime.date(2040, 1, 1)).map(lambda d: f"{d:%Y-%m}")
series = st.lists(st.none() | numbers, max_size=4).map(tuple)
plain = st.recursive(
    st.none() | st.booleans() | numbers | words | st.integers(-(10**12), 10**12),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=5,
)
unknown = st.dictionaries(
    st.text(signs, min_size=1, max_size=8).map("x-{}".format), plain, max_size=2
)


@st.composite
def values(draw: st.DrawFn, kind: type[Value], /, **members: st.SearchStrategy[Any]) -> Any:
    """A value of a kind with some of the optional members and some unknown ones."""
    given_ = {}
    for name, strategy in members.items():
        if kind.model_fields[name].is_required() or draw(st.booleans()):
            given_[name] = draw(strategy)
    return validated(kind, {**draw(unknown), **given_})


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The strategy, or an explicit null."""
    return st.none() | strategy


def tuples_of(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.just(()) if strategy.is_empty else st.lists(strategy, max_size=most).map(tuple)


def keyed(kind: type[Value], taken: list[str], /, **members: Any) -> st.SearchStrategy[Any]:
    """One value for each key."""
    return st.tuples(*(values(kind, key=st.just(key), **members) for key in taken))


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Any project that holds together."""
    metric_keys, role_keys, phase_keys, channel_keys, scenario_keys = (
        draw(st.lists(keys, max_size=4, unique=True)) for _ in range(5)
    )
    metric = st.sampled_from(metric_keys) if metric_keys else st.nothing()
    role = st.sampled_from(role_keys) if role_keys else st.nothing()
    some = {
        "metric": metric,
        "role": role,
        "phase": st.sampled_from(phase_keys) if phase_keys else st.none(),
        "channel": st.sampled_from(channel_keys) if channel_keys else st.none(),
    }
    members: dict[str, Any] = {
        "client": values(
            Client, name=words, industry=words, currency=st.sampled_from(["", "RUB", "USD"]),
            sales_people=maybe(amounts), has_marketing=maybe(st.booleans()), notes=words,
        ),
        "calendar": values(
            Calendar, start=months, months=st.integers(1, 120), country=st.just("RU")
        ),
        "language": st.sampled_from(["ru", "en"]),
        "phases": keyed(Phase, phase_keys, name=names),
        "channels": keyed(
            Channel, channel_keys, name=names, state=st.sampled_from(["confirmed", "searching"])
        ),
        "metrics": _metrics(metric_keys, some),
        "roles": _roles(role_keys, some),
        "scenarios": keyed(
            Scenario, scenario_keys, name=names,
            values=_scenario_values(metric),
        ),
        "approvals": tuples_of(
            values(Approval, code=st.just("KPI101"), subject=words, role=maybe(keys), reason=words)
        ),
        "journeys": _journeys(some),
        "growth": maybe(_growth(metric, channel_keys)),
    }  # fmt: skip
    if metric_keys:
        members["goals"] = tuples_of(
            values(Goal, metric=metric, value=numbers, period=st.sampled_from(["month", "plan"]))
        )
        members["actuals"] = st.lists(
            values(Actual, metric=metric, month=months, value=numbers),
            max_size=3,
            unique_by=lambda actual: (actual.metric, actual.month),
        ).map(tuple)
    if role_keys:
        members["tasks"] = tuples_of(_task(role))
    if metric_keys and role_keys:
        members["kpis"] = st.lists(
            _kpi(metric, role), max_size=3, unique_by=lambda kpi: kpi.place
        ).map(tuple)
    given_ = {"calendar": draw(members.pop("calendar"))}
    for name, strategy in members.items():
        is_root = name in {"metrics", "roles", "phases", "channels"}
        if is_root or draw(st.booleans()):
            given_[name] = draw(strategy)
    return validated(Project, {**draw(unknown), **given_})


def _metrics(taken: list[str], some: dict[str, Any]) -> st.SearchStrategy[Any]:
    metric = some["metric"]
    return keyed(
        Metric, taken,
        name=names,
        kind=st.sampled_from(["stage", "conversion", "driver", "result", "standard"]),
        unit=st.sampled_from(["count", "money", "percent", "ratio", "hours", "yes_no"]),
        unit_label=maybe(words),
        over_time=st.sampled_from(["sum", "last", "ratio", "mean"]),
        formula=maybe(words),
        value=maybe(numbers | series),
        low=maybe(lows), high=maybe(amounts), norm=maybe(numbers),
        influence=values(
            Influence, direct=st.booleans(), horizon=maybe(st.just("day")), action=words
        ),
        phase=some["phase"], channel=some["channel"],
        source=maybe(words), recorded_by=maybe(words),
        from_stage=maybe(metric), to_stage=maybe(metric),
        hint=maybe(
            values(Hint, low=maybe(lows), high=maybe(amounts), source=words, date=words)
        ),
        guards=tuples_of(metric),
        gaming=maybe(words),
        better=st.sampled_from(["higher", "lower", "within"]),
        position=maybe(values(Position, x=numbers, y=numbers)),
        note=maybe(words),
    )  # fmt: skip


def _roles(taken: list[str], some: dict[str, Any]) -> st.SearchStrategy[Any]:
    capacity = values(Capacity, metric=some["metric"], per_person=amounts)
    return keyed(
        Role, taken,
        name=names, color=st.just("#1F5FBF"), mission=words, duties=tuples_of(words),
        not_responsible=tuples_of(words), employment=st.sampled_from(["staff", "contractor"]),
        people=amounts, salary=amounts, bonus=amounts, payroll_tax=amounts,
        capacity=tuples_of(capacity), ramp=tuples_of(amounts), competencies=tuples_of(words),
        attrition=shares, absence=shares.filter(lambda share: share < 1),
    )  # fmt: skip


def _kpi(metric: st.SearchStrategy[str], role: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    scale = values(
        Scale, kind=st.sampled_from(["linear", "steps"]),
        points=rising, threshold=maybe(amounts), cap=maybe(amounts),
    )  # fmt: skip
    return values(
        Kpi, metric=metric, role=role,
        part=st.sampled_from(["owner", "leader", "shared", "contributor"]), weight=shares,
        base=maybe(numbers), plan=maybe(numbers), maximum=maybe(numbers),
        period=maybe(st.sampled_from(["day", "month", "year"])), scale=scale,
        standards=tuples_of(words), actions=tuples_of(words), condition=words, how=words,
    )  # fmt: skip


def _task(role: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return values(
        Task, role=role, name=names, due=maybe(st.dates()), criteria=tuples_of(words),
        accepted=maybe(st.booleans()),
    )  # fmt: skip


def _scenario_values(metric: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if metric.is_empty:
        return st.just({})
    return st.dictionaries(metric, numbers | series, max_size=2)


def _growth(metric: st.SearchStrategy[str], channels: list[str]) -> st.SearchStrategy[Any]:
    years = st.lists(maybe(numbers), max_size=4).map(
        lambda found: tuple(Year(year=2020 + at, value=one) for at, one in enumerate(found))
    )
    sources = st.tuples(
        *(values(Source, channel=st.just(key), visits=maybe(amounts), leads=maybe(amounts))
          for key in channels)
    )  # fmt: skip
    return values(
        Growth, metric=st.none() if metric.is_empty else maybe(metric), revenues=years,
        stretch=numbers, leads=maybe(amounts), visits=maybe(amounts), from_leads=shares,
        sources=sources,
    )  # fmt: skip


def _journeys(some: dict[str, Any]) -> st.SearchStrategy[Any]:
    touch = values(
        Touch, date=st.dates(), channel=some["channel"], role=maybe(some["role"]),
        stage=maybe(some["metric"]),
    )  # fmt: skip
    return tuples_of(
        values(
            Journey, closed=st.dates(), value=amounts, count=amounts, touches=tuples_of(touch, 2)
        ),
        2,
    )
