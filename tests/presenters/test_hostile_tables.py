"""Tables that nobody can read: whatever is in a file, it is a sentence or a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.excel.tabling import forecast
from workbench.base.table import NotATable
from workbench.excel.returned.found import Returned
from workbench.excel.tables.metrics import MetricNames
from workbench.excel.tables.plain import PlainTable, likely
from workbench.excel.tables.reading import table_read
from workbench.presenters.actuals.returning.reading import open_files

PIECES = st.sampled_from([
    "Metric", "Month", "Value", "Показатель;Месяц;Факт\n", "Лиды", "leads", "2027-03", "март 2027",
    "3/1/2027", "32/13/2027", "99999999999999999999", "1e309", "nan", "inf", "80%",
    "1,234", "−5", "#N/A", "'", '"', '""', ";", ",", "\t", "|", "\n",
    "\r", "\r\n", "\x00", "\x1a", "\ufeff", "\u2028", "٣",
    "²", "½", "\U0001f600", "=1+1", "\u200f", " ", "\xa0", "{}", "%s", "1" * 400, "0" * 200_000,
])  # fmt: skip
WORDS = st.lists(PIECES, max_size=60).map("".join).map(lambda words: words.encode("utf-8"))
TABLES = st.lists(st.lists(PIECES, min_size=2, max_size=5).map(";".join), max_size=12).map(
    lambda rows: "\n".join(["Metric;Month;Value", *rows]).encode("utf-8")
)


def opened(path: Path, data: bytes) -> PlainTable | None:
    path.write_bytes(data)
    try:
        (found,) = open_files([path], forecast(), ".")
    except NotATable:
        return None
    assert isinstance(found, PlainTable)
    return found


@given(st.binary(max_size=400) | WORDS | TABLES)
def test_that_any_bytes_are_a_table_or_a_sentence(tmp_path_factory, data):
    table = opened(tmp_path_factory.mktemp("hostile") / "t.csv", data)
    for layout in table.layouts if table else ():
        columns = likely(layout, MetricNames(forecast().project))
        if columns.fault(layout) is None:
            read = table_read(layout, columns, forecast(), "t.csv", ".")
            assert isinstance(read, Returned)
            assert all(abs(one.value) < 1e15 for one in read.facts)


@pytest.mark.parametrize("name", ["t.csv", "t.txt", "t.tsv", "t", "t.dat"])
def test_that_any_other_ending_is_read_as_text(tmp_path, name):
    table = opened(tmp_path / name, b"Metric;Month;Value\nleads;2027-03;5\n")
    assert table is not None


@pytest.mark.parametrize("name", ["t.xls", "t.xlsb", "t.ods", "t.xlsx", "t.xlsm"])
def test_that_what_calls_itself_a_workbook_must_be_one(tmp_path, name):
    assert opened(tmp_path / name, b"Metric;Month;Value\nleads;2027-03;5\n") is None
