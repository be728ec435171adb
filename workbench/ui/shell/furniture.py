"""Which widget stands where; imported pieces load on first use."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.presenters.desk import Desk, Place
from workbench.presenters.files import Files
from workbench.presenters.plan.choice import Choice
from workbench.presenters.preferences import Preferences
from workbench.ui.shell.places import Make
from workbench.ui.theme import Theme
from workbench.ui.words import Words


def place_makers(
    desk: Desk, theme: Theme, words: Words, files: Files, preferences: Preferences
) -> dict[Place, Make]:
    """How each work place is made; plan and actuals share what the plan is about."""
    choice = Choice(desk)

    def funnel() -> QWidget:
        from workbench.ui.canvas.place import FunnelPlace

        return FunnelPlace(desk, theme, words)

    def roles() -> QWidget:
        from workbench.ui.panels.roles.place import RolesPlace

        return RolesPlace(desk, theme, words)

    def plan() -> QWidget:
        from workbench.ui.panels.plan.place import PlanPlace

        return PlanPlace(desk, theme, words, choice)

    def sheets() -> QWidget:
        from workbench.ui.panels.sheets.place import SheetsPlace

        return SheetsPlace(desk, theme, words, preferences)

    def actuals() -> QWidget:
        from workbench.ui.panels.actuals.place import ActualsPlace

        return ActualsPlace(desk, theme, words, choice)

    def templates() -> QWidget:
        from workbench.presenters.templates import Beginnings
        from workbench.ui.panels.templates.place import TemplatesPlace

        return TemplatesPlace(desk, theme, words, Beginnings(files, preferences))

    return {
        "funnel": funnel, "roles": roles, "plan": plan, "sheets": sheets, "actuals": actuals,
        "templates": templates,
    }  # fmt: skip


def inspector_makers(desk: Desk, theme: Theme, words: Words) -> dict[str, Make]:
    """How each inspector is made."""

    def project() -> QWidget:
        from workbench.ui.panels.project_inspector import ProjectInspector

        return ProjectInspector(desk, theme, words)

    def metrics() -> QWidget:
        from workbench.ui.panels.metric_inspector import MetricInspector

        return MetricInspector(desk, theme, words)

    def role() -> QWidget:
        from workbench.ui.panels.roles.role_inspector import RoleInspector

        return RoleInspector(desk, theme, words)

    def cell() -> QWidget:
        from workbench.ui.panels.roles.kpi_inspector import KpiInspector

        return KpiInspector(desk, theme, words)

    return {"project": project, "metrics": metrics, "role": role, "cell": cell}
