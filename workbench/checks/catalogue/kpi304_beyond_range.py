"""A conversion over 100%, or a plan outside the market range

Finds a conversion with a value, a base, a plan or a maximum over 100%, and a plan outside the
market range that is kept with its metric.

Of a hundred leads no more than a hundred can become meetings: a conversion over 100% is a slip of
the pen, mostly a percentage typed as a plain number. A market range is a hint with a source and a
date, never a limit: two respectable ranges for one step can disagree.

Correct the number. Where one thing gives several, such as orders of a customer, it is a factor and
not a conversion. Outside the range, ask what makes this client different; if something does,
accept it and write down what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.base.texts import Figure, MonthName, Text, joined, text, verbatim
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import change_levels
from workbench.checks.method.levels import Levels, agreed_alike, beyond, leads_on, levels_of, usual
from workbench.checks.system import System
from workbench.checks.wording import figure
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi
from workbench.document.metric import Hint, Metric

_DUST = 1e-9
_PERCENT = 100
# Below this a share a little over 100% is meant, rather than so few per cents.
_SLIGHT = 2
Series = float | tuple[float | None, ...] | None


def find(system: System) -> Iterator[Finding]:
    """Impossible conversions, then unusual plans."""
    for metric in system.project.metrics:
        found: list[Finding] = []
        if metric.kind == "conversion" and metric.unit in ("ratio", "percent"):
            found += (*_impossible_values(system, metric), *_impossible_kpis(system, metric))
        yield from found or _unusual_plans(system, metric)


def _impossible_values(system: System, metric: Metric) -> Iterator[Finding]:
    values = system.forecast.values[metric.key]
    over = [
        (month, value)
        for month, value in enumerate(values)
        if isinstance(value, float) and _is_over(value)
    ]
    if not over:
        return
    (month, value), constant = over[0], len(set(values)) == 1
    names: dict[str, str | Figure] = {"metric": metric.name, "value": Figure(value, "percent")}
    message = text("“{metric}” is {value}, but a conversion cannot be over 100%", **names)
    if not constant:
        message = text(
            "“{metric}” is {value} in {month}, but a conversion cannot be over 100%",
            month=MonthName(system.project.calendar.month(month)), **names,
        )  # fmt: skip
    yield Finding(
        "error",
        message,
        metric=metric.key,
        basis=(round(value, 4), len(over)),
        mends=tuple(_value_mends(metric, value)),
    )


def _value_mends(metric: Metric, shown: float) -> Iterator[Mend]:
    for title, correct in _corrections(shown):
        after = _each(metric.value, correct)
        if after != metric.value:
            yield Mend(title, (ChangeMetric(metric.key, {"value": after}, metric.name),))


def _impossible_kpis(system: System, metric: Metric) -> Iterator[Finding]:
    for kpis in agreed_alike(system, metric):
        over = {name: level for name, level in levels_of(kpis[0]).items() if _is_over(level)}
        if over:
            yield Finding(
                "error",
                _impossible_message(system, kpis[0], over),
                metric=metric.key,
                role=kpis[0].role,
                basis=tuple(over.items()),
                mends=tuple(_kpi_mends(metric, kpis, over)),
            )


def _impossible_message(system: System, kpi: Kpi, over: Levels) -> Text:
    said = _said(over)
    names: dict[str, str | Figure] = {
        **system.names(metric=kpi.metric, role=kpi.role),
        "value": Figure(over[said], "percent"),
    }
    match said:
        case "plan":
            return text(
                "The plan of “{metric}” for {role} is {value}, but a conversion cannot be over "
                "100%", **names,
            )  # fmt: skip
        case "base":
            return text(
                "The base of “{metric}” for {role} is {value}, but a conversion cannot be over "
                "100%", **names,
            )  # fmt: skip
        case _:
            return text(
                "The maximum of “{metric}” for {role} is {value}, but a conversion cannot be "
                "over 100%", **names,
            )  # fmt: skip


def _kpi_mends(metric: Metric, kpis: Sequence[Kpi], over: Levels) -> Iterator[Mend]:
    for title, correct in _corrections(over[_said(over)]):
        changes = {name: correct(level) for name, level in over.items()}
        if leads_on(metric, kpis[0], changes):
            yield Mend(title, change_levels(metric, kpis, changes))


def _said(over: Levels) -> str:
    """The level that is named: the plan, if it is one of them."""
    return "plan" if "plan" in over else next(iter(over))


def _corrections(shown: float) -> Iterator[tuple[Text, Callable[[float], float]]]:
    """What was meant by a number over 100%, the likelier first."""
    share = Figure(shown / _PERCENT, "percent")
    read = text("Read {number} as {share}", number=Figure(shown), share=share), _in_per_cents
    most = text("Set it to 100%"), _at_most_all
    if shown > _PERCENT:
        yield most
    else:
        yield from (most, read) if shown < _SLIGHT else (read, most)


def _at_most_all(value: float) -> float:
    return min(value, 1.0)


def _in_per_cents(value: float) -> float:
    return min(round(value / _PERCENT, 9), 1.0) if _is_over(value) else value


def _each(value: Series, correct: Callable[[float], float]) -> Series:
    if isinstance(value, tuple):
        return tuple(None if one is None else correct(one) for one in value)
    return None if value is None else correct(value)


def _is_over(value: float) -> bool:
    return value > 1 + _DUST


def _unusual_plans(system: System, metric: Metric) -> Iterator[Finding]:
    """Plans outside the range of a metric, a hint each."""
    for kpis in agreed_alike(system, metric):
        kpi = kpis[0]
        known = usual(metric, kpi.period)
        end = beyond(known, kpi.plan)
        if not kpi.is_measured or known is None or kpi.plan is None or end is None:
            continue
        mend = Mend(
            text(
                "Set the plan of “{metric}” to {value}",
                metric=metric.name, value=figure(end, metric, system.project),
            ),
            change_levels(metric, kpis, {"plan": end}),
        )  # fmt: skip
        yield Finding(
            "hint",
            _unusual_message(system, metric, kpi.plan, known),
            metric=metric.key,
            role=kpi.role,
            basis=(kpi.plan, kpi.period, end),
            mends=(mend,) if leads_on(metric, kpi, {"plan": end}) else (),
        )


def _unusual_message(system: System, metric: Metric, plan: float, known: Hint) -> Text:
    said = [verbatim(words) for words in (known.source, known.date) if words]
    numbers: dict[str, str | Figure | Text] = {
        "metric": metric.name,
        "plan": figure(plan, metric, system.project),
        "range": _ends(system, metric, known),
    }
    if said:
        return text(
            "The plan of “{metric}” is {plan}, outside the market range: {range} ({source})",
            source=joined(said), **numbers,
        )  # fmt: skip
    return text(
        "The plan of “{metric}” is {plan}, outside the market range: {range}, its source not set",
        **numbers,
    )


def _ends(system: System, metric: Metric, known: Hint) -> Text:
    ends = {
        name: figure(end, metric, system.project)
        for name, end in (("low", known.low), ("high", known.high))
        if end is not None
    }
    if known.low is None:
        return text("up to {high}", **ends)
    return text("from {low}", **ends) if known.high is None else text("{low} to {high}", **ends)


CHECK = Check("KPI304", find, __doc__)
