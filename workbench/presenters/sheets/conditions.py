"""Conditional looks, worked out as a spreadsheet does: the small part of its language they need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from math import copysign, floor
from operator import add, eq, ge, gt, le, lt, mul, ne, sub, truediv
from typing import Protocol, TypeVar

from workbench.excel.plan import Area, Cell, Condition, Content, Formula, Link, SheetPlan, Style

_TOKEN = re.compile(
    r'\s*(?:(?P<number>\d+\.?\d*)|(?P<text>"(?:[^"]|"")*")|(?P<cell>\$?[A-Z]{1,3}\$?\d+)'
    r"|(?P<name>[A-Z]+)|(?P<sign><=|>=|<>|[-+*/=<>(),]))"
)
_CELL = re.compile(r"(\$?)([A-Z]+)(\$?)(\d+)")
_COMPARED = {"=": eq, "<>": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
_SUMS, _PRODUCTS = {"+": add, "-": sub}, {"*": mul, "/": truediv}

_DAY_NOUGHT = date(1899, 12, 30)

Value = float | str | bool | None
Place = tuple[int, int]


class _Placed(Protocol):
    @property
    def area(self) -> Area:
        """The cells it is about."""


A = TypeVar("A", bound=_Placed)


class NotKnown(Exception):
    """A formula that says more than is understood here: what it asks for is not looked at."""


class Looks:
    """What the cells of a sheet look like when their conditions are applied."""

    def __init__(self, sheet: SheetPlan) -> None:
        self._conditions = _by_row(sheet.conditions)
        self._bars = _by_row(sheet.bars)
        self._values = {(cell.row, cell.column): _value(cell.content) for cell in sheet.cells}

    def of(self, cell: Cell) -> Style:
        """The style of a cell under the first condition that holds."""
        for condition in self._conditions.get(cell.row, ()):
            if _covers(condition.area, cell) and self._holds(condition, cell):
                number = condition.number or cell.style.number
                return replace(
                    cell.style, color=condition.color, fill=condition.fill, number=number
                )
        return cell.style

    def bar(self, cell: Cell) -> tuple[float, str]:
        """The share of a cell that a bar in it fills, and the colour of the bar."""
        value = _value(cell.content)
        bar = next((one for one in self._bars.get(cell.row, ()) if _covers(one.area, cell)), None)
        if bar is None or not isinstance(value, float | int):
            return 0.0, ""
        return min(max(value / bar.most, 0.0), 1.0), bar.color

    def _holds(self, condition: Condition, cell: Cell) -> bool:
        moved = cell.row - condition.area.top, cell.column - condition.area.left
        try:
            return evaluated(condition.formula, self._values, moved) is True
        except (NotKnown, TypeError, ZeroDivisionError):
            return False


def evaluated(formula: str, values: dict[Place, Value], moved: Place = (0, 0)) -> Value:
    """The value of a formula copied so many rows and columns further; raises `NotKnown`."""
    reading = _Reading(formula, values, moved)
    found = reading.comparison()
    if not reading.is_over:
        raise NotKnown(formula)
    return found


class _Reading:
    """Reads a formula from left to right and reckons on the way."""

    def __init__(self, formula: str, values: dict[Place, Value], moved: Place) -> None:
        self._tokens = _tokens(formula)
        self._at = 0
        self._values = values
        self._moved = moved

    @property
    def is_over(self) -> bool:
        return self._at == len(self._tokens)

    def comparison(self) -> Value:
        left = self._chain(_SUMS, lambda: self._chain(_PRODUCTS, self._single))
        sign = self._peek()
        if sign not in _COMPARED:
            return left
        self._at += 1
        right = self._chain(_SUMS, lambda: self._chain(_PRODUCTS, self._single))
        return bool(_COMPARED[sign](_ordered(left), _ordered(right)))

    def _chain(
        self, signs: dict[str, Callable[[float, float], float]], part: Callable[[], Value]
    ) -> Value:
        found = part()
        while self._peek() in signs:
            sign = self._next()[1]
            found = signs[sign](_number(found), _number(part()))
        return found

    def _single(self) -> Value:
        kind, words = self._next()
        match kind, words:
            case "number", _:
                return float(words)
            case "text", _:
                return words[1:-1].replace('""', '"')
            case "cell", _:
                return self._values.get(self._place(words))
            case "sign", "-":
                return -_number(self._single())
            case "sign", "(":
                found = self.comparison()
                self._expect(")")
                return found
            case "name", _ if words in _FUNCTIONS and self._peek() == "(":
                return _FUNCTIONS[words](self._arguments())
        raise NotKnown(words)

    def _arguments(self) -> list[Value]:
        self._expect("(")
        found = [self.comparison()]
        while self._peek() == ",":
            self._at += 1
            found.append(self.comparison())
        self._expect(")")
        return found

    def _place(self, words: str) -> Place:
        match = _CELL.fullmatch(words)
        assert match is not None
        stays_across, letters, stays_down, digits = match.groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - ord("A") + 1
        down, across = self._moved
        return (
            int(digits) - 1 + (0 if stays_down else down),
            column - 1 + (0 if stays_across else across),
        )

    def _peek(self) -> str:
        return "" if self.is_over else self._tokens[self._at][1]

    def _next(self) -> tuple[str, str]:
        if self.is_over:
            raise NotKnown
        self._at += 1
        return self._tokens[self._at - 1]

    def _expect(self, sign: str) -> None:
        if self._next()[1] != sign:
            raise NotKnown(sign)


@lru_cache(1024)  # the same for every cell of an area
def _tokens(formula: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while at < len(formula):
        match = _TOKEN.match(formula, at)
        if match is None or match.lastgroup is None:
            raise NotKnown(formula)
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


def _value(content: Content) -> Value:
    match content:
        case Formula(_, value):
            return value
        case Link(_, words):
            return words
        case date():
            return float((content - _DAY_NOUGHT).days)
        case _:
            return content


def _by_row(found: Iterable[A]) -> dict[int, list[A]]:
    """What has an area by the rows of it, in the order it was given."""
    rows: dict[int, list[A]] = {}
    for one in found:
        for row in range(one.area.top, one.area.bottom + 1):
            rows.setdefault(row, []).append(one)
    return rows


def _covers(area: Area, cell: Cell) -> bool:
    return area.top <= cell.row <= area.bottom and area.left <= cell.column <= area.right


def _number(value: Value) -> float:
    if isinstance(value, str):
        raise NotKnown(value)
    return float(value or 0)


def _ordered(value: Value) -> tuple[int, float | str]:
    """Spreadsheets put every text after every number, whatever its letters' case."""
    return (1, value.casefold()) if isinstance(value, str) else (0, float(value or 0))


def _is_number(given: Sequence[Value]) -> bool:
    return isinstance(given[0], float | int) and not isinstance(given[0], bool)


def _rounded(given: Sequence[Value]) -> float:
    value, scale = _number(given[0]), 10.0 ** _number(given[1])
    return copysign(floor(abs(value) * scale + 0.5) / scale, value)


_FUNCTIONS: dict[str, Callable[[list[Value]], Value]] = {
    "AND": all,
    "OR": any,
    "NOT": lambda given: not given[0],
    "ISNUMBER": _is_number,
    "ISBLANK": lambda given: given[0] is None,
    "ROUND": _rounded,
    "ABS": lambda given: abs(_number(given[0])),
    "MIN": lambda given: min(map(_number, given)),
    "MAX": lambda given: max(map(_number, given)),
}
