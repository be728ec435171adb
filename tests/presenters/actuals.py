"""The other tabs of the actuals with views that remember what they were shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.presenters.conftest import Notices
from tests.presenters.months import plan
from workbench.document.project import Project
from workbench.presenters.actuals.bonus.presenter import BonusPresenter
from workbench.presenters.actuals.funnel.presenter import FunnelPresenter
from workbench.presenters.actuals.grid.picture import FilterLine, GridRow, GridTable, PlanFact
from workbench.presenters.actuals.grid.presenter import GridPresenter
from workbench.presenters.actuals.look_first import LookPicture
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import MonthLine
from workbench.presenters.actuals.trends.presenter import TrendLine, TrendsPresenter
from workbench.presenters.charts import FunnelPicture
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.months.picture import Block, Heading
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.facts import Facts


@dataclass
class View:
    """The latest of each kind."""

    table: GridTable = field(default_factory=GridTable)
    filter: FilterLine = field(default_factory=FilterLine)
    emptiness: tuple[bool, bool] = (False, False)
    month: MonthLine = field(default_factory=MonthLine)
    look: LookPicture | None = None
    funnel: FunnelPicture = field(default_factory=FunnelPicture)
    bonus: Facts | None = None
    note: str = ""
    trends: tuple[TrendLine, ...] = ()
    more: tuple[Option, ...] = ()
    against: str = ""

    def show_table(self, table: GridTable) -> None:
        self.table = table

    def show_filter(self, line: FilterLine) -> None:
        self.filter = line

    def show_emptiness(self, *, metrics: bool, actuals: bool) -> None:
        self.emptiness = (metrics, actuals)

    def show_month(self, line: MonthLine) -> None:
        self.month = line

    def show_look(self, look: LookPicture | None) -> None:
        self.look = look

    def show_funnel(self, picture: FunnelPicture, note: str) -> None:
        self.funnel, self.note = picture, note

    def show_bonus(self, facts: Facts | None, note: str) -> None:
        self.bonus, self.note = facts, note

    def show_trends(self, trends: tuple[TrendLine, ...], more: tuple[Option, ...]) -> None:
        self.trends, self.more = trends, more

    def show_against(self, words: str) -> None:
        self.against = words


class Opened:
    """A desk with a plan, its choice and month, and a view."""

    def __init__(self, opened: Project | None = None, language: str = "en") -> None:
        self.desk, self.view = Desk(opened or plan(), language), View()
        self.notices = Notices(self.desk)
        self.choice, self.month = Choice(self.desk), MonthChoice(self.desk)

    @property
    def actuals(self) -> dict[tuple[str, str], float]:
        """What the project holds, by metric and month."""
        return {(one.metric, one.month): one.value for one in self.desk.project.actuals}


class Grid(Opened):
    """The table of all months, shown."""

    def __init__(self, opened: Project | None = None, language: str = "en") -> None:
        super().__init__(opened, language)
        self.presenter = GridPresenter(self.desk, self.choice, self.view)
        self.presenter.set_visible(True)

    @property
    def headings(self) -> list[str]:
        return [line.name for line in self.view.table.lines if isinstance(line, Heading)]

    def row(self, key: str) -> GridRow:
        line = self.view.table.lines[self.view.table.places[key]]
        assert isinstance(line, GridRow)
        return line

    def cell(self, key: str, month: int = 0) -> PlanFact:
        return self.row(key).cells[month]

    def paste(self, words: str, key: str = "leads", first: int = 0, last: int = 0) -> None:
        self.presenter.cells.paste(Block((key,), first, last), words)


class Funnel(Opened):
    """The funnel of a month, shown."""

    def __init__(self, opened: Project | None = None, language: str = "en") -> None:
        super().__init__(opened, language)
        self.presenter = FunnelPresenter(self.desk, self.choice, self.month, self.view)
        self.presenter.set_visible(True)


class Bonus(Opened):
    """The bonus of a month, shown."""

    def __init__(self, opened: Project | None = None, language: str = "en") -> None:
        super().__init__(opened, language)
        self.presenter = BonusPresenter(self.desk, self.choice, self.month, self.view)
        self.presenter.set_visible(True)

    def line(self, at: int) -> list[str]:
        assert self.view.bonus is not None
        return [fact.text.strip() for fact in self.view.bonus.rows[at]]


class Trends(Opened):
    """The trends, shown."""

    def __init__(self, opened: Project | None = None, language: str = "en") -> None:
        super().__init__(opened, language)
        self.presenter = TrendsPresenter(self.desk, self.choice, self.view)
        self.presenter.set_visible(True)
