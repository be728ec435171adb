from __future__ import annotations

import pytest

from tests.projects import metric, project
from workbench.base.errors import WorkbenchError
from workbench.document.project import Project
from workbench.formula.rerouting import Reroute
from workbench.formula.wiring import CannotConnect


def funnel(formula: str = "a * c", other: str | None = None) -> Project:
    """a leads to b by c; d is another stage."""
    share = {"kind": "conversion", "unit": "ratio", "value": 0.5}
    return project(
        metric("a", kind="stage", value=10.0),
        metric("c", **share, **{"from": "a", "to": "b"}),
        metric("b", kind="stage", formula=formula),
        metric("d", kind="stage", **({"formula": other} if other else {"value": 5.0})),
        metric("e", kind="stage", value=7.0),
    )


def formula(after: Project, key: str) -> str | None:
    return after.metric(key).formula


def test_that_the_term_goes_with_the_arrow() -> None:
    after = Reroute("c", "a", "d", {"b": 5.0}).apply(funnel(formula="e + a * c"))
    assert (formula(after, "b"), formula(after, "d")) == ("e", "a * c")
    assert (after.metric("c").from_stage, after.metric("c").to_stage) == ("a", "d")


def test_that_a_stage_that_loses_its_only_term_becomes_what_it_was_worth() -> None:
    after = Reroute("c", "a", "d", {"b": 5.0}).apply(funnel())
    assert (after.metric("b").formula, after.metric("b").value) == (None, 5.0)


def test_that_the_term_joins_those_of_its_new_stage() -> None:
    after = Reroute("c", "a", "d").apply(funnel(other="e * 2"))
    assert formula(after, "d") == "e * 2 + a * c"


def test_that_another_source_takes_the_place_of_the_first() -> None:
    after = Reroute("c", "e", "b").apply(funnel())
    assert formula(after, "b") == "e * c"


def test_that_a_delay_stays_in_the_term() -> None:
    after = Reroute("c", "e", "d", {"b": None}).apply(funnel(formula="lag(a, 2) * c"))
    assert formula(after, "d") == "lag(e, 2) * c"


def test_that_a_subtracted_term_stays_subtracted() -> None:
    after = Reroute("c", "a", "d").apply(funnel(formula="e - a * c"))
    assert (formula(after, "b"), formula(after, "d")) == ("e", "-(a * c)")


def test_that_an_end_may_be_left_open_without_touching_formulas() -> None:
    after = Reroute("c", None, "b").apply(funnel())
    assert formula(after, "b") == "a * c"
    assert not after.metric("c").is_arrow


def test_that_a_conversion_that_stood_in_no_formula_gets_its_term() -> None:
    after = Reroute("c", "e", "d").apply(funnel(formula="a * 2"))
    assert (formula(after, "b"), formula(after, "d")) == ("a * 2", "e * c")


def test_that_the_same_ends_are_no_change() -> None:
    assert Reroute("c", "a", "b").apply(funnel()) == funnel()


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (Reroute("c", "a", "a"), "“a” cannot lead to itself"),
        (Reroute("c", "b", "a"), "the formulas run in a circle: a → b → a"),
    ],
)
def test_that_an_arrow_that_makes_no_sense_is_refused(edit: Reroute, why: str) -> None:
    before = funnel(formula="a * c + a")
    with pytest.raises(CannotConnect) as refused:
        edit.apply(before)
    assert str(refused.value) == why


def test_that_two_arrows_between_the_same_stages_are_refused() -> None:
    share = {"kind": "conversion", "unit": "ratio", "value": 0.5, "from": "a", "to": "d"}
    before = funnel()
    before = before.having(metrics=(*before.metrics, metric("c2", **share)))
    with pytest.raises(CannotConnect, match="already leads to"):
        Reroute("c", "a", "d").apply(before)


def test_that_a_formula_that_cannot_be_read_is_left_alone() -> None:
    after = Reroute("c", "a", "d").apply(funnel(formula="a * * c"))
    assert formula(after, "b") == "a * * c"


def test_that_an_unknown_conversion_is_a_sentence() -> None:
    with pytest.raises(WorkbenchError):
        Reroute("nix", "a", "d").apply(funnel())
