"""The workbook of a project: planned sheet by sheet, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from workbench.base.files import replace_file
from workbench.base.languages import Language
from workbench.base.texts import Text, context, text
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.excel import vocabulary
from workbench.excel.actuals_layout import actuals_layout
from workbench.excel.book import Book, Dress
from workbench.excel.brand import in_brand
from workbench.excel.layout import model_layout
from workbench.excel.names import sheet_names
from workbench.excel.plan import Kind, SheetPlan, WorkbookPlan
from workbench.excel.return_map import map_sheet
from workbench.excel.sheets.actuals import actuals_sheet
from workbench.excel.sheets.brief import brief_sheet
from workbench.excel.sheets.contractor import contractor_sheet
from workbench.excel.sheets.cover import cover_sheet
from workbench.excel.sheets.funnel_sheet import funnel_sheet
from workbench.excel.sheets.glossary import glossary_sheet
from workbench.excel.sheets.matrix import matrix_sheet
from workbench.excel.sheets.model import model_sheet
from workbench.excel.sheets.role import RoleSheet, role_sheet
from workbench.excel.sheets.team import team_sheet
from workbench.excel.team_layout import team_layout
from workbench.excel.writer import workbook_bytes
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.planning.staffing_plan import StaffingPlan
from workbench.planning.team_plan import TeamPlan

Progress = Callable[[int, int], None]


NAKED = Dress()
# What nothing else refers to may be left out; a brief and a role are left out by not naming them.
OPTIONAL: tuple[Kind, ...] = ("funnel", "matrix", "glossary")
SHEET_NAMES: dict[Kind, Text] = {
    "cover": text("Cover"),
    "funnel": text("Funnel"),
    "model": text("Model"),
    "matrix": text("Matrix"),
    "team": text("Team"),
    "actuals": context("sheet", "Actuals"),
    "glossary": text("Glossary"),
}


class Cancelled(Exception):
    """The person stopped the export; nothing was written."""


def export(  # noqa: PLR0913 (what is to be in the book, by name)
    project: Project,
    path: str | Path,
    language: Language,
    *,
    roles: Collection[str] | None = None,
    briefs: Collection[str] | None = None,
    without: Collection[Kind] = (),
    draft: Text | None = None,
    dress: Dress = NAKED,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Forecast:
    """Write the workbook of a project and return the numbers that stand in it.

    With a reason in `draft` it is marked as one. Raises `NotWritten`, `Unknown` or
    `Cancelled`.
    """
    forecast = calculate(project)
    plan = plan_workbook(
        project, forecast, language, roles=roles, briefs=briefs, without=without, draft=draft,
        dress=dress,
    )  # fmt: skip
    steps = _Steps(len(plan.sheets) + 1, progress, cancelled)
    steps.check()
    data = workbook_bytes(plan, steps.step)
    steps.check()
    replace_file(path, data)
    steps.report()
    return forecast


def plan_workbook(  # noqa: PLR0913 (what is to be in the book, by name)
    project: Project,
    forecast: Forecast,
    language: Language,
    *,
    roles: Collection[str] | None = None,
    briefs: Collection[str] | None = None,
    without: Collection[Kind] = (),
    draft: Text | None = None,
    when: date | None = None,
    dress: Dress = NAKED,
) -> WorkbookPlan:
    """Plan the workbook; `roles` are the keys of those who get a sheet, `when` dates the book.

    A brief comes with the sheet of its role, which it refers to; `without` are kinds of sheets to
    leave out, as far as they are `OPTIONAL`. With a reason in `draft` the book
    is one and says so.
    """
    vacant = roles_with_briefs(forecast, roles, briefs)
    chosen = _chosen(project, roles, vacant)
    since = when or _first_day(project)
    book = _book(forecast, language, chosen, vacant, when=since, draft=draft, dress=dress)
    book = replace(book, without=frozenset(kind for kind in without if kind in OPTIONAL))
    sheets = tuple(_dressed(book))
    return WorkbookPlan(
        title=book.say(text("KPIs: {client}", client=book.client)),
        subject=book.period,
        company=project.client.name,
        created=book.when,
        sheets=sheets,
        behind=(map_sheet(book, sheets),),
        status=book.say(vocabulary.DRAFT) if draft else "",
    )


def _dressed(book: Book) -> Iterator[SheetPlan]:
    sheets = (sheet for sheet in _sheets(book) if sheet.kind not in book.without)
    brand = book.dress.brand
    return (in_brand(sheet, brand) for sheet in sheets) if brand else sheets


def _sheets(book: Book) -> Iterator[SheetPlan]:
    """In the order of the book; what refers to cells of a role's sheet is planned after that."""
    roles = [role for role in book.project.roles if role.key in book.role_sheets]
    made = {role.key: _role_sheet(book, role) for role in roles}
    weights = {
        (metric, key): cell for key, sheet in made.items() for metric, cell in sheet.weights.items()
    }
    yield cover_sheet(book)
    yield funnel_sheet(book)
    yield model_sheet(book)
    yield matrix_sheet(book, weights)
    yield from (sheet.plan for sheet in made.values())
    for key in book.briefs:
        yield brief_sheet(book, book.project.role(key), made[key])
    if book.team.people:
        yield team_sheet(book)
    yield actuals_sheet(book)
    yield glossary_sheet(book)


