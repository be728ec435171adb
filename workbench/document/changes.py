"""What differs between two projects, found by identity and only when asked."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from workbench.document.project import Project
from workbench.document.value import Key, Value

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Difference(Generic[K]):
    """The keys that came, went, and stand for another value than before."""

    added: frozenset[K] = frozenset()
    removed: frozenset[K] = frozenset()
    replaced: frozenset[K] = frozenset()

    @property
    def touched(self) -> frozenset[K]:
        """Every key of the difference."""
        return self.added | self.removed | self.replaced

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.replaced)


@dataclass(frozen=True)
class Changes:
    """The step from one project to the next; what is the same object did not change."""

    before: Project
    after: Project

    @cached_property
    def metrics(self) -> Difference[Key]:
        """Metrics by key."""
        return _difference(self.before.metrics, self.after.metrics, lambda metric: metric.key)

    @cached_property
    def roles(self) -> Difference[Key]:
        """Roles by key."""
        return _difference(self.before.roles, self.after.roles, lambda role: role.key)

    @cached_property
    def kpis(self) -> Difference[tuple[Key, Key]]:
        """KPIs by (metric, role)."""
        return _difference(self.before.kpis, self.after.kpis, lambda kpi: kpi.place)

    def touches(self, *members: str) -> bool:
        """Whether any of the named members of the project is another object than before."""
        return any(
            getattr(self.before, member) is not getattr(self.after, member) for member in members
        )


def _difference(before: Iterable[V], after: Iterable[V], key: Callable[[V], K]) -> Difference[K]:
    if before is after:
        return Difference()
    old = {key(item): item for item in before}
    new = {key(item): item for item in after}
    return Difference(
        added=frozenset(new.keys() - old.keys()),
        removed=frozenset(old.keys() - new.keys()),
        replaced=frozenset(k for k in new.keys() & old.keys() if new[k] is not old[k]),
    )
