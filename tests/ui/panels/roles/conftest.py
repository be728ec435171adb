"""The Roles place with the small project, as large as on a small screen."""

from __future__ import annotations

import pytest

from tests.presenters.roles_cases import Heard, desk_with, kpi
from workbench.document.kpi import Task
from workbench.presenters.desk import Desk
from workbench.ui.panels.roles.kpi_inspector import KpiInspector
from workbench.ui.panels.roles.place import RolesPlace
from workbench.ui.panels.roles.role_inspector import RoleInspector
from workbench.ui.theme import Theme
from workbench.ui.words import Words


@pytest.fixture
def desk() -> Desk:
    return desk_with(
        kpi("leads", "marketer", weight=0.4, plan=900.0),
        kpi("quality", "sdr", weight=0.6, plan=0.8),
        tasks=(Task(role="agency", name="Letters"),),
    )


@pytest.fixture
def heard(desk: Desk) -> Heard:
    return Heard(desk)


@pytest.fixture
def place(qtbot, desk: Desk, theme: Theme, words: Words) -> RolesPlace:
    made = RolesPlace(desk, theme, words)
    qtbot.addWidget(made)
    made.resize(1_000, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def role_inspector(qtbot, desk: Desk, theme: Theme, words: Words) -> RoleInspector:
    made = RoleInspector(desk, theme, words)
    qtbot.addWidget(made)
    made.resize(332, 900)
    desk.selection.role("sdr")
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def kpi_inspector(qtbot, desk: Desk, theme: Theme, words: Words) -> KpiInspector:
    made = KpiInspector(desk, theme, words)
    qtbot.addWidget(made)
    made.resize(332, 900)
    desk.selection.cell("quality", "sdr")
    made.show()
    qtbot.waitExposed(made)
    return made
