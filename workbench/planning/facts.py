"""The facts of a month that a person gives for the KPIs of a role."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.formula.names import Names
from workbench.planning.assumptions import number_for
from workbench.planning.pay import paid_kpis


class NoKpiOfRole(WorkbenchError):
    """A fact about something that the role is not paid by; says what it is paid by."""


def facts_given(project: Project, role: Role, given: Iterable[tuple[str, str]]) -> dict[Key, float]:
    """Facts by metric from (key or name, words); the last of several for one metric counts.

    Raises `NoKpiOfRole`, and `CannotAssume` for what is no number.
    """
    paid = [kpi.metric for kpi in paid_kpis(project, role.key)]
    facts = {}
    for word, words in given:
        key = Names(project).find_metric(word)
        if key is None or key not in paid:
            raise _no_kpi(role, word, paid)
        facts[key] = number_for(project.metric(key), words)
    return facts


def _no_kpi(role: Role, word: str, paid: list[Key]) -> NoKpiOfRole:
    if not paid:
        return NoKpiOfRole(
            text("“{key}” is no KPI of {role}, which is paid by none", key=word, role=role.name)
        )
    return NoKpiOfRole(
        text(
            "“{key}” is no KPI of {role}; it is paid by {known}",
            key=word, role=role.name, known=", ".join(paid),
        )
    )  # fmt: skip
