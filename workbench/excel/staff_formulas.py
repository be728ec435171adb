"""Load, hiring and pay as Excel formulas: `planning.staffing_plan` in the language of cells.

Whoever is hired works fully from the month that lacked people on, so what the people there do is
that of the month before, less those who leave, and what is added by those hired for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from workbench.document.role import Role
from workbench.excel.team_layout import LONGEST_RAMP
from workbench.formula.values import Problem, Result
from workbench.planning.ramp import full_work, months_to_full_output, staying
from workbench.planning.staffing_plan import MOST_HIRED

_DUST = "1E-9"


@dataclass(frozen=True, slots=True)
class Hiring:
    """What the sheet computes month by month; "" where there is no number.

    `ready` is the full work of those hired before, `hires` whom a month lacks.
    """

    ready: tuple[float | str, ...]
    hires: tuple[float | str, ...]


def hiring(role: Role, load: Sequence[Result]) -> Hiring:
    """The values of the formulas below."""
    each = one_hired(role)
    stays = staying(role, 1)
    ready: list[float | str] = [full_work(role)]
    hires: list[float | str] = []
    for needed in load:
        there = ready[-1]
        hires.append(_hired(needed, there, each))
        known = isinstance(there, float) and isinstance(hires[-1], float)
        ready.append(stays * (there + hires[-1] * each) if known else "")  # type: ignore[operator]
    return Hiring(tuple(ready[:-1]), tuple(hires))


def one_hired(role: Role) -> float:
    """How much full work is left of one hired when the ramp is over."""
    return staying(role, months_to_full_output(role)) * (1 - role.absence)


def is_plain(role: Role) -> bool:
    """Whether nobody gives more than full output once the ramp is over."""
    after = role.ramp[months_to_full_output(role) :]
    return len(role.ramp) <= LONGEST_RAMP and all(share <= 1 for share in after)


def load_formula(volume: str, each: str) -> str:
    """How many people's full work a volume is."""
    return f'IFERROR(IF(AND(ISNUMBER({volume}),ISNUMBER({each})),{volume}/{each},""),"")'


def sum_down(cells: str) -> str:
    """The sum of cells one below the other; empty until all of them are filled."""
    return f'IF(COUNT({cells})=ROWS({cells}),SUM({cells}),"")'


def along(function: str, cells: str) -> str:
    """A function of the cells of a row; empty until all of them are filled."""
    return f'IF(COUNT({cells})=COLUMNS({cells}),{function}({cells}),"")'


def needed_formula(load: str, absence: str) -> str:
    """Whole people for a load, absences made up for."""
    return f'IFERROR(IF(ISNUMBER({load}),{_whole(f"{load}/(1-{absence})")},""),"")'


def vacancies_formula(needed: str, people: str) -> str:
    """People missing in the heaviest month."""
    return f'IF(AND(ISNUMBER({needed}),ISNUMBER({people})),{_whole(f"{needed}-{people}")},"")'


def ramp_formula(shares: str, first: str) -> str:
    """How many months after the start a person gives full output and goes on giving it."""
    return f"SUMPRODUCT(MAX((ROUND({shares},9)<1)*(COLUMN({shares})-COLUMN({first})+1)))"


def stay_formula(attrition: str) -> str:
    """The share of people who are still there a month later."""
    return f"(1-{attrition})^(1/12)"


def one_hired_formula(stays: str, months: str, absence: str) -> str:
    """The full work left of one hired; who gives it at once has had no time to leave."""
    return f"IF({months}=0,1,{stays}^{months})*(1-{absence})"


def ready_formula(stays: str, before: str, hired: str, each: str) -> str:
    """The full work of the people of the month before and of those hired for it."""
    both = f"AND(ISNUMBER({before}),ISNUMBER({hired}))"
    return f'IF({both},{stays}*({before}+{hired}*{each}),"")'


def hires_formula(load: str, ready: str, each: str) -> str:
    """Whole people wherever those before do not suffice; nothing where no number would do."""
    wanted = f"({load}-{ready})/{each}"
    people = f'IF({wanted}>{MOST_HIRED},"",ROUNDUP({wanted}-{_DUST},0))'
    gap = f"IF({load}-{ready}<={_DUST},0,{people})"
    return f'IFERROR(IF(AND(ISNUMBER({load}),ISNUMBER({ready})),{gap},""),"")'


def starts_formula(hires: str, numbers: str, month: str, early: str, *, first: bool) -> str:
    """Who starts in a month, so early as the ramp is long; who is late starts with the plan."""
    which = f'"<="&({month}+{early})' if first else f"{month}+{early}"
    return f'IF(COUNT({hires})=COLUMNS({hires}),SUMIF({numbers},{which},{hires}),"")'


def hire_by_formula(hires: str, numbers: str, early: str, header: str, late: str) -> str:
    """The month in which the first one starts, or how many months before the plan that is."""
    first = f"COLUMNS({hires})+1-SUMPRODUCT(MAX(({hires}>0)*(COLUMNS({hires})+1-{numbers})))"
    soon = f'({early}+1-({first}))&" {late}"'
    month = f"IF({first}>{early},INDEX({header},{first}-{early}),{soon})"
    return f'IF(COUNT({hires})=COLUMNS({hires}),IF(SUM({hires})=0,"–",{month}),"")'


def present_formula(people: str, stays: str, starts: str) -> str:
    """People of the month before who stay, and those who start; either factor may be missing."""
    staying_on = f"{people}*{stays}" if stays else people
    both = f"SUM({staying_on},{starts})" if starts else staying_on
    return f'IF(ISNUMBER({people}),{both},"")'


def _whole(heads: str) -> str:
    """People are whole and never fewer than none; the dust of the arithmetic is nobody."""
    return f"MAX(0,ROUNDUP(ROUND({heads},9),0))"


def _hired(needed: Result, there: float | str, each: float) -> float | str:
    if isinstance(needed, Problem) or isinstance(there, str):
        return ""
    gap = needed - there
    if gap <= float(_DUST):
        return 0.0
    if each <= 0 or gap / each > MOST_HIRED:
        return ""
    return float(ceil(gap / each - float(_DUST)))
