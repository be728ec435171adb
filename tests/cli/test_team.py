import pytest

from tests.presenters.team import role, team
from tests.projects import EXAMPLE, example
from workbench.storage.project_file import save


@pytest.fixture
def file(tmp_path):
    """Writes a project and names its file."""

    def written(made):
        save(made, tmp_path / "team.kpi")
        return tmp_path / "team.kpi"

    return written


def test_that_the_json_has_the_members_of_the_agreement(run):
    tree = run("team", EXAMPLE, "--json").tree
    members = {
        "role", "current", "load", "needed", "peak", "vacancies", "hire_by", "payroll",
        "unit_costs",
    }  # fmt: skip
    assert [one["role"] for one in tree["roles"]] == [one.key for one in example().roles]
    assert all(members <= set(one) for one in tree["roles"])
    assert tree["months"][0] == "2027-01"


def test_that_a_role_has_the_numbers_of_plain_arithmetic(run, file):
    sdr = run("team", file(team()), "--json").tree["roles"][0]
    assert (sdr["current"], sdr["load"], sdr["needed"]) == (2, [3, 3, 3], [3, 3, 3])
    assert (sdr["peak"], sdr["vacancies"]) == (3, 1)
    assert (sdr["hire_by"], sdr["late"]) == ({"2026-12": 1}, True)
    assert (sdr["available_now"], sdr["available"]) == ([2, 2, 2], [2.5, 3, 3])
    assert sdr["payroll"] == pytest.approx([3600] * 3)
    assert sdr["unit_costs"] == {"leads": pytest.approx(12)}
    assert "problem" not in sdr


def test_that_a_role_without_a_capacity_is_null_with_the_reason(run, file):
    head = run("team", file(team()), "--json").tree["roles"][2]
    assert (head["load"], head["needed"]) == ([None] * 3, [None] * 3)
    assert (head["peak"], head["vacancies"], head["hire_by"]) == (None, None, {})
    assert head["problem"] == "the capacity of HEAD is not set"


def test_that_a_capacity_of_nothing_is_a_sentence(run, file):
    made = team(roles=(role("sdr", capacity={"leads": 0.0}),), kpis=())
    answer = run("team", file(made), "--json")
    assert answer.code == 0
    assert answer.tree["roles"][0]["problem"] == "one person handles no “Leads” at all"


def test_that_a_scenario_is_computed(run, file):
    tree = run("team", file(team()), "--scenario", "Less", "--json").tree
    assert tree["roles"][0]["vacancies"] == 0


def test_that_an_unknown_scenario_is_named(run, file):
    answer = run("team", file(team()), "--scenario", "nothing", "--json")
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence == "team.kpi: there is no scenario “nothing”; there are less"


def test_that_the_goal_is_held_against_the_people(run, file):
    goal = run("team", file(team()), "--json").tree["goal"]
    assert (goal["metric"], goal["period"], goal["target"]) == ("revenue", "month", 40_000)
    assert goal["planned"] == pytest.approx(30_000)
    assert goal["deliverable"] == pytest.approx(20_000)
    assert goal["deliverable_with_hires"] == pytest.approx((25_000 + 30_000 + 30_000) / 3)
    assert (goal["bottleneck"], goal["bottleneck_with_hires"]) == ("sdr", "sdr")


def test_that_gaps_are_told_by_role_and_metric(run, file):
    gaps = run("team", file(team()), "--json").tree["gaps"]
    assert gaps[0] == {
        "role": "sdr", "metric": "leads", "planned": 900, "deliverable": 600,
        "deliverable_with_hires": 850,
    }  # fmt: skip


def test_that_stages_have_their_costs(run, file):
    (deals,) = run("team", file(team()), "--json").tree["stages"]
    assert (deals["metric"], deals["roles"], deals["spending"]) == ("deals", ["sdr", "seller"], [])
    assert deals["cost"] == pytest.approx(6600 / 30)


def test_that_a_customer_of_the_example_is_worth_a_deal(run):
    customer = run("team", EXAMPLE, "--json").tree["customer"]
    assert customer["metric"] == "clients"
    assert customer["lifetime_value"] == pytest.approx(180_000)
    assert (customer["churn"], customer["payback"]) == (pytest.approx(0.02), 0)


def test_that_missing_customers_are_null_with_the_reason(run, file):
    customer = run("team", file(team()), "--json").tree["customer"]
    assert customer["lifetime_value"] is None
    assert customer["problem"].startswith("the plan counts no customers")


def test_that_a_project_without_goals_and_roles_has_neither(run, file):
    tree = run("team", file(team(goals=(), roles=(), kpis=())), "--json").tree
    assert (tree["goal"], tree["roles"], tree["gaps"]) == (None, [], [])


def test_that_a_table_is_shown_without_json(run, file):
    answer = run("team", file(team()))
    assert (answer.code, answer.err) == (0, "")
    for words in ("SDR", "+1", "Dec 2026 (late)", "The bottleneck is SDR", "$220"):
        assert words in answer.out


def test_that_a_project_without_roles_says_so(run, file):
    answer = run("team", file(team(roles=(), kpis=())))
    assert answer.out.strip() == "There are no roles in this project"


def test_that_a_file_that_cannot_be_read_is_named(run, tmp_path):
    answer = run("team", tmp_path / "nothing.kpi")
    assert (answer.code, answer.out) == (3, "")
    assert "nothing.kpi" in answer.sentence
