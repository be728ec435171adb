"""What stands above every tab of the actuals, and what can be done from everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workbench.base.texts import Text, text, verbatim
from workbench.presenters.actions import Action
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.desk import Desk
from workbench.presenters.measures import shown_value
from workbench.presenters.plan.choice import Choice

# The tabs by the name their widgets go by, in the order of the job.
TABS: dict[str, Text] = {
    "table": text("Table"),
    "difference": text("Difference"),
    "funnel": text("Funnel"),
    "trends": text("Trends"),
    "bonus": text("Bonus"),
}
# Those that are about one month.
OF_A_MONTH = ("difference", "funnel", "bonus")
# The action that reads a workbook, wherever in the window it is.
READ = "actuals.read"


class Hands(Protocol):
    """What actions need of the window."""

    @property
    def state(self) -> str:
        """The tab that is open."""

    def open_tab(self, name: str) -> None:
        """Open a tab of the actuals."""


class PlaceCommands:
    """Actions of the actuals as a whole."""

    def __init__(self, desk: Desk, month: MonthChoice, hands: Hands) -> None:
        self._desk = desk
        self._month = month
        self._hands = hands
        tabs = tuple(
            Action(f"actuals.tab.{name}", text("Actuals: {tab}", tab=words), self._opener(name),
                   group=5)
            for name, words in TABS.items()
        )  # fmt: skip
        self.all = (
            *tabs,
            Action("actuals.before", text("Actuals: previous month"), self._go_back,
                   self._has_months, "Ctrl+PgUp", "chevron-left", wide=False, group=5),
            Action("actuals.after", text("Actuals: next month"), self._go_on,
                   self._has_months, "Ctrl+PgDown", "chevron-right", wide=False, group=5),
        )  # fmt: skip

    def _opener(self, name: str) -> Callable[[], None]:
        def open_tab() -> None:
            self._desk.go("actuals")
            self._hands.open_tab(name)

        return open_tab

    def _go_back(self) -> None:
        self._month.step(-1)

    def _go_on(self) -> None:
        self._month.step(1)

    def _has_months(self) -> bool:
        return self._desk.place == "actuals" and self._hands.state in OF_A_MONTH


class AgainstView(Protocol):
    """What can be shown above the tabs."""

    def show_against(self, words: str) -> None:
        """Show what the actuals are held against."""


class AgainstPresenter:
    """Says which plan and goal the actuals are held against; both are chosen in the plan."""

    def __init__(self, desk: Desk, choice: Choice, view: AgainstView) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._visible = False
        choice.changed.connect(self._refresh)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the plan."""
        self._visible = visible
        self._refresh()

    def open_plan(self) -> None:
        """Go where both are chosen."""
        self._desk.go("plan")

    def _refresh(self) -> None:
        if self._visible:
            self._view.show_against(self._desk.say(self._said()))

    def _said(self) -> Text:
        scenario, goal = self._choice.scenario, self._choice.goal
        plan = text("Base") if scenario is None else verbatim(scenario.name)
        if goal is None:
            return text("Against the plan: {plan}", plan=plan)
        metric = self._desk.project.metric(goal.metric)
        value = shown_value(metric, goal.value, self._desk.project, self._desk.language,
                            compact=True)  # fmt: skip
        return text("Against the plan: {plan} · goal {value}", plan=plan, value=value)
