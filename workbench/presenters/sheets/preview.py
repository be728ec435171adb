"""The workbook as it would be written now, for looking at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.base.languages import Code, language
from workbench.base.texts import Text, plural, text
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.excel.export import plan_workbook
from workbench.excel.plan import WorkbookPlan
from workbench.planning.forecast import Forecast
from workbench.presenters.desk import Desk
from workbench.presenters.sheets.leaf import Leaf, Pack
from workbench.presenters.sheets.picture import Choice, Tab

_BEFORE_ROLES = 4  # cover, funnel, model, matrix


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be exported; roles are in unless they are left out, so a new one is in."""

    language: Code
    left_out: frozenset[Key] = frozenset()

    def roles(self, project: Project) -> tuple[Role, ...]:
        """The roles that get a sheet."""
        return tuple(role for role in project.roles if role.key not in self.left_out)

    def with_role(self, key: Key, chosen: bool) -> Chosen:
        """The choice with a role in or out."""
        out = self.left_out - {key} if chosen else self.left_out | {key}
        return replace(self, left_out=out)

    def in_language(self, code: Code) -> Chosen:
        """The choice in another language."""
        return replace(self, language=code)


class Preview:
    """Plans the workbook again when the project or the choice is another one."""

    def __init__(self) -> None:
        self._plan: WorkbookPlan | None = None
        self._of: tuple[Forecast, Chosen, Text | None] | None = None
        self._pack: Pack | None = None

    @property
    def planned(self) -> WorkbookPlan | None:
        """The workbook as it was planned last."""
        return self._plan

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """The sheets by name and colour."""
        sheets = self._plan.sheets if self._plan else ()
        return tuple(Tab(sheet.name, sheet.tab) for sheet in sheets)

    @property
    def role_pages(self) -> dict[Key, int]:
        """The number of each role's sheet."""
        sheets = self._plan.sheets if self._plan else ()
        return {sheet.role: at for at, sheet in enumerate(sheets) if sheet.kind == "role"}

    def plan(self, forecast: Forecast, chosen: Chosen, draft: Text | None) -> None:
        """Plan the workbook unless it is the one already planned."""
        if self._of and self._of[0] is forecast and self._of[1:] == (chosen, draft):
            return
        roles = [role.key for role in chosen.roles(forecast.project)]
        speech = language(chosen.language)
        self._plan = plan_workbook(forecast.project, forecast, speech, roles=roles, draft=draft)
        self._of, self._pack = (forecast, chosen, draft), None

    def leaves(self, at: int) -> tuple[Leaf, ...]:
        """One sheet as it will lie on paper; laid out when somebody looks at it."""
        if self._plan is None or self._of is None or not 0 <= at < len(self._plan.sheets):
            return ()
        if self._pack is None:
            self._pack = Pack(self._plan, language(self._of[1].language))
        return self._pack.leaves(at)

    def choices(self, chosen: Chosen, desk: Desk) -> tuple[Choice, ...]:
        """The sheets in their order, with a choice for each role."""
        kinds = [sheet.kind for sheet in self._plan.sheets] if self._plan else []
        fixed = [Choice(None, name) for name in (tab.name for tab in self.tabs)]
        first = kinds.index("role") if "role" in kinds else _BEFORE_ROLES
        before, after = fixed[:first], fixed[first + kinds.count("role") :]
        return (*before, *(_choice(role, chosen, desk) for role in desk.project.roles), *after)


def _choice(role: Role, chosen: Chosen, desk: Desk) -> Choice:
    project = desk.project
    if role.employment == "contractor":
        count = sum(task.role == role.key for task in project.tasks)
        note = plural("{n} task", "{n} tasks", count)
    else:
        count = len(project.kpis_of_role(role.key))
        note = plural("{n} KPI", "{n} KPIs", count)
    return Choice(
        role.key,
        role.name,
        desk.say(note) if count else desk.say(text("nothing yet")),
        role.color,
        role.key not in chosen.left_out,
    )
