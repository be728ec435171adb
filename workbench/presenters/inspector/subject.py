"""The metric an inspector is about, with what its sections need to show and to change it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from workbench.base.languages import Language
from workbench.base.texts import Text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.forecast import Forecast
from workbench.presenters.desk import Desk
from workbench.presenters.formula_field import FormulaDrafts
from workbench.presenters.inspector.rows import NumberRow
from workbench.presenters.measures import NOTHING, measured, shown_value


@dataclass
class Memory:
    """What an inspector remembers while the program runs; `month` is that of the numbers shown."""

    folds: dict[str, bool] = field(default_factory=dict)
    month: int | None = None
    unfinished: set[Key] = field(default_factory=set)


@dataclass(frozen=True)
class Subject:
    """A metric of the open project; `memory` and `drafts` outlive it."""

    desk: Desk
    metric: Metric
    memory: Memory
    drafts: FormulaDrafts

    @property
    def project(self) -> Project:
        return self.desk.project

    @property
    def forecast(self) -> Forecast:
        return self.desk.forecast

    @property
    def language(self) -> Language:
        return self.desk.language

    @property
    def key(self) -> Key:
        return self.metric.key

    @property
    def owner(self) -> Kpi | None:
        """The KPI of the role that owns the metric."""
        kpis = self.project.kpis_of_metric(self.key)
        return next((kpi for kpi in kpis if kpi.part == "owner"), None)

    def say(self, text: Text) -> str:
        """A sentence in the language of the interface."""
        return self.desk.say(text)

    def is_open(self, section: str, *, at_first: bool = True) -> bool:
        """Whether a section is open, as the person left it."""
        return self.memory.folds.get(section, at_first)

    def shown(self, value: Result | None) -> str:
        """A value of the metric with its unit."""
        return shown_value(self.metric, value, self.project, self.language)

    def figure(self, value: Result | None, metric: Metric | None = None) -> str:
        """A value as it stands in a calculation: money and shares with their sign, others bare."""
        about = metric or self.metric
        if value is None or isinstance(value, Problem):
            return NOTHING
        if about.unit == "money" or about.is_share:
            return shown_value(about, value, self.project, self.language)
        return measured(about, value, self.project, self.language, compact=False).figure

    def number(
        self, key: str, label: Text | str, value: float | None, *, tip: str = "",
        before: str = "", after: str = "", placeholder: str = "",
    ) -> NumberRow:  # fmt: skip
        """A row for a number in the unit of the metric."""
        return NumberRow(
            key=key,
            label=label if isinstance(label, str) else self.say(label),
            tip=tip,
            value=value,
            share=self.metric.is_share,
            currency=self.project.client.currency if self.metric.unit == "money" else "",
            before=before,
            after=after,
            placeholder=placeholder,
        )

    def change(self, title: Text | None = None, run: Hashable = None, /, **changes: object) -> None:
        """Set members of the metric as one edit, or as part of a run of edits."""
        edit: Edit = ChangeMetric(self.key, changes, self.metric.name)
        self.desk.do(edit if title is None else Bundle(title, (edit,)), run)

    def stepping(self, row: str, *, stepped: bool) -> Hashable:
        """The run that steps with the arrow keys in one row are parts of."""
        return ("step", self.key, row) if stepped else None
