"""The Pay tab: which role is tried, what its facts bring, what the department is paid."""

from __future__ import annotations

from typing import Any

import pytest

from tests.projects import example, metric, project
from workbench.base.languages import language
from workbench.document.client import Client
from workbench.document.edits.kpis import ChangeKpi
from workbench.document.edits.roles import ChangeRole
from workbench.document.kpi import Kpi, Scale
from workbench.document.role import Role
from workbench.document.value import validated
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.pay.presenter import PayPresenter
from workbench.presenters.plan.pay.scale_words import scale_words

ENGLISH = language("en")


class View:
    """Remembers what it was shown."""

    empty: bool
    roles: Any
    trial: Any
    curve: Any
    scenarios: Any
    by_role: Any
    gaps: str
    months: Any

    def __init__(self) -> None:
        self.budgets = 0

    def show_emptiness(self, empty):
        self.empty = empty

    def show_roles(self, table):
        self.roles = table

    def show_trial(self, trial):
        self.trial = trial

    def show_curve(self, curve):
        self.curve = curve

    def show_budget(self, scenarios, roles, gaps):
        self.scenarios, self.by_role, self.gaps = scenarios, roles, gaps
        self.budgets += 1

    def show_months(self, picture):
        self.months = picture


class Shown:
    """A tab on a project, in sight."""

    def __init__(self, of=None, code="en"):
        self.desk = Desk(of or example(), code)
        self.choice = Choice(self.desk)
        self.view = View()
        self.presenter = PayPresenter(self.desk, self.choice, self.view)
        self.presenter.set_visible(True)

    def line(self, key, table=None):
        lines = (table or self.view.roles).lines
        return next([cell.words for cell in one.cells] for one in lines if one.key == key)

    def cell(self, key, at):
        return next(one for one in self.view.roles.lines if one.key == key).cells[at]

    def kpi(self, metric):
        return next(one for one in self.view.trial.kpis if one.metric == metric)


@pytest.fixture
def shown():
    return Shown()


def small(*kpis, **members):
    """One role, which is paid by calls; the plan is three months."""
    role = validated(Role, {"key": "r", "name": "Seller", "salary": 1_000.0, "bonus": 500.0,
                            "people": 2.0} | members)  # fmt: skip
    metrics = (metric("calls", value=50.0), metric("crm", value=1.0, unit="yes_no"))
    currency = Client(currency="USD")
    return project(*metrics, roles=(role,), kpis=kpis, client=currency)


def calls(**members):
    return validated(Kpi, {"metric": "calls", "role": "r", "weight": 1.0, "plan": 100.0} | members)


# What a person earns


def test_that_a_role_stands_with_salary_bonus_and_five_cases(shown):
    expected = ["80,000", "40,000", "80,000", "112,000", "120,000", "128,000", "128,000"]
    assert shown.line("sdr") == expected


def test_that_the_heading_tells_the_currency(shown):
    assert shown.view.roles.note == "one person, a month, ₽"
    assert shown.view.roles.heads[4:7] == ("80%", "100%", "120%")


def test_that_a_case_tells_what_it_is_made_of():
    tip = Shown(small(calls(scale=Scale(cap=1.2)), payroll_tax=0.3)).cell("r", 4).tip
    assert tip == "salary $1,000 + bonus $500; with payroll tax $1,950"


def test_that_a_scale_without_an_end_has_no_best_month():
    best = Shown(small(calls())).cell("r", 6)
    assert (best.words, best.tone) == ("∞", "warn")
    assert best.tip == "no upper end: the scale of “calls” has no cap"


@pytest.mark.parametrize(
    ("of", "tone", "tip"),
    [
        (small(calls(), bonus=0.0), "muted", "no bonus is set"),
        (small(), "warn", "no KPI brings it"),
        (small(calls(weight=0.6)), "warn", "the weights of the KPIs add up to 60%"),
        (small(calls()), "", ""),
    ],
)
def test_that_a_bonus_that_the_kpis_do_not_bring_is_marked(of, tone, tip):
    cell = Shown(of).cell("r", 1)
    assert (cell.tone, cell.tip) == (tone, tip)


def test_that_without_roles_there_is_nothing_to_try():
    found = Shown(project(metric("m", value=1.0)))
    assert found.view.empty
    assert (found.view.trial, found.view.curve) == (None, None)


# Which role is tried


def test_that_the_first_role_that_is_paid_by_kpis_is_tried():
    found = Shown(small(calls()).having(roles=(Role(key="a", name="A"), small().role("r"))))
    assert found.view.trial.role == "r"


def test_that_a_selected_role_is_tried_and_marked(shown):
    shown.presenter.choose_role("sdr")
    assert shown.view.trial.name == "SDR"
    assert [one.lines[one.chosen].key for one in (shown.view.roles, shown.view.by_role)] == [
        "sdr",
        "sdr",
    ]


