"""An easily gamed KPI without a counter-metric

Finds a KPI that is easily gamed and that no counter-metric watches. A metric says so itself, or it
is one of those that usually are: calls, emails, meetings booked, the number of leads and others.

What is counted is done, the easiest way first: calls are handled by hanging up, the open rate is
lifted by a false subject line. A KPI that can be gamed is paired with a counter-metric, which gets
worse when it is.

Pair it with a counter-metric that somebody else owns; the conversion that follows is often one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.base.texts import Bilingual, Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.method.counters import Counters, is_held, owns
from workbench.checks.method.gaming import Counter, Gaming, gaming_of
from workbench.checks.system import System
from workbench.document.edits.metrics import AddMetric, ChangeMetric
from workbench.document.keys import slug
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.names import folded

_MOST_OFFERS = 2


@dataclass(frozen=True, slots=True)
class _Gamed:
    """A KPI that can be cheated, by whom and how; of a known kind or by its own word."""

    metric: Metric
    role: Key
    kind: Gaming | None
    cheat: str | Bilingual

    @property
    def step(self) -> Key:
        """What it is a step of the funnel to: a stage and the conversion into it are one."""
        return self.metric.to_stage or self.metric.key


def find(system: System) -> Iterator[Finding]:
    """What somebody is paid for, could cheat, and nothing watches; of one step of the funnel once.

    A stage and the conversion into it are cheated alike: what has an owner comes before the other.
    """
    told: set[Key] = set()
    counters = Counters(system)
    for gamed in sorted(_gamed(system), key=lambda gamed: gamed.metric.key not in system.owners):
        if gamed.metric.gaming or gamed.step not in told:
            told.add(gamed.step)
            yield _finding(gamed, _mends(system, gamed, counters.of(gamed.metric, gamed.kind)))


def _gamed(system: System) -> Iterator[_Gamed]:
    """Each KPI that can be cheated; not what watches others itself and is nobody's own."""
    watching = {guard for metric in system.project.metrics for guard in metric.guards}
    for metric in system.project.metrics:
        role = _answering(system, metric.key)
        if metric.guards or role is None:
            continue
        kind = gaming_of(system.project, metric)
        is_shared_guard = metric.key in watching and metric.key not in system.owners
        if metric.gaming:
            yield _Gamed(metric, role, kind, metric.gaming)
        elif kind and not is_shared_guard and not is_held(system, metric):
            yield _Gamed(metric, role, kind, Bilingual(**kind.gaming))


def _answering(system: System, metric: Key) -> Key | None:
    """The employed role that answers for a metric, its owner first."""
    kpis = system.kpis_by_metric.get(metric, ())
    roles = (kpi.role for kpi in kpis if kpi.is_measured)
    return next((role for role in roles if role not in system.contractors), None)


def _finding(gamed: _Gamed, mends: Iterable[Mend]) -> Finding:
    metric = gamed.metric
    return Finding(
        "warning",
        text(
            "“{metric}” is easily gamed and no counter-metric watches it. How one would cheat: "
            "{gaming}",
            metric=metric.name, gaming=gamed.cheat,
        ),
        metric=metric.key,
        role=gamed.role,
        basis=(metric.gaming or (gamed.kind.key if gamed.kind else ""),),
        mends=tuple(mends),
    )  # fmt: skip


def _mends(system: System, gamed: _Gamed, found: Sequence[Key]) -> Iterator[Mend]:
    """Counter-metrics of others, a new one, and where there are no others the owner's own."""
    owner = system.owners.get(gamed.metric.key, "")
    others = [key for key in found if not owns(system, owner, key)]
    yield from (_paired(system, gamed, key) for key in others[:_MOST_OFFERS])
    if gamed.kind is not None:
        yield from _new(system, gamed, gamed.kind.counter)
    if found and not others:
        note = text(
            "{role} would own both: hand one of them to another role", **system.names(role=owner)
        )
        yield from (_paired(system, gamed, key, note) for key in found[:_MOST_OFFERS])


def _paired(system: System, gamed: _Gamed, guard: Key, note: Text | None = None) -> Mend:
    names = {"metric": gamed.metric.name, "guard": system.metric(guard).name}
    title = text("Check “{metric}” against “{guard}”", **names)
    return Mend(title, (_watched(system, gamed, guard),), note)


def _new(system: System, gamed: _Gamed, counter: Counter) -> Iterator[Mend]:
    """A counter-metric made for the purpose, unless something else has its name."""
    name = counter.name[system.project.language]
    if folded(name) in (folded(metric.name) for metric in system.project.metrics):
        return
    guard = Metric(
        key=slug(name, system.project.metric_by_key),
        name=name,
        unit=counter.unit,
        over_time="mean",
        better=counter.better,
        phase=gamed.metric.phase,
    )
    yield Mend(
        text(
            "Add the counter-metric “{guard}” to “{metric}”",
            guard=Bilingual(**counter.name),
            metric=gamed.metric.name,
        ),
        (AddMetric(guard), _watched(system, gamed, guard.key)),
        text("It has no value yet: agree on who records it and where"),
    )


def _watched(system: System, gamed: _Gamed, guard: Key) -> ChangeMetric:
    changes: dict[str, object] = {"guards": (guard,)}
    if gamed.kind and not gamed.metric.gaming:
        changes["gaming"] = gamed.kind.gaming[system.project.language]
    return ChangeMetric(gamed.metric.key, changes, gamed.metric.name)


CHECK = Check("KPI204", find, __doc__)
