"""Merging roles as a mend: which pairs first, and what to know before one person does both jobs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from workbench.base.texts import Figure, Text, joined, text
from workbench.checks.finding import Mend
from workbench.checks.mends.notes import watching_itself
from workbench.checks.method.terms import is_called
from workbench.checks.method.watching import own_guards
from workbench.checks.system import System
from workbench.document.edits.roles import ChangeRole
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.staffing import MergeRoles, people_of_both
from workbench.formula.values import Problem
from workbench.planning.assignment import MOST, MOST_OF_A_MANAGER, is_manager

# The role that stays and the one it takes over.
Pair = tuple[Role, Role]
# Pairs that the method knows to go together, the nearest first.
_KNOWN = (
    ("sdr", "bdr"),
    ("sdr", "sales_support"),
    ("executive", "kam"),
    ("head_of_sales", "executive"),
)
_MOST_PROPOSED, _MOST_OPPOSED = 3, 3


def merges(
    system: System, pairs: Iterable[Pair], most_people: float | None = None
) -> tuple[Mend, ...]:
    """The best merges: without a KPI against its counter-metric, known ones, the least loaded."""
    ranked = sorted(pairs, key=lambda pair: _rank(system, *pair))
    return tuple(merge(system, *pair, most_people) for pair in ranked[:_MOST_PROPOSED])


def pairs_of(system: System, roles: Iterable[Role]) -> Iterator[Pair]:
    """Every two of some roles, each with the one that stays first."""
    every = tuple(roles)
    for at, one in enumerate(every):
        for other in every[at + 1 :]:
            yield directed(system, one, other)


def directed(system: System, one: Role, other: Role) -> Pair:
    """The pair as the method has it; else a manager takes over, or the one that stands first.

    Whoever sells stays: money is no KPI of marketing.
    """
    if (one.key in system.marketers) != (other.key in system.marketers):
        return (other, one) if one.key in system.marketers else (one, other)
    if _known(one, other) is not None:
        return one, other
    manager = is_manager(system.project, other.key) and not is_manager(system.project, one.key)
    return (other, one) if manager or _known(other, one) is not None else (one, other)


def merge(system: System, keep: Role, merged: Role, most_people: float | None = None) -> Mend:
    """One role that takes over another, with what is wrong with that."""
    edit = MergeRoles(keep.key, merged.key, keep.name, merged.name)
    both = people_of_both(keep, merged)
    people = both if most_people is None else min(both, most_people)
    capped = (ChangeRole(keep.key, {"people": people}, keep.name),) if people < both else ()
    pairs = opposed(system, keep, merged)[:_MOST_OPPOSED]
    notes = [*watching_itself(system, pairs), *_too_many(system, keep, merged)]
    if people != keep.people:
        notes.append(text("People as {role} then: {n}", role=keep.name, n=Figure(people)))
    return Mend(edit.title, (edit, *capped), joined(notes, ". ") if notes else None)


def common_load(system: System, one: Role, other: Role) -> float:
    """The load of both jobs in their heaviest month together; endless where one is not known."""
    loads = (system.loads.get(one.key), system.loads.get(other.key))
    if None in loads:
        return math.inf
    months = zip(*(load.months for load in loads if load is not None), strict=True)
    sums = [math.fsum(part for part in month if not isinstance(part, Problem)) for month in months]
    return max(sums)


def opposed(system: System, keep: Role, merged: Role) -> tuple[tuple[Key, Key], ...]:
    """The KPIs that their owner alone would watch after a merge and not before, with what by."""
    after = {
        metric: keep.key if owner == merged.key else owner
        for metric, owner in system.owners.items()
    }
    found = own_guards(system.project.metrics, after)
    before = own_guards(system.project.metrics, system.owners) if found else ()
    return tuple(pair for pair in found if pair not in before)


def _rank(system: System, keep: Role, merged: Role) -> tuple[bool, int, float]:
    known = _known(keep, merged)
    return (
        bool(opposed(system, keep, merged)),
        len(_KNOWN) if known is None else known,
        common_load(system, keep, merged),
    )


def _known(keep: Role, merged: Role) -> int | None:
    fitting = (
        at
        for at, (one, other) in enumerate(_KNOWN)
        if is_called(keep, one) and is_called(merged, other)
    )
    return next(fitting, None)


def _too_many(system: System, keep: Role, merged: Role) -> Iterator[Text]:
    both = (keep.key, merged.key)
    count = len({kpi.metric for role in both for kpi in system.measured_by_role[role]})
    manages = any(is_manager(system.project, role) for role in both)
    most = MOST_OF_A_MANAGER if manages else MOST
    if count > most:
        yield text("{role} would have {n} KPIs: keep the {most} that matter most",
                   role=keep.name, n=count, most=most)  # fmt: skip
