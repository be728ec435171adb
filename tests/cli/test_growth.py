"""The growth goal and its parts on the command line."""

import json

import pytest

from tests.projects import CASES, EXAMPLE, example
from workbench.document.growth import Growth, Year
from workbench.storage.project_file import load, save

WORKED = {case["id"]: case for case in json.loads((CASES / "worked.json").read_text("utf-8"))}


def test_that_the_worked_goal_comes_out(run):
    case = WORKED["growth-goal"]
    years = ",".join(str(one) for one in case["inputs"]["revenues"])
    tree = run("growth", EXAMPLE, "--revenue", years, "--stretch", "0.05", "--json").tree
    assert tree["growth"] == pytest.approx([0.2, 0.15, 0.1])
    for member in ("average", "target_growth", "target"):
        assert tree[member] == pytest.approx(case["expect"][member])
    assert (tree["leads"], tree["visits"]) == (None, None)


def test_that_shares_may_be_typed_in_per_cent(run):
    options = ("--leads", "40", "--visits", "1000", "--from-leads", "50%", "--stretch", "10%")
    tree = run("growth", EXAMPLE, "--revenue", "100,100", *options, "--json").tree
    # half of 100 from 40 leads and 1,000 visits; ten per cent more
    assert (tree["lead_value"], tree["visit_value"]) == (1.25, 0.05)
    assert (tree["target"], tree["leads"], tree["visits"]) == pytest.approx((110, 44, 1100))


def test_that_the_goal_is_saved_with_the_years_it_came_from(run, tmp_path):
    out = tmp_path / "out.kpi"
    answer = run("growth", EXAMPLE, "--revenue", "100,120", "--save", "-o", out, "--json")
    assert answer.tree["file"] == str(out)
    project = load(out).project
    goal = project.goals[-1]
    assert (goal.metric, goal.period) == ("revenue", "year")
    assert goal.value == pytest.approx(150)
    assert project.growth is not None
    assert [(one.year, one.value) for one in project.growth.revenues] == [(2025, 100), (2026, 120)]
    again = run("growth", out, "--json").tree
    assert again["target"] == pytest.approx(150)


def test_that_a_goal_of_the_same_metric_and_year_is_replaced(run, tmp_path):
    out = tmp_path / "out.kpi"
    run("growth", EXAMPLE, "--revenue", "100,120", "--save", "-o", out)
    run("growth", out, "--revenue", "100,110", "--save", "-o", out)
    goals = load(out).project.goals
    assert [(one.metric, one.period) for one in goals] == [
        ("revenue", "month"),
        ("revenue", "year"),
    ]
    assert goals[1].value == pytest.approx(110 * 1.15)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--revenue", "100"], "growth needs the revenue of two years at least"),
        ([], "growth needs the revenue of two years at least"),
        (["--revenue", "100,0,5"], "the revenue of 2025 is not above zero"),
        (["--revenue", "100,x"], "--revenue: “x” is not a number"),
        (["--revenue", "100,"], "--revenue: “” is not a number"),
        (["--revenue", "1,1e999"], "--revenue: “1e999” is too large a number"),
        (["--revenue", "1,2", "--leads", "0"], "there were no leads in the last year"),
        (["--revenue", "1,2", "--leads", "-5"], "leads: must not be below 0"),
        (["--revenue", "1,2", "--from-leads", "120%"], "from_leads: must not be above 1"),
        (["--revenue", "100,50", "--stretch", "-60%"], "cannot fall by more than all of it"),
    ],
)
def test_that_what_cannot_be_meant_gets_a_sentence(run, options, words):
    answer = run("growth", EXAMPLE, *options, "--lang", "en")
    assert answer.code == 3
    assert words in answer.sentence
    assert answer.sentence.startswith("example.kpi: ")


def test_that_a_goal_is_saved_for_money_that_adds_up_only(run, tmp_path):
    out = tmp_path / "out.kpi"
    options = ("--revenue", "1,2", "--save", "-o", out)
    assert run("growth", EXAMPLE, *options, "--metric", "leads").code == 3
    assert not out.exists()


def test_that_saving_needs_a_file(run):
    assert run("growth", EXAMPLE, "--revenue", "1,2", "--save").code == 2


def test_that_steps_are_shown_as_a_table(run):
    answer = run("growth", EXAMPLE, "--revenue", "100,120,138,151.8", "--lang", "en")
    assert "goal of the next year" in answer.out
    assert "growth of 2026" in answer.out


def test_that_a_goal_is_taken_apart(run):
    tree = run("goal", EXAMPLE, "--json").tree
    assert list(tree) == ["goal", "months", "quarters", "channels", "people"]
    assert tree["goal"] == {"metric": "revenue", "value": 7e6, "period": "month"}
    assert sum(month["value"] for month in tree["months"]) == pytest.approx(84e6)
    assert sum(quarter["value"] for quarter in tree["quarters"]) == pytest.approx(84e6)
    assert sum(channel["share"] for channel in tree["channels"]) == pytest.approx(1)
    people = {one["role"]: one for one in tree["people"]}
    assert people["executive"]["goal"] == pytest.approx(7e6 / 4)
    assert people["marketer"]["quotas"] == [{"metric": "leads", "period": "month", "value": 600}]


def test_that_a_goal_may_be_given(run):
    tree = run("goal", EXAMPLE, "--goal", "leads=4000", "--period", "quarter", "--json").tree
    assert tree["goal"] == {"metric": "leads", "value": 4000, "period": "quarter"}
    assert [one["value"] for one in tree["quarters"]] == pytest.approx([4000] * 4)


def test_that_the_parts_are_those_of_a_scenario(run):
    base, more = (
        run("goal", EXAMPLE, *options, "--json").tree["channels"][0]["share"]
        for options in ([], ["--scenario", "more_visits"])
    )
    assert more > base


def test_that_the_parts_are_shown_as_tables(run):
    answer = run("goal", EXAMPLE, "--lang", "en")
    for words in ("Q1 2027", "not through a channel", "One person brings"):
        assert words in answer.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("leads", "it is not said what “leads” is to reach"),
        ("nothing_like_it", "there is no metric"),
    ],
)
def test_that_a_goal_that_is_not_there_gets_a_sentence(run, words, sentence):
    answer = run("goal", EXAMPLE, "--goal", words, "--lang", "en")
    assert answer.code == 3
    assert sentence in answer.sentence


def test_that_a_project_without_a_goal_says_so(run, tmp_path):
    save(example().having(goals=()), tmp_path / "none.kpi")
    answer = run("goal", tmp_path / "none.kpi", "--lang", "en")
    assert "the project has no goal" in answer.sentence


def test_that_the_figures_of_the_file_are_used(run, tmp_path):
    years = (Year(year=2025, value=10.0), Year(year=2026, value=11.0))
    save(example().having(growth=Growth(revenues=years, leads=4.0)), tmp_path / "own.kpi")
    tree = run("growth", tmp_path / "own.kpi", "--stretch", "0", "--json").tree
    assert (tree["target"], tree["leads"]) == pytest.approx((12.1, 4.4))
