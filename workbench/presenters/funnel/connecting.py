"""What an arrow drawn from one card to another means."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric, Unit
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.model import checked
from workbench.formula.printer import stored_text
from workbench.formula.rewriting import tree_of
from workbench.formula.syntax import Binary, FormulaError, Node, Ref
from workbench.formula.terms import with_term
from workbench.formula.values import Problem
from workbench.formula.wiring import CannotConnect, Connect
from workbench.planning.forecast import Forecast
from workbench.presenters.funnel.adding import new_conversion
from workbench.presenters.funnel.links import links_of
from workbench.presenters.funnel.multiplying import multiplication, refuse_circle

_FIGURES = 4  # of a first conversion, so that it reads like one a person typed


@dataclass(frozen=True, slots=True)
class Connection:
    """The edit that draws an arrow, the conversion it makes, if any, and what to look at after."""

    edit: Edit
    conversion: Metric | None = None
    shown: Key | None = None

    @property
    def awaits_value(self) -> Key | None:
        """The new conversion that a person still has to give a value."""
        made = self.conversion
        return made.key if made is not None and made.value is None else None


def connection(forecast: Forecast, source: Key, target: Key) -> Connection:
    """The arrow from one card to another; raises `CannotConnect` where none makes sense."""
    project = forecast.project
    one, two = project.metric(source), project.metric(target)
    _refuse(forecast, one, two)
    if one.kind == "standard":
        return Connection(_guard(one, two))
    unit = _conversion_unit(one, two)
    if unit is None:
        return Connection(_plain(project, one, two))
    product = multiplication(project, one, two) if unit == "money" else None
    if product is not None:
        return Connection(product, shown=target)
    made = new_conversion(project, one, two, unit)
    made = made.having(value=_first_value(forecast, one, two))
    edit = Connect(source, target, made, source_name=one.name, target_name=two.name)
    return Connection(edit, made, shown=made.key)


def first_connection(project: Project, source: Metric, target: Metric) -> Edit | None:
    """The arrow to a card that is just being made; None where there can be none."""
    unit = _conversion_unit(source, target)
    if source.kind == "standard" or (unit is None and source.unit != target.unit):
        return None
    made = None if unit is None else new_conversion(project, source, target, unit)
    return Connect(source.key, target.key, made, source_name=source.name, target_name=target.name)


def connect_title(source: str, target: str) -> Text:
    """What connecting two cards is called in the history."""
    return text("Connect “{source}” to “{target}”", source=source, target=target)


def _refuse(forecast: Forecast, source: Metric, target: Metric) -> None:
    if source.key == target.key:
        raise CannotConnect(text("“{source}” cannot lead to itself", source=source.name))
    links = links_of(forecast.project, forecast.model.trees)
    if any((link.source, link.target) == (source.key, target.key) for link in links):
        names = {"source": source.name, "target": target.name}
        raise CannotConnect(text("“{source}” already leads to “{target}”", **names))
    if target.kind == "standard":
        raise CannotConnect(
            text("“{target}” is a standard of work: nothing is computed from others for it",
                 target=target.name)
        )  # fmt: skip


def _conversion_unit(source: Metric, target: Metric) -> Unit | None:
    """The unit of the conversion between two cards; None where there is nothing to convert."""
    if source.unit != "count" or source.kind not in ("stage", "driver"):
        return None
    if target.kind == "stage" and target.unit == "count":
        return "ratio" if source.kind == "stage" else "count"
    return "money" if source.kind == "stage" and target.unit == "money" else None


def _first_value(forecast: Forecast, source: Metric, target: Metric) -> float | None:
    """The conversion that leaves a target that had a value of its own where it was."""
    before, after = forecast.totals[source.key], forecast.totals[target.key]
    if target.is_computed or isinstance(before, Problem) or isinstance(after, Problem):
        return None
    if not before or "last" in (source.over_time, target.over_time):
        return None
    return float(f"{after / before:.{_FIGURES}g}")


def _guard(standard: Metric, target: Metric) -> Edit:
    guards = (*standard.guards, target.key)
    change = ChangeMetric(standard.key, {"guards": guards}, standard.name)
    return Bundle(connect_title(standard.name, target.name), (change,))


def _plain(project: Project, source: Metric, target: Metric) -> Edit:
    """The source added to the formula, or multiplied with it where units ask for that."""
    tree = tree_of(target)
    try:
        checked(project, target, with_term(tree, Ref(source.key)))
    except FormulaError as error:
        factor = _as_factor(project, source, target, tree)
        if factor is None:
            raise CannotConnect(error.message) from None
        return factor
    return Connect(source.key, target.key, source_name=source.name, target_name=target.name)


def _as_factor(project: Project, source: Metric, target: Metric, tree: Node | None) -> Edit | None:
    if tree is None:
        return None
    product = Binary("*", tree, Ref(source.key))
    try:
        checked(project, target, product)
    except FormulaError:
        return None
    refuse_circle(project, target, product)
    change = ChangeMetric(target.key, {"formula": stored_text(product), "value": None}, target.name)
    return Bundle(connect_title(source.name, target.name), (change,))
