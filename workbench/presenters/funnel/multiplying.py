"""An arrow from a stage to money that has its price already: how many times how much of one."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.formula.model import checked, loop_with
from workbench.formula.printer import stored_text
from workbench.formula.rewriting import tree_of
from workbench.formula.syntax import FormulaError, Node, Ref, metrics_in
from workbench.formula.terms import terms, with_factor
from workbench.formula.wiring import CannotConnect


def multiplication(project: Project, stage: Metric, target: Metric) -> Edit | None:
    """The one price in a sum of money multiplied by a stage; None where there is none, or several.

    Revenue that was the average deal becomes deals × average deal, and adds up over time.
    """
    tree = tree_of(target)
    if tree is None:
        return None
    found = [(term, price) for term in terms(tree) if (price := _price(project, term))]
    if len(found) != 1:
        return None
    term, price = found[0]
    product = with_factor(tree, Ref(stage.key), term)
    try:
        checked(project, target, product)
    except FormulaError:
        return None
    refuse_circle(project, target, product)
    members: dict[str, object] = {"formula": stored_text(product), "value": None}
    if stage.over_time == "sum" and target.over_time == "mean":
        members["over_time"] = "sum"
    change = ChangeMetric(target.key, members, target.name)
    title = text("Multiply “{stage}” by “{price}”", stage=stage.name, price=price.name)
    return Bundle(title, (change,))


def refuse_circle(project: Project, target: Metric, tree: Node) -> None:
    """Raise `CannotConnect` where a formula would close a circle."""
    loop = loop_with(project, target.key, tree)
    if loop is not None:
        raise CannotConnect(loop.message)


def _price(project: Project, term: Node) -> Metric | None:
    """What one of something is worth in a term: its only money, and no flow is in it yet."""
    known = project.metric_by_key
    metrics = [known[key] for key in metrics_in(term) if key in known]
    money = [metric for metric in metrics if metric.unit == "money"]
    level = all(metric.over_time in ("mean", "ratio") for metric in metrics)
    staged = any(metric.kind == "stage" for metric in metrics)
    return money[0] if len(money) == 1 and level and not staged else None
