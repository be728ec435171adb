from __future__ import annotations

from typing import get_args

import pytest

from tests.projects import metric, project
from workbench.base.texts import text
from workbench.document.metric import Kind, Metric, Unit
from workbench.presenters.inspector.definitions import titled, with_kind

KINDS: tuple[Kind, ...] = get_args(Kind)
UNITS: tuple[Unit, ...] = get_args(Unit)
ENDS = {"from": "a", "to": "b"}


def changed(one: Metric, kind: Kind) -> Metric:
    before = project(metric("a"), metric("b"), one)
    return with_kind(one, kind).apply(before).metric(one.key)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("unit", UNITS)
def test_that_a_conversion_is_always_read_in_per_cent(kind: Kind, unit: Unit) -> None:
    assert changed(metric("x", kind=kind, unit=unit), "conversion").is_share or (
        kind == "conversion" and unit not in ("percent", "ratio")
    )


@pytest.mark.parametrize("kind", KINDS)
def test_that_only_conversions_have_ends(kind: Kind) -> None:
    after = changed(metric("x", kind="conversion", unit="ratio", **ENDS), kind)
    assert after.is_arrow == (kind == "conversion")
    assert after.is_share


@pytest.mark.parametrize("kind", KINDS)
def test_that_numbers_stay_as_they_are(kind: Kind) -> None:
    one = metric("x", kind="conversion", unit="ratio", value=0.3, low=0.2, norm=0.25)
    after = changed(one, kind)
    assert (after.value, after.low, after.norm) == (0.3, 0.2, 0.25)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "conversion"])
def test_that_other_kinds_leave_the_unit_alone(kind: Kind) -> None:
    after = changed(metric("x", kind="driver", unit="money", over_time="mean"), kind)
    assert (after.unit, after.over_time) == ("money", "mean")


@pytest.mark.parametrize(
    ("before", "after"),
    [("sum", "ratio"), ("last", "ratio"), ("mean", "mean"), ("ratio", "ratio")],
)
def test_that_a_conversion_is_never_added_up(before: str, after: str) -> None:
    assert changed(metric("x", over_time=before), "conversion").over_time == after


def test_that_a_change_can_have_a_title_of_its_own() -> None:
    edit = titled(text("Something"), metric("a"), {"norm": 1.0})
    assert str(edit.title) == "Something"
    assert edit.apply(project(metric("a"))).metric("a").norm == 1.0
