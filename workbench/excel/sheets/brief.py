"""The brief for a vacancy: what the role is for, what it brings in a year, how it is paid."""

from __future__ import annotations

from dataclasses import replace

from workbench.base.texts import Text, text
from workbench.document.role import Role
from workbench.excel import styles
from workbench.excel.addresses import relative
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import WHOLE
from workbench.excel.plan import Area, Print, SheetPlan
from workbench.excel.sheets.blocks import Block, put_blocks
from workbench.excel.sheets.brief_kpis import (
    BASE,
    BEST,
    HOW,
    LAST,
    LIMIT,
    MAXIMUM,
    NUMBER,
    OUTCOME,
    PERIOD,
    UNIT,
    BriefTable,
    brief_rows,
    put_outcomes,
)
from workbench.excel.sheets.interview import questions
from workbench.excel.sheets.logo import put_logo
from workbench.excel.sheets.partners import partners
from workbench.excel.sheets.probation import put_probation
from workbench.excel.sheets.role import RoleSheet
from workbench.excel.team_layout import VACANCIES
from workbench.planning.earnings import best_case
from workbench.planning.staffing_plan import StaffingPlan

_WIDTHS = (4.5, 40.0, 9.0, 38.0, 11.0, 12.0, 12.0, 12.0, 9.0, 17.0, 12.0, 11.0, 14.0)
_THIRDS = ((NUMBER, OUTCOME), (HOW, BASE), (MAXIMUM, LAST))
_SCALE = 1.1
_MOST_PAGES = 2
_MOST_ASKED = 6


def brief_sheet(book: Book, role: Role, of: RoleSheet) -> SheetPlan:
    """Plan the brief of a role, which refers to the sheet of the role."""
    return _Brief(book, role, of).planned()


