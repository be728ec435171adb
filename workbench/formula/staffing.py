"""Edits of roles that rewrite formulas: removed and merged."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.base.texts import Text, text
from workbench.document.edits.approvals import following, remaining
from workbench.document.edits.members import replaced
from workbench.document.edits.roles import untouched
from workbench.document.kpi import PARTS, Kpi
from workbench.document.project import Project
from workbench.document.role import Capacity, Role
from workbench.document.value import Key
from workbench.document.weights import felt
from workbench.formula.rewriting import Known, rewritten, tree_of
from workbench.formula.syntax import Node, roles_in
from workbench.formula.terms import renamed, without_terms

_DUST = 1e-6


@dataclass(frozen=True)
class RemoveRole:
    """A role taken out with its KPIs, tasks, touches and terms in formulas.

    A metric whose formula loses every term becomes an input of the value in `known`.
    """

    key: Key
    name: str = ""
    known: Known = field(default_factory=dict)

    @property
    def title(self) -> Text:
        """Names the role."""
        return text("Remove the role “{name}”", name=self.name)

    def apply(self, project: Project) -> Project:
        """The project without the role."""
        project.role(self.key)
        trees: dict[Key, Node | None] = {}
        for metric in project.metrics:
            tree = tree_of(metric)
            if tree is not None and self.key in roles_in(tree):
                trees[metric.key] = without_terms(tree, self._mentions)
        return project.having(
            metrics=rewritten(project, trees, self.known),
            roles=tuple(role for role in project.roles if role.key != self.key),
            kpis=tuple(kpi for kpi in project.kpis if kpi.role != self.key),
            tasks=tuple(task for task in project.tasks if task.role != self.key),
            journeys=untouched(project, "role", self.key),
            approvals=remaining(project, roles={self.key}),
        )

    def _mentions(self, term: Node) -> bool:
        return self.key in roles_in(term)


@dataclass(frozen=True)
class MergeRoles:
    """One role takes over another: KPIs, duties, tasks, and its place in formulas.

    Where the weights do not fit together, each side gets as much as it has KPIs. One person or
    several do both jobs, and two part-time jobs become one that is not more than full; where both
    have several people, nobody goes, for the work of both stays.
    """

    keep: Key
    merged: Key
    keep_name: str = ""
    merged_name: str = ""

    @property
    def title(self) -> Text:
        """Names both roles."""
        return text("Merge {merged} into {keep}", merged=self.merged_name, keep=self.keep_name)

    def apply(self, project: Project) -> Project:
        """The project with one role fewer."""
        keep, merged = project.role(self.keep), project.role(self.merged)
        if self.keep == self.merged:
            return project
        joined = _joined(keep, merged)
        roles = tuple(
            joined if role is keep else role for role in project.roles if role is not merged
        )
        renamed_roles = {self.merged: self.keep}
        trees: dict[Key, Node | None] = {}
        for metric in project.metrics:
            tree = tree_of(metric)
            if tree is not None and self.merged in roles_in(tree):
                trees[metric.key] = renamed(tree, {}, renamed_roles)
        return project.having(
            roles=roles,
            metrics=rewritten(project, trees, {}),
            kpis=self._kpis(project),
            tasks=replaced(project.tasks, lambda t: t.role == self.merged, role=self.keep),
            journeys=untouched(project, "role", self.merged),
            approvals=following(project, {}, renamed_roles),
        )

    def _kpis(self, project: Project) -> tuple[Kpi, ...]:
        own: dict[Key, Kpi] = {}
        sides = (project.kpis_of_role(self.keep), project.kpis_of_role(self.merged))
        for kpi in (kpi for side in sides for kpi in side):
            taken = own.get(kpi.metric)
            own[kpi.metric] = _stronger(taken, kpi) if taken else kpi.having(role=self.keep)
        others = tuple(k for k in project.kpis if k.role not in (self.keep, self.merged))
        weights = _weights(sides)
        return (*others, *(kpi.having(weight=weights.get(kpi.metric, 0.0)) for kpi in own.values()))


def _joined(keep: Role, merged: Role) -> Role:
    def both(member: str) -> tuple[object, ...]:
        return tuple(dict.fromkeys((*getattr(keep, member), *getattr(merged, member))))

    return keep.having(
        duties=both("duties"),
        not_responsible=both("not_responsible"),
        competencies=both("competencies"),
        capacity=_capacity(keep, merged),
        people=people_of_both(keep, merged),
        **_shares_of_both(keep, merged),
    )


def _shares_of_both(keep: Role, merged: Role) -> Mapping[str, float]:
    """What share leaves and is away, by the people on either side, where the sides differ."""
    people = keep.people + merged.people
    found = {}
    for member in ("attrition", "absence"):
        one, two = getattr(keep, member), getattr(merged, member)
        if one != two and people:
            found[member] = (one * keep.people + two * merged.people) / people
    return found


def people_of_both(keep: Role, merged: Role) -> float:
    """How many people do the jobs of both roles once they are one."""
    both = keep.people + merged.people
    several = min(keep.people, merged.people) > 1
    return both if several else max(keep.people, merged.people, min(1.0, both))


def _capacity(keep: Role, merged: Role) -> tuple[Capacity, ...]:
    """What one person handles of both jobs: of a metric in both, what time for both leaves."""
    found: dict[Key, Capacity] = {}
    for one in (*merged.capacity, *keep.capacity):
        other = found.get(one.metric)
        found[one.metric] = one.having(per_person=_for_both(one, other)) if other else one
    return tuple(found.values())


def _for_both(one: Capacity, two: Capacity) -> float:
    if not one.per_person or not two.per_person:
        return 0.0
    return one.per_person * two.per_person / (one.per_person + two.per_person)


def _stronger(one: Kpi, two: Kpi) -> Kpi:
    """Of two KPIs of one metric the one that answers for more."""
    return min(one, two, key=lambda kpi: PARTS.index(kpi.part)).having(role=one.role)


def _weights(sides: Sequence[Sequence[Kpi]]) -> Mapping[Key, float]:
    """The weights by metric; where they do not fit, a side weighs as much as it has KPIs.

    They are too much together, or one side has no weights and the other leaves it none.
    """
    measured = [[kpi for kpi in side if kpi.is_measured] for side in sides]
    wholes = [math.fsum(kpi.weight for kpi in side) for side in measured]
    whole = math.fsum(wholes)
    has_weightless = any(side and not one for side, one in zip(measured, wholes, strict=True))
    fits = whole < 1 - _DUST if has_weightless else whole <= 1 + _DUST
    found: dict[Key, float] = {}
    for side, one in zip(measured, wholes, strict=True):
        for kpi in side:
            in_proportion = kpi.weight * len(side) / one if one else 1.0
            weight = kpi.weight if fits else in_proportion
            found[kpi.metric] = found.get(kpi.metric, 0.0) + weight
    if not fits:
        found.update(zip(found, felt(tuple(found.values())), strict=True))
    return found
