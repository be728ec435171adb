"""Moving an end of a conversion: its term goes along, so that arrow and arithmetic agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.base.texts import Text, text
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.model import loop_with
from workbench.formula.rewriting import tree_of, with_tree
from workbench.formula.syntax import Binary, Negative, Node, metrics_in
from workbench.formula.terms import flow, renamed, with_term, without_terms
from workbench.formula.wiring import CannotConnect


@dataclass(frozen=True)
class Reroute:
    """A conversion between other stages; None leaves an end open and formulas as they are.

    A stage whose formula loses every term becomes an input of the value in `known`.
    """

    conversion: Key
    source: Key | None
    target: Key | None
    known: Mapping[Key, object] = field(default_factory=dict)
    name: str = ""

    @property
    def title(self) -> Text:
        """Names the conversion."""
        return text("Reroute “{name}”", name=self.name)

    def apply(self, project: Project) -> Project:
        """The project with the arrow elsewhere; raises `CannotConnect` where none can be."""
        before = project.metric(self.conversion)
        after = before.having(from_stage=self.source, to_stage=self.target)
        self._refuse(project)
        moved = project.having(metrics=_with(project, {after.key: after}))
        if self.source is None or self.target is None:
            return moved
        return self._rewired(moved, before)

    def _refuse(self, project: Project) -> None:
        if self.source is None or self.target is None:
            return
        source, target = project.metric(self.source).name, project.metric(self.target).name
        if self.source == self.target:
            raise CannotConnect(text("“{source}” cannot lead to itself", source=source))
        others = (m for m in project.metrics if m.key != self.conversion)
        if any((m.from_stage, m.to_stage) == (self.source, self.target) for m in others):
            raise CannotConnect(
                text("“{source}” already leads to “{target}”", source=source, target=target)
            )

    def _rewired(self, project: Project, before: Metric) -> Project:
        """Take the terms from the stage they were in, and put them where the arrow leads now."""
        assert self.source is not None
        assert self.target is not None
        left = project.metric(before.to_stage) if before.to_stage else None
        terms, rest = _taken(left, self.conversion)
        if before.from_stage:
            terms = [renamed(term, {before.from_stage: self.source}, {}) for term in terms]
        changed: dict[Key, Metric] = {}
        if left is not None and terms:
            changed[left.key] = with_tree(left, rest, self.known)
        target = changed.get(self.target, project.metric(self.target))
        tree = tree_of(target)
        for term in terms or [flow(self.source, self.conversion)]:
            tree = with_term(tree, term)
        assert tree is not None
        changed[target.key] = with_tree(target, tree, {})
        done = project.having(metrics=_with(project, changed))
        loop = loop_with(done, self.target, tree)
        if loop is not None:
            raise CannotConnect(loop.message)
        return done


def _taken(stage: Metric | None, conversion: Key) -> tuple[list[Node], Node | None]:
    """The terms of a stage's formula that mention a conversion, and what stays without them."""
    tree = tree_of(stage) if stage is not None else None
    if tree is None:
        return [], None

    def mentions(term: Node) -> bool:
        return conversion in metrics_in(term)

    return [term for term in _terms(tree) if mentions(term)], without_terms(tree, mentions)


def _terms(tree: Node) -> list[Node]:
    """The terms of the outermost sum, subtracted ones as negatives."""
    match tree:
        case Binary("+", left, right):
            return [*_terms(left), *_terms(right)]
        case Binary("-", left, right):
            return [*_terms(left), *(_negated(term) for term in _terms(right))]
        case Negative(operand):
            return [_negated(term) for term in _terms(operand)]
        case _:
            return [tree]


def _negated(term: Node) -> Node:
    return term.operand if isinstance(term, Negative) else Negative(term)


def _with(project: Project, changed: Mapping[Key, Metric]) -> tuple[Metric, ...]:
    return tuple(changed.get(metric.key, metric) for metric in project.metrics)
