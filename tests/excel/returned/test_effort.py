"""How much work a workbook can cause that was made to cause it, and that it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.excel.returning import exported, opened
from tests.projects import example
from workbench.excel import filled_child
from workbench.excel.apart import Abandoned, always
from workbench.excel.filled import FilledBook, FilledCell, FilledSheet, NamedArea
from workbench.excel.part_look import Harmful
from workbench.excel.plan import Area
from workbench.excel.reading_child import Bounds
from workbench.excel.returned.found import Returned
from workbench.excel.returned.mapped import map_of
from workbench.excel.returned.reading import returned
from workbench.planning.forward import calculate
from workbench.presenters.actuals.returning import reading

ROWS, COLUMNS = 40, 50


class Counted(dict[Any, FilledCell]):
    """Cells that count how often one of them is looked at."""

    looks = 0

    def items(self) -> Any:
        for item in super().items():
            self.looks += 1
            yield item

    def __iter__(self) -> Iterator[Any]:
        for key in super().__iter__():
            self.looks += 1
            yield key

    def get(self, key: Any, default: Any = None) -> Any:
        self.looks += 1
        return super().get(key, default)


def words(value: str) -> FilledCell:
    return FilledCell(value, "text")


def book(cells: Counted, inputs: int, kind: str, keys: str) -> FilledBook:
    """A workbook with a map of many inputs, whose names all lead below the same wrong words."""
    mapped = {(0, 0): words("kpi-workbench map"), (0, 1): FilledCell(1.0, "number")}
    for row in range(inputs):
        whole = "input", f"n{row}", kind, keys, "S", f"B{ROWS}:AX{ROWS}", f"w{row}"
        mapped |= {(row + 5, column): words(one) for column, one in enumerate(whole)}
    area = NamedArea("S", Area(ROWS - 1, 1, ROWS - 1, COLUMNS - 1))
    names = {f"n{row}": area for row in range(inputs)}
    return FilledBook((FilledSheet("S", cells), FilledSheet("map", mapped)), names)


def numbers() -> Counted:
    """A sheet full of numbers, without any month."""
    return Counted(
        {
            (row, column): FilledCell(1.0, "number") if column else words("Лиды")
            for row in range(ROWS)
            for column in range(COLUMNS)
        }
    )


def said(of: FilledBook, wanted: Callable[[], bool] = always) -> Returned:
    return returned(of, calculate(example()), "a.xlsx", ".", wanted)


def looks(inputs: int, kind: str, keys: str) -> int:
    cells = numbers()
    said(book(cells, inputs, kind, keys))
    return cells.looks


@pytest.mark.parametrize(("kind", "keys"), [("kpi", "plan sdr deals"), ("metric", "visits")])
def test_that_a_sheet_is_looked_through_as_often_for_many_inputs_as_for_one(kind, keys):
    assert looks(100, kind, keys) == looks(1, kind, keys)


def test_that_rows_without_months_above_are_no_reason_to_look_again():
    # A look at each cell of the one row that they all lead to is enough.
    assert looks(100, "fact", "leads") <= looks(1, "fact", "leads") + COLUMNS


def stopping(after: int) -> Callable[[], bool]:
    """Says so many times that the work is wanted."""
    asked = iter(range(after))
    return lambda: next(asked, None) is not None


@pytest.mark.parametrize("after", [0, 1, 5, 30])
def test_that_working_out_a_workbook_can_be_stopped(after):
    with pytest.raises(Abandoned):
        said(opened(exported()), stopping(after))


def test_that_it_is_asked_for_every_input_whether_it_is_still_wanted():
    asked = 0

    def wanted() -> bool:
        nonlocal asked
        asked += 1
        return True

    said(book(numbers(), 50, "kpi", "plan sdr deals"), wanted)
    assert asked >= 50


def test_that_stop_is_heard_after_a_file_was_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "read_filled", lambda _path, **_how: opened(exported()))
    with pytest.raises(Abandoned):
        reading.open_files([tmp_path / "a.xlsx"], calculate(example()), ".", wanted=stopping(1))


def test_that_a_workbook_with_far_more_cells_than_it_can_have_is_refused():
    with pytest.raises(Harmful, match="far more cells"):
        filled_child.read(exported(), Bounds(cells=1000))


def test_that_a_map_of_more_cells_than_a_plan_has_ends_there():
    inputs = map_of(book(numbers(), 3000, "metric", "visits")).inputs
    assert len(inputs) == 100_000 // (COLUMNS - 1)
