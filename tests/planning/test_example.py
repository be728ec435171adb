"""The example against numbers computed without the program, and worked cases of public sources."""

import json
from itertools import pairwise

import pytest

from tests.projects import CASES, example, metric, project
from workbench.planning.forward import calculate

EXPECTED = json.loads((CASES / "example.expected.json").read_text(encoding="utf-8"))
WORKED = {case["id"]: case for case in json.loads((CASES / "worked.json").read_text("utf-8"))}
SCENARIOS = {"base": None} | {scenario.key: scenario for scenario in example().scenarios}
VALUES = [(name, key) for name in SCENARIOS for key in EXPECTED[name]["values"]]
TOTALS = [(name, key) for name in SCENARIOS for key in EXPECTED[name]["totals"]]


@pytest.mark.parametrize(("name", "key"), VALUES)
def test_that_every_month_is_what_plain_arithmetic_gives(name, key):
    series = calculate(example(), SCENARIOS[name]).values[key]
    assert series == pytest.approx(EXPECTED[name]["values"][key], rel=1e-9)


@pytest.mark.parametrize(("name", "key"), TOTALS)
def test_that_every_total_is_what_plain_arithmetic_gives(name, key):
    total = calculate(example(), SCENARIOS[name]).totals[key]
    assert total == pytest.approx(EXPECTED[name]["totals"][key], rel=1e-9)


def test_that_the_example_has_no_problems():
    forecast = calculate(example())
    assert [key for key in forecast.values if forecast.problem(key)] == []


def funnel(volumes, rates):
    """A funnel of stages s0, s1, … with a first volume and conversions between neighbours."""
    stages = [metric("s0", value=float(volumes))]
    for at, rate in enumerate(rates):
        ends = {"from_stage": f"s{at}", "to_stage": f"s{at + 1}"}
        stages.append(metric(f"c{at}", kind="conversion", unit="ratio", value=rate, **ends))
        stages.append(metric(f"s{at + 1}", formula=f"s{at} * c{at}"))
    return calculate(project(*stages, months=1))


def test_that_counts_give_their_conversions():
    case = WORKED["forward-counts"]
    counts = list(case["inputs"].items())
    stages = [metric(key, value=float(count)) for key, count in counts]
    pairs = pairwise(counts)
    rates = [
        metric(f"rate_{to}", unit="ratio", over_time="ratio", formula=f"{to} / {source}")
        for (source, _), (to, _) in pairs
    ]
    overall = metric("overall", unit="ratio", over_time="ratio", formula="won / leads")
    totals = calculate(project(*stages, *rates, overall)).totals
    found = [totals[rate.key] for rate in rates]
    assert found == pytest.approx(case["expect"]["rates"], abs=1e-6)
    assert totals["overall"] == case["expect"]["overall"]


def test_that_rounding_for_show_never_feeds_back():
    case = WORKED["forward-rounding"]
    forecast = funnel(case["inputs"]["visitors"], case["inputs"]["rates"])
    found = [forecast.values[f"s{at}"][0] for at in range(1, 6)]
    assert found == pytest.approx(case["expect"]["volumes"], rel=1e-12)


def test_that_a_growth_goal_follows_from_the_years_before():
    case = WORKED["growth-goal"]
    revenues = enumerate(case["inputs"]["revenues"])
    years = [metric(f"y{at}", value=float(v), unit="money") for at, v in revenues]
    growth = "mean(y1 / y0 - 1, y2 / y1 - 1, y3 / y2 - 1)"
    made = project(
        *years,
        metric("average", unit="ratio", formula=growth, over_time="ratio"),
        metric("stretched", unit="ratio", formula=f"average + {case['inputs']['stretch']}"),
        metric("target", unit="money", formula="y3 * stretched + y3"),
        months=1,
    )
    values = calculate(made).values
    assert values["average"][0] == pytest.approx(case["expect"]["average"])
    assert values["stretched"][0] == pytest.approx(case["expect"]["target_growth"])
    assert values["target"][0] == pytest.approx(case["expect"]["target"])


def test_that_paired_targets_imply_their_conversion():
    case = WORKED["paired-targets"]
    leads, opportunities = case["inputs"]["leads"], case["inputs"]["opportunities"]
    made = project(
        metric("leads", value=tuple(map(float, leads))),
        metric("opportunities", value=tuple(map(float, opportunities))),
        metric("implied", unit="ratio", over_time="ratio", formula="opportunities / leads"),
        months=2,
    )
    assert calculate(made).values["implied"] == tuple(case["expect"]["implied"])
