"""The role an inspector is about, with what its sections need to show and to change it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from workbench.base.languages import Language
from workbench.base.texts import Text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.roles import ChangeRole
from workbench.document.kpi import Kpi
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.planning.forecast import Forecast
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import NumberRow


@dataclass(frozen=True)
class RoleSubject:
    """A role of the open project; `folds` remembers which sections the person opened."""

    desk: Desk
    role: Role
    folds: Mapping[str, bool] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        """The open project."""
        return self.desk.project

    @property
    def forecast(self) -> Forecast:
        """Its numbers."""
        return self.desk.forecast

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.desk.language

    @property
    def is_contractor(self) -> bool:
        """Whether the role is given tasks instead of KPIs."""
        return self.role.employment == "contractor"

    @property
    def kpis(self) -> tuple[Kpi, ...]:
        """The KPIs of the role, in the order of the project."""
        return self.project.kpis_of_role(self.role.key)

    def say(self, text: Text) -> str:
        """A sentence in the language of the interface."""
        return self.desk.say(text)

    def is_open(self, section: str, *, at_first: bool = True) -> bool:
        """Whether a section is open, as the person left it."""
        return self.folds.get(section, at_first)

    def number(
        self, key: str, label: Text, value: float | None, *, share: bool = False,
        money: bool = False, tip: Text | None = None,
    ) -> NumberRow:  # fmt: skip
        """A row for a plain number, a share or an amount of money."""
        return NumberRow(
            key=key,
            label=self.say(label),
            value=value,
            share=share,
            currency=self.project.client.currency if money else "",
            tip=self.say(tip) if tip else "",
        )

    def run(self, row: str, *, stepped: bool) -> Hashable:
        """The run that steps with the arrow keys in one row are parts of."""
        return ("step", self.role.key, row) if stepped else None

    def change(self, title: Text | None = None, run: Hashable = None, /, **changes: object) -> None:
        """Set members of the role as one edit, or as part of a run of edits."""
        edit: Edit = ChangeRole(self.role.key, changes, self.role.name)
        self.desk.do(edit if title is None else Bundle(title, (edit,)), run)
