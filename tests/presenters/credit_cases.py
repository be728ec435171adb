"""The tab of credit on a small plan, with a view that remembers and a worker that works at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.planning.journeys import journey, touch
from tests.presenters.background_cases import AtOnce
from tests.projects import metric, project
from workbench.document.client import Channel, Client
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.presenters.charts import ShareRow
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.credit.picture import CreditPicture, ImportPicture, TouchesPicture
from workbench.presenters.plan.credit.presenter import CreditPresenter


def sales(*journeys: Any, **members: Any) -> Project:
    """A hundred leads a month, half of them deals of 100; 2,000 a month are missing to the goal."""
    made: dict[str, Any] = {
        "client": Client(currency="USD"),
        "channels": (Channel(key="site", name="Site"), Channel(key="ads", name="Ads")),
        "roles": (Role(key="sdr", name="SDR", color="#2A9FD6"), Role(key="exec", name="Exec")),
        "kpis": (Kpi(metric="leads", role="sdr", plan=110.0, period="month"),),
        "goals": (Goal(metric="revenue", value=7000.0),),
        "journeys": journeys,
    }
    return project(
        metric("leads", name="Leads", value=100.0, kind="stage", channel="site"),
        metric("rate", value=0.5, kind="conversion", unit="ratio", over_time="ratio"),
        metric("revenue", name="Revenue", formula="leads * rate * 100", unit="money"),
        **made | members,
    )  # fmt: skip


def deals() -> tuple[Any, ...]:
    """One of both channels, one of the site alone, one without touches."""
    return (
        journey(touch(9, "site", role="sdr"), touch(2, "ads", role="exec"), value=600.0),
        journey(touch(1, "site", stage="leads"), value=300.0),
        journey(value=100.0),
    )


@dataclass
class View:
    """What was shown last."""

    credit: CreditPicture | None = None
    importing: ImportPicture | None = None
    shows: int = 0

    def show_credit(self, picture: CreditPicture) -> None:
        self.credit = picture
        self.shows += 1

    def show_import(self, picture: ImportPicture | None) -> None:
        self.importing = picture


@dataclass
class Files:
    """The file that a person would choose."""

    chosen: Path | None = None

    def file_to_read(self) -> Path | None:
        return self.chosen


@dataclass
class Stand:
    """A desk, the presenter that works on it, and everything around."""

    desk: Desk
    view: View
    work: AtOnce
    files: Files
    choice: Choice
    presenter: CreditPresenter

    @property
    def shown(self) -> CreditPicture:
        assert self.view.credit is not None
        return self.view.credit

    @property
    def touches(self) -> TouchesPicture:
        assert self.shown.touches is not None
        return self.shown.touches

    @property
    def bars(self) -> tuple[ShareRow, ...]:
        assert self.shown.shares.bars is not None
        return self.shown.shares.bars.rows

    @property
    def journeys(self):
        return self.desk.project.journeys


def stand(*journeys: Any, opened: Project | None = None, language: str = "en") -> Stand:
    """The tab, shown."""
    desk = Desk(opened or sales(*(journeys or deals())), language)
    view, work, files, choice = View(), AtOnce(), Files(), Choice(desk)
    presenter = CreditPresenter(desk, choice, view, files, work)
    presenter.journeys._today = lambda: date(2027, 5, 1)
    presenter.set_visible(True)
    return Stand(desk, view, work, files, choice, presenter)
