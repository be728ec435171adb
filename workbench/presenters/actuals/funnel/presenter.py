"""Keeps the funnel of the month up with the project."""

from __future__ import annotations

from typing import Protocol

from workbench.base.texts import MonthName, text
from workbench.document.value import Key
from workbench.planning.router import Router, route
from workbench.presenters.actuals.awake import Awake
from workbench.presenters.actuals.funnel.drawing import FunnelDrawing
from workbench.presenters.actuals.look_first import LookPicture, look_first
from workbench.presenters.actuals.months import MonthChoice
from workbench.presenters.actuals.picture import MonthLine
from workbench.presenters.charts import FunnelPicture
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.selection import Selected


class FunnelView(Protocol):
    """What can be shown in the tab."""

    def show_month(self, line: MonthLine) -> None:
        """Show which month it is about."""

    def show_look(self, look: LookPicture | None) -> None:
        """Show which step to look at first, where anything was counted."""

    def show_funnel(self, picture: FunnelPicture, note: str) -> None:
        """Show the stages; the note says what is missing."""


class FunnelPresenter(Awake):
    """Works only while its tab can be seen."""

    def __init__(self, desk: Desk, choice: Choice, month: MonthChoice, view: FunnelView) -> None:
        self._desk = desk
        self._view = view
        self.month = month
        super().__init__(choice)
        month.changed.connect(self._refresh)

    def select(self, key: Key) -> None:
        """Let the inspector show a metric."""
        self._desk.selection.metrics([key])

    def visit(self, key: Key) -> None:
        """Show a step where it lies on the canvas."""
        self._desk.visit(key)

    def visit_role(self, key: Key) -> None:
        """Go to a role."""
        self._desk.look_at("roles", Selected(role=key))

    def _show(self) -> None:
        plan, language = self._choice.numbers().chosen, self._desk.language
        router, goal = Router(plan, self.month.at), self._choice.goal
        found = route(plan, self.month.at, goal.metric if goal else None)
        self._view.show_month(self.month.line())
        look = look_first(found, plan, language) if self.month.is_known else None
        self._view.show_look(look)
        drawing = FunnelDrawing(router, found, language)
        self._view.show_funnel(drawing.picture(), self._note(router))

    def _note(self, router: Router) -> str:
        if not router.stages.order:
            return self._desk.say(text("There are no stages yet: draw the funnel first."))
        if self.month.is_known:
            return ""
        month = MonthName(self.month.month)
        return self._desk.say(text(
            "There are no actuals of {month} yet. Enter in the table how much came through each "
            "stage: then fact stands beside plan here, and the largest leak is marked.",
            month=month,
        ))  # fmt: skip
