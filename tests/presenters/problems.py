"""Desks whose systems of KPIs have something to mend, and a panel that only remembers."""

from __future__ import annotations

from typing import Any

from tests.checks.cases import patched, project_of, sound, sound_tree
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.problems.picture import Detail, ProblemsPicture
from workbench.presenters.problems.presenter import ProblemsPresenter

OVER = {"cr_qualified@sdr": {"weight": 0.8}}
UNDER = {"revenue@executive": {"weight": 0.1}}


def bent(**kpis: Any) -> Project:
    """The sound system with some KPIs changed; SDR's weights add up to 130% if none is named."""
    return project_of(patched(sound_tree(), {"kpis": kpis or OVER}))


def twice_bent() -> Project:
    """Two roles with weights that do not add up."""
    return bent(**OVER, **UNDER)


def desk_with(project: Project | None = None, code: str = "en") -> Desk:
    """A desk on a project, the sound one if none is named, that is checked."""
    desk = Desk(project or sound(), code)
    desk.checking.check()
    return desk


class Panel:
    """Remembers what it was shown."""

    def __init__(self) -> None:
        self.pictures: list[ProblemsPicture] = []
        self.details: list[Detail | None] = []
        self.seen = True

    def show_problems(self, picture: ProblemsPicture) -> None:
        self.pictures.append(picture)

    def show_detail(self, detail: Detail | None) -> None:
        self.details.append(detail)

    def is_seen(self) -> bool:
        return self.seen

    @property
    def picture(self) -> ProblemsPicture:
        return self.pictures[-1]

    @property
    def detail(self) -> Detail:
        detail = self.details[-1]
        assert detail is not None
        return detail

    @property
    def codes(self) -> list[str]:
        return [row.code for row in self.picture.rows]


class Shower:
    """Remembers which metric was shown on the canvas."""

    def __init__(self) -> None:
        self.metrics: list[Key] = []

    def __call__(self, metric: Key) -> None:
        self.metrics.append(metric)


def presenter_of(desk: Desk) -> tuple[ProblemsPresenter, Panel, Shower]:
    """A presenter with its panel, after the first look."""
    panel, shower = Panel(), Shower()
    desk.visit_wanted.connect(shower)
    presenter = ProblemsPresenter(desk, panel)
    presenter.refresh()
    return presenter, panel, shower
