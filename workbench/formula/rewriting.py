"""Formulas of a project read as trees and put back, for the edits that rewrite them."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.parser import stored
from workbench.formula.printer import stored_text
from workbench.formula.syntax import FormulaError, Node

# What a metric that loses its whole formula is worth: a constant or a value a month.
Known = Mapping[Key, object]


def tree_of(metric: Metric) -> Node | None:
    """The tree of a formula, or None where there is none that can be read."""
    if metric.formula is None:
        return None
    try:
        return stored(metric.formula)
    except FormulaError:
        return None


def with_tree(metric: Metric, tree: Node | None, known: Known) -> Metric:
    """The metric with another formula; without one it is an input of the value in `known`."""
    if tree is None:
        return metric.having(formula=None, value=known.get(metric.key))
    return metric.having(formula=stored_text(tree), value=None)


def rewritten(
    project: Project, trees: Mapping[Key, Node | None], known: Known
) -> tuple[Metric, ...]:
    """All metrics of a project, those in `trees` with their new formulas."""
    return tuple(
        with_tree(metric, trees[metric.key], known) if metric.key in trees else metric
        for metric in project.metrics
    )
