"""Edits of roles that rewrite formulas: removed and merged."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.base.texts import Text, text
from workbench.document.edits.approvals import following, remaining
from workbench.document.edits.members import replaced
from workbench.document.edits.roles import untouched
from workbench.document.kpi import PARTS, Kpi
from workbench.document.project import Project
from workbench.document.role import Capacity, Role
from workbench.document.value import Key
from workbench.formula.rewriting import Known, rewritten, tree_of
from workbench.formula.syntax import Node, roles_in
from workbench.formula.terms import renamed, without_terms


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

    Weights are scaled down so that they add up to what they may; people are not added up,
    because one person now does both jobs. Two part-time jobs become one that is not more than full.
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
        weights: dict[Key, float] = defaultdict(float)
        for kpi in (*project.kpis_of_role(self.keep), *project.kpis_of_role(self.merged)):
            taken = own.get(kpi.metric)
            own[kpi.metric] = _stronger(taken, kpi) if taken else kpi.having(role=self.keep)
            weights[kpi.metric] += _paid(kpi)
        others = tuple(k for k in project.kpis if k.role not in (self.keep, self.merged))
        return (*others, *_weighing(tuple(own.values()), weights))


def _joined(keep: Role, merged: Role) -> Role:
    def both(member: str) -> tuple[object, ...]:
        return tuple(dict.fromkeys((*getattr(keep, member), *getattr(merged, member))))

    return keep.having(
        duties=both("duties"),
        not_responsible=both("not_responsible"),
        competencies=both("competencies"),
        capacity=_capacity(keep, merged),
        people=max(keep.people, merged.people, min(1.0, keep.people + merged.people)),
    )


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


def _paid(kpi: Kpi) -> float:
    """The weight that counts: a contributor is not paid by what it helps with."""
    return 0.0 if kpi.part == "contributor" else kpi.weight


def _weighing(kpis: tuple[Kpi, ...], given: Mapping[Key, float]) -> tuple[Kpi, ...]:
    """The KPIs with the weights given, brought to one in all where they are above it."""
    total = math.fsum(given.values())
    weights = [given[kpi.metric] for kpi in kpis]
    if total > 1:
        weights = [round(weight / total, 4) for weight in weights]
        heaviest = weights.index(max(weights))
        weights[heaviest] = round(weights[heaviest] + 1 - math.fsum(weights), 4)
    return tuple(kpi.having(weight=weight) for kpi, weight in zip(kpis, weights, strict=True))
