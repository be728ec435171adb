"""What changed in who answers for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from workbench.base.texts import Text, joined, text
from workbench.document.changes import Changes
from workbench.document.kpi import Kpi, Scale
from workbench.document.value import Key
from workbench.presenters.differences.change import (
    Half,
    Tellers,
    chosen,
    of_lines,
    of_parts,
    of_value,
    quoted,
    quoted_lines,
    share,
    told,
)
from workbench.presenters.differences.roles import merged_roles
from workbench.presenters.differences.side import Side, Sides
from workbench.presenters.measures import PARTS, PERIODS

Place = tuple[Key, Key]
_SCALES = {"linear": text("linear"), "steps": text("steps")}


def kpis_told(sides: Sides, changes: Changes) -> Iterator[Text]:
    """KPIs that went, came, were handed over and changed."""
    merged = merged_roles(changes)
    origins = _origins(changes, merged)
    followed = {*origins.values(), *_followed(changes, merged)}
    for kpi in changes.before.kpis:
        if kpi.place in changes.kpis.removed - followed:
            yield _gone(kpi, sides)
    for kpi in changes.after.kpis:
        origin = origins.get(kpi.place)
        if origin is not None:
            yield from _moved(kpi, changes.before.kpi_by_place[origin], sides, merged)
        elif kpi.place in changes.kpis.added:
            yield _given(kpi, sides.after)
        elif kpi.place in changes.kpis.replaced:
            before = changes.before.kpi_by_place[kpi.place]
            yield from told(_thing(kpi, sides.after), sides, before, kpi, _KPI)


def _followed(changes: Changes, merged: Mapping[Key, Key]) -> Iterator[Place]:
    """Cells that are gone because their metric is, or because their role was merged."""
    for metric, role in changes.kpis.removed:
        heir = merged.get(role)
        inherited = heir is not None and (metric, heir) in changes.after.kpi_by_place
        if inherited or metric in changes.metrics.removed:
            yield metric, role


def _origins(changes: Changes, merged: Mapping[Key, Key]) -> dict[Place, Place]:
    """Cells that were filled from another one: one role lost the metric, one got it."""
    gone, come = defaultdict(list), defaultdict(list)
    for metric, role in changes.kpis.removed:
        gone[metric].append(role)
    for metric, role in changes.kpis.added:
        come[metric].append(role)
    found = {}
    for metric, givers in gone.items():
        takers = come[metric]
        if len(givers) == len(takers) == 1 and _same_part(changes, metric, givers[0], takers[0]):
            found[metric, takers[0]] = (metric, givers[0])
    return found


def _same_part(changes: Changes, metric: Key, giver: Key, taker: Key) -> bool:
    before = changes.before.kpi_by_place[metric, giver]
    return before.part == changes.after.kpi_by_place[metric, taker].part


def _moved(kpi: Kpi, origin: Kpi, sides: Sides, merged: Mapping[Key, Key]) -> Iterator[Text]:
    """A KPI handed over, which goes without saying where roles were merged."""
    if merged.get(origin.role) != kpi.role:
        yield text(
            "“{metric}” is handed over: {before} → {after}",
            metric=sides.after.metric(kpi.metric),
            before=sides.before.role(origin.role),
            after=sides.after.role(kpi.role),
        )
    same = origin.model_copy(update={"role": kpi.role})
    yield from told(_thing(kpi, sides.after), sides, same, kpi, _KPI)


def _gone(kpi: Kpi, sides: Sides) -> Text:
    names = {"role": sides.before.role(kpi.role), "metric": sides.before.metric(kpi.metric)}
    return text("{role} no longer has “{metric}”", **names)


def _given(kpi: Kpi, side: Side) -> Text:
    return text(
        "“{metric}” is given to {role} ({agreed})",
        metric=side.metric(kpi.metric),
        role=side.role(kpi.role),
        agreed=joined(tuple(_agreed(kpi, side))),
    )


def _agreed(kpi: Kpi, side: Side) -> Iterator[Text]:
    """What matters most of a new KPI."""
    yield PARTS[kpi.part]
    if kpi.is_measured:
        yield text("weight {weight}", weight=side.percent(kpi.weight))
    if kpi.base is not None:
        yield text("base {value}", value=side.value(kpi.metric, kpi.base))
    if kpi.plan is not None:
        yield text("plan {value}", value=side.value(kpi.metric, kpi.plan))
    if kpi.maximum is not None:
        yield text("maximum {value}", value=side.value(kpi.metric, kpi.maximum))


def _thing(kpi: Kpi, side: Side) -> Text:
    return text("{role} · {metric}", role=side.role(kpi.role), metric=side.metric(kpi.metric))


def _target(half: Half[Kpi]) -> str:
    return half.side.value(half.owner.metric, half.value)


def _points(half: Half[Scale]) -> str:
    """Completion and payout of every point."""
    percent = half.side.percent
    return "; ".join(f"{percent(done)}: {percent(paid)}" for done, paid in half.value)


_SCALE: Tellers = {
    "kind": of_value(text("scale"), chosen(_SCALES)),
    "points": of_value(text("points of the scale"), _points),
    "threshold": of_value(text("threshold"), share),
    "cap": of_value(text("cap"), share),
}
_KPI: Tellers = {
    "part": of_value(text("part"), chosen(PARTS)),
    "weight": of_value(text("weight"), share),
    "base": of_value(text("base"), _target),
    "plan": of_value(text("plan"), _target),
    "maximum": of_value(text("maximum"), _target),
    "period": of_value(text("period"), chosen(PERIODS)),
    "scale": of_parts(Scale(), _SCALE),
    "standards": of_lines(text("standards of work"), quoted_lines),
    "actions": of_lines(text("actions"), quoted_lines),
    "condition": of_value(text("condition of the KPI"), quoted),
    "how": of_value(text("how it helps"), quoted),
}
