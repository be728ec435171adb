"""Words of a hundred thousand signs in a plain table: passed over before they are looked into."""

from __future__ import annotations

import pytest

from tests.excel.tabling import forecast, laid_out
from workbench.excel.filled import FilledCell
from workbench.excel.tables import headings, months
from workbench.excel.tables.headings import kind_of, plain_heading
from workbench.excel.tables.metrics import MetricNames
from workbench.excel.tables.months import is_doubtful, month_said
from workbench.excel.tables.plain import likely
from workbench.excel.tables.units import unit_of

LONG = [sign * 131_072 for sign in ("T", "T ", " ", "(", "[", ",", "T1:1")]


@pytest.mark.parametrize("words", LONG, ids=lambda words: words[:3])
def test_that_a_long_text_is_no_month_and_no_heading(words):
    cell = FilledCell(words + "x", "text")
    assert (month_said(cell), is_doubtful(cell)) == (None, False)
    assert (plain_heading(words + "x"), kind_of(words + "план")) == ("", None)
    assert unit_of(words + "%") == unit_of("")


@pytest.mark.parametrize("words", LONG, ids=lambda words: words[:3])
def test_that_patterns_alone_take_no_longer_for_each_sign(words):
    # With a pattern that begins anew at each sign this would go on for minutes.
    assert months._TIME.search(words + "x") is None
    assert isinstance(headings._ASIDE.sub("", words + "x"), str)


def test_that_the_rest_of_a_table_with_a_long_text_is_proposed():
    layout = laid_out("Кто;Что;Когда;Сколько", f"{LONG[0]};Лиды;2027-03;583")
    assert likely(layout, MetricNames(forecast().project)).metric == 1


def test_that_a_time_after_a_month_is_passed_over():
    assert month_said(FilledCell("2027-03-01T00:00:00Z", "text")) == "2027-03"
