from __future__ import annotations

import pytest

from tests.projects import metric
from workbench.base.texts import text
from workbench.formula.values import Problem
from workbench.presenters.inspector.month_values import as_list, constant_of, filled

LIST = (1.0, None, 3.0)


@pytest.mark.parametrize(
    ("value", "months", "listed"),
    [
        (5.0, 3, (5.0, 5.0, 5.0)),
        (None, 2, (None, None)),
        (LIST, 3, LIST),
        (LIST, 5, (*LIST, None, None)),
        (LIST, 2, LIST),
        ((), 1, (None,)),
    ],
)
def test_that_any_value_can_be_read_by_month(
    value: object, months: int, listed: tuple[float | None, ...]
) -> None:
    assert as_list(metric("a", value=value), months) == listed


@pytest.mark.parametrize(
    ("month", "values", "after"),
    [
        (0, (9.0,), (9, None, 3)),
        (1, (9.0, 8.0), (1, 9, 8)),
        (2, (9.0, 8.0, 7.0), (1, None, 9)),
        (0, (None,), (None, None, 3)),
        (3, (9.0,), LIST),
        (7, (9.0,), LIST),
        (0, (), LIST),
    ],
)
def test_that_values_are_filled_in_as_far_as_the_plan_goes(
    month: int, values: tuple[float | None, ...], after: tuple[float | None, ...]
) -> None:
    assert filled(metric("a", value=LIST), month, values, 3) == after


def test_that_a_constant_is_filled_in_as_a_list() -> None:
    assert filled(metric("a", value=5.0), 1, (9.0,), 3) == (5, 9, 5)


def test_that_values_beyond_the_plan_stay() -> None:
    assert filled(metric("a", value=LIST), 1, (9.0, 8.0), 2) == (1, 9, 3)


def test_that_a_list_is_drawn_together_to_its_month() -> None:
    assert constant_of(metric("a", value=LIST), 2.0) == 2.0


def test_that_a_list_without_a_month_is_drawn_together_to_its_first_value() -> None:
    problem = Problem(text("there is no value"))
    assert constant_of(metric("a", value=(None, 4.0)), problem) == 4.0
    assert constant_of(metric("a", value=(None,)), problem) is None
    assert constant_of(metric("a"), problem) is None