def test_that_a_chosen_kpi_is_selected_for_the_inspector_and_drawn(shown):
    shown.presenter.choose_role("sdr")
    shown.presenter.choose_kpi("deals")
    assert shown.desk.selection.selected.cell == ("deals", "sdr")
    assert shown.view.curve.title == "Сделки"
    assert [one.chosen for one in shown.view.trial.kpis] == [False, False, True]


def test_that_a_role_stays_while_a_metric_is_selected(shown):
    shown.presenter.choose_role("sdr")
    shown.desk.selection.metrics(["leads"])
    assert shown.view.trial.role == "sdr"


def test_that_typing_does_not_reckon_the_budget_again(shown):
    before = shown.view.budgets
    shown.presenter.try_fact("cold_meetings", 60.0)
    assert shown.view.budgets == before


# Facts


def test_that_facts_begin_with_the_average_month_of_the_forecast():
    found = Shown(small(calls()))
    line = found.kpi("calls")
    assert (line.fact.value, line.fact.typed) == (50.0, False)
    assert (line.completion.words, line.payout.words, line.amount.words) == ("50%", "50%", "250")


def test_that_a_quarter_is_three_average_months():
    assert Shown(small(calls(period="quarter"))).kpi("calls").fact.value == 150.0


def test_that_a_typed_fact_counts_at_once_and_changes_nothing():
    found = Shown(small(calls()))
    found.presenter.try_fact("calls", 110.0)
    assert found.kpi("calls").completion.words == "110%"
    assert found.view.trial.bonus.words == "550"
    assert found.view.trial.earned == "with the salary of $1,000: $1,550"
    assert not found.desk.session.is_dirty


def test_that_an_emptied_fact_leaves_no_sum():
    found = Shown(small(calls()))
    found.presenter.try_fact("calls", None)
    cell = found.kpi("calls").completion
    assert (cell.words, cell.tip) == ("—", "“calls”: there is no actual value")
    assert (found.view.trial.bonus.words, found.view.trial.earned) == ("—", "")


def test_that_the_forecast_can_be_taken_again():
    found = Shown(small(calls()))
    found.presenter.try_fact("calls", 110.0)
    assert found.view.trial.typed
    found.presenter.forget()
    assert (found.kpi("calls").fact.value, found.view.trial.typed) == (50.0, False)


def test_that_facts_are_kept_by_role_and_forgotten_with_the_project(shown):
    shown.presenter.choose_role("sdr")
    shown.presenter.try_fact("deals", 30.0)
    shown.presenter.choose_role("support")
    assert not shown.kpi("deals").fact.typed
    shown.presenter.choose_role("sdr")
    assert shown.kpi("deals").fact.value == 30.0
    shown.desk.session.open(example())
    shown.presenter.choose_role("sdr")
    assert not shown.kpi("deals").fact.typed


def test_that_facts_follow_the_scenario(shown):
    shown.presenter.choose_role("support")
    before = shown.kpi("deals").fact.value
    shown.presenter.choose_scenario("more_visits")
    assert shown.kpi("deals").fact.value > before


def test_that_an_agreed_plan_counts_at_once():
    found = Shown(small(calls()))
    found.desk.do(ChangeKpi("calls", "r", {"plan": 50.0}, "calls"))
    assert found.kpi("calls").completion.words == "100%"


def test_that_a_kpi_without_a_plan_says_so():
    line = Shown(small(calls(plan=None))).kpi("calls")
    assert line.completion.tip == "“calls”: the KPI has no plan"
    assert (line.tip, line.scale[:7]) == ("neither base nor plan is set", "no plan")


@pytest.mark.parametrize(
    ("period", "words"), [("month", "plan 100 · paid"), ("quarter", "plan 100 (quarter) · paid")]
)
def test_that_a_kpi_tells_its_plan_with_a_period_other_than_a_month(period, words):
    assert Shown(small(calls(period=period))).kpi("calls").scale.startswith(words)


@pytest.mark.parametrize(
    ("of", "note"),
    [
        (small(), "Seller has no KPI to be paid by: give it one in Roles."),
        (small(calls(), bonus=0.0), "Seller has no bonus: set it in the inspector, under Pay."),
        (
            small(employment="contractor"),
            "Seller is paid for accepted tasks, not by KPIs.",
        ),
        (small(calls()), ""),
    ],
)
def test_that_what_stands_in_the_way_is_said(of, note):
    assert Shown(of).view.trial.note == note


def test_that_hidden_it_rests(shown):
    shown.presenter.set_visible(False)
    before = shown.view.roles
    shown.desk.do(ChangeRole("sdr", {"salary": 1.0}, "SDR"))
    assert shown.view.roles is before
    shown.presenter.set_visible(True)
    assert shown.line("sdr")[0] == "1"


def test_that_it_follows_the_language(shown):
    shown.desk.speak("ru")
    assert shown.line("sdr")[0] == "80\u00a0000"


