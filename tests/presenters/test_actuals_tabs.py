"""The funnel, the trends and the bonus of the actuals, and what stands above them."""

import pytest

from tests.planning.test_bonuses import team
from tests.planning.test_router import funnel
from tests.presenters.actuals import Bonus, Funnel, Opened, Trends
from tests.presenters.months import plan
from tests.presenters.variance import actual
from tests.projects import project
from workbench.presenters.actuals.place import OF_A_MONTH, AgainstPresenter, PlaceCommands

# Funnel


def test_that_stages_are_drawn_with_plan_and_fact():
    made = Funnel(funnel({"leads": 120.0, "meetings": 45.0}))
    leads, meetings, deals = made.view.funnel.stages
    assert (leads.value, leads.tone) == ("120 of 100 · 120%", "good")
    assert meetings.fact == pytest.approx(meetings.plan * 45 / 50)
    assert (deals.value, deals.fact) == ("plan 10", None)


def test_that_the_way_between_stages_has_an_owner_and_the_leak_a_mark():
    made = Funnel(funnel({"leads": 120.0, "meetings": 45.0, "deals": 9.0}))
    (arrow,) = made.view.funnel.stages[1].arrows
    assert (arrow.owner, arrow.value) == ("sdr", "37.5% of 50% · 75%")
    assert arrow.leak == "the most is lost here"
    assert not made.view.funnel.stages[2].arrows[0].leak


def test_that_a_volume_can_be_the_leak():
    made = Funnel(funnel({"leads": 70.0, "meetings": 35.0}))
    assert made.view.funnel.stages[0].leak


def test_that_longer_bars_stand_for_more():
    widths = [stage.plan for stage in Funnel(funnel({})).view.funnel.stages]
    assert widths == sorted(widths, reverse=True)
    assert min(widths) > 0


def test_that_an_unknown_month_says_what_to_do_and_looks_nowhere():
    made = Funnel(funnel({}))
    assert made.view.look is None
    assert made.view.note.startswith("There are no actuals of Jan 2027 yet.")


def test_that_the_funnel_says_where_to_look_first():
    made = Funnel(funnel({"leads": 120.0, "meetings": 45.0}))
    assert made.view.look is not None
    assert made.view.look.metric == "to_meeting"
    assert made.view.note == ""


def test_that_a_project_without_stages_says_so():
    assert Funnel(project()).view.note == "There are no stages yet: draw the funnel first."


def test_that_another_month_is_shown():
    made = Funnel(funnel({"leads": 120.0}))
    made.month.step(1)
    assert made.view.month.chosen == "2027-02"
    assert made.view.look is None


def test_that_a_step_is_shown_on_the_canvas_and_a_role_among_the_roles():
    made, visited = Funnel(funnel({"leads": 70.0})), list[str]()
    made.desk.visit_wanted.connect(visited.append)
    made.presenter.visit("leads")
    made.presenter.visit_role("sdr")
    assert visited == ["leads"]
    assert (made.desk.place, made.desk.selection.selected.role) == ("roles", "sdr")


# Bonus


def test_that_roles_stand_above_their_kpis():
    made = Bonus(team(("leads", 90.0), ("share", 0.55)))
    assert made.line(0) == ["SDR", "", "", "", "", "98%", "980", "1,960"]
    assert made.line(1) == ["leads", "60%", "100", "90", "! 90%", "90%", "540", ""]
    assert made.line(2) == ["share", "40%", "50%", "55%", "✓ 110%", "110%", "440", ""]
    assert made.view.note == ""


def test_that_what_is_missing_is_named_and_what_is_sure_is_told():
    made = Bonus(team(("leads", 90.0)))
    assert made.line(0)[-2:] == ["from 540", "from 1,080"]
    assert made.view.note == "Still missing: SDR: “share”."


def test_that_the_sum_of_all_roles_stands_at_the_end():
    kpis = (*team().kpis[:2], team().kpis[0].having(role="intern", weight=1.0))
    made = Bonus(team(("leads", 100.0), ("share", 0.5), kpis=kpis))
    assert made.line(-1)[0] == "Together"
    assert made.line(-1)[-1] == "2,000"


def test_that_a_month_without_actuals_says_what_to_enter():
    assert Bonus(team()).view.note.startswith("There are no actuals of Jan 2027 yet.")


def test_that_nobody_paid_by_kpis_is_told():
    made = Bonus(team(kpis=()))
    assert made.view.bonus is None
    assert made.view.note.startswith("No role is paid by KPIs yet.")


# Trends


def test_that_the_goal_and_kpis_are_followed_at_first():
    assert [one.key for one in Trends().view.trends] == ["deals", "share", "leads"]


def test_that_metrics_come_and_go():
    made = Trends()
    made.presenter.add("price")
    made.presenter.remove("deals")
    assert [one.key for one in made.view.trends] == ["share", "leads", "price"]
    assert [option.id for option in made.view.more] == ["deals"]


def test_that_only_what_is_known_is_a_fact():
    made = Trends(plan(actuals=(actual("leads", 90.0), actual("deals", 40.0, "2027-02"))))
    deals, _, leads = made.view.trends
    assert deals.chart.bars[1].values == (None, 40.0, None)
    assert leads.chart.bars[1].values == (90.0, None, None)


def test_that_amounts_are_bars_and_ratios_lines():
    deals, share, _ = Trends().view.trends
    assert (len(deals.chart.bars), len(deals.chart.lines)) == (2, 0)
    assert (len(share.chart.bars), len(share.chart.lines)) == (0, 2)
    assert share.note == "no actuals yet"


def test_that_another_project_begins_anew():
    made = Trends()
    made.presenter.remove("deals")
    made.desk.session.open(plan())
    assert made.view.trends[0].key == "deals"


# Above the tabs


def test_that_it_is_said_what_the_actuals_are_held_against():
    made = Opened()
    presenter = AgainstPresenter(made.desk, made.choice, made.view)
    presenter.set_visible(True)
    assert made.view.against == "Against the plan: Base · goal 80"
    made.choice.choose("more")
    assert made.view.against == "Against the plan: More · goal 80"
    presenter.open_plan()
    assert made.desk.place == "plan"


class Hands:
    state = "table"

    def open_tab(self, name: str) -> None:
        self.state = name


def test_that_every_tab_has_an_action_and_months_only_where_they_matter():
    made, hands = Opened(), Hands()
    commands = {one.id: one for one in PlaceCommands(made.desk, made.month, hands).all}
    made.desk.go("actuals")
    assert not commands["actuals.after"].enabled()
    commands["actuals.tab.bonus"].run()
    assert hands.state in OF_A_MONTH
    assert commands["actuals.after"].enabled()
    commands["actuals.after"].run()
    assert made.month.month == "2027-02"
    commands["actuals.before"].run()
    assert made.month.month == "2027-01"
