import json

import pytest

from tests.projects import CASES, EXAMPLE, example, metric, project
from workbench.storage.project_file import save

EXPECTED = json.loads((CASES / "example.expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def plan(tmp_path):
    """Writes a project of some metrics and names its file."""

    def written(*metrics, **members):
        save(project(*metrics, **members), tmp_path / "plan.kpi")
        return tmp_path / "plan.kpi"

    return written


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("base", []),
        ("more_visits", ["--scenario", "more_visits"]),
        ("more_visits", ["--set", "visits=50000"]),
        ("more_visits", ["--set", "visits=" + ",".join(["50000"] * 12)]),
        ("more_visits", ["--set", "visits=" + json.dumps([50000] * 12)]),
    ],
)
def test_that_the_example_gives_the_expected_numbers(run, name, options):
    metrics = run("calc", EXAMPLE, *options, "--json").tree["metrics"]
    for key, values in EXPECTED[name]["values"].items():
        assert metrics[key]["values"] == pytest.approx(values, rel=1e-9), key
    for key, total in EXPECTED[name]["totals"].items():
        assert metrics[key]["total"] == pytest.approx(total, rel=1e-9), key


def test_that_the_json_has_the_members_of_the_agreement(run):
    tree = run("calc", EXAMPLE, "--json").tree
    assert list(tree) == ["months", "metrics"]
    assert tree["months"][:2] == ["2027-01", "2027-02"]
    assert list(tree["metrics"]) == [one.key for one in example().metrics]
    assert list(tree["metrics"]["leads"]) == ["name", "unit", "values", "total"]
    assert (tree["metrics"]["leads"]["name"], tree["metrics"]["leads"]["unit"]) == ("Лиды", "count")


def test_that_a_scenario_may_be_called_by_its_name(run):
    name = example().scenarios[0].name
    assert (
        run("calc", EXAMPLE, "--scenario", name, "--json").tree["metrics"]["visits"]["total"]
        == 600_000
    )


def test_that_several_values_can_be_set(run):
    answer = run("calc", EXAMPLE, "--set", "visits=1000", "--set", "cr_lead=50%", "--json")
    assert answer.tree["metrics"]["leads"]["values"][0] == 500


def test_that_a_value_that_cannot_be_computed_is_null_with_the_reason(run, plan):
    file = plan(metric("a", value=(1.0, 0.0, 2.0)), metric("b", name="Цена", formula="6 / a"))
    entry = run("calc", file, "--json").tree["metrics"]["b"]
    assert entry["values"] == [6, None, 3]
    assert entry["total"] is None
    assert entry["problem"] == "division by zero (Feb 2027)"


def test_that_a_reason_is_said_in_the_language(run, plan):
    file = plan(metric("a", value=(1.0, None, 2.0)))
    entry = run("calc", file, "--json", "--lang", "ru").tree["metrics"]["a"]
    assert "февр 2027" in entry["problem"]


def test_that_a_circle_is_answered_with_the_whole_of_it(run, plan):
    file = plan(metric("a", name="Икс", formula="b"), metric("b", name="Игрек", formula="a"))
    answer = run("calc", file, "--json", "--lang", "en")
    assert answer.code == 0
    assert "Икс → Игрек → Икс" in answer.tree["metrics"]["a"]["problem"]


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("a +", "breaks off here"),
        ("gone * 2", "there is no metric “gone”"),
        ("(" * 100 + "a" + ")" * 100, "nested deeper than 64 levels"),
        ("1e400", "too large"),
    ],
)
def test_that_a_wrong_formula_is_answered_with_the_reason(run, plan, formula, reason):
    answer = run("calc", plan(metric("a", value=1.0), metric("b", formula=formula)), "--json")
    assert answer.code == 0
    assert reason in answer.tree["metrics"]["b"]["problem"]
    assert answer.tree["metrics"]["a"]["total"] == 3


def test_that_without_json_there_is_a_table(run):
    out = run("calc", EXAMPLE, "--lang", "ru").out
    assert "Выручка" in out
    assert "янв 2027" in out
    assert "5\u00a0760\u00a0720\u00a0₽" in out
    assert "74\u00a0612\u00a0664\u00a0₽" in out


def test_that_the_table_tells_what_has_no_value(run, plan):
    answer = run("calc", plan(metric("a", name="Лиды")), "--lang", "en")
    assert answer.code == 0
    assert answer.sentence == "plan.kpi: without a number: “Лиды” – there is no value"


def test_that_a_table_with_all_its_numbers_has_nothing_to_tell(run):
    assert run("calc", EXAMPLE).err == ""


def test_that_the_json_alone_tells_what_has_no_value_there(run, plan):
    assert run("calc", plan(metric("a")), "--json").err == ""


def test_that_square_brackets_in_a_name_are_no_markup(run, plan):
    assert (
        "[red]Лиды[/red] :rocket:"
        in run("calc", plan(metric("a", name="[red]Лиды[/red] :rocket:", value=1.0))).out
    )


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--scenario", "x"], "example.kpi: there is no scenario “x”; there are more_visits"),
        (["--set", "vists=1"], "example.kpi: there is no metric “vists”; did you mean “visits”?"),
        (["--set", "nope=1"], "example.kpi: there is no metric “nope”; inputs are visits, cr_lead"),
        (["--set", "visits=x"], "example.kpi: “visits”: “x” is not a number"),
        (["--set", "visits=1,2"], "example.kpi: “visits” is given 2 values, but the plan has 12"),
        (["--set", "visits=nan"], "example.kpi: “visits”: “nan” is not a number"),
        (["--set", "visits=1e999"], "example.kpi: “visits”: “1e999” is too large a number"),
        (["--set", "revenue=1"], "example.kpi: “revenue” is computed as deals * average_deal"),
    ],
)
@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_that_what_does_not_fit_the_project_is_bad_input(run, options, sentence, as_json):
    answer = run("calc", EXAMPLE, *options, *as_json, "--lang", "en")
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence.startswith(sentence)


@pytest.mark.parametrize(
    "options",
    [
        ["--set", "visits"],
        ["--set", "=5"],
        ["--lang", "de"],
        ["--nothing"],
        ["extra"],
    ],
)
def test_that_a_wrong_command_line_is_a_matter_of_usage(run, options):
    answer = run("calc", EXAMPLE, *options, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "Usage" in answer.err


def test_that_a_narrow_terminal_gets_the_months_one_table_under_another(run, monkeypatch):
    monkeypatch.setattr("workbench.cli.forecasts.terminal_width", lambda: 100)
    out = run("calc", EXAMPLE, "--lang", "en").out
    assert out.count("Metric") == 4
    assert out.count("Total") == 1
    assert out.index("Jan 2027") < out.index("Dec 2027")