# The scale


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({}, "paid as completed · no upper end"),
        ({"scale": Scale(cap=1.2)}, "paid as completed · counts up to 120%"),
        (
            {"scale": Scale(points=((0.8, 0.8), (1.2, 1.2)), threshold=0.8, cap=1.2)},
            "paid as completed · nothing below 80% · counts up to 120%",
        ),
        (
            {"scale": Scale(kind="steps", points=((0.8, 0.5), (1.0, 1.0)))},
            "in steps 80% → 50%, 100% → 100% · nothing below 80% · counts up to 100%",
        ),
        (
            {"scale": Scale(points=((0.0, 0.0), (1.0, 1.0), (1.5, 3.0)))},
            "evenly 0% → 0%, 100% → 100%, 150% → 300% · counts up to 150%",
        ),
        ({"maximum": 110.0}, "paid as completed · up to the maximum, 110%"),
    ],
)
def test_that_a_scale_is_said_in_words(members, words):
    said = scale_words(calls(**members), metric("calls"))
    assert ENGLISH.say(said) == words


def test_that_a_curve_jumps_where_the_pay_does():
    steps = Scale(kind="steps", points=((0.8, 0.5), (1.0, 1.0)))
    chart = Shown(small(calls(scale=steps))).view.curve.chart
    assert chart.points == ((0, 0), (0.8, 0), (0.8, 0.5), (1.0, 0.5), (1.0, 1.0), (1.3, 1.0))


def test_that_a_curve_shows_points_limits_and_where_the_fact_is():
    limited = Scale(points=((0.5, 0.5), (1.0, 1.0)), threshold=0.4, cap=1.1)
    chart = Shown(small(calls(scale=limited))).view.curve.chart
    assert [mark.label for mark in chart.marks] == ["now 50% → 50%", "", ""]
    assert [level.label for level in chart.levels] == ["threshold 40%", "cap 110%"]


def test_that_the_maximum_is_drawn_where_it_comes_before_the_cap():
    chart = Shown(small(calls(scale=Scale(cap=1.5), maximum=120.0))).view.curve.chart
    assert [(level.at, level.label) for level in chart.levels] == [(1.2, "maximum 120%")]


def test_that_a_point_that_nothing_counts_up_to_is_not_drawn():
    beyond = Scale(points=((0.5, 0.5), (1.0, 1.0), (1.5, 1.5)))
    chart = Shown(small(calls(scale=beyond, maximum=120.0))).view.curve.chart
    assert [(mark.x, mark.y) for mark in chart.marks[1:]] == [(0.5, 0.5), (1.0, 1.0)]


# The budget


def test_that_scenarios_stand_beside_the_base(shown):
    base, more = shown.view.scenarios.lines
    assert (base.name, base.cells[3].words) == ("Base", "")
    assert (more.name, more.cells[3].words[0], more.cells[4].words[0]) == (
        "Больше трафика",
        "+",
        "+",
    )


def test_that_a_month_is_paid_with_its_bonus():
    found = Shown(small(calls()))
    (base,) = found.view.scenarios.lines
    assert [cell.words for cell in base.cells[:3]] == ["1,500", "2,500", "7,500"]
    assert base.cells[2].tip == "over the plan: salaries 6,000, bonuses 1,500, payroll tax 0"


def test_that_the_roles_add_up_to_the_department():
    lines = Shown(small(calls())).view.by_role.lines
    assert [cell.words for cell in lines[0].cells] == ["2", "1,500", "2,500", "100%"]
    assert [cell.words for cell in lines[1].cells] == ["2", "1,500", "2,500", "100%"]
    assert lines[1].is_sum


def test_that_choosing_a_scenario_chooses_it_for_the_whole_plan(shown):
    shown.presenter.choose_scenario("more_visits")
    assert shown.choice.scenario is not None
    assert (shown.view.scenarios.chosen, shown.view.by_role.note) == (1, "Больше трафика")


def test_that_the_months_of_a_scenario_have_the_base_beside_them(shown):
    assert (len(shown.view.months.bars), len(shown.view.months.lines)) == (1, 0)
    shown.presenter.choose_scenario("more_visits")
    assert (len(shown.view.months.bars), len(shown.view.months.lines)) == (1, 1)
    assert len(shown.view.months.bars[0].values) == 12


def test_that_a_gap_is_said_and_leaves_the_salaries(shown):
    shown.desk.do(ChangeKpi("deals", "support", {"plan": None}, "deals"))
    assert shown.view.gaps == ("without a number: Sales Support: “Сделки”: the KPI has no plan")
    assert shown.view.scenarios.lines[0].cells[1].words == "—"
    assert shown.line("sdr", shown.view.by_role)[2] != "—"


def test_that_a_plan_without_gaps_says_nothing(shown):
    assert shown.view.gaps == ""


def test_that_making_roles_opens_their_place(shown):
    shown.presenter.open_roles()
    assert shown.desk.place == "roles"
