"""Which cell of the Team sheet holds what; the sheets of roles and the briefs refer to some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.document.project import Project
from workbench.document.role import Role
from workbench.excel.addresses import fixed, fixed_range, relative, row_range
from workbench.excel.plan import Area

ROLE, DETAIL, NUMBER, FIRST = range(4)
(
    HIRE_BY, PEOPLE, ABSENCE, ATTRITION, LOAD, NEEDED, VACANCIES, SALARY, BONUS, TAX, COST, PAYROLL,
) = range(1, 13)  # fmt: skip
TOP = 5
# A ramp that is longer, or promises more than full output for good, is no ramp.
LONGEST_RAMP = 24


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row for each role: its heading, its heads below that, then the roles."""

    top: int
    rows: Mapping[str, int]
    end: int

    @property
    def heads(self) -> int:
        """The row of column headings."""
        return self.top + 1

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True)
class TeamLayout:
    """Rows of the Team sheet by what they hold; `capacity` is by role and its place in the role."""

    sheet: str
    months: int
    people: Table
    loads: Table
    capacity: Mapping[tuple[str, int], int]
    load: Table
    needed: Table
    ramp: Table
    ready: Table
    hires: Table
    starts: Table
    present: Table
    payroll: Table
    costs_row: int

    @property
    def last_month(self) -> int:
        """The column of the plan's last month."""
        return FIRST + self.months - 1

    @property
    def total_column(self) -> int:
        """The column of totals."""
        return FIRST + self.months

    def fact(self, role: str, column: int, sheet: str = "") -> str:
        """A fact of the first table, for a formula on another sheet where one is named."""
        return fixed(self.people.rows[role], column, sheet)

    def per_person(self, role: str, at: int, sheet: str = "") -> str:
        """How much of a metric one person handles."""
        return fixed(self.capacity[role, at], NUMBER, sheet)

    def ramp_share(self, role: str, month: int) -> str:
        """The share of full output in a month of work, for a formula on another sheet."""
        return fixed(self.ramp.rows[role], FIRST + month, self.sheet)

    def span(self, row: int, last: int | None = None) -> str:
        """The months of a row up to one of them, else all."""
        return row_range(row, FIRST, self.last_month if last is None else FIRST + last)

    def month(self, row: int, month: int) -> str:
        """A row in a month."""
        return relative(row, FIRST + month)

    def numbers(self) -> str:
        """The numbers of the months, 1 for the first."""
        return fixed_range(Area(self.ready.heads, FIRST, self.ready.heads, self.last_month))


def team_layout(project: Project, sheet: str) -> TeamLayout:
    """Give every role its rows, each table what the next one is computed from."""
    loaded = [role for role in project.roles if role.capacity]
    hired = [role for role in loaded if role.employment == "staff"]
    people = _table(TOP, project.roles)
    loads, capacity = _capacities(people.end, loaded)
    load = _table(loads.end, loaded)
    needed = _table(load.end, loaded)
    ramp = _table(needed.end, (role for role in project.roles if role.ramp or role in hired))
    ready = _table(ramp.end, hired)
    hires = _table(ready.end, hired)
    starts = _table(hires.end, hired)
    present = _table(starts.end, project.roles)
    payroll = _table(present.end, project.roles, more=1)
    return TeamLayout(
        sheet, project.calendar.months, people, loads, capacity, load, needed, ramp, ready, hires,
        starts, present, payroll, costs_row=payroll.end,
    )  # fmt: skip


def _capacities(top: int, roles: Iterable[Role]) -> tuple[Table, dict[tuple[str, int], int]]:
    """A row for each metric that a role handles; the role begins at its first one."""
    places = [(role.key, at) for role in roles for at in range(len(role.capacity))]
    rows = {place: top + 2 + index for index, place in enumerate(places)}
    first = {key: row for (key, at), row in rows.items() if at == 0}
    return Table(top, first, top + 3 + len(rows) if rows else top), rows


def shown_ramp(role: Role) -> tuple[float, ...]:
    """The months of a ramp as far as the sheet has room for them."""
    return role.ramp[:LONGEST_RAMP]


def _table(top: int, roles: Iterable[Role], more: int = 0) -> Table:
    """A table with `more` rows of sums and an empty row below; no room for one without roles."""
    rows = {role.key: top + 2 + index for index, role in enumerate(roles)}
    return Table(top, rows, top + 3 + len(rows) + more if rows else top)
