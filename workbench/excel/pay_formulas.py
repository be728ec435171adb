"""Completion, payout and bonus as Excel formulas: `planning.pay` in the language of cells."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.document.kpi import Scale
from workbench.document.metric import Metric
from workbench.excel.addresses import fixed, fixed_range
from workbench.excel.plan import Area
from workbench.planning.pay import PLACES

_ENDLESS = "1E+9"


@dataclass(frozen=True, slots=True)
class ScaleCells:
    """Where the parts of a scale stand: points side by side, payouts in the row below.

    On another sheet than the formula's where one is named.
    """

    row: int
    threshold_column: int
    cap_column: int
    first_column: int
    count: int
    sheet: str = ""

    @property
    def threshold(self) -> str:
        """The cell of the threshold."""
        return fixed(self.row, self.threshold_column, self.sheet)

    @property
    def cap(self) -> str:
        """The cell of the cap."""
        return fixed(self.row, self.cap_column, self.sheet)

    def shares(self, skip: int = 0) -> str:
        """The completions of the points, without the first `skip`."""
        return self._range(self.row, skip)

    def payouts(self, skip: int = 0) -> str:
        """The payouts of the points, without the first `skip`."""
        return self._range(self.row + 1, skip)

    def _range(self, row: int, skip: int) -> str:
        first, last = self.first_column + skip, self.first_column + self.count - 1
        return fixed_range(Area(row, first, row, last), self.sheet)


def completion_formula(base: str, plan: str, fact: str, metric: Metric) -> str:
    """How much of the way from base to plan was gone; empty without a fact or a plan."""
    share = _share(base, plan, fact, metric)
    return f'IFERROR(IF(AND(ISNUMBER({plan}),ISNUMBER({fact})),{share},""),"")'


def most_formula(base: str, plan: str, maximum: str, metric: Metric) -> str:
    """The completion beyond which nothing more is paid; past any completion without one."""
    if metric.unit == "yes_no" or metric.better == "within":
        return "1"
    share = f"MAX(1,ROUND({_share(base, plan, maximum, metric)},{PLACES}))"
    return f"IFERROR(IF(AND(ISNUMBER({plan}),ISNUMBER({maximum})),{share},{_ENDLESS}),{_ENDLESS})"


def payout_formula(completion: str, scale: Scale, cells: ScaleCells, most: str = "") -> str:
    """The share of the bonus that a completion earns, looked up on the scale of the sheet."""
    reached = f"ROUND({completion},{PLACES})"
    counted = f"MIN({reached},{cells.cap},{most})" if most else f"MIN({reached},{cells.cap})"
    earned = counted if cells.count == 0 else _looked_up(counted, scale, cells)
    earned = f"IF({reached}<{cells.threshold},0,{earned})"
    if cells.count:  # points that somebody types out of order have no answer
        earned = f'IFERROR({earned},"")'
    return f'IF(ISNUMBER({completion}),{earned},"")'


def limit_formula(cells: ScaleCells, most: str) -> str:
    """The completion up to which is paid more and more; empty where there is no end."""
    limit = f"MIN({cells.cap},{most})"
    return f'IF({limit}<{_ENDLESS},{limit},"")'


def best_formula(limit: str, scale: Scale, cells: ScaleCells) -> str:
    """The most a scale can pay, as a share of the bonus: at its limit, its threshold or a point."""
    if cells.count == 0:
        return limit
    end = f"IF(ISNUMBER({limit}),{limit},{_ENDLESS})"
    least = f"MIN({end},{cells.threshold}+0)"
    shares, payouts = cells.shares(), cells.payouts()
    between = f"({shares}>={cells.threshold}+0)*({shares}<={end})"
    ends = (_looked_up(one, scale, cells) for one in (least, end))
    points = f"SUMPRODUCT(MAX({between}*{payouts}))"
    return f'IFERROR(MAX({",".join(ends)},{points}),"")'


def product_formula(one: str, two: str) -> str:
    """Two cells multiplied; empty where one of them is."""
    return f'IF(AND(ISNUMBER({one}),ISNUMBER({two})),{one}*{two},"")'


def sum_formula(cells: str) -> str:
    """The sum of cells one below the other; empty until all of them are filled."""
    return f'IF(COUNT({cells})=ROWS({cells}),SUM({cells}),"")'


def _share(base: str, plan: str, fact: str, metric: Metric) -> str:
    if metric.unit == "yes_no":
        return f"IF(({fact}>=0.5)=({plan}>=0.5),1,0)"
    if metric.better == "within":
        way = f"1-ABS({plan}-{fact})/ABS({plan}-{base})"
        direct = f"IF(ABS({fact})>ABS({plan}),{plan}/{fact},{fact}/{plan})"
    else:
        way = f"({fact}-{base})/({plan}-{base})"
        direct = f"{plan}/{fact}" if metric.better == "lower" else f"{fact}/{plan}"
    return f"IF(ISNUMBER({base}),{way},{direct})"


def _looked_up(counted: str, scale: Scale, cells: ScaleCells) -> str:
    shares, payouts = cells.shares(), cells.payouts()
    at = f"MATCH({counted},{shares})"
    point = f"INDEX({payouts},{at})"
    if scale.kind == "steps" or cells.count == 1:
        return f"IF({counted}<MIN({shares}),0,{point})"
    low, high = f"INDEX({shares},{at})", f"INDEX({cells.shares(1)},{at})"
    paid_next = f"INDEX({cells.payouts(1)},{at})"
    between = f"{point}+({counted}-{low})/({high}-{low})*({paid_next}-{point})"
    beyond = f"IF({counted}>=MAX({shares}),{point},{between})"
    return f"IF({counted}<MIN({shares}),0,{beyond})"
