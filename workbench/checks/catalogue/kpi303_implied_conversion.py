"""Two targets that imply a conversion nobody owns

Finds two targets along the funnel, of one period and each with a base and a plan, that can both
be met only if the conversion between them changes, where neither a metric of that conversion nor
all the conversions on the way have owners.

Leads a quarter from 2,000 to 3,000 and opportunities from 1,000 to 1,800 together imply that the
conversion goes from 50% to 60%. One of the two owners counts on it, and it needs an owner too.
Over 100% no conversion can go, whoever owns it.

Make the conversion a KPI with the base and the plan that the targets imply, or bring the targets
into line with today's conversion.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Figure, Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.agreeing import agree, managers
from workbench.checks.mends.kpis import change_levels
from workbench.checks.mends.notes import to_know
from workbench.checks.method.candidates import candidates
from workbench.checks.method.flow import Flow
from workbench.checks.method.levels import agreed_alike, base_and_plan, leads_on
from workbench.checks.method.paired_targets import Pair, Target, Targets
from workbench.checks.system import System
from workbench.checks.wording import figure
from workbench.document.keys import slug
from workbench.document.kpi import Kpi
from workbench.document.metric import Influence, Metric
from workbench.document.value import LONGEST_NAME, Key
from workbench.formula.syntax import Binary, Ref
from workbench.formula.terms import terms
from workbench.planning.assignment import STANDARD_SCALE, rounded


def find(system: System) -> Iterator[Finding]:
    """Pairs of targets with a conversion between them that changes by itself."""
    for pair in Targets(system, Flow(system)).pairs():
        if pair.is_impossible:
            yield _impossible(system, pair)
        elif pair.changes and not _is_owned(system, pair):
            yield Finding(
                "warning",
                _message(system, pair),
                metric=pair.second.metric.key,
                basis=_judged(pair),
                mends=tuple(_mends(system, pair)),
            )


def _impossible(system: System, pair: Pair) -> Finding:
    return Finding(
        "warning",
        text(
            "The targets of “{first}” ({base} → {plan}) and “{second}” ({second_base} → "
            "{second_plan}) imply a conversion of {after}, and none can be over 100%",
            **_said(system, pair),
        ),
        metric=pair.second.metric.key,
        basis=_judged(pair),
        mends=tuple(_lowered(system, pair)),
    )


def _lowered(system: System, pair: Pair) -> Iterator[Mend]:
    """The second plan as far as the first one brings it by today's conversion."""
    plan = rounded(pair.first.plan * pair.base)
    metric, agreed = pair.second.metric, pair.second.kpi
    if leads_on(metric, agreed, {"plan": plan}):
        title = text(
            "Set the plan of “{metric}” to {value}, by the conversion of today",
            metric=metric.name, value=figure(plan, metric, system.project),
        )  # fmt: skip
        alike = next(kpis for kpis in agreed_alike(system, metric) if agreed in kpis)
        yield Mend(title, change_levels(metric, alike, {"plan": plan}))


def _judged(pair: Pair) -> tuple[object, ...]:
    first, second = pair.first, pair.second
    return first.metric.key, first.base, first.plan, second.base, second.plan


def _is_owned(system: System, pair: Pair) -> bool:
    """Whether somebody owns the conversion itself, or everything on the way has owners."""
    if any(metric.key in system.owners for metric in _ratios(system, pair)):
        return True
    return bool(pair.conversions) and all(key in system.owners for key in pair.conversions)


def _ratios(system: System, pair: Pair) -> Iterator[Metric]:
    """The metrics that are just the second count divided by the first."""
    wanted = Binary("/", Ref(pair.second.metric.key), Ref(pair.first.metric.key))
    for key, tree in system.forecast.model.trees.items():
        if tree == wanted:
            yield system.metric(key)


def _message(system: System, pair: Pair) -> Text:
    return text(
        "The targets of “{first}” ({base} → {plan}) and “{second}” ({second_base} → "
        "{second_plan}) imply a conversion of {before} → {after} that nobody owns",
        before=Figure(round(pair.base, 4), "percent"), **_said(system, pair),
    )  # fmt: skip


def _said(system: System, pair: Pair) -> dict[str, str | Figure]:
    """What both sentences say: the targets, and the conversion they need."""

    def number(target: Target, value: float) -> Figure:
        return figure(value, target.metric, system.project)

    return {
        "first": pair.first.metric.name,
        "base": number(pair.first, pair.first.base),
        "plan": number(pair.first, pair.first.plan),
        "second": pair.second.metric.name,
        "second_base": number(pair.second, pair.second.base),
        "second_plan": number(pair.second, pair.second.plan),
        "after": Figure(round(pair.plan, 4), "percent"),
    }


def _mends(system: System, pair: Pair) -> Iterator[Mend]:
    """The only conversion on the way given to one beside it, else the ratio itself to a manager."""
    counts_on_it = _measured(system, pair)
    conversion = _only_conversion(system, pair)
    if conversion is not None:
        near = candidates(system, conversion.key)
        for role in dict.fromkeys([*(role for role in counts_on_it if role in near), *near]):
            yield _given(system, pair, conversion, role)
        return
    metric = next(_ratios(system, pair), None) or _new_ratio(system, pair)
    beside = candidates(system, pair.second.metric.key)
    for role in (*managers(system), *counts_on_it, *beside)[:1]:
        yield _given(system, pair, metric, role)


def _only_conversion(system: System, pair: Pair) -> Metric | None:
    """The conversion without an owner that alone makes the second count out of the first."""
    tree = system.forecast.model.trees.get(pair.second.metric.key)
    if len(pair.conversions) != 1 or tree is None or len(list(terms(tree))) > 1:
        return None
    metric = system.metric(pair.conversions[0])
    is_direct = (metric.from_stage, metric.to_stage) == (
        pair.first.metric.key,
        pair.second.metric.key,
    )
    return metric if is_direct else None


def _given(system: System, pair: Pair, metric: Metric, role: Key) -> Mend:
    kpi = Kpi(
        metric=metric.key, role=role, period=pair.second.kpi.period, scale=STANDARD_SCALE
    ).having(**base_and_plan(metric, pair.base, pair.plan))
    title = text("Give “{metric}” to {role}", metric=metric.name, role=system.role(role).name)
    known = metric.key in system.project.metric_by_key
    note = to_know(system, metric.key, role) if known else None
    return Mend(title, agree(system, ((metric, kpi),)), note)


def _measured(system: System, pair: Pair) -> tuple[Key, ...]:
    """The staff who are measured by the second count themselves, not through others."""
    kpis = system.kpis_by_metric[pair.second.metric.key]
    parts = ("owner", "shared")
    return tuple(k.role for k in kpis if k.part in parts and k.role not in system.contractors)


def _new_ratio(system: System, pair: Pair) -> Metric:
    """A metric of the implied conversion, beside the second count."""
    first, second = pair.first.metric, pair.second.metric
    name = f"{first.name} → {second.name}"[:LONGEST_NAME]
    return Metric(key=slug(name, system.project.metric_by_key), name=name).having(
        kind="result", unit="percent", over_time="ratio", formula=f"{second.key} / {first.key}",
        influence=Influence(direct=True, horizon="week"),
        phase=second.phase, source=second.source, recorded_by=second.recorded_by,
    )  # fmt: skip


CHECK = Check("KPI303", find, __doc__)
