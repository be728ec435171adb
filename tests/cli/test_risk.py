"""How likely a goal is, on the command line."""

import json

import pytest

from tests.projects import EXAMPLE, example_tree


def test_that_the_same_seed_gives_the_same_numbers(run):
    one, two = (run("risk", EXAMPLE, "--samples", 5_000, "--json").tree for _ in range(2))
    assert one == two
    assert one["p10"] < one["p50"] < one["p90"]
    assert one["samples"] == 5_000


def test_that_another_seed_gives_others(run):
    one, two = (
        run("risk", EXAMPLE, "--samples", 5_000, "--seed", seed, "--json").tree for seed in (1, 2)
    )
    assert one["p50"] != two["p50"]


def test_that_a_metric_without_a_goal_has_no_probability(run):
    assert (
        run("risk", EXAMPLE, "--goal", "deals", "--samples", 100, "--json").tree["probability"]
        is None
    )


def test_that_a_goal_nobody_misses_is_certain(run):
    tree = run("risk", EXAMPLE, "--goal", "revenue=1", "--samples", 100, "--json").tree
    assert tree["probability"] == 1.0


def test_that_ranges_that_cannot_be_used_are_told(run, tmp_path):
    tree = example_tree()
    (one,) = [metric for metric in tree["metrics"] if metric["key"] == "cr_meeting"]
    one |= {"low": 0.3, "high": 1.0}
    place = tmp_path / "odd.kpi"
    place.write_text(json.dumps(tree), "utf-8")
    doubts = run("risk", place, "--samples", 100, "--json", "--lang", "en").tree["doubts"]
    assert len(doubts) == 1
    assert "reaches 100%" in doubts[0]


@pytest.mark.parametrize(
    ("option", "value"), [("--samples", 0), ("--samples", 10**9), ("--seed", -1)]
)
def test_that_odd_numbers_are_a_sentence(run, option, value):
    answer = run("risk", EXAMPLE, option, value)
    assert (answer.code, option in answer.sentence) == (3, True)


def test_that_the_table_has_the_percentiles_and_what_they_come_from(run):
    out = run("risk", EXAMPLE, "--samples", 1_000, "--lang", "ru").out
    for words in ("P10", "P50", "P90", "Вероятность достичь цели", "Ранговая корреляция"):
        assert words in out
