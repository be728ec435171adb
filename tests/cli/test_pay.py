from typing import Any

import pytest

from tests.projects import EXAMPLE, metric, project
from workbench.document.kpi import Kpi, Scale
from workbench.document.plan import Scenario
from workbench.document.role import Role
from workbench.storage.project_file import save

SCALE = Scale(points=((0.8, 0.5), (1.0, 1.0), (1.2, 1.6)), threshold=0.8)
FACTS = ("--fact", "calls=54", "--fact", "cost=1250", "--fact", "crm=1")


@pytest.fixture
def file(tmp_path):
    """A seller with calls a day, the cost of a meeting, and a CRM in order, yes or no."""
    role = Role(key="seller", name="Seller", people=2.0, salary=80e3, bonus=40e3, payroll_tax=0.3)
    given: Any = {"role": "seller", "scale": SCALE}
    of = project(
        metric("calls", name="Calls a day", value=60.0),
        metric("cost", value=1_000.0, better="lower"),
        metric("crm", value=1.0, unit="yes_no", over_time="last"),
        metric("leads", value=5.0),
        roles=(role, Role(key="helper", name="Helper")),
        kpis=(
            Kpi(metric="calls", weight=0.5, plan=60.0, **given),
            Kpi(metric="cost", weight=0.3, plan=1_000.0, **given),
            Kpi(metric="crm", weight=0.2, plan=1.0, **given),
            Kpi(metric="leads", part="contributor", **given),
        ),
        scenarios=(Scenario(key="slow", name="Slow", values={"calls": 48.0}),),
    )
    save(of, tmp_path / "plan.kpi")
    return tmp_path / "plan.kpi"


def test_that_the_json_has_the_members_of_the_agreement(run, file):
    tree = run("pay", file, "--role", "seller", *FACTS, "--json").tree
    assert list(tree) == ["role", "kpis", "total", "amount"]
    assert tree["role"] == "seller"
    assert [one["metric"] for one in tree["kpis"]] == ["calls", "cost", "crm"]
    members = ["metric", "fact", "completion", "payout", "weight", "amount"]
    assert all(list(one) == members for one in tree["kpis"])


def test_that_facts_become_completion_payout_and_money(run, file):
    tree = run("pay", file, "--role", "seller", *FACTS, "--json").tree
    found = [[one[name] for name in ("completion", "payout", "amount")] for one in tree["kpis"]]
    assert found[0] == pytest.approx([0.9, 0.75, 15_000])
    assert found[1] == pytest.approx([0.8, 0.5, 6_000])
    assert found[2] == pytest.approx([1, 1, 8_000])
    assert (tree["total"], tree["amount"]) == pytest.approx((0.725, 29_000))


def test_that_the_example_pays_by_its_standard_scale(run):
    facts = ("--fact", "cr_qualified=79.8%", "--fact", "cr_meeting=0.35", "--fact", "deals=34")
    tree = run("pay", EXAMPLE, "--role", "sdr", *facts, "--json").tree
    assert tree["total"] == pytest.approx(0.4 * 0.9 + 0.4 * 1 + 0.2 * 1.2)
    assert tree["amount"] == pytest.approx(40_000)


def test_that_role_and_metric_may_be_called_by_their_names(run, file):
    tree = run("pay", file, "--role", "Seller", "--fact", "calls a day=66", "--json").tree
    assert tree["kpis"][0]["completion"] == pytest.approx(1.1)


def test_that_the_last_of_two_facts_counts(run, file):
    facts = ("--fact", "calls=1", "--fact", "calls=60")
    assert run("pay", file, "--role", "seller", *facts, "--json").tree["kpis"][0]["fact"] == 60


def test_that_a_missing_fact_is_null_with_its_problem_and_leaves_no_sum(run, file):
    tree = run("pay", file, "--role", "seller", "--fact", "calls=60", "--json").tree
    assert tree["kpis"][0]["amount"] == pytest.approx(20_000)
    assert tree["kpis"][1]["completion"] is None
    assert tree["kpis"][1]["problem"] == "there is no actual value"
    assert (tree["total"], tree["amount"]) == (None, None)
    assert tree["problem"] == "there is no actual value"


def test_that_a_cost_of_nothing_says_what_to_set(run, file):
    tree = run("pay", file, "--role", "seller", "--fact", "cost=0", "--json").tree
    reason = "plan ÷ fact has no number where the fact is zero: set a base"
    assert (tree["kpis"][1]["fact"], tree["kpis"][1]["problem"]) == (0, reason)


def test_that_a_fact_below_zero_earns_nothing(run, file):
    tree = run("pay", file, "--role", "seller", "--fact", "calls=-6", "--json").tree
    assert tree["kpis"][0]["completion"] == pytest.approx(-0.1)
    assert tree["kpis"][0]["amount"] == 0


def test_that_without_facts_levels_and_extremes_are_told(run, file):
    tree = run("pay", file, "--role", "seller", "--json").tree
    assert [one["completion"] for one in tree["at"]] == [0.8, 1, 1.2]
    bonuses = [one["bonus"] for one in (tree["worst"], *tree["at"], tree["best"])]
    by_hand = [0, 40e3 * 0.8 * 0.5, 40e3, 40e3 * (0.8 * 1.6 + 0.2), 40e3 * (0.8 * 1.6 + 0.2)]
    assert bonuses == pytest.approx(by_hand)
    assert tree["best"]["cost"] == pytest.approx((80e3 + by_hand[4]) * 1.3)


