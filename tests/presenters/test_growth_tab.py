"""The growth goal as it is typed, kept and set, and the goal taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.presenters.conftest import Notices
from tests.projects import metric, project
from workbench.document.client import Calendar, Channel, Client
from workbench.document.growth import Growth, Year
from workbench.document.kpi import Kpi
from workbench.document.plan import Actual, Goal, Scenario
from workbench.document.role import Role
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.growth.picture import Builder, Entry, Parts, Spot
from workbench.presenters.plan.growth.presenter import GrowthPresenter

STRETCH, LEADS, VISITS = Spot("stretch"), Spot("leads"), Spot("visits")
FROM_LEADS = Spot("from_leads")


def year(number):
    return Spot("revenue", year=number)


def plan(**members):
    made: dict[str, Any] = {
        "client": Client(currency="USD"),
        "channels": (Channel(key="site", name="Website"),),
        "roles": (Role(key="head", name="Head", people=2.0, color="#B4508F"),),
        "kpis": (Kpi(metric="revenue", role="head"),),
        "goals": (Goal(metric="revenue", value=2400.0, period="year"),),
        "scenarios": (Scenario(key="late", name="Late", values={"visits": 1.0}),),
    }
    return project(
        metric("visits", name="Visits", value=tuple([1.0, 2.0, 3.0] * 4), channel="site"),
        metric("price", name="Price", unit="money", over_time="mean", value=100.0),
        metric("revenue", name="Revenue", unit="money", formula="visits * price"),
        **made | members,
    ).having(calendar=Calendar(start="2027-01", months=12))


@dataclass
class View:
    builder: Builder = field(default_factory=Builder)
    parts: Parts | None = None
    shown: int = 0

    def show_builder(self, builder: Builder) -> None:
        self.builder = builder
        self.shown += 1

    def show_parts(self, parts: Parts | None) -> None:
        self.parts = parts


@dataclass
class Stand:
    desk: Desk
    choice: Choice
    view: View
    presenter: GrowthPresenter

    @property
    def entries(self) -> dict[Spot, Entry]:
        found = [*self.view.builder.years, *self.view.builder.others]
        return {entry.spot: entry for entry in found}

    @property
    def parts(self) -> Parts:
        assert self.view.parts is not None
        return self.view.parts

    def steps(self, row: str = "revenue") -> dict[str, str]:
        steps = getattr(self.view.builder.chain, row)
        return {step.caption: step.value for step in steps}

    def enter(self, **years: float) -> None:
        for name, value in years.items():
            self.presenter.enter(year(int(name[1:])), value)


def stand(opened=None, language="en") -> Stand:
    desk = Desk(opened or plan(), language)
    choice, view = Choice(desk), View()
    presenter = GrowthPresenter(desk, choice, view)
    presenter.set_visible(True)
    return Stand(desk, choice, view, presenter)


@pytest.fixture
def made():
    return stand()


def test_that_four_years_before_the_plan_wait_for_their_revenue(made):
    assert [entry.label for entry in made.view.builder.years] == ["2023", "2024", "2025", "2026"]
    assert [entry.value for entry in made.view.builder.years] == [None] * 4
    assert made.view.builder.chain.wrong == "Growth needs the revenue of two years at least"


def test_that_years_are_known_from_the_actuals_of_twelve_months():
    months = [f"2026-{month:02}" for month in range(1, 13)] + ["2025-12"]
    actuals = tuple(Actual(metric="revenue", month=month, value=10.0) for month in months)
    found = stand(plan(actuals=actuals)).entries
    assert (found[year(2026)].value, found[year(2025)].value) == (120, None)


def test_that_what_is_entered_is_kept_and_leads_to_the_goal(made):
    # 20 %, 15 %, 10 %: 15 % on average and 5 points; 151.8 × 1.2
    made.enter(y2023=100.0, y2024=120.0, y2025=138.0, y2026=151.8)
    steps = made.steps()
    assert (steps["2024"], steps["2025"], steps["2026"]) == ("+20%", "+15%", "+10%")
    assert (steps["average of 3 years"], steps["stretch"]) == ("+15%", "5 pp")
    assert (steps["growth wanted"], steps["goal of 2027"]) == ("+20%", "$182")
    assert [one.value for one in made.desk.project.growth.revenues] == [100, 120, 138, 151.8]


def test_that_years_that_are_not_known_are_not_kept(made):
    made.enter(y2026=50.0)
    assert made.desk.project.growth.revenues == (Year(year=2026, value=50.0),)
    assert len(made.view.builder.years) == 4


def test_that_leads_and_visits_follow_at_the_values_of_the_last_year(made):
    made.enter(y2025=1000.0, y2026=1000.0)
    for spot, value in ((LEADS, 50.0), (VISITS, 400.0), (FROM_LEADS, 0.5), (STRETCH, 0.1)):
        made.presenter.enter(spot, value)
    # half of 1,000 from 50 leads and 400 visits; ten per cent more
    assert made.steps("leads") == {
        "a lead is worth": "$10", "leads needed": "55", "visits for a lead": "8",
        "visits needed": "440", "a visit is worth": "$1.25",
    }  # fmt: skip
    assert [step.note for step in made.view.builder.chain.leads if step.note] == [
        "last year 50",
        "last year 400",
    ]


def test_that_what_is_being_typed_counts_but_is_not_kept(made):
    made.enter(y2025=100.0, y2026=120.0)
    before = made.desk.project
    made.presenter.typed(year(2026), "130")
    assert made.steps()["goal of 2027"] == "$176"  # 130 × 1.35 = 175.5
    assert made.desk.project is before
    assert made.entries[year(2026)].value == 120


def test_that_a_share_is_typed_in_per_cent(made):
    made.enter(y2025=100.0, y2026=100.0)
    made.presenter.typed(STRETCH, "12,5")
    assert made.steps()["growth wanted"] == "+12.5%"


@pytest.mark.parametrize("words", ["12x", "-"])
def test_that_what_is_no_number_yet_changes_nothing(made, words):
    made.enter(y2025=100.0, y2026=120.0)
    made.presenter.typed(year(2026), words)
    assert made.steps()["goal of 2027"] == "$150"


def test_that_undo_takes_an_entry_back(made):
    made.enter(y2025=100.0, y2026=120.0)
    made.desk.session.undo()
    assert made.entries[year(2026)].value is None


def test_that_steps_by_arrow_keys_are_one_edit(made):
    for value in (0.06, 0.07, 0.08):
        made.presenter.enter(STRETCH, value, stepped=True)
    made.desk.session.undo()
    assert made.desk.project.growth is None


def test_that_an_emptied_share_is_the_usual_one(made):
    made.presenter.enter(FROM_LEADS, 0.5)
    made.presenter.enter(FROM_LEADS, None)
    assert made.entries[FROM_LEADS].value == 1


def test_that_a_share_beyond_the_whole_is_refused_with_a_sentence(made):
    heard = Notices(made.desk)
    made.presenter.enter(FROM_LEADS, 1.5)
    assert heard.said == ["from_leads: must not be above 1"]
    assert made.entries[FROM_LEADS].value == 1


def test_that_the_goal_is_set_for_the_year_in_the_place_of_the_earlier_one(made):
    made.enter(y2025=100.0, y2026=120.0)
    assert made.view.builder.button.enabled
    made.presenter.set_goal()
    (goal,) = made.desk.project.goals
    assert (goal.metric, goal.period) == ("revenue", "year")
    assert goal.value == pytest.approx(150)
    assert made.desk.project.growth.metric == "revenue"
    assert not made.view.builder.button.enabled
    assert made.view.builder.button.tip == "This is the goal of the plan already"
    made.desk.session.undo()
    assert made.desk.project.goals[0].value == 2400


def test_that_the_plan_is_then_held_against_it():
    goals = (Goal(metric="visits", value=3.0), Goal(metric="revenue", value=5.0))
    made = stand(plan(goals=goals))
    made.enter(y2025=100.0, y2026=120.0)
    made.presenter.set_goal()
    assert made.choice.goal is not None
    assert (made.choice.goal.metric, made.choice.goal.period) == ("revenue", "year")


def test_that_no_goal_can_be_set_without_a_number(made):
    assert not made.view.builder.button.enabled
    made.presenter.set_goal()
    assert made.desk.project.goals[0].value == 2400


def test_that_a_project_without_revenue_says_so():
    made = stand(project(metric("leads", value=3.0)))
    assert made.view.builder.metrics == ()
    assert "No metric is an amount of money" in made.view.builder.button.tip
    assert made.view.parts is None


def test_that_another_revenue_can_be_chosen():
    opened = project(
        metric("new", name="New", unit="money", formula="1 * 1"),
        metric("old", name="Old", unit="money", value=5.0),
    )
    made = stand(opened)
    assert [(one.id, one.text) for one in made.view.builder.metrics] == [
        ("new", "New"), ("old", "Old")
    ]  # fmt: skip
    assert made.view.builder.metric == "new"
    made.presenter.choose_metric("old")
    assert made.view.builder.metric == "old"


def test_that_each_channel_has_its_conversion_and_what_it_has_to_bring(made):
    made.enter(y2025=100.0, y2026=100.0)
    made.presenter.enter(LEADS, 40.0)
    made.presenter.enter(Spot("channel_visits", channel="site"), 1000.0)
    made.presenter.enter(Spot("channel_leads", channel="site"), 20.0)
    (site,) = made.view.builder.sources
    # 20 of 1,000; all leads are the site's: 40 × 1.05 = 42, of 2,100 visits
    assert (site.name, site.conversion, site.needed) == ("Website", "2%", "42")
    assert site.visits_needed == "2,100"
    made.presenter.enter(Spot("channel_visits", channel="site"), None)
    made.presenter.enter(Spot("channel_leads", channel="site"), None)
    assert made.desk.project.growth.sources == ()


def rows(facts):
    return [tuple(fact.text.strip() for fact in row) for row in facts.rows]


def test_that_the_goal_is_taken_apart_by_quarter_and_month(made):
    # months of 100, 200, 300 and again: 2,400 in all; the goal of 2,400 is the forecast itself
    found = rows(made.parts.time)
    assert found[:4] == [
        ("Q1 2027", "600", "600", "="),
        ("Jan 2027", "100", "100", "="),
        ("Feb 2027", "200", "200", "="),
        ("Mar 2027", "300", "300", "="),
    ]
    assert len(found) == 16
    assert made.parts.title == "Revenue: $2,400 a year"


def test_that_bars_show_the_goal_of_a_month_beside_the_forecast():
    goals = (Goal(metric="revenue", value=4800.0, period="year"),)
    goal, forecast = stand(plan(goals=goals)).parts.months.bars
    assert goal.values[:3] == pytest.approx((200, 400, 600))
    assert forecast.values[:3] == (100, 200, 300)


def test_that_bars_show_the_years_behind_and_the_goal_after_them(made):
    made.enter(y2025=100.0, y2026=120.0)
    found = made.view.builder.history
    assert found is not None
    assert found.labels == ("2025", "2026", "2027")
    assert found.bars[0].values == pytest.approx((100, 120, 150))
    assert found.goal is not None
    assert found.goal.at == pytest.approx(150)


def test_that_shown_months_add_up_to_the_goal():
    goals = (Goal(metric="revenue", value=10_000.0, period="year"),)
    found = stand(plan(goals=goals)).parts.time
    months = [row for row in found.rows if row[0].muted]
    assert sum(int(row[1].text.replace(",", "")) for row in months) == 10_000
    assert months[0][3].tone == "warn"


def test_that_the_season_is_that_of_the_chosen_scenario(made):
    made.choice.choose("late")
    assert rows(made.parts.time)[1][:3] == ("Jan 2027", "200", "100")


def test_that_the_goal_is_taken_apart_by_channel_and_person(made):
    assert [(row.name, row.value, row.share) for row in made.parts.channels.rows] == [
        ("Website", "100% · $2,400", 1.0),
        ("not through a channel", "0% · $0", 0.0),
    ]
    assert rows(made.parts.people) == [("Head · 2", "Revenue", "$1,200 a year")]
    assert made.parts.people.rows[0][0].color == "#B4508F"


def test_that_parts_that_are_not_there_are_told():
    goals = (Goal(metric="revenue", value=5.0, period="plan"),)
    made = stand(project(metric("revenue", unit="money", value=0.0), goals=goals))
    parts = made.parts
    assert parts.channels_note == "The project has no channels."
    assert parts.people_note.startswith("No role of the staff")
    assert parts.time_note == "The forecast has no season to follow: the months are alike."


def test_that_a_goal_without_numbers_says_why():
    made = stand(plan().having(metrics=(
        metric("visits", name="Visits", channel="site"),
        metric("price", unit="money", over_time="mean", value=100.0),
        metric("revenue", name="Revenue", unit="money", formula="visits * price"),
    )))  # fmt: skip
    assert made.parts.time_note == "There is no season to follow: there is no value"
    assert made.parts.channels_note == "There is no value."


def test_that_nothing_is_shown_while_the_tab_is_out_of_sight(made):
    made.presenter.set_visible(False)
    before = made.view.shown
    made.enter(y2026=5.0)
    made.presenter.typed(year(2026), "7")
    assert made.view.shown == before


def test_that_another_language_is_followed(made):
    made.desk.speak("ru")
    assert made.parts.title.endswith("2\u00a0400\u00a0$ в год")


def test_that_what_the_file_holds_is_shown():
    years = tuple(Year(year=2020 + at, value=float(at + 1)) for at in range(5))
    made = stand(plan(growth=Growth(metric="revenue", revenues=years, stretch=0.2)))
    assert [entry.label for entry in made.view.builder.years] == [
        "2020", "2021", "2022", "2023", "2024"
    ]  # fmt: skip
    assert made.entries[STRETCH].value == 0.2


def test_that_there_are_no_bars_without_a_year(made):
    assert made.view.builder.history is None