def _role_sheet(book: Book, role: Role) -> RoleSheet:
    if role.employment == "contractor":
        return RoleSheet(contractor_sheet(book, role))
    return role_sheet(book, role)


def _book(
    forecast: Forecast,
    language: Language,
    roles: tuple[Role, ...],
    briefs: tuple[Role, ...],
    *,
    when: date,
    draft: Text | None,
    dress: Dress,
) -> Book:
    fixed = SHEET_NAMES.values()
    named = (*(role.name for role in roles), *(brief_name(role, language) for role in briefs))
    wanted = (*(language.say(name) for name in fixed), *named)
    names = sheet_names(wanted, language.say(text("Role")))
    cover, funnel, model, matrix, team, actuals, glossary = names[: len(fixed)]
    keys = [role.key for role in roles]
    first = len(fixed) + len(keys)
    return Book(
        forecast=forecast,
        language=language,
        model=model_layout(forecast, model),
        team=team_layout(forecast.project, team),
        actuals=actuals_layout(forecast.project, actuals),
        cover=cover,
        funnel=funnel,
        matrix=matrix,
        glossary=glossary,
        role_sheets=dict(zip(keys, names[len(fixed) : first], strict=True)),
        briefs=dict(zip((role.key for role in briefs), names[first:], strict=True)),
        month=_reported(forecast.project),
        when=when,
        draft=draft,
        dress=dress,
    )


def brief_name(role: Role, language: Language) -> str:
    """What the brief of a role is called, as far as sheets may be called so."""
    return language.say(text("Brief {role}", role=role.name))


def roles_with_briefs(
    forecast: Forecast, roles: Collection[str] | None = None, briefs: Collection[str] | None = None
) -> tuple[Role, ...]:
    """The roles that get a brief: those asked for, else those on the staff that lack people."""
    project = forecast.project
    if briefs is not None:
        wanted = {project.role(key).key for key in briefs}
        return tuple(role for role in project.roles if role.key in wanted)
    lacking = (plan for plan in TeamPlan(forecast).plans if _lacks(plan))
    chosen = {role.key for role in _chosen(project, roles)}
    return tuple(plan.role for plan in lacking if plan.role.key in chosen)


def _lacks(plan: StaffingPlan) -> bool:
    return isinstance(plan.vacancies, int) and plan.vacancies > 0


def _chosen(
    project: Project, roles: Collection[str] | None, also: Iterable[Role] = ()
) -> tuple[Role, ...]:
    if roles is None:
        return project.roles
    wanted = {project.role(key).key for key in roles} | {role.key for role in also}
    return tuple(role for role in project.roles if role.key in wanted)


def _reported(project: Project) -> int:
    """The latest month of the plan that has actuals; the first month where none has."""
    months = project.calendar.all_months
    known = {actual.month for actual in project.actuals}
    return max((at for at, month in enumerate(months) if month in known), default=0)


def _first_day(project: Project) -> date:
    year, month = (int(part) for part in project.calendar.start.split("-"))
    return date(year, month, 1)


class _Steps:
    """Counts the sheets that are done, and stops when the person asks for it."""

    def __init__(
        self, total: int, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._done = 0
        self._total = total
        self._progress = progress
        self._cancelled = cancelled

    def step(self) -> None:
        self.check()
        self.report()

    def check(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def report(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total)