class _Brief:
    def __init__(self, book: Book, role: Role, of: RoleSheet) -> None:
        self.book = book
        self.role = role
        self.name = book.briefs[role.key]
        self.sheet = SheetBuilder(self.name, _WIDTHS, _SCALE, kind="brief", role=role.key)
        self.rows = brief_rows(book, role, of)
        self.of = of

    def planned(self) -> SheetPlan:
        book = self.book
        self._head()
        row = put_blocks(self.sheet, 5, self._purpose(), _THIRDS)
        table = BriefTable(row, self.rows)
        row = put_outcomes(self.sheet, book, self.role, table, self.of)
        ends = (
            self._pay(row, table),
            put_probation(self.sheet, book, self.role, table, row),
            put_blocks(self.sheet, row, (self._competencies(),), ((LIMIT, LAST),)),
        )
        row = self._lines(max(ends), text("Who the person works with"), partners(book, self.role))
        end = self._questions(row)
        # What is merged would be cut at its first row where the area is left to the program.
        area = Area(0, 0, end, LAST)
        page = Print(repeat=(0, 1), tall=_MOST_PAGES, area=area, footer=book.footer)
        return self.sheet.built(page, (3, OUTCOME + 1), self.role.color, 90)

    def _head(self) -> None:
        book, say = self.book, self.book.say
        title = say(text("Brief for a vacancy: {role}", role=self.role.name))
        self.sheet.title(title, f"{book.client} · {book.period}", self.role.color, LAST)
        put_logo(self.sheet, book, LAST)
        self.sheet.link_home(book.cover, say(text("← Contents")))
        self.sheet.put(3, HOW, say(text("Vacancies")), replace(styles.LABEL, align="right"))
        vacancies = self._vacancies()
        style = replace(styles.LINE, bold=True, number=WHOLE, align="left")
        if vacancies is None:
            self.sheet.put(3, PERIOD, "–", style)
        else:
            cell = book.team.fact(self.role.key, VACANCIES, book.team.sheet)
            formula = f'IF(ISNUMBER({cell}),{cell},"")'
            self.sheet.formula(3, PERIOD, formula, vacancies, style)

    def _vacancies(self) -> float | str | None:
        """None where the role has none to count."""
        plan: StaffingPlan = next(p for p in self.book.staff.plans if p.role == self.role)
        if not self.role.capacity or self.role.employment == "contractor":
            return None
        found = plan.vacancies
        return float(found) if isinstance(found, int) else ""

    def _purpose(self) -> tuple[Block, ...]:
        say, role = self.book.say, self.role
        unset = say(text("Not set"))
        mission = (role.mission,) if role.mission else ()
        return (
            Block(say(text("Why the role exists")), mission, unset, bullets=False),
            Block(say(text("Duties")), role.duties, unset),
            Block(say(text("What the role does not answer for")), role.not_responsible, unset),
        )

    def _competencies(self) -> Block:
        say = self.book.say
        return Block(say(text("Competencies")), self.role.competencies, say(text("Not set")))

    def _pay(self, row: int, table: BriefTable) -> int:
        """Salary and bonus of one month; the bonus at best is that of the table."""
        book, sheet, model = self.book, self.sheet, self.book.model
        sheet.put(row, NUMBER, book.say(text("Pay of one person a month")), styles.HEADING)
        salary, bonus = (model.role(self.role.key, f, model.sheet) for f in ("salary", "bonus"))
        first, second = relative(row + 1, HOW), relative(row + 2, HOW)
        best = best_case(book.project, self.role)
        lines: list[tuple[Text, str, float | str]] = [
            (text("Salary"), f'IF(ISNUMBER({salary}),{salary},"")', self.role.salary),
            (text("Bonus at 100%"), f'IF(ISNUMBER({bonus}),{bonus},"")', self.role.bonus),
            (text("Together at 100%"), _both(first, second), self.role.salary + self.role.bonus),
        ]
        if self._is_whole():
            most = relative(table.total, BEST)
            lines.append((text("At best"), _both(first, most), shown(best.total)))
        for at, (label, formula, value) in enumerate(lines, start=row + 1):
            line = replace(styles.LINE, underline=styles.RULE)
            sheet.put(at, OUTCOME, book.money_unit(label), line)
            sheet.put(at, UNIT, None, line)
            bold = replace(with_number(line, WHOLE), bold=True)
            sheet.formula(at, HOW, formula, value, replace(bold, align="left"))
        note = text("Before the person's own taxes. Empty at best: the bonus has no upper end.")
        end = row + 1 + len(lines)
        sheet.put(end, OUTCOME, book.say(note), styles.NOTE_WRAPPED, across=HOW - OUTCOME)
        return end + 2

    def _is_whole(self) -> bool:
        """Whether all that can be earned stands in the table."""
        paid = [row for row in self.rows if row.kpi.is_measured]
        return bool(paid) and len(paid) == len(self.of.rows)

    def _lines(self, row: int, title: Text, lines: tuple[str, ...]) -> int:
        none = self.book.say(text("The model shows no hand-offs of this role yet."))
        block = Block(self.book.say(title), lines, none)
        return put_blocks(self.sheet, row, (block,), ((NUMBER, LAST),))

    def _questions(self, row: int) -> int:
        say = self.book.say
        asked = [one.metric for one in self.rows][:_MOST_ASKED]
        if not asked:
            return row
        self.sheet.keep(row)
        self.sheet.put(row, NUMBER, say(text("Questions for the interview")), styles.HEADING)
        hint = text("Ask for the number first, then for what the person did about it")
        self.sheet.put(row, HOW, say(hint), styles.NOTE)
        blocks = [
            Block(metric.name, tuple(say(one) for one in questions(metric))) for metric in asked
        ]
        return put_blocks(self.sheet, row + 1, blocks, _THIRDS)


def _both(one: str, two: str) -> str:
    return f'IF(AND(ISNUMBER({one}),ISNUMBER({two})),{one}+{two},"")'
