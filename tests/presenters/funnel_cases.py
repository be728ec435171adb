"""Sizes without fonts, a view that only remembers, and small funnels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.projects import metric, project
from workbench.base.errors import WorkbenchError
from workbench.base.languages import language
from workbench.document.client import Phase
from workbench.document.metric import Position
from workbench.document.project import Project
from workbench.planning.forward import calculate
from workbench.presenters.background import Failed, Outcome, Progress, Work
from workbench.presenters.checking import Alerts
from workbench.presenters.desk import Desk
from workbench.presenters.funnel.composer import Composer
from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.funnel import Chosen, Funnel
from workbench.presenters.funnel.geometry import Box, Point, Size
from workbench.presenters.funnel.picture import Face, FunnelPicture

PHASES = (Phase(key="interest", name="Interest"), Phase(key="deal", name="Deal"))


class FixedSizes:
    """Every card and every pill of one size."""

    def card(self, _face: Face) -> Size:
        return Size(140, 100)

    def pill(self, _words: str) -> Size:
        return Size(40, 20)


class RememberedView:
    """A view that shows nothing and remembers everything."""

    def __init__(self) -> None:
        self.pictures: list[FunnelPicture] = []
        self.alerts: list[Alerts] = []
        self.opened = 0
        self.chosen = Chosen()
        self.glides: list[Mapping[str, Point]] = []
        self.asked: list[tuple[str, ...]] = []
        self.outlines = 0
        self.middle = Point(500, 300)

    def show_picture(self, picture: FunnelPicture) -> None:
        self.pictures.append(picture)

    def show_alerts(self, alerts: Alerts) -> None:
        self.alerts.append(alerts)

    def show_new(self, picture: FunnelPicture) -> None:
        self.opened += 1
        self.show_picture(picture)

    def glide(self, before: Mapping[str, Point]) -> None:
        self.glides.append(before)

    def show_chosen(self, chosen: Chosen) -> None:
        self.chosen = chosen

    def refresh_outline(self) -> None:
        self.outlines += 1

    def edit_name(self, key: str) -> None:
        self.asked.append(("name", key))

    def edit_value(self, key: str, words: str) -> None:
        self.asked.append(("value", key, words))

    def reveal(self, key: str) -> None:
        self.asked.append(("reveal", key))


class AtOnce:
    """Background work that is done in the foreground, when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Work,
        _on_progress: Callable[[Progress], None],
        on_end: Callable[[Outcome], None],
    ) -> None:
        def do() -> None:
            try:
                outcome = work(self)
            except WorkbenchError as error:
                outcome = Failed(error.message)
            on_end(outcome)

        self.waiting.append(do)

    def cancel(self) -> None: ...

    def report(self, done: int, total: int) -> None: ...

    def is_cancelled(self) -> bool:
        return False


class Canvas:
    """The presenters of a canvas on a desk."""

    def __init__(self, made: Project, code: str = "en") -> None:
        self.desk = Desk(made, code)
        self.view = RememberedView()
        self.funnel = Funnel(self.desk, FixedSizes())
        self.editing = Editing(self.funnel, self.view)
        self.funnel.attach(self.view)
        self.said: list[str] = []
        self.desk.noticed.connect(self._on_noticed)

    def _on_noticed(self, notice: Any) -> None:
        self.said.append(str(notice.message))

    @property
    def project(self) -> Project:
        return self.desk.project

    @property
    def undo_title(self) -> str:
        return str(self.desk.session.history.undo_title)

    def box(self, key: str) -> Box:
        return self.funnel.picture.card_by_key[key].box


def at(x: float, y: float) -> Position:
    return Position(x=x, y=y)


def short() -> Project:
    """Visits lead to leads lead to deals, and a price that makes them revenue."""
    stage = {"kind": "stage"}
    visits = (800.0, 1000.0, 1200.0)
    ends = {"from_stage": "visits", "to_stage": "leads"}
    rate = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
    return project(
        metric("visits", value=visits, phase="interest", position=at(0, 0), **stage),
        metric("cr_lead", value=0.1, phase="interest", **ends, **rate),
        metric("leads", formula="visits * cr_lead", phase="interest", position=at(240, 0), **stage),
        metric("cr_deal", value=0.2, from_stage="leads", to_stage="deals", phase="deal", **rate),
        metric("deals", formula="leads * cr_deal", phase="deal", position=at(480, 0), **stage),
        metric("price", unit="money", over_time="mean", value=500.0, phase="deal",
               position=at(480, 200)),
        metric("revenue", kind="result", unit="money", formula="deals * price", phase="deal",
               position=at(720, 0)),
        phases=PHASES,
    )  # fmt: skip


def picture_of(made: Project, code: str = "en") -> FunnelPicture:
    return Composer(FixedSizes()).picture(calculate(made), language(code))
