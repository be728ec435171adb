"""Where in the funnel a role works, as far as what it is called says so."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.checks.method.terms import is_called
from workbench.checks.system import System
from workbench.document.metric import Metric
from workbench.document.value import Key

# By term: the phase a role works in, and where between its start, 0, and its end, 1.
_HOMES = {
    "sdr": (0, 1.0),
    "kam": (2, 0.5),
    "service": (2, 0.5),
    "executive": (1, 0.5),
}
_MARKETING = (0, 0.1)


def is_home(system: System, role: Key, metric: Key) -> bool | None:
    """Whether a metric belongs to a phase a role works in; None where that is not known.

    A conversion between two phases belongs to both. Who leads others is at home nowhere.
    """
    home, phases = _home(system, role), _phases(system, system.metric(metric))
    if leads_sales(system, role) and phases:
        return False
    return None if home is None or not phases else _phase(system, home) in phases


def way(system: System, role: Key, metric: Key) -> float:
    """How far a metric is, in phases, from where a role works; 0 where that is not known."""
    home, at = _home(system, role), _place(system, system.metric(metric))
    if home is None or at is None:
        return 0.0
    return abs(at - home[1] - _order(system).index(_phase(system, home)))


def leads_sales(system: System, role: Key) -> bool:
    """Whether a role is called one that answers for sales through people it leads."""
    return is_called(system.role(role), "head_of_sales")


def _home(system: System, role: Key) -> tuple[int, float] | None:
    if role in system.marketers:
        return _MARKETING
    if leads_sales(system, role) or not system.project.phases:
        return None
    found = system.role(role)
    return next((home for term, home in _HOMES.items() if is_called(found, term)), None)


def _phase(system: System, home: tuple[int, float]) -> Key:
    """The phase of a home; the last where there are fewer."""
    order = _order(system)
    return order[min(home[0], len(order) - 1)]


def _order(system: System) -> Sequence[Key]:
    return [phase.key for phase in system.project.phases]


def _phases(system: System, metric: Metric) -> set[Key]:
    ends = [system.metric(key) for key in (metric.from_stage, metric.to_stage) if key is not None]
    return {one.phase for one in (metric, *ends) if one.phase is not None}


def _place(system: System, metric: Metric) -> float | None:
    """A place on the line of phases: a phase is as long as the way to what has most beneath it.

    A conversion is where it leads to.
    """
    end = metric if metric.to_stage is None else system.metric(metric.to_stage)
    if end.phase is None:
        return None
    counts = {
        one.key: _count_beneath(system, one)
        for one in (*system.project.metrics, end)
        if one.phase == end.phase and (one.kind == "stage" or one is end)
    }
    whole = max(counts.values())
    return _order(system).index(end.phase) + (counts[end.key] / whole if whole else 0.0)


def _count_beneath(system: System, metric: Metric) -> int:
    """How many stages of its phase come before it."""
    beneath = (system.metric(key) for key in system.beneath(metric.key) if key != metric.key)
    return sum(one.kind == "stage" and one.phase == metric.phase for one in beneath)
