"""The gaps of the workbook as the panel lists them."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.checks.gaps import Gap
from workbench.presenters.desk import Desk
from workbench.presenters.selection import Selected
from workbench.presenters.sheets.picture import Fact

_MOST_NAMED = 12


def facts(desk: Desk, gaps: Iterable[Gap]) -> tuple[Fact, ...]:
    """Every gap, with the way to where it is filled."""
    return tuple(
        Fact("missing", desk.say(gap.message), _listed(gap.names), gap.place, _selected(gap))
        for gap in gaps
    )


def _selected(gap: Gap) -> Selected:
    if gap.role is not None:
        return Selected(role=gap.role)
    return Selected(metrics=(gap.metric,) if gap.metric is not None else ())


def _listed(names: tuple[str, ...]) -> str:
    more = ["…"] if len(names) > _MOST_NAMED else []
    return "\n".join((*names[:_MOST_NAMED], *more))
