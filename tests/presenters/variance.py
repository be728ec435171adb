"""The tab of plan and fact with a view that remembers what it was shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.presenters.conftest import Notices
from tests.presenters.months import plan
from workbench.document.plan import Actual
from workbench.document.project import Project
from workbench.presenters.actuals.difference.picture import DifferencePicture, VariancePicture
from workbench.presenters.actuals.difference.presenter import DifferencePresenter
from workbench.presenters.actuals.look_first import LookPicture
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import FactRow, FactsTable, MonthLine
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Heading
from workbench.presenters.plan.choice import Choice


@dataclass
class View:
    """The latest of each kind."""

    month: MonthLine = field(default_factory=MonthLine)
    facts: FactsTable = field(default_factory=FactsTable)
    look: LookPicture | None = None
    variance: VariancePicture = field(default_factory=VariancePicture)

    def show_month(self, line: MonthLine) -> None:
        self.month = line

    def show_facts(self, table: FactsTable) -> None:
        self.facts = table

    def show_look(self, look: LookPicture | None) -> None:
        self.look = look

    def show_variance(self, picture: VariancePicture) -> None:
        self.variance = picture


@dataclass
class Stand:
    """A desk, the presenter that works on it, and its view."""

    desk: Desk
    choice: Choice
    view: View
    presenter: DifferencePresenter
    notices: Notices

    @property
    def cells(self):
        return self.presenter.cells

    @property
    def actuals(self) -> dict[tuple[str, str], float]:
        """What the project holds, by metric and month."""
        return {(one.metric, one.month): one.value for one in self.desk.project.actuals}

    @property
    def undo_title(self) -> str:
        return str(self.desk.session.history.undo_title)

    @property
    def headings(self) -> list[str]:
        return [line.name for line in self.view.facts.lines if isinstance(line, Heading)]

    @property
    def found(self) -> DifferencePicture:
        """The difference, which is there."""
        assert self.view.variance.difference is not None, self.view.variance.why
        return self.view.variance.difference

    def row(self, key: str) -> FactRow:
        line = self.view.facts.lines[self.view.facts.places[key]]
        assert isinstance(line, FactRow)
        return line

    def type(self, **typed: str) -> None:
        """Type into the month that is shown."""
        for key, words in typed.items():
            self.cells.type(key, words)


def stand(opened: Project | None = None, language: str = "en") -> Stand:
    """Plan and fact of a small plan, shown."""
    desk, view = Desk(opened or plan(), language), View()
    notices = Notices(desk)
    choice = Choice(desk)
    presenter = DifferencePresenter(desk, choice, MonthChoice(desk), view)
    presenter.set_visible(True)
    return Stand(desk, choice, view, presenter, notices)


def actual(metric: str, value: float, month: str = "2027-01") -> Actual:
    return Actual(metric=metric, month=month, value=value)
