"""A step of the funnel without an owner

Finds a step, a stage and the conversions that lead into it, where neither the stage nor any of
these conversions has an owner. A stage that flows whole into one with an owner is covered by it.

A funnel is as strong as its weakest step, and a step that belongs to nobody is a hole in the
chain: when its conversion falls, everybody after it suffers and nobody repairs it.

Give the conversion to the role before or after the step, whoever can move it within a day; if
the step is left alone on purpose, accept this and write down why.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import change_part, give, moved_directly
from workbench.checks.mends.notes import to_know
from workbench.checks.method.candidates import candidates
from workbench.checks.method.flow import Flow
from workbench.checks.system import System
from workbench.document.edits.edit import Edit
from workbench.document.value import Key


def find(system: System) -> Iterator[Finding]:
    """Stages that nobody leads anything into."""
    if not system.measured:
        return
    flow = Flow(system)
    for metric in system.project.metrics:
        conversions = flow.into.get(metric.key, ())
        if not conversions or not system.owners.keys().isdisjoint(conversions):
            continue
        if not _is_covered(system, flow, metric.key):
            yield _finding(system, metric.key, conversions)


def _is_covered(system: System, flow: Flow, stage: Key) -> bool:
    """Whether a stage, or one that it flows into whole, has an owner."""
    seen: set[Key] = set()
    waiting = [stage]
    while waiting:
        key = waiting.pop()
        if key in system.owners:
            return True
        seen.add(key)
        waiting += [further for further in flow.poured.get(key, ()) if further not in seen]
    return False


def _finding(system: System, stage: Key, conversions: tuple[Key, ...]) -> Finding:
    return Finding(
        "warning",
        _message(system, stage, conversions),
        metric=conversions[0] if len(conversions) == 1 else stage,
        basis=conversions,
        mends=tuple(_mends(system, conversions)),
    )


def _message(system: System, stage: Key, conversions: tuple[Key, ...]) -> Text:
    after = system.metric(stage).name
    before = system.metric(conversions[0]).from_stage
    if len(conversions) > 1 or before is None:
        return text(
            "Nobody answers for “{stage}”: neither the stage nor any conversion into it has an "
            "owner",
            stage=after,
        )
    return text(
        "Nobody answers for the step “{before} → {after}”",
        before=system.metric(before).name, after=after,
    )  # fmt: skip


def _mends(system: System, conversions: tuple[Key, ...]) -> Iterator[Mend]:
    """The conversion that most goes through, given to one beside it."""
    conversion = max(conversions, key=lambda key: _volume(system, key))
    for role in candidates(system, conversion):
        names = system.names(metric=conversion, role=role)
        title = text("Give “{metric}” to {role}", **names)
        yield Mend(title, _given(system, conversion, role), to_know(system, conversion, role))


def _given(system: System, conversion: Key, role: Key) -> tuple[Edit, ...]:
    """A conversion owned by a role; one that shares it or leads to it keeps what was agreed."""
    kpi = system.project.kpi_by_place.get((conversion, role))
    if kpi is None or not kpi.is_measured:
        return give(system, conversion, role)
    return (*moved_directly(system, conversion), change_part(system, kpi, "owner"))


def _volume(system: System, conversion: Key) -> float:
    """How much goes through a conversion in a month; nothing where that is not known."""
    stage = system.metric(conversion).from_stage
    parts = [system.forecast.monthly(key) for key in (stage, conversion) if key is not None]
    numbers = [part for part in parts if isinstance(part, float)]
    return numbers[0] * numbers[1] if len(numbers) == 2 else 0.0


CHECK = Check("KPI302", find, __doc__)
