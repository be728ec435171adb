"""The worked numbers of public sources, driven through the program."""

import itertools
import json
from typing import Any

import pytest

from tests.projects import CASES, metric, project
from workbench.document.metric import Influence
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import validated
from workbench.formula.values import demand
from workbench.planning.forward import calculate
from workbench.planning.solve import LeverRange, Solution, solve

WORKED: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads((CASES / "worked.json").read_text(encoding="utf-8"))
}
# Cases of pay, growth, the team and credit are driven by the tests of those.
ELSEWHERE = {
    "growth-goal", "weighted-index", "weighted-bonus", "payout-curve", "base-norm-index",
    "team-capacity", "attribution-five-touches",
}  # fmt: skip
HERE = {"forward-counts", "forward-rounding", "reverse-to-meetings", "paired-targets"}
SHARE = {"unit": "percent", "over_time": "ratio"}


def case(name: str) -> tuple[Any, Any]:
    return WORKED[name]["inputs"], WORKED[name]["expect"]


def totals(made: Project, *keys: str) -> list[float]:
    found = calculate(made).totals
    return [demand(found[key]) for key in keys]


def test_that_every_case_is_driven_somewhere():
    assert set(WORKED) == HERE | ELSEWHERE


def test_that_rates_are_what_came_out_by_what_went_in():
    counts, wanted = case("forward-counts")
    stages = list(counts)
    rates = [
        metric(f"cr_{after}", formula=f"{after} / {before}", **SHARE)
        for before, after in itertools.pairwise(stages)
    ]
    overall = metric("overall", formula=" * ".join(rate.key for rate in rates), **SHARE)
    inputs = [metric(key, value=float(count)) for key, count in counts.items()]
    made = project(*inputs, *rates, overall, months=1)
    found = totals(made, *(rate.key for rate in rates))
    assert found == pytest.approx(wanted["rates"], abs=5e-7)
    assert totals(made, "overall") == pytest.approx([wanted["overall"]])


def test_that_rounding_for_the_eye_never_feeds_back():
    inputs, wanted = case("forward-rounding")
    made = [metric("visitors", value=float(inputs["visitors"]))]
    kind = {"kind": "conversion", "unit": "ratio", "over_time": "ratio"}
    for at, rate in enumerate(inputs["rates"]):
        before = f"stage_{at - 1}" if at else "visitors"
        made.append(metric(f"cr_{at}", value=rate, **kind))
        made.append(metric(f"stage_{at}", formula=f"{before} * cr_{at}"))
    found = totals(project(*made, months=1), *(f"stage_{at}" for at in range(5)))
    assert found == pytest.approx(wanted["volumes"])


def test_that_a_revenue_goes_back_to_sales_and_meetings():
    inputs, wanted = case("reverse-to-meetings")
    moved = Influence(direct=True)
    made = project(
        metric("meetings", value=1.0, influence=moved),
        metric("per_sale", value=float(inputs["meetings_per_sale"])),
        metric("sales", formula="meetings / per_sale"),
        metric("average", value=float(inputs["per_sale"]), unit="money", over_time="mean"),
        metric("revenue", formula="sales * average", unit="money"),
        months=1,
    )
    goal = validated(Goal, {"metric": "revenue", "value": float(inputs["revenue"])})
    found = solve(made, goal, [LeverRange("meetings", 0, 1000)])
    assert isinstance(found, Solution)
    (meetings,) = found.moves
    assert meetings.value == pytest.approx(wanted["meetings"], rel=1e-9)
    assert meetings.value / inputs["meetings_per_sale"] == pytest.approx(wanted["sales"], rel=1e-9)


def test_that_paired_targets_imply_a_conversion():
    pairs, wanted = case("paired-targets")
    made = project(
        metric("leads", value=tuple(map(float, pairs["leads"]))),
        metric("opportunities", value=tuple(map(float, pairs["opportunities"]))),
        metric("implied", formula="opportunities / leads", **SHARE),
        months=2,
    )
    assert calculate(made).values["implied"] == pytest.approx(tuple(wanted["implied"]))
