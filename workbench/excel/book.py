"""What every sheet is made from: the project, its numbers, the language, and where things are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.checks.system import System
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.excel import vocabulary
from workbench.excel.actuals_layout import ActualsLayout
from workbench.excel.formats import number_format
from workbench.excel.images import Image
from workbench.excel.layout import ModelLayout
from workbench.excel.plan import Kind
from workbench.excel.steps import Steps, steps_of
from workbench.excel.team_layout import TeamLayout
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.planning.team_plan import TeamPlan


@dataclass(frozen=True, slots=True)
class Dress:
    """What makes a workbook somebody's: the client's logo, who made it, the picture of the canvas.

    `brand` is the colour of heads, #RRGGBB; `picture` is a PNG.
    """

    logo: Image | None = None
    consultant: str = ""
    consultant_logo: Image | None = None
    brand: str = ""
    picture: Image | None = None


@dataclass(frozen=True)
class Book:
    """One workbook in the making; `month` is the index of the month that role sheets report.

    With a reason in `draft` the book is one; `without` are the kinds of sheets it leaves out.
    """

    forecast: Forecast
    language: Language
    model: ModelLayout
    team: TeamLayout
    actuals: ActualsLayout
    cover: str
    funnel: str
    matrix: str
    glossary: str
    role_sheets: Mapping[str, str]
    briefs: Mapping[str, str]
    month: int
    when: date
    draft: Text | None = None
    dress: Dress = Dress()
    without: frozenset[Kind] = frozenset()

    @property
    def project(self) -> Project:
        """The project the book is about."""
        return self.forecast.project

    def say(self, words: Text) -> str:
        """A text in the language of the book."""
        return self.language.say(words)

    @cached_property
    def staff(self) -> TeamPlan:
        """Whom the plan needs and what that costs."""
        return TeamPlan(self.forecast)

    @cached_property
    def system(self) -> System:
        """The KPIs as the method looks at them."""
        return System(self.forecast)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of the plan's months."""
        return tuple(self.language.month(month) for month in self.project.calendar.all_months)

    @cached_property
    def period(self) -> str:
        """The first and the last month of the plan, in full."""
        every = self.project.calendar.all_months
        first, last = (self.language.month(month, long=True) for month in (every[0], every[-1]))
        return first if first == last else f"{first} – {last}"

    @cached_property
    def client(self) -> str:
        """The client's name, or that it has none yet."""
        return self.project.client.name or self.say(text("Client without a name"))

    @cached_property
    def currency(self) -> str:
        """The sign of the client's currency."""
        return vocabulary.currency_sign(self.project.client.currency, self.language)

    @cached_property
    def owners(self) -> Mapping[str, Role]:
        """The role that owns each metric, as far as there is one."""
        return {
            kpi.metric: self.project.role(kpi.role)
            for kpi in reversed(self.project.kpis)
            if kpi.part == "owner"
        }

    @cached_property
    def steps(self) -> Steps:
        """How the stages of the funnel follow each other."""
        return steps_of(self.forecast)

    @cached_property
    def _into(self) -> Mapping[str, list[str]]:
        """The conversions into each stage."""
        found: dict[str, list[str]] = {}
        for _, end, key in self.steps.arrows:
            if key:
                found.setdefault(end, []).append(key)
        return found

    def stage_owner(self, stage: str) -> Role | None:
        """Who answers for a stage, or for a conversion into it."""
        found = (self.owners.get(key) for key in (stage, *self._into.get(stage, ())))
        return next((owner for owner in found if owner), None)

    def unit(self, metric: Metric) -> str:
        """The unit of a metric."""
        return self.say(vocabulary.unit(metric, self.currency))

    def format(self, metric: Metric) -> str:
        """The number format of a metric: the same on every sheet."""
        if metric.key not in self._formats:
            self._formats[metric.key] = self._found_format(metric)
        return self._formats[metric.key]

    @cached_property
    def _formats(self) -> dict[str, str]:
        return {}

    def _found_format(self, metric: Metric) -> str:
        targets = [
            value
            for kpi in self.project.kpis_of_metric(metric.key)
            for value in (kpi.base, kpi.plan, kpi.maximum)
            if value is not None
        ]
        results = (*self.forecast.values[metric.key], *targets)
        return number_format(metric, (one for one in results if isinstance(one, float)), targets)

    def money_unit(self, words: Text) -> str:
        """A heading with the currency sign after it."""
        return f"{self.say(words)}, {self.currency}" if self.currency else self.say(words)

    @cached_property
    def footer(self) -> tuple[str, str, str]:
        """The three parts of every page's foot; the writer puts the numbers of pages in."""
        confidential = self.say(text("Confidential · {client}", client=self.client))
        return confidential, "", self.say(text("Page {page} of {pages}", page="&P", pages="&N"))


def shown(result: Result) -> float | str:
    """A result as a cell has it: nothing where there is no number."""
    return "" if isinstance(result, Problem) else result