def test_that_a_role_without_kpis_earns_no_bonus(run, file):
    tree = run("pay", file, "--role", "helper", "--json").tree
    assert (tree["kpis"], tree["total"], tree["amount"]) == ([], 0, 0)


def test_that_without_a_role_there_is_the_budget_of_base_and_scenarios(run, file):
    tree = run("pay", file, "--json").tree
    base, slow = tree["budgets"]
    assert (base["scenario"], slow["scenario"]) == (None, "slow")
    month = 2 * (80e3 + 40e3) * 1.3
    assert base["by_month"] == pytest.approx([month] * 3)
    less = 2 * 40e3 * 0.5 * 0.5 * 1.3
    assert slow["monthly"] == pytest.approx(month - less)
    assert (slow["difference"], slow["share"]) == pytest.approx((-3 * less, -less / month))


def test_that_the_roles_of_a_budget_add_up(run):
    for budget in run("pay", EXAMPLE, "--json").tree["budgets"]:
        roles = [one["total"] for one in budget["roles"]]
        assert sum(roles) == pytest.approx(budget["total"])
        assert sum(budget["by_month"]) == pytest.approx(budget["total"])


def test_that_a_budget_with_a_gap_is_null_and_says_why(run, tmp_path):
    role = Role(key="r", name="Seller", salary=1.0, bonus=1.0)
    kpi = Kpi(metric="m", role="r", weight=1.0)
    save(project(metric("m", value=1.0), roles=(role,), kpis=(kpi,)), tmp_path / "p.kpi")
    (base,) = run("pay", tmp_path / "p.kpi", "--json").tree["budgets"]
    assert (base["salaries"], base["total"], base["problem"]) == (3, None, "the KPI has no plan")
    answer = run("pay", tmp_path / "p.kpi")
    assert (answer.code, answer.sentence) == (0, "p.kpi: Seller: “m”: the KPI has no plan")


def test_that_the_table_shows_a_month_with_its_sum(run, file):
    out = run("pay", file, "--role", "seller", *FACTS, "--lang", "en").out
    assert "Calls a day" in out
    assert "29,000" in out
    assert "72.5%" in out


def test_that_the_table_tells_what_is_missing(run, file):
    answer = run("pay", file, "--role", "seller", "--fact", "calls=60", "--lang", "en")
    missing = "cost: there is no actual value; crm: there is no actual value"
    assert answer.sentence == f"plan.kpi: without a number: {missing}"


def test_that_the_table_without_facts_shows_the_cases(run, file):
    answer = run("pay", file, "--role", "seller", "--lang", "en")
    assert [word in answer.out for word in ("worst case", "at 120%", "best case")] == [True] * 3
    assert answer.err == ""


def test_that_the_table_of_the_budget_compares(run, file):
    out = run("pay", file, "--lang", "en").out
    assert "Slow" in out
    assert f"{-100 * 2 * 40e3 * 0.25 * 1.3 / (240e3 * 1.3):.2f}%" in out


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--role", "x"], "plan.kpi: there is no role “x”; there are seller, helper"),
        (
            ["--role", "seller", "--fact", "x=1"],
            "plan.kpi: “x” is no KPI of Seller; it is paid by calls, cost, crm",
        ),
        (
            ["--role", "seller", "--fact", "leads=1"],
            "plan.kpi: “leads” is no KPI of Seller; it is paid by calls, cost, crm",
        ),
        (
            ["--role", "helper", "--fact", "leads=1"],
            "plan.kpi: “leads” is no KPI of Helper, which is paid by none",
        ),
        (["--role", "seller", "--fact", "calls=x"], "plan.kpi: “calls”: “x” is not a number"),
        (["--role", "seller", "--fact", "calls="], "plan.kpi: “calls”: “” is not a number"),
        (["--role", "seller", "--fact", "calls=1e999"], "plan.kpi: “calls”: “1e999” is too large"),
    ],
)
@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_that_what_does_not_fit_the_project_is_bad_input(run, file, options, sentence, as_json):
    answer = run("pay", file, *options, *as_json, "--lang", "en")
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence.startswith(sentence)


@pytest.mark.parametrize(
    "options", [["--fact", "calls=1"], ["--role", "seller", "--fact", "calls"], ["extra"]]
)
def test_that_a_wrong_command_line_is_a_matter_of_usage(run, file, options):
    answer = run("pay", file, *options, "--json")
    assert (answer.code, answer.out) == (2, "")


def test_that_a_result_too_large_for_a_number_is_said(run, tmp_path):
    role = Role(key="r", name="r", salary=1.7e308, bonus=1.7e308, people=10.0, payroll_tax=9.0)
    kpi = Kpi(metric="m", role="r", weight=1.0, plan=1e-300)
    save(project(metric("m", value=1e300), roles=(role,), kpis=(kpi,)), tmp_path / "p.kpi")
    path = tmp_path / "p.kpi"
    assert run("pay", path, "--json").tree["budgets"][0]["problem"] == "the result is too large"
    answer = run("pay", path, "--role", "r", "--fact", "m=1e300", "--json")
    assert answer.tree["problem"] == "the result is too large"
