"""The targets of a new person's first months: the plan by the ramp, month by month."""

from __future__ import annotations

from workbench.base.texts import Text, text
from workbench.document.role import Role
from workbench.excel import styles
from workbench.excel.addresses import relative
from workbench.excel.book import Book
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import WHOLE, plain_format, share_format
from workbench.excel.sheets.brief_kpis import BASE, PERIOD, PLAN, BriefRow, BriefTable
from workbench.excel.sheets.periods import months_of
from workbench.excel.team_layout import shown_ramp

_MONTH, _SHARE, _FIRST = PERIOD, BASE, PLAN
_MOST_TARGETS, _LONGEST = 3, 12


def put_probation(sheet: SheetBuilder, book: Book, role: Role, table: BriefTable, row: int) -> int:
    """Write the targets of one person, live from the ramp and the plan; the first row below.

    A volume grows with the share of the plan. What is no volume goes from its base to its plan.
    """
    say, ramp = book.say, shown_ramp(role)[:_LONGEST]
    sheet.put(row, _MONTH, say(text("Probation: targets of one person")), styles.HEADING)
    if not ramp:
        sheet.put(row + 1, _MONTH, say(text("The ramp is not set.")), styles.UNSET)
        return row + 3
    targets = _targets(table)
    heads: tuple[Text, ...] = (text("Month"), text("Share of the plan"))
    numbers = (text("KPI {number}", number=table.rows.index(one) + 1) for one in targets)
    words = tuple(say(head) for head in (*heads, *numbers))
    sheet.row(row + 1, _MONTH, words, styles.HEAD_RIGHT)
    for at, part in enumerate(ramp):
        line = row + 2 + at
        sheet.put(line, _MONTH, at + 1, with_number(styles.FIGURE, WHOLE))
        source = book.team.ramp_share(role.key, at)
        given = f'IF(ISNUMBER({source}),{source},"")'
        style = with_number(styles.FIGURE, share_format(ramp))
        sheet.formula(line, _SHARE, given, part, style)
        for column, target in enumerate(targets):
            _Target(sheet, book, role, table, target).put(line, _FIRST + column, part)
    return row + 3 + len(ramp)


def _targets(table: BriefTable) -> tuple[BriefRow, ...]:
    """KPIs that a new person grows into: volumes, and what has a base to begin from."""
    found = (row for row in table.rows if row.kpi.is_measured and row.kpi.plan is not None)
    fitting = (row for row in found if _is_volume(row) or row.kpi.base is not None)
    return tuple(row for row in fitting if row.metric.unit != "yes_no")[:_MOST_TARGETS]


def _is_volume(row: BriefRow) -> bool:
    return row.metric.over_time == "sum"


class _Target:
    def __init__(
        self, sheet: SheetBuilder, book: Book, role: Role, table: BriefTable, one: BriefRow
    ) -> None:
        self.sheet = sheet
        self.book = book
        self.role = role
        self.one = one
        self.at = table.row_of(one)

    def put(self, row: int, column: int, part: float) -> None:
        share = relative(row, _SHARE)
        formula = self._volume(share) if _is_volume(self.one) else self._way(share)
        style = with_number(styles.FIGURE, self._number())
        self.sheet.formula(row, column, formula, self._value(part), style)

    def _volume(self, share: str) -> str:
        """The plan is that of all people of the role, and of all months of its period."""
        plan, people = relative(self.at, PLAN), self._people()
        months = months_of(self.one.kpi.period)
        divisor = f"/{months}" if months > 1 else ""
        given = f"AND(ISNUMBER({share}),ISNUMBER({plan}),ISNUMBER({people}))"
        return f'IFERROR(IF({given},{share}*{plan}/{people}{divisor},""),"")'

    def _way(self, share: str) -> str:
        base, plan = relative(self.at, BASE), relative(self.at, PLAN)
        given = f"AND(ISNUMBER({share}),ISNUMBER({base}),ISNUMBER({plan}))"
        return f'IF({given},{base}+{share}*({plan}-{base}),"")'

    def _people(self) -> str:
        return self.book.model.role(self.role.key, "people", self.book.model.sheet)

    def _value(self, part: float) -> float | str:
        kpi = self.one.kpi
        if kpi.plan is None:
            return ""
        if not _is_volume(self.one):
            return "" if kpi.base is None else kpi.base + part * (kpi.plan - kpi.base)
        if not self.role.people:
            return ""
        return part * kpi.plan / self.role.people / months_of(kpi.period)

    def _number(self) -> str:
        if not _is_volume(self.one):
            return self.one.number
        values = [self._value(part) for part in self.role.ramp]
        return plain_format(value for value in values if isinstance(value, float))
