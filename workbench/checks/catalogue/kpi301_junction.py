"""A junction of phases that is not measured whole

Finds two neighbouring phases with something passing from one to the other, where nobody is
measured by how much is handed over, by what one costs, or by how good it is. One who only helps
is not measured.

A customer passes from interest to deal to service, and each hand-off is described by three KPIs
at once: quantity (of opportunities, not of mere leads), cost of one, and quality (fit with the
target profile). What is left out gets worse while the other two are reached.

Give what is missing to a role beside the hand-off, the cost to a manager first; a metric that
does not exist yet is added to the model.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, joined, text
from workbench.checks.check import Check
from workbench.checks.finding import Finding
from workbench.checks.mends.junctions import mend_of
from workbench.checks.method.flow import Flow, Junction
from workbench.checks.method.junction_sides import Side, metrics_by_side
from workbench.checks.system import System

_WORDS: dict[Side, Text] = {
    "quantity": text("quantity"),
    "cost": text("cost"),
    "quality": text("quality"),
}


def find(system: System) -> Iterator[Finding]:
    """Junctions with a side that nobody is measured by."""
    if not system.measured:
        return
    measured = {kpi.metric for kpi in system.measured}
    for junction in Flow(system).junctions:
        sides = metrics_by_side(system, junction)
        missing = [side for side, metrics in sides.items() if measured.isdisjoint(metrics)]
        if missing:
            mend = mend_of(system, junction, {side: sides[side] for side in missing})
            yield Finding(
                "warning",
                _message(junction, missing),
                metric=(junction.crossing or junction.handed)[0],
                basis=tuple(missing),
                mends=() if mend is None else (mend,),
            )


def _message(junction: Junction, missing: list[Side]) -> Text:
    return text(
        "The hand-off from “{before}” to “{after}” needs quantity, cost and quality; nobody is "
        "measured by: {missing}",
        before=junction.before.name,
        after=junction.after.name,
        missing=joined([_WORDS[side] for side in missing]),
    )


CHECK = Check("KPI301", find, __doc__)
