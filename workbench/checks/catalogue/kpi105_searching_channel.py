"""Quality without the marketer before the channel is confirmed

Finds a conversion that tells the quality of leads, by which roles are measured but no marketer,
while all its channels are still being searched for.

The marketer is free of the quality of leads only while the channel is confirmed: there is data
that its leads convert at the norm. While the channel is searched for, nobody knows whether the
leads or the answers to them are bad, so both sides answer for it.

Share the KPI with the marketer until the channel is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import text
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.mends.kpis import share
from workbench.checks.system import System
from workbench.checks.wording import listed
from workbench.document.client import Channel
from workbench.document.edits.project import SetMembers
from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.syntax import metrics_in


def find(system: System) -> Iterator[Finding]:
    """Quality that only sales answer for before the channel is confirmed."""
    states = {channel.key: channel for channel in system.project.channels}
    for metric in system.project.metrics:
        roles = _measured(system, metric.key)
        if not _tells_quality(metric) or not roles or system.marketers & roles:
            continue
        channels = [states[key] for key in _channels(system, metric)]
        if channels and all(channel.state == "searching" for channel in channels):
            yield _finding(system, metric, channels, roles)


def _measured(system: System, metric: Key) -> frozenset[Key]:
    kpis = system.kpis_by_metric.get(metric, ())
    return frozenset(kpi.role for kpi in kpis if kpi.is_measured)


def _tells_quality(metric: Metric) -> bool:
    return metric.kind == "conversion" and (metric.norm is not None or metric.channel is not None)


def _channels(system: System, metric: Metric) -> tuple[Key, ...]:
    """The channel of a conversion, else all that its first stage is fed by."""
    if metric.channel is not None:
        return (metric.channel,)
    found: dict[Key, None] = {}
    seen: set[Key] = set()
    waiting = [metric.from_stage] if metric.from_stage else []
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        channel = system.metric(key).channel
        if channel is not None:
            found[channel] = None
        elif (tree := system.forecast.model.trees.get(key)) is not None:
            waiting.extend(sorted(metrics_in(tree)))
    return tuple(sorted(found))


def _finding(
    system: System, metric: Metric, channels: list[Channel], roles: frozenset[Key]
) -> Finding:
    return Finding(
        "warning",
        text(
            "“{metric}” is measured without marketing ({roles}), but the channel is not confirmed "
            "yet: {channels}",
            metric=metric.name,
            roles=listed(role.name for role in system.project.roles if role.key in roles),
            channels=listed(channel.name for channel in channels),
        ),
        metric=metric.key,
        basis=(tuple(channel.key for channel in channels), tuple(sorted(roles))),
        mends=tuple(_mends(system, metric.key, channels)),
    )


def _mends(system: System, metric: Key, channels: list[Channel]) -> Iterator[Mend]:
    """Sharing first: that a channel is confirmed is for people to say, never for a machine."""
    marketers = [role.key for role in system.staff if role.key in system.marketers]
    for role in marketers:
        yield share(system, metric, role)
    for channel in channels if marketers else ():
        yield _confirmed(system, channel)


def _confirmed(system: System, channel: Channel) -> Mend:
    title = text("Confirm the channel “{channel}”", channel=channel.name)
    channels = tuple(
        one.having(state="confirmed") if one.key == channel.key else one
        for one in system.project.channels
    )
    return Mend(
        title,
        (SetMembers({"channels": channels}, title),),
        text("Only if there is data that its leads convert at the norm"),
        is_claim=True,
    )


CHECK = Check("KPI105", find, __doc__)
