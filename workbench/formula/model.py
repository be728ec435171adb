"""All formulas of a project, parsed, checked and put in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.metric import Metric, Unit
from workbench.document.project import Project
from workbench.formula.dependencies import Order, order
from workbench.formula.parser import stored
from workbench.formula.syntax import Call, FormulaError, Node, Ref, RoleRef, Span, walk
from workbench.formula.units import check_result


@dataclass(frozen=True)
class Model:
    """The trees of the computed metrics, their order, and what is wrong with the others."""

    trees: Mapping[str, Node]
    errors: Mapping[str, FormulaError]
    order: Order


def model_of(project: Project) -> Model:
    """Read and check every formula of a project; nothing is raised."""
    trees, errors = _read(project)
    sequence = order(trees)
    for loop in sequence.loops:
        for key in loop:
            errors[key] = _loop_error(project, loop, trees, key)
    return Model({key: tree for key, tree in trees.items() if key not in errors}, errors, sequence)


def _read(project: Project) -> tuple[dict[str, Node], dict[str, FormulaError]]:
    """Every formula that can be read and is sound in itself, and what is wrong with the others."""
    trees: dict[str, Node] = {}
    errors: dict[str, FormulaError] = {}
    for metric in project.metrics:
        if metric.formula is not None:
            try:
                trees[metric.key] = checked(project, metric, stored(metric.formula))
            except FormulaError as error:
                errors[metric.key] = error
    return trees, errors


def checked(project: Project, metric: Metric, tree: Node) -> Node:
    """The tree, if everything it mentions exists and its units go together; else `FormulaError`."""
    for part in walk(tree):
        if isinstance(part, Ref) and part.key not in project.metric_by_key:
            raise FormulaError(text("there is no metric “{key}”", key=part.key), part.span)
        if isinstance(part, RoleRef) and part.key not in project.role_by_key:
            raise FormulaError(text("there is no role “{key}”", key=part.key), part.span)

    def unit_of(key: str) -> Unit:
        return project.metric(key).unit

    check_result(tree, metric.unit, unit_of)
    return tree


def loop_with(project: Project, metric: str, tree: Node) -> FormulaError | None:
    """What would be wrong if a metric had this formula: the circle it would close, if any."""
    trees = {**_read(project)[0], metric: tree}
    sequence = order(trees)
    loop = sequence.loop_of(metric)
    return _loop_error(project, loop, trees, metric) if loop else None


def _loop_error(
    project: Project, loop: tuple[str, ...], trees: Mapping[str, Node], metric: str
) -> FormulaError:
    at = loop.index(metric)
    names = [project.metric(key).name for key in (*loop[at:], *loop[: at + 1])]
    span = _mention(trees[metric], loop[(at + 1) % len(loop)])
    return FormulaError(_loop_text(" → ".join(names), loop, trees), span)


def _loop_text(circle: str, loop: tuple[str, ...], trees: Mapping[str, Node]) -> Text:
    if any(_lags_without_initial(trees[key], set(loop)) for key in loop):
        return text(
            "lag() needs its third value, the one to start with, in the circle {circle}",
            circle=circle,
        )
    return text("the formulas run in a circle: {circle}", circle=circle)


def _lags_without_initial(tree: Node, loop: set[str]) -> bool:
    return any(
        isinstance(part, Call) and part.function == "lag" and len(part.arguments) == 2
        and isinstance(part.arguments[0], Ref) and part.arguments[0].key in loop
        for part in walk(tree)
    )  # fmt: skip


def _mention(tree: Node, key: str) -> Span:
    mentions = (part.span for part in walk(tree) if isinstance(part, Ref) and part.key == key)
    return next(mentions, tree.span)
