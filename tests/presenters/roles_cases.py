"""A small project with roles, for tests of the Roles place, and views that only remember."""

from __future__ import annotations

from typing import Any

from tests.projects import metric, project
from workbench.base.languages import language
from workbench.document.client import Client, Phase
from workbench.document.edits.edit import Edit
from workbench.document.kpi import Kpi, Task
from workbench.document.metric import Influence
from workbench.document.project import Project
from workbench.document.role import Capacity, Role
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Picture, Row
from workbench.presenters.roles.cards import CardPicture
from workbench.presenters.roles.matrix_picture import Cell, MatrixPicture

ENGLISH = language("en")
RUSSIAN = language("ru")
DAILY = Influence(direct=True, horizon="day", action="calls")


def sales(*kpis: Kpi, tasks: tuple[Task, ...] = (), **members: Any) -> Project:
    """Leads × conversion = qualified × price = revenue, with SDR, marketer, head and agency."""
    given: dict[str, Any] = {
        "client": Client(currency="RUB"),
        "phases": (Phase(key="interest", name="Interest"), Phase(key="deal", name="Deal")),
        "roles": (
            Role(
                key="sdr",
                name="SDR",
                color="#2A9FD6",
                people=2.0,
                salary=80_000.0,
                bonus=40_000.0,
                payroll_tax=0.3,
                capacity=(Capacity(metric="leads", per_person=240.0),),
                ramp=(0.3, 0.6, 1.0),
                duties=("answers first", "books meetings"),
            ),
            Role(key="marketer", name="Marketer", color="#D1492E"),
            Role(key="head", name="Head", color="#B4508F"),
            Role(key="agency", name="Agency", employment="contractor"),
        ),
        "kpis": kpis,
        "tasks": tasks,
    }
    return project(
        metric("leads", name="Leads", kind="stage", value=600.0, influence=DAILY, phase="interest"),
        metric(
            "quality", name="Lead to qualified", kind="conversion", unit="ratio",
            over_time="ratio", value=0.75, norm=0.8, influence=DAILY, phase="interest",
            **{"from": "leads", "to": "qualified"},
        ),
        metric("qualified", name="Qualified", kind="stage", formula="leads * quality",
               phase="deal"),
        metric("price", name="Price", unit="money", over_time="mean", value=1_000.0,
               phase="deal"),
        metric("revenue", name="Revenue", kind="result", unit="money",
               formula="qualified * price", phase="deal"),
        metric("cost", name="Cost per lead", unit="money", over_time="mean", value=1_200.0,
               better="lower", influence=DAILY),
        **(given | members),
    )  # fmt: skip


def kpi(metric: str, role: str, **members: Any) -> Kpi:
    """A KPI of the small project."""
    return Kpi(metric=metric, role=role, **members)


def desk_with(*kpis: Kpi, code: str = "en", **members: Any) -> Desk:
    """A desk with the small project."""
    return Desk(sales(*kpis, **members), code)


def numbers(project: Project) -> Forecast:
    """The forecast of a project."""
    return calculate(project)


def after(project: Project, edit: Edit | None) -> Project:
    """The project after an edit that there has to be."""
    assert edit is not None
    return edit.apply(project)


class FormView:
    """The view of an inspector; `named` counts how often the name was opened."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []
        self.handed_over = 0
        self.named = 0

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self.pictures[-1]

    def show_picture(self, picture: Picture) -> None:
        self.pictures.append(picture)

    def hand_over(self) -> None:
        self.handed_over += 1

    def edit_title(self) -> None:
        self.named += 1

    def row(self, key: str) -> Any:
        """A row that is shown, by key."""
        return self.picture.row(key)

    def rows(self, section: str) -> tuple[Row, ...]:
        """The rows of a section."""
        found = self.picture.section(section)
        return found.rows if found else ()


class MatrixView:
    """The view of the matrix."""

    def __init__(self) -> None:
        self.pictures: list[MatrixPicture] = []
        self.selected: tuple[Cell | None, str | None, str | None] = (None, None, None)

    def show_matrix(self, picture: MatrixPicture) -> None:
        self.pictures.append(picture)

    def show_selected(self, cell: Cell | None, role: str | None, metric: str | None) -> None:
        self.selected = (cell, role, metric)


class CardsView:
    """The view of the cards."""

    def __init__(self) -> None:
        self.shown: list[tuple[CardPicture, ...]] = []
        self.role: str | None = None

    def show_cards(self, cards: tuple[CardPicture, ...]) -> None:
        self.shown.append(cards)

    def show_selected_role(self, role: str | None) -> None:
        self.role = role


class Heard:
    """What a desk told, in English."""

    def __init__(self, desk: Desk) -> None:
        self.said: list[str] = []
        desk.noticed.connect(self._hear)

    def _hear(self, notice: Any) -> None:
        self.said.append(str(notice.message))
