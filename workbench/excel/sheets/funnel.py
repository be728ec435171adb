"""A role's place in the funnel: the stages that lead to its own and follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.excel import styles
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder
from workbench.excel.formats import shown_length
from workbench.excel.plan import Style
from workbench.excel.sheets.grid import (
    BASE,
    DIRECTION,
    HOW,
    INFLUENCE,
    MAXIMUM,
    METRIC,
    NUMBER,
    PERIOD,
    PLAN,
    STAGE,
    UNIT,
    WEIGHT,
)
from workbench.excel.sheets.kpi_table import month_value
from workbench.excel.steps import Steps, all_stages, in_order
from workbench.formula.values import Problem, Result
from workbench.planning.pay import paid_kpis

# Columns of about the same width, side by side: one box of the funnel each.
_BOXES = (
    (NUMBER, STAGE), (METRIC, METRIC), (HOW, HOW), (UNIT, DIRECTION), (INFLUENCE, PERIOD),
    (BASE, PLAN), (MAXIMUM, WEIGHT),
)  # fmt: skip
_ROWS = 5


def own_steps(project: Project, role: str) -> frozenset[tuple[str, str]]:
    """The steps of the funnel a role answers for: (from, to), a stage itself as (stage, stage)."""
    kpis = paid_kpis(project, role)
    owned = tuple(kpi for kpi in kpis if kpi.part == "owner") or kpis
    found: set[tuple[str, str]] = set()
    for metric in (project.metric(kpi.metric) for kpi in owned):
        if metric.kind == "stage":
            found.add((metric.key, metric.key))
        if metric.from_stage is not None and metric.to_stage is not None:
            found.add((metric.from_stage, metric.to_stage))
    return frozenset(found)


def place_in_funnel(project: Project, steps: Steps, role: str) -> tuple[str, ...]:
    """The stages to show, in the order of the funnel: the role's own ones and their neighbours."""
    own = own_steps(project, role)
    starts, ends = {start for start, _ in own}, {end for _, end in own}
    around = steps.before(starts) | steps.after(ends) if own else _nearby(project, role)
    ordered = in_order(steps, all_stages(project) & around, project)
    while len(ordered) > len(_BOXES):
        ordered.remove(_farthest(ordered, starts | ends))
    return tuple(ordered)


def put_funnel(sheet: SheetBuilder, book: Book, role: Role, row: int, month: str) -> int:
    """Write the boxes of the funnel; the first row below them."""
    project, steps = book.project, book.steps
    stages = place_in_funnel(project, steps, role.key)
    if not stages:
        return row
    own = {end for _, end in own_steps(project, role.key)}
    sheet.put(row, 0, book.say(text("Place in the funnel")), styles.HEADING)
    before: str | None = None
    for stage, box in zip(stages, _BOXES, strict=False):
        box_of = _Box(sheet, book, row + 1, box)
        box_of.put(project.metric(stage), month, strong=stage in own, role=role)
        conversion = steps.conversion(before, stage) if before else None
        if conversion is not None:
            box_of.put_conversion(conversion, month)
        before = stage
    return row + _ROWS + 1


@dataclass(frozen=True, slots=True)
class _Box:
    sheet: SheetBuilder
    book: Book
    row: int
    span: tuple[int, int]

    def put(self, stage: Metric, month: str, *, strong: bool, role: Role) -> None:
        owner = self.book.stage_owner(stage.key)
        color = role.color if strong else owner.color if owner else "#98A2B3"
        fill = color if strong else styles.tint(color, 0.22)
        words = styles.on(fill) if strong else styles.ink(color)
        box = Style(fill=fill, color=words, align="center", frame="#FFFFFF", wrap=True)
        self._cell(0, stage.name, replace(box, size=self._size_of_words(stage.name), bold=True))
        value = self.book.forecast.values[stage.key][self.book.month]
        number = self.book.format(stage)
        size = self._size_for(value, number)
        figure = replace(box, size=size, bold=True, wrap=False, number=number)
        formula = month_value(self.book, stage.key, month)
        self._merged_formula(1, formula, shown(value), figure)
        name = owner.name if owner else self.book.say(text("no owner"))
        self._cell(3, name, replace(styles.NOTE, align="center", wrap=True))

    def put_conversion(self, conversion: str, month: str) -> None:
        value = self.book.forecast.values[conversion][self.book.month]
        number = self.book.format(self.book.project.metric(conversion))
        style = replace(styles.NOTE, align="center", number=f'"→ "{number}')
        self._merged_formula(2, month_value(self.book, conversion, month), shown(value), style)

    def _size_for(self, value: Result, number: str) -> float:
        """The size in which the number fits the box, with room for a larger one."""
        first, last = self.span
        digits = "0" * (1 if isinstance(value, Problem) else shown_length(value, number) + 1)
        for size in (12.5, 11.0, 9.5):
            if self.sheet.lines(digits, first, last - first, Style(size=size, bold=True)) == 1:
                return size
        return 8.0

    def _size_of_words(self, words: str) -> float:
        """The size in which no word of a name is broken."""
        first, last = self.span
        for size in (10.0, 9.0, 8.0):
            style = Style(size=size, bold=True)
            if all(self.sheet.lines(one, first, last - first, style) == 1 for one in words.split()):
                return size
        return 7.0

    def _cell(self, offset: int, words: str, style: Style) -> None:
        first, last = self.span
        self.sheet.put(self.row + offset, first, words, style, across=last - first)

    def _merged_formula(self, offset: int, formula: str, value: float | str, style: Style) -> None:
        first, last = self.span
        self.sheet.formula(self.row + offset, first, formula, value, style, across=last - first)


def _nearby(project: Project, role: str) -> frozenset[str]:
    """For a role without a stage: those of the phases its KPIs belong to, else all."""
    kpis = paid_kpis(project, role)
    phases = {project.metric(kpi.metric).phase for kpi in kpis} - {None}
    stages = all_stages(project)
    return frozenset(key for key in stages if project.metric(key).phase in phases) or stages


def _farthest(ordered: list[str], own: set[str]) -> str:
    """The stage that is furthest in the row from the role's own ones; the first of several."""
    places = [at for at, stage in enumerate(ordered) if stage in own] or [0]
    distance = {stage: min(abs(at - place) for place in places) for at, stage in enumerate(ordered)}
    return max(ordered, key=lambda stage: distance[stage])
