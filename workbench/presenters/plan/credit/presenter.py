"""Decides what the tab of credit shows, and keeps it up with the project and the choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from workbench.base.languages import Language
from workbench.base.texts import Text
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.credit import Credit, every_model
from workbench.planning.credit_rules import By, CreditModel, Rule
from workbench.planning.forecast import Forecast
from workbench.presenters.background import Background
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.credit.importing import Importing, Outside
from workbench.presenters.plan.credit.journeys import Journeys
from workbench.presenters.plan.credit.picture import CreditPicture, ImportPicture, TargetsPicture
from workbench.presenters.plan.credit.results import Results
from workbench.presenters.plan.credit.rules import Rules, Weight

Models = Mapping[CreditModel, Credit | Problem]


class CreditView(Protocol):
    """What can be shown of credit."""

    def show_credit(self, picture: CreditPicture) -> None:
        """Show the rule, the results and the touches; the list asks for its rows."""

    def show_import(self, picture: ImportPicture | None) -> None:
        """Show a file on its way in, or that there is none."""


@dataclass(frozen=True)
class Asked:
    """What targets follow from."""

    forecast: Forecast
    goal: Goal | None
    found: Credit | Problem
    language: Language

    def is_alike(self, other: Asked) -> bool:
        """Whether it is the very same, without comparing all numbers."""
        same = self.forecast is other.forecast and self.found is other.found
        return same and self.goal == other.goal and self.language is other.language


class CreditPresenter:
    """Works only while its tab can be seen; a file that is being read goes on."""

    def __init__(
        self, desk: Desk, choice: Choice, view: CreditView, outside: Outside, work: Background
    ) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._visible = False
        self._results = Results(desk)
        self._models: tuple[tuple[Project, By, Rule], Models] | None = None
        self._targets: tuple[Asked, TargetsPicture] | None = None
        self.rules = Rules(desk)
        self.journeys = Journeys(desk, self.rules)
        self.importing = Importing(desk, outside, work, self._show_import)
        choice.changed.connect(self.refresh)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the project."""
        self._visible = visible
        self.refresh()
        self._show_import()

    def choose_model(self, model: str) -> None:
        """Share by another rule."""
        self.rules.choose_model(model)
        self.refresh()

    def choose_by(self, by: str) -> None:
        """Ask the touches for something else."""
        self.rules.choose_by(by)
        self.refresh()

    def choose_stage(self, key: Key) -> None:
        """Take the key touch from another stage."""
        self.rules.choose_stage(key)
        self.refresh()

    def set_half_life(self, days: float | None) -> None:
        """Another half-life."""
        self._after(self.rules.set_half_life(days))

    def set_weight(self, which: Weight, weight: float | None) -> None:
        """Another weight of one's own."""
        self._after(self.rules.set_weight(which, weight))

    def choose_journey(self, at: int) -> None:
        """Show the touches of another journey."""
        if at != self.journeys.at:
            self.journeys.choose(at)
            self.refresh()

    def add(self) -> None:
        """A new journey, which is the chosen one."""
        self._desk.settle()
        self._desk.go("plan")
        self.journeys.add()

    def refresh(self) -> None:
        """Show everything as it is now."""
        if self._visible:
            self._view.show_credit(self._picture())

    def _picture(self) -> CreditPicture:
        rule, by, results = self.rules.rule, self.rules.by, self._results
        every = self._every(rule, by)
        found = every[rule.model]
        return CreditPicture(
            self.rules.picture(),
            results.shares(found),
            results.comparison(every, by, rule.model),
            self._asked(found),
            self.journeys.touches(),
            len(self._desk.project.journeys),
        )

    def _every(self, rule: Rule, by: By) -> Models:
        """All rules; computed once for each state, for choosing a journey changes none."""
        state = (self._desk.project, by, rule)
        if self._models is None or not _same(self._models[0], state):
            self._models = (state, every_model(*state))
        return self._models[1]

    def _asked(self, found: Credit | Problem) -> TargetsPicture:
        """What credit asks of KPIs; each takes a calculation, so it is kept while it holds."""
        forecast, goal, language = (
            self._choice.numbers().chosen,
            self._choice.goal,
            self._desk.language,
        )
        asked = Asked(forecast, goal, found, language)
        if self._targets is None or not self._targets[0].is_alike(asked):
            self._targets = (asked, self._results.targets(forecast, goal, found))
        return self._targets[1]

    def _after(self, fault: Text | None) -> None:
        if fault is not None:
            self._desk.tell(fault)
        self.refresh()

    def _show_import(self) -> None:
        if self._visible:
            self._view.show_import(self.importing.picture())


def _same(one: tuple[Project, By, Rule], other: tuple[Project, By, Rule]) -> bool:
    return one[0] is other[0] and one[1:] == other[1:]
