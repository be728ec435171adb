"""The workbook as it would be written now, for looking at and for printing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.base.languages import Language, language
from workbench.base.texts import Text, plural, text
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.excel.book import Dress
from workbench.excel.export import (
    OPTIONAL,
    SHEET_NAMES,
    brief_name,
    plan_workbook,
    roles_with_briefs,
)
from workbench.excel.plan import Kind, SheetPlan, WorkbookPlan
from workbench.planning.forecast import Forecast
from workbench.presenters.desk import Desk
from workbench.presenters.sheets.chosen import KINDS, Chosen, SheetId
from workbench.presenters.sheets.leaf import Leaf, Pack
from workbench.presenters.sheets.picture import Tab


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that a workbook is made from."""

    forecast: Forecast = field(compare=False)
    chosen: Chosen
    draft: Text | None = None
    dress: Dress = field(default_factory=Dress)

    def is_same(self, other: Order | None) -> bool:
        """Whether the same workbook comes of both."""
        return other is not None and self.forecast is other.forecast and self == other


class Preview:
    """Plans the workbook again when the order is another one."""

    def __init__(self) -> None:
        self._plan: WorkbookPlan | None = None
        self._of: Order | None = None
        self._pack: Pack | None = None
        self._vacant: tuple[Forecast, frozenset[Key]] | None = None

    @property
    def planned(self) -> WorkbookPlan | None:
        """The workbook as it was planned last."""
        return self._plan

    def plan(self, order: Order) -> None:
        """Plan the workbook unless it is the one already planned."""
        if order.is_same(self._of):
            return
        forecast, chosen = order.forecast, order.chosen
        self._plan = plan_workbook(
            forecast.project,
            forecast,
            language(chosen.language),
            roles=[role.key for role in chosen.roles(forecast.project)],
            briefs=chosen.briefs(forecast.project, self.vacant(forecast)),
            without=chosen.without,
            draft=order.draft,
            dress=order.dress,
        )
        self._of, self._pack = order, None

    def vacant(self, forecast: Forecast) -> frozenset[Key]:
        """The roles that lack people."""
        if self._vacant is None or self._vacant[0] is not forecast:
            keys = frozenset(role.key for role in roles_with_briefs(forecast))
            self._vacant = (forecast, keys)
        return self._vacant[1]

    def leaves(self, sheet: SheetId) -> tuple[Leaf, ...]:
        """One sheet as it will lie on paper; nothing where it is left out."""
        if self._plan is None or self._of is None:
            return ()
        at = next((at for at, one in enumerate(self._plan.sheets) if _id(one) == sheet), None)
        if at is None:
            return ()
        if self._pack is None:
            self._pack = Pack(self._plan, language(self._of.chosen.language))
        return self._pack.leaves(at)

    def tabs(self, desk: Desk) -> tuple[Tab, ...]:
        """Every sheet there can be, in the order of the book."""
        if self._plan is None or self._of is None:
            return ()
        listed = [tab for kind in KINDS for tab in self._of_kind(kind, self._plan, desk)]
        return tuple(listed)

    def _of_kind(self, kind: Kind, plan: WorkbookPlan, desk: Desk) -> Iterator[Tab]:
        planned = [sheet for sheet in plan.sheets if sheet.kind == kind]
        if kind == "role":
            yield from (self._role(role, desk) for role in desk.project.roles)
        elif kind == "brief":
            yield from (self._brief(role, desk) for role in desk.project.roles if _hired(role))
        elif planned:
            fixed = kind not in OPTIONAL
            yield from (Tab(_id(one), one.name, "", one.tab, fixed=fixed) for one in planned)
        elif kind in OPTIONAL:
            name = self._language().say(SHEET_NAMES[kind])
            yield Tab(SheetId(kind), name, chosen=False)

    def _role(self, role: Role, desk: Desk) -> Tab:
        project, sheet = desk.project, SheetId("role", role.key)
        if _hired(role):
            count = len(project.kpis_of_role(role.key))
            note = plural("{n} KPI", "{n} KPIs", count)
        else:
            count = sum(task.role == role.key for task in project.tasks)
            note = plural("{n} task", "{n} tasks", count)
        said = desk.say(note if count else text("nothing yet"))
        return Tab(sheet, role.name, said, role.color, self._is_in(sheet))

    def _brief(self, role: Role, desk: Desk) -> Tab:
        sheet = SheetId("brief", role.key)
        lacks = role.key in self.vacant(desk.forecast)
        note = text("the plan lacks people") if lacks else text("the plan has people enough")
        name = brief_name(role, self._language())
        return Tab(sheet, name, desk.say(note), role.color, self._is_in(sheet))

    def _is_in(self, sheet: SheetId) -> bool:
        return self._plan is not None and any(_id(one) == sheet for one in self._plan.sheets)

    def _language(self) -> Language:
        return language(self._of.chosen.language if self._of else "en")


def _hired(role: Role) -> bool:
    return role.employment != "contractor"


def _id(sheet: SheetPlan) -> SheetId:
    return SheetId(sheet.kind, sheet.role)
