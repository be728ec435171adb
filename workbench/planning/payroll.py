"""Which roles a money flow pays: those whose cost is a part of it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.document.value import Key
from workbench.formula.syntax import Binary, Call, Node, RoleRef, walk
from workbench.formula.terms import terms
from workbench.planning.forecast import Forecast


def paid_roles(forecast: Forecast, metric: Key) -> frozenset[Key]:
    """The roles whose cost a payroll has in it; none where the cost is shared out over something.

    A metric that is no sum of money over the months is no payroll.
    """
    found = forecast.project.metric(metric)
    tree = forecast.model.trees.get(metric)
    if tree is None or found.unit != "money" or found.over_time != "sum":
        return frozenset()
    return frozenset(role for term in terms(tree) for role in _costs(term))


def _costs(term: Node) -> Iterator[Key]:
    if isinstance(term, Binary) and term.operator == "/":
        return
    for part in walk(term):
        match part:
            case Call("cost", (RoleRef(role),)):
                yield role
            case _:
                continue
