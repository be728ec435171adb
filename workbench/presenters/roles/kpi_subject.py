"""The cell an inspector is about, with what its sections need to show and to change it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from workbench.base.languages import Language
from workbench.base.texts import Text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.kpi import Kpi
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.values import Result
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import NumberRow
from workbench.presenters.measures import shown_value
from workbench.presenters.roles.assigning import Decision


@dataclass(frozen=True)
class KpiSubject:
    """A KPI, its metric and its role; `kpi` is None while the cell is free."""

    desk: Desk
    metric: Metric
    role: Role
    kpi: Kpi | None
    folds: Mapping[str, bool] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        """The open project."""
        return self.desk.project

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.desk.language

    @property
    def place(self) -> tuple[str, str]:
        """The cell of the matrix."""
        return self.metric.key, self.role.key

    def say(self, text: Text) -> str:
        """A sentence in the language of the interface."""
        return self.desk.say(text)

    def is_open(self, section: str, *, at_first: bool = True) -> bool:
        """Whether a section is open, as the person left it."""
        return self.folds.get(section, at_first)

    def shown(self, value: Result | None) -> str:
        """A value of the metric with its unit."""
        return shown_value(self.metric, value, self.project, self.language)

    def number(
        self,
        key: str,
        label: Text,
        value: float | None,
        *,
        tip: Text | None = None,
        placeholder: str = "",
    ) -> NumberRow:
        """A row for a number in the unit of the metric."""
        money = self.metric.unit == "money"
        return NumberRow(
            key=key,
            label=self.say(label),
            value=value,
            share=self.metric.is_share,
            currency=self.project.client.currency if money else "",
            tip=self.say(tip) if tip else "",
            placeholder=placeholder,
        )

    def share(
        self, key: str, label: Text, value: float | None, *, tip: Text | None = None
    ) -> NumberRow:
        """A row for a share of one."""
        return NumberRow(
            key=key,
            label=self.say(label),
            value=value,
            share=True,
            tip=self.say(tip) if tip else "",
        )

    def change(self, title: Text | None = None, run: Hashable = None, /, **changes: object) -> None:
        """Set members of the KPI as one edit, or as part of a run of edits."""
        edit: Edit = ChangeKpi(*self.place, changes, self.metric.name)
        self.desk.do(edit if title is None else Bundle(title, (edit,)), run)

    def carry_out(self, decision: Decision) -> None:
        """Do what was decided and say what is to be said."""
        if decision.edit is not None:
            self.desk.do(decision.edit)
        if decision.notice is not None:
            self.desk.tell(decision.notice, wrong=decision.wrong)

    def run(self, row: str, *, stepped: bool) -> Hashable:
        """The run that steps with the arrow keys in one row are parts of."""
        return ("step", *self.place, row) if stepped else None
