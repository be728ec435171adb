import pytest

from tests.presenters.team import Opened, role, team
from tests.projects import metric, project
from workbench.document.edits.roles import ChangeRole
from workbench.planning.forward import calculate
from workbench.planning.team_plan import TeamPlan
from workbench.presenters.plan.team.hiring import hire_edit, hiring
from workbench.presenters.plan.team.table import hiring_rows


@pytest.fixture
def opened():
    return Opened()


def facts(found):
    return {fact.label: fact.words for fact in found}


def test_that_every_role_has_a_row(opened):
    assert [row.role for row in opened.view.rows] == ["sdr", "seller", "head"]


def test_that_a_row_tells_who_is_missing_and_when(opened):
    # 300 leads are the work of 3; a ramp of a month would have to begin in December
    row = opened.view.row("sdr")
    assert (row.now, row.load, row.needed, row.vacancies) == ("2", "3", "3", "+1")
    assert (row.hire_by, row.tone, row.hire_tone) == ("Dec 2026 (late)", "warn", "bad")
    assert row.tip == "Hire by: Dec 2026\nalready late: the plan starts in Jan 2027"


def test_that_the_payroll_has_the_hires_and_the_tax(opened):
    row = opened.view.row("sdr")
    assert row.payroll == "3,600"  # 3 × 1,000 × 1.2
    assert row.unit == "$12"  # 3,600 ÷ 300


def test_that_enough_people_leave_dashes(opened):
    row = opened.view.row("seller")
    assert (row.load, row.needed, row.vacancies, row.hire_by) == ("0.6", "1", "—", "—")


def test_that_a_role_without_a_capacity_says_so(opened):
    row = opened.view.row("head")
    assert (row.load, row.needed, row.vacancies) == ("—", "—", "—")
    assert (row.now, row.payroll) == ("1", "5,000")
    assert row.tip == "the capacity of HEAD is not set"


def test_that_a_contractor_is_not_hired():
    agency = role("agency", employment="contractor", people=1.0, capacity={"leads": 100.0})
    row = Opened(team(roles=(agency,), kpis=())).view.row("agency")
    assert (row.needed, row.vacancies, row.tip) == (
        "3", "—", "AGENCY is a contractor and is not hired"
    )  # fmt: skip


def test_that_only_the_first_starts_are_shown():
    many = team(
        roles=(role("sdr", people=0.0, capacity={"leads": 100.0}),),
        kpis=(),
    ).having(metrics=(metric("leads", value=(100.0, 200.0, 300.0)),), goals=(), scenarios=())
    row = Opened(many).view.row("sdr")
    assert row.hire_by == "Jan 2027, Feb 2027, …"
    assert row.tip == "Hire by: Jan 2027, Feb 2027, Mar 2027"


def test_that_several_who_start_together_are_counted():
    sdr = role("sdr", people=1.0, capacity={"leads": 100.0})
    assert Opened(team(roles=(sdr,), kpis=())).view.row("sdr").hire_by == "Jan 2027: 2"


def test_that_the_first_role_that_lacks_people_is_looked_at(opened):
    assert (opened.view.chosen, opened.view.detail.chip.text) == ("sdr", "SDR")


def test_that_a_role_selected_anywhere_is_looked_at(opened):
    opened.desk.selection.role("head")
    assert (opened.view.chosen, opened.view.detail.chip.id) == ("head", "head")


def test_that_a_role_picked_in_the_table_is_selected(opened):
    opened.presenter.choose("seller")
    assert opened.desk.selection.selected.role == "seller"
    assert opened.view.chosen == "seller"


def test_that_the_chart_holds_the_load_against_the_people(opened):
    chart = opened.view.detail.chart
    assert chart.bars[0].values == (3, 3, 3)
    now, hired = chart.lines
    assert now.values == (2, 2, 2)
    assert hired.values == (2.5, 3, 3)
    assert chart.tip(0) == "Jan 2027\nload, people: 3\npeople there are: 2\nwith the hires: 2.5"


def test_that_without_a_load_there_is_no_chart(opened):
    opened.presenter.choose("head")
    assert opened.view.detail.chart is None
    assert opened.view.detail.notes[0].words == "the capacity of HEAD is not set"


