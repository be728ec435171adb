"""A plan with a team, and a view that remembers what it was shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.projects import metric, project
from workbench.document.client import Client
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal, Scenario
from workbench.document.project import Project
from workbench.document.role import Capacity, Role
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.team.picture import (
    DeliveryPicture,
    EconomicsPicture,
    HiringRow,
    RoleDetail,
)
from workbench.presenters.plan.team.presenter import TeamPresenter


def role(key: str, **members: Any) -> Role:
    capacity = members.pop("capacity", {})
    parts = tuple(Capacity(metric=one, per_person=value) for one, value in capacity.items())
    return Role(key=key, name=key.upper(), capacity=parts, **members)


def team(**members: Any) -> Project:
    """Leads that two SDR answer, deals that one seller closes, and a head without a capacity."""
    made: dict[str, Any] = {
        "client": Client(currency="USD"),
        "roles": (
            role(
                "sdr",
                people=2.0,
                salary=1000.0,
                payroll_tax=0.2,
                capacity={"leads": 100.0},
                ramp=(0.5, 1.0),
                color="#2A9FD6",
            ),
            role("seller", people=1.0, salary=3000.0, capacity={"deals": 50.0}),
            role("head", people=1.0, salary=5000.0),
        ),
        "kpis": (Kpi(metric="rate", role="sdr"), Kpi(metric="deals", role="seller")),
        "goals": (Goal(metric="revenue", value=40_000.0),),
        "scenarios": (Scenario(key="less", name="Less", values={"leads": 100.0}),),
    }
    return project(
        metric("leads", name="Leads", value=300.0, kind="stage"),
        metric("rate", kind="conversion", unit="ratio", value=0.1),
        metric("deals", name="Deals", formula="leads * rate", kind="stage"),
        metric("price", value=1000.0, unit="money", over_time="mean"),
        metric("revenue", name="Revenue", formula="deals * price", unit="money"),
        **made | members,
    )  # fmt: skip


@dataclass
class View:
    """What was shown, the latest of each kind."""

    rows: tuple[HiringRow, ...] = ()
    chosen: str | None = None
    detail: Any = None
    delivery: Any = None
    economics: Any = None
    shown: int = 0

    def show_rows(self, rows: tuple[HiringRow, ...], chosen: str | None) -> None:
        self.rows, self.chosen = rows, chosen
        self.shown += 1

    def show_detail(self, detail: RoleDetail | None) -> None:
        self.detail = detail

    def show_delivery(self, picture: DeliveryPicture) -> None:
        self.delivery = picture

    def show_economics(self, picture: EconomicsPicture) -> None:
        self.economics = picture

    def row(self, key: str) -> HiringRow:
        return next(row for row in self.rows if row.role == key)

    @property
    def said(self) -> list[str]:
        """What is said of the goal."""
        return [note.words for note in self.delivery.notes]


class Opened:
    """The tab of a team as it is seen."""

    def __init__(self, made: Project | None = None, code: str = "en") -> None:
        self.desk = Desk(made or team(), code)
        self.choice = Choice(self.desk)
        self.view = View()
        self.presenter = TeamPresenter(self.desk, self.choice, self.view)
        self.presenter.set_visible(True)
