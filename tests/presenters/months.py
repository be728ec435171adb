"""A plan of three months with a view that remembers what it was shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.projects import metric, project
from workbench.document.client import Client, Phase
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal, Scenario
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Block, GoalPicture, Row, Table
from workbench.presenters.months.presenter import MonthsPresenter
from workbench.presenters.plan.choice import Choice


def plan(**members: Any) -> Project:
    """Leads, a conversion by month and their product, with a goal and one scenario."""
    made: dict[str, Any] = {
        "client": Client(currency="USD"),
        "phases": (Phase(key="interest", name="Interest"), Phase(key="deal", name="Deal")),
        "roles": (
            Role(key="sdr", name="SDR", color="#2A9FD6"),
            Role(key="head", name="Head", color="#B4508F"),
        ),
        "kpis": (
            Kpi(metric="share", role="head", part="contributor"),
            Kpi(metric="share", role="sdr"),
        ),
        "goals": (Goal(metric="deals", value=80.0),),
        "scenarios": (Scenario(key="more", name="More", values={"leads": 200.0}),),
    }
    return project(
        metric("leads", value=100.0, kind="stage", phase="interest"),
        metric("share", value=(0.5, 0.6, 0.7), kind="conversion", unit="ratio",
               over_time="ratio", phase="interest", **{"from": "leads", "to": "deals"}),
        metric("deals", formula="leads * share", kind="stage", phase="deal"),
        metric("price", value=1000.0, unit="money", over_time="mean"),
        **made | members,
    )  # fmt: skip


@dataclass
class View:
    """What was shown, the latest of each kind, and how often the table was."""

    table: Table = field(default_factory=Table)
    goal: Any = None
    selected: tuple[str, ...] = ()
    tables: int = 0

    def show_table(self, table: Table) -> None:
        self.table = table
        self.tables += 1

    def show_goal(self, goal: GoalPicture | None) -> None:
        self.goal = goal

    def show_selected(self, keys: tuple[str, ...]) -> None:
        self.selected = keys

    def row(self, key: str) -> Row:
        line = self.table.lines[self.table.places[key]]
        assert isinstance(line, Row)
        return line

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.row(key).cells)

    def kinds(self, key: str) -> tuple[str, ...]:
        return tuple(cell.kind for cell in self.row(key).cells)


@dataclass
class Stand:
    """A desk, the presenter that works on it, and its view."""

    desk: Desk
    choice: Choice
    view: View
    presenter: MonthsPresenter

    def value(self, key: str) -> object:
        """What the project holds."""
        return self.desk.project.metric(key).value

    def given(self, scenario: str = "more") -> dict[str, object]:
        """What a scenario holds."""
        return next(dict(s.values) for s in self.desk.project.scenarios if s.key == scenario)


def stand(opened: Project | None = None, language: str = "en") -> Stand:
    """A plan that is shown."""
    desk, view = Desk(opened or plan(), language), View()
    choice = Choice(desk)
    presenter = MonthsPresenter(desk, choice, view)
    presenter.set_visible(True)
    return Stand(desk, choice, view, presenter)


def block(*keys: str, months: tuple[int, int] = (0, 0)) -> Block:
    """Metrics from a first to a last month."""
    return Block(keys, *months)