def test_that_a_late_hire_is_told(opened):
    assert [note.words for note in opened.view.detail.notes] == [
        "1 person should have started before the plan does: until the ramp is over, some of the "
        "work stays undone"
    ]


def test_that_replacements_are_told():
    # of 3 people 2.7 are left at the end of a plan of a year; nobody is missing at the peak
    sdr = role("sdr", people=3.0, attrition=0.1, capacity={"leads": 100.0})
    year = team(roles=(sdr,), kpis=()).having(calendar={"start": "2027-01", "months": 12})
    detail = Opened(year).view.detail
    assert [note.words for note in detail.notes] == ["1 of the hires makes up for people who leave"]


def test_that_enough_people_are_good(opened):
    opened.presenter.choose("seller")
    notes = opened.view.detail.notes
    assert [(note.words, note.tone) for note in notes] == [
        ("The people there are can do all of it", "good")
    ]


def test_that_the_facts_of_a_role_are_those_of_the_plan(opened):
    found = facts(opened.view.detail.facts)
    assert found["Load, people"] == "3 · peak 3"
    assert found["Full output after"] == "1 month"
    assert found["Payroll of the plan"] == "$10,800"
    assert found["One of “Leads”"] == "$12"


def test_that_the_goal_is_shown_as_planned_and_as_delivered(opened):
    # 200 of 300 leads are answered: two thirds of 30 deals at 1,000; with the hires 250, 300, 300
    found = facts(opened.view.delivery.facts)
    assert opened.view.delivery.title == "Revenue a month"
    assert found["Planned"] == "$30,000"
    assert found["With the people there are"] == "$20,000 · 66.7%"
    assert found["With the hires"] == "$28,333 · 94.4%"


def test_that_the_bottleneck_and_what_stays_undone_are_named(opened):
    assert opened.view.said == ["The bottleneck is SDR", "SDR: 600 of 900 “Leads” over the plan"]


def test_that_enough_people_deliver_the_plan(opened):
    opened.choice.choose("less")
    assert opened.view.said == ["The people there are can do everything that is planned"]
    assert facts(opened.view.delivery.facts) == {"Planned": "$10,000"}
    assert opened.view.delivery.hire == ""


def test_that_without_a_goal_the_team_is_told_alone():
    view = Opened(team(goals=())).view
    assert (view.delivery.title, view.delivery.facts) == ("", ())
    assert view.said[0] == "Too much work for: SDR"


def test_that_what_does_not_hold_the_goal_back_is_told():
    goals = team().goals[0].having(metric="leads")
    seller = role("seller", people=1.0, capacity={"deals": 10.0})
    view = Opened(team(roles=(seller,), kpis=(), goals=(goals,))).view
    assert view.said[0] == "The goal is not held back, but there is too much work for: SELLER"


def test_that_a_team_without_capacities_says_what_to_do():
    view = Opened(team(roles=(role("head"),), kpis=())).view
    assert view.said == [
        "No role has a capacity: set how much one person handles in a month, and the plan is held "
        "against the people"
    ]


def test_that_a_project_without_roles_shows_none():
    view = Opened(team(roles=(), kpis=())).view
    assert (view.rows, view.chosen, view.detail) == ((), None, None)


def test_that_the_missing_people_are_planned_as_one_step(opened):
    assert opened.view.delivery.hire == "Plan the missing people"
    assert opened.view.delivery.hire_tip == "SDR: 2 → 3"
    opened.presenter.hire()
    assert opened.desk.project.role("sdr").people == 3
    assert str(opened.desk.session.history.undo_title) == "Plan more people in 1 role"
    assert opened.view.said == ["The people there are can do everything that is planned"]


def test_that_people_can_be_planned_only_where_some_are_missing(opened):
    assert opened.presenter.can_hire
    opened.choice.choose("less")
    assert not opened.presenter.can_hire


def test_that_nobody_is_planned_where_nobody_is_missing(opened):
    opened.choice.choose("less")
    before = opened.desk.project
    opened.presenter.hire()
    assert opened.desk.project is before


