"""The Matrix: metrics by roles, who answers with what weight, and the sums of weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.base.texts import context, text
from workbench.document.kpi import Kpi, Part
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.excel import measure, styles, vocabulary
from workbench.excel.addresses import fixed_range, relative
from workbench.excel.book import Book
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import WHOLE, share_format
from workbench.excel.plan import Area, Print, SheetPlan, Style
from workbench.excel.sheets.kpi_table import check_weights

_HEADER = 4
_NAME, _PHASE, _UNIT, _INFLUENCE, _FIRST_ROLE = range(5)
_STRENGTH: dict[Part, float] = {"owner": 0.30, "leader": 0.16, "shared": 0.16, "contributor": 0.0}


def matrix_sheet(book: Book, weights: Mapping[tuple[str, str], str]) -> SheetPlan:
    """Plan the Matrix; `weights` are the cells of weights on role sheets, by metric and role."""
    return _Matrix(book, weights).planned()


def shown_metrics(book: Book) -> tuple[Metric, ...]:
    """Metrics that somebody answers for, and those that somebody could."""
    assigned = {kpi.metric for kpi in book.project.kpis}
    return tuple(
        metric
        for metric in book.project.metrics
        if metric.key in assigned or (metric.influence.direct and metric.kind != "standard")
    )


class _Matrix:
    def __init__(self, book: Book, weights: Mapping[tuple[str, str], str]) -> None:
        self.book = book
        self.weights = weights
        self.metrics = shown_metrics(book)
        self.roles = book.project.roles
        self.owner_column = _FIRST_ROLE + len(self.roles)
        self.sheet = SheetBuilder(book.matrix, self._widths(), kind="matrix")

    def planned(self) -> SheetPlan:
        self._head()
        for index, metric in enumerate(self.metrics):
            self._metric(_HEADER + 1 + index, metric)
        end = _HEADER + 1 + len(self.metrics)
        if self.metrics:
            self._sums(end)
        self._legend(end + 3)
        page = Print(repeat=(_HEADER, _HEADER), footer=self.book.footer)
        return self.sheet.built(page, (_HEADER + 1, _NAME + 1))

    def _widths(self) -> tuple[float, ...]:
        roles = (self._role_width(role) for role in self.roles)
        return 38, 14, 9, 19, *roles, 26

    def _role_width(self, role: Role) -> float:
        words = (measure.characters(word[:20], 9, bold=True) for word in role.name.split())
        return max((11.0, *words))

    def _head(self) -> None:
        say = self.book.say
        subtitle = f"{self.book.client} · {self.book.period}"
        title = say(text("Matrix: who answers for what"))
        self.sheet.title(title, subtitle, styles.BRAND, self.owner_column)
        self.sheet.link_home(self.book.cover, say(text("← Contents")))
        hint = text("Weights are changed on the sheets of the roles")
        self.sheet.put(3, _PHASE, say(hint), styles.NOTE)
        names = (context("column", "Metric"), text("Stage"), text("Unit"), text("Influence"))
        self.sheet.row(_HEADER, _NAME, tuple(say(name) for name in names), styles.HEAD)
        for index, role in enumerate(self.roles):
            style = replace(
                styles.HEAD_CENTER, fill=styles.tint(role.color, 0.3), color=styles.ink(role.color)
            )
            self.sheet.put(_HEADER, _FIRST_ROLE + index, role.name, style)
        self.sheet.put(_HEADER, self.owner_column, say(context("column", "Owner")), styles.HEAD)

    def _metric(self, row: int, metric: Metric) -> None:
        book = self.book
        phases = {phase.key: phase.name for phase in book.project.phases}
        self.sheet.put(row, _NAME, metric.name, replace(styles.BODY, bold=True))
        small = replace(styles.BODY, size=9, color=styles.MUTED)
        words = (phases.get(metric.phase or "", "–"), book.unit(metric))
        influence = book.say(vocabulary.influence(metric))
        self.sheet.row(row, _PHASE, (*words, influence), small)
        for index, role in enumerate(self.roles):
            kpi = book.project.kpi_by_place.get((metric.key, role.key))
            if kpi is None:
                self.sheet.put(row, _FIRST_ROLE + index, None, styles.CENTERED)
            else:
                self._kpi(row, _FIRST_ROLE + index, kpi, role)
        self._owner(row, metric)

    def _owner(self, row: int, metric: Metric) -> None:
        owner = self.book.owners.get(metric.key)
        missing = metric.influence.direct
        color = styles.ink(owner.color) if owner else styles.BAD if missing else styles.MUTED
        words = owner.name if owner else self.book.say(text("no owner")) if missing else "–"
        self.sheet.put(row, self.owner_column, words, replace(styles.BODY, color=color))

    def _kpi(self, row: int, column: int, kpi: Kpi, role: Role) -> None:
        sign = self.book.say(vocabulary.PART_SIGNS[kpi.part])
        style = self._style(kpi.part, role)
        if not kpi.is_measured:
            self.sheet.put(row, column, sign, style)
            return
        style = with_number(style, f'"{sign} · "{share_format((kpi.weight,))}')
        cell = self.weights.get(kpi.place)
        if cell is None:
            self.sheet.put(row, column, kpi.weight, style)
        else:
            formula = f'IF(ISNUMBER({cell}),{cell},"")'
            self.sheet.formula(row, column, formula, kpi.weight, style)

    def _style(self, part: Part, role: Role) -> Style:
        strength = _STRENGTH[part]
        fill = styles.tint(role.color, strength) if strength else ""
        color = styles.ink(role.color)
        return replace(styles.CENTERED, fill=fill, color=color, bold=part == "owner")

    def _sums(self, row: int) -> None:
        say, first = self.book.say, _HEADER + 1
        for offset, label in enumerate((text("Sum of weights"), text("Number of KPIs"))):
            self.sheet.put(row + offset, _NAME, say(label), styles.TOTAL_TEXT)
        center = replace(styles.TOTAL, align="center")
        for index, role in enumerate(self.roles):
            column = _FIRST_ROLE + index
            cells = fixed_range(Area(first, column, row - 1, column)).replace("$", "")
            weights = self._weights_of(role)
            total = f'IF(COUNT({cells}),SUM({cells}),"")'
            style = with_number(center, share_format(weights))
            self.sheet.formula(row, column, total, sum(weights) if weights else "", style)
            count = with_number(center, WHOLE)
            self.sheet.formula(row + 1, column, f"COUNT({cells})", len(weights), count)
            area = Area(row, column, row, column)
            check_weights(self.sheet, area, relative(row, column))
            self.sheet.define(f"total_weights_{role.key}", row, column)
        for offset in range(2):
            self.sheet.fill(row + offset, _NAME, self.owner_column, styles.TOTAL)

    def _weights_of(self, role: Role) -> list[float]:
        kpis = self.book.project.kpis_of_role(role.key)
        return [kpi.weight for kpi in kpis if kpi.is_measured]

    def _legend(self, row: int) -> None:
        say = self.book.say
        meanings = {
            "owner": text("answers for the metric: one role each"),
            "leader": text("answers through the people it leads"),
            "shared": text("an outcome of the team, shared"),
            "contributor": text("helps and is not paid for it"),
        }
        self.sheet.put(row, _NAME, say(text("What the letters mean")), styles.HEADING)
        for index, (part, meaning) in enumerate(meanings.items()):
            sign = say(vocabulary.PART_SIGNS[part])  # type: ignore[index]
            words = say(text("{sign}: {meaning}", sign=sign, meaning=meaning))
            self.sheet.put(row + 1 + index, _NAME, words, styles.LINE)
