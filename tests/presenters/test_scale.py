"""Axes with round numbers."""

import pytest

from workbench.presenters.charts import WaterfallRow
from workbench.presenters.scale import cut, scale


def said(value: float) -> str:
    return f"{value:g}"


def test_that_ticks_are_round_and_zero_is_on_the_axis():
    axis = scale([3.0, 9.0], said)
    assert [tick.label for tick in axis.ticks] == ["0", "2.5", "5", "7.5"]
    assert axis.low == 0.0


def test_that_a_trend_need_not_begin_at_zero():
    axis = scale([101.0, 104.0], said, zero=False)
    assert [tick.at for tick in axis.ticks] == [101.0, 102.0, 103.0, 104.0]


@pytest.mark.parametrize(
    "values",
    [[], [0.0], [0.0, 0.0], [-3.0, -1.0], [1e12, 3e12], [-1e12, 1e12], [7.0], [None, 2.0],
     [float("inf"), 1.0], [float("nan")], [1e-9]],
)  # fmt: skip
@pytest.mark.parametrize("zero", [True, False])
def test_that_every_value_lies_on_a_real_axis(values, zero):
    axis = scale(values, said, zero=zero)
    assert axis.low < axis.high
    seen = [value for value in values if value is not None and abs(value) < 1e300]
    assert all(axis.low <= value <= axis.high for value in seen)
    assert 1 <= len(axis.ticks) <= 8
    assert all(axis.low <= tick.at <= axis.high for tick in axis.ticks)


def test_that_no_two_ticks_have_the_same_words():
    labels = [tick.label for tick in scale([0.0, 1.0], lambda value: f"{value:.0f}").ticks]
    assert len(labels) == len(set(labels))


def rows(plan: float, *parts: float) -> list[WaterfallRow]:
    made = [WaterfallRow("Plan", "", 0.0, plan, total=True)]
    for part in parts:
        made.append(WaterfallRow("Part", "", made[-1].end, made[-1].end + part))
    return made


def test_that_steps_that_can_be_seen_need_no_cut():
    assert cut(rows(100.0, -60.0)) == 0.0


def test_that_tiny_steps_are_drawn_from_a_cut():
    assert cut(rows(100.0, -10.0)) == 90.0 - 5.0


def test_that_losses_below_zero_are_never_cut():
    assert cut(rows(-100.0, 2.0)) == 0.0
    assert cut([]) == 0.0