def test_that_people_who_make_work_for_others_take_those_along():
    # 2 callers are needed for 20 letters; two make 200 calls, which takes 2 to follow up
    made = project(
        metric("letters", value=20.0), metric("calls", formula="people(caller) * 100"),
        roles=(
            role("caller", people=1.0, capacity={"letters": 10.0}),
            role("closer", people=1.0, capacity={"calls": 100.0}),
        ),
    )  # fmt: skip
    assert hiring(calculate(made)).people == {"caller": 2, "closer": 2}


def test_that_people_who_only_make_work_for_themselves_are_not_planned():
    bdr = role("bdr", people=2.0, capacity={"calls": 50.0})
    made = project(metric("calls", name="Calls", formula="people(bdr) * 60"), roles=(bdr,))
    found = hiring(calculate(made))
    assert (found.people, found.endless) == ({}, ("bdr",))
    assert "More people only make more work for: BDR" in Opened(made).view.said
    notes = [note.words for note in Opened(made).view.detail.notes]
    assert "More people as BDR also make more of this work" in notes


def test_that_the_edit_names_how_many_roles():
    forecast = calculate(team())
    assert str(hire_edit(forecast, hiring(forecast)).title) == "Plan more people in 1 role"


def test_that_stages_have_their_costs(opened):
    # SDR own the rate and sellers the deals: 3,600 + 3,000 a month for 30 deals
    assert facts(opened.view.economics.stages) == {"Deals": "$220"}
    assert opened.view.economics.stages[0].tip == "What goes into it: SDR, SELLER"


def test_that_a_model_without_customers_says_what_is_missing(opened):
    assert opened.view.economics.customer == ()
    assert [note.words for note in opened.view.economics.notes] == [
        "No lifetime value: the plan counts no customers: a stock that deals flow into and churn "
        "takes from"
    ]


def with_customers(revenue: str, **members):
    """The team with a base of customers, a tenth of whom leaves every month."""
    base = team(**members)
    clients = metric("clients", over_time="last", formula="lag(clients, 1, 50) * 0.9 + deals")
    old = [one for one in base.metrics if one.key != "revenue"]
    income = metric("revenue", name="Revenue", unit="money", formula=revenue)
    return base.having(metrics=(*old, clients, income))


def test_that_a_customer_has_a_cost_a_value_and_a_payback():
    # 6,600 a month for 30 customers; 50 a month for 10 months
    found = facts(Opened(with_customers("clients * 50")).view.economics.customer)
    assert found["New customer costs"] == "$220"
    assert found["Lifetime value"] == "$500"
    assert found["Value by cost"] == "2.3×"
    assert found["Payback"] == "4.4 mo"
    assert found["Customers leave in a month"] == "10%"


def test_that_a_first_deal_can_pay_at_once():
    found = facts(Opened(with_customers("deals * price")).view.economics.customer)
    assert found["Payback"] == "at once, with the first deal"


def test_that_a_customer_who_never_pays_has_a_sentence():
    notes = Opened(with_customers("deals * price / 10")).view.economics.notes
    assert [note.words for note in notes] == [
        "No payback: a customer brings nothing after the first deal"
    ]


def test_that_a_value_below_the_cost_is_bad():
    facts_ = Opened(with_customers("clients * 10")).view.economics.customer
    assert next(fact.tone for fact in facts_ if fact.label == "Value by cost") == "bad"


def test_that_edits_are_followed_while_the_tab_is_seen(opened):
    opened.desk.do(ChangeRole("sdr", {"people": 3.0}))
    assert opened.view.row("sdr").vacancies == "—"


def test_that_nothing_is_computed_while_it_is_not(opened):
    opened.presenter.set_visible(False)
    shown = opened.view.shown
    opened.desk.do(ChangeRole("sdr", {"people": 3.0}))
    opened.desk.selection.role("head")
    assert opened.view.shown == shown


def test_that_the_language_is_followed(opened):
    opened.desk.speak("ru")
    assert "2026" in opened.view.row("sdr").hire_by
    assert opened.view.row("sdr").payroll == "3\u00a0600"


def test_that_the_board_can_have_the_rows_of_any_forecast():
    rows = hiring_rows(TeamPlan(calculate(team(), team().scenarios[0])), Opened().desk.language)
    assert [row.vacancies for row in rows] == ["—", "—", "—"]
