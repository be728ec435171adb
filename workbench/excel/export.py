"""The workbook of a project: planned sheet by sheet, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from workbench.base.files import replace_file
from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.excel import vocabulary
from workbench.excel.book import Book
from workbench.excel.layout import model_layout
from workbench.excel.names import sheet_names
from workbench.excel.plan import SheetPlan, WorkbookPlan
from workbench.excel.sheets.contractor import contractor_sheet
from workbench.excel.sheets.cover import cover_sheet
from workbench.excel.sheets.matrix import matrix_sheet
from workbench.excel.sheets.model import model_sheet
from workbench.excel.sheets.role import role_sheet
from workbench.excel.writer import workbook_bytes
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate

Progress = Callable[[int, int], None]


class Cancelled(Exception):
    """The person stopped the export; nothing was written."""


def export(
    project: Project,
    path: str | Path,
    language: Language,
    *,
    roles: Collection[str] | None = None,
    draft: Text | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Forecast:
    """Write the workbook of a project and return the numbers that stand in it.

    With a reason in `draft` it is marked as one. Raises `NotWritten`, `Unknown` or
    `Cancelled`.
    """
    forecast = calculate(project)
    plan = plan_workbook(project, forecast, language, roles=roles, draft=draft)
    steps = _Steps(len(plan.sheets) + 1, progress, cancelled)
    steps.check()
    data = workbook_bytes(plan, steps.step)
    steps.check()
    replace_file(path, data)
    steps.report()
    return forecast


def plan_workbook(
    project: Project,
    forecast: Forecast,
    language: Language,
    *,
    roles: Collection[str] | None = None,
    draft: Text | None = None,
    when: date | None = None,
) -> WorkbookPlan:
    """Plan the workbook; `roles` are the keys of those who get a sheet, `when` dates the book.

    With a reason in `draft` the book is one and says so.
    """
    book = _book(forecast, language, _chosen(project, roles), when or _first_day(project), draft)
    return WorkbookPlan(
        title=book.say(text("KPIs: {client}", client=book.client)),
        subject=book.period,
        company=project.client.name,
        created=book.when,
        sheets=_sheets(book),
        status=book.say(vocabulary.DRAFT) if draft else "",
    )


def _sheets(book: Book) -> tuple[SheetPlan, ...]:
    weights: dict[tuple[str, str], str] = {}
    sheets = []
    for role in book.project.roles:
        if role.key not in book.role_sheets:
            continue
        if role.employment == "contractor":
            sheets.append(contractor_sheet(book, role))
        else:
            planned = role_sheet(book, role)
            sheets.append(planned.plan)
            weights |= {(metric, role.key): cell for metric, cell in planned.weights.items()}
    return (cover_sheet(book), model_sheet(book), matrix_sheet(book, weights), *sheets)


def _book(
    forecast: Forecast,
    language: Language,
    roles: tuple[Role, ...],
    when: date,
    draft: Text | None,
) -> Book:
    fixed = (text("Cover"), text("Model"), text("Matrix"))
    wanted = (*(language.say(name) for name in fixed), *(role.name for role in roles))
    names = sheet_names(wanted, language.say(text("Role")))
    cover, model, matrix = names[: len(fixed)]
    return Book(
        forecast=forecast,
        language=language,
        model=model_layout(forecast, model),
        cover=cover,
        matrix=matrix,
        role_sheets=dict(zip((role.key for role in roles), names[len(fixed) :], strict=True)),
        month=_reported(forecast.project),
        when=when,
        draft=draft,
    )


def _chosen(project: Project, roles: Collection[str] | None) -> tuple[Role, ...]:
    if roles is None:
        return project.roles
    wanted = {project.role(key).key for key in roles}
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
