"""Backward from a goal on the command line."""

import json

import pytest

from tests.projects import EXAMPLE, example_tree


@pytest.fixture
def file(tmp_path):
    place = tmp_path / "client.kpi"
    place.write_bytes(EXAMPLE.read_bytes())
    return place


def revenue(tree) -> float:
    """The revenue of a month of the example with some of its inputs moved, by plain arithmetic."""
    visits = [40, 38, 42, 40, 36, 35, 33, 34, 41, 44, 46, 39]
    cr_deal = [0.15] * 6 + [0.18] * 6
    got = {lever["metric"]: lever["to"] / lever["from"] for lever in tree["levers"]}

    def moved(key, value):
        return value * got.get(key, 1.0)

    total = 0.0
    for thousands, share in zip(visits, cr_deal, strict=True):
        leads = moved("visits", thousands * 1000) * moved("cr_lead", 0.015)
        qualified = leads * moved("cr_qualified", 0.8)
        calls = moved("calls_per_day", 60) * 21 * 3
        meetings = qualified * moved("cr_meeting", 0.35) + calls * moved("cr_cold", 0.012)
        total += meetings * moved("cr_deal", share) * 180_000
    return total / 12


def test_that_the_levers_of_the_method_reach_the_goal_of_the_project(run, file):
    answer = run("solve", file, "--json")
    tree = answer.tree
    assert answer.code == 0
    assert tree["reached"]
    assert tree["goal"]["target"] == 7_000_000
    assert tree["goal"]["value"] == pytest.approx(7_000_000, rel=1e-9)
    assert revenue(tree) == pytest.approx(7_000_000, rel=1e-9)


def test_that_every_default_lever_is_owned_and_stays_within_its_bounds(run, file):
    for lever in run("solve", file, "--json").tree["levers"]:
        assert lever["owner"]
        assert lever["low"] <= lever["to"] <= lever["high"]
        assert lever["change"] == pytest.approx(lever["to"] / lever["from"] - 1)


def test_that_one_lever_alone_is_exact(run, file):
    tree = run("solve", file, "--goal", "revenue=7000000", "--lever", "cr_deal", "--json").tree
    (lever,) = tree["levers"]
    assert lever["metric"] == "cr_deal"
    # the revenue is in proportion to the conversion, whose months move by one factor
    assert lever["change"] == pytest.approx(7_000_000 / 6_217_722 - 1, rel=1e-9)


def test_that_the_goal_of_a_year_is_twelve_of_a_month(run, file):
    by_year = run(
        "solve", file, "--goal", "revenue=84000000", "--period", "year", "--lever", "cr_deal",
        "--json",
    ).tree  # fmt: skip
    by_month = run("solve", file, "--goal", "revenue=7000000", "--lever", "cr_deal", "--json").tree
    assert by_year["levers"][0]["to"] == pytest.approx(by_month["levers"][0]["to"], rel=1e-12)


def test_that_what_cannot_be_reached_is_said_with_the_best_that_can(run, file):
    answer = run("solve", file, "--goal", "revenue=2e7", "--lever", "cr_deal=0.1..0.2", "--json")
    assert answer.code == 1
    assert not answer.tree["reached"]
    assert answer.tree["levers"][0]["to"] == pytest.approx(0.2)
    assert answer.tree["levers"][0]["at_bound"]
    assert answer.tree["goal"]["value"] == pytest.approx(6_217_722 * 0.2 / 0.165, rel=1e-9)


def test_that_the_answer_says_in_words_who_has_to_move_what(run, file):
    answer = run("solve", file, "--lever", "cr_deal", "--lang", "ru")
    assert "«Выручка» достигает 7\xa0млн\xa0₽, если:" in answer.out
    assert "Sales Executive: «Конверсия встреча → сделка» с 16,5\xa0% до 18,6\xa0%" in answer.out


def test_that_an_answer_is_kept_as_a_scenario(run, file):
    run("solve", file, "--lever", "cr_deal", "--save-scenario", "Цель 7 млн", "--json")
    (kept,) = [
        s for s in json.loads(file.read_text("utf-8"))["scenarios"] if s["key"] != "more_visits"
    ]
    assert kept["name"] == "Цель 7 млн"
    assert list(kept["values"]) == ["cr_deal"]
    calc = run("calc", file, "--scenario", "Цель 7 млн", "--json").tree
    assert calc["metrics"]["revenue"]["total"] == pytest.approx(12 * 7_000_000, rel=1e-9)


def test_that_a_scenario_is_never_overwritten(run, file):
    run("solve", file, "--lever", "cr_deal", "--save-scenario", "Goal")
    before = file.read_bytes()
    for name in ("Goal", "more_visits", "Больше трафика", "  "):
        answer = run("solve", file, "--lever", "cr_deal", "--save-scenario", name, "--lang", "en")
        assert answer.code == 3
        assert "name" in answer.sentence
    assert file.read_bytes() == before


def test_that_what_does_not_reach_the_goal_is_not_kept(run, file):
    before = file.read_bytes()
    answer = run("solve", file, "--goal", "revenue=1e9", "--save-scenario", "Goal", "--lang", "en")
    assert (answer.code, "no scenario" in answer.sentence) == (1, True)
    assert file.read_bytes() == before


def test_that_a_lever_that_does_not_act_is_named(run, file):
    answer = run("solve", file, "--lever", "churn", "--lang", "en")
    assert answer.code == 1
    assert "“Выручка” is not computed from: “Отток”" in answer.out
    assert "At their bounds" not in answer.out
    owner = run("solve", file, "--lever", "churn", "--json").tree["levers"][0]["owner"]
    assert owner == "kam"


@pytest.mark.parametrize("goal", ["revenue=1000000", "revenue=0", "revenue=-5"])
def test_that_one_lever_stays_where_a_goal_is_passed_and_cannot_be_met_exactly(run, file, goal):
    tree = run("solve", file, "--goal", goal, "--lever", "visits", "--json").tree
    assert (tree["reached"], tree["levers"][0]["change"]) == (True, 0.0)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--goal", "revenu=1"), "did you mean “revenue”"),
        (("--goal", "revenue=much"), "is not a number"),
        (("--goal", "leads"), "say --goal leads=VALUE"),
        (("--lever", "leads"), "it is computed"),
        (("--lever", "cr_deal=0.3..0.2"), "must not be below zero nor above the high one"),
        (("--lever", "cr_deal=1.2..1.5"), "more than 100% makes no sense"),
        (("--lever", "nothing"), "there is no metric “nothing”"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_meant_is_a_sentence_and_changes_nothing(
    run, file, arguments, sentence
):
    before = file.read_bytes()
    answer = run("solve", file, *arguments, "--save-scenario", "x", "--json", "--lang", "en")
    assert answer.code == 3
    assert sentence in answer.sentence
    assert not answer.out
    assert file.read_bytes() == before


def test_that_bounds_that_cannot_be_read_are_wrong_usage(run, file):
    assert run("solve", file, "--lever", "cr_deal=0.2").code == 2


def test_that_a_project_without_a_goal_asks_for_one(run, tmp_path):
    place = tmp_path / "empty.kpi"
    place.write_text(json.dumps(example_tree() | {"goals": []}), "utf-8")
    answer = run("solve", place, "--lang", "en")
    assert (answer.code, "--goal KEY=VALUE" in answer.sentence) == (3, True)


def test_that_nothing_has_to_move_where_the_goal_is_met(run, file):
    answer = run("solve", file, "--goal", "revenue=6000000", "--lang", "en")
    assert answer.code == 0
    assert "nothing has to move" in answer.out
