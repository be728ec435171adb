"""Scenarios side by side: what differs, by how much, and what can be done there."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.presenters.conftest import Notices
from tests.presenters.months import plan
from tests.projects import metric, project
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.plan import Goal, Scenario
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.compare.presenter import ComparePresenter
from workbench.presenters.plan.compare.table import BASE, CompareTable

NOTHING_SHOWN = CompareTable()


@dataclass
class View:
    table: CompareTable | None = NOTHING_SHOWN
    renamed: list[str] = field(default_factory=list)
    clipboard: str = ""
    shown: int = 0

    def show_compared(self, table: CompareTable | None) -> None:
        self.table = table
        self.shown += 1

    def rename(self, key: str) -> None:
        self.renamed.append(key)

    def give(self, words: str) -> None:
        self.clipboard = words


@dataclass
class Stand:
    desk: Desk
    choice: Choice
    view: View
    presenter: ComparePresenter

    @property
    def table(self) -> CompareTable:
        assert self.view.table is not None
        return self.view.table

    def row(self, name: str):
        """The numbers beside a name."""
        names = [row[0].text for row in self.table.names.rows]
        return self.table.numbers.rows[names.index(name)]

    def texts(self, name: str) -> list[str]:
        return [fact.text for fact in self.row(name)]

    def names(self) -> list[str]:
        return [row[0].text.strip() for row in self.table.names.rows]

    def does(self, key: str, action: str) -> None:
        """Take something from the menu of a scenario."""
        next(one for one in self.presenter.menu(key) if one.id == f"plan.compare.{action}").run()


def stand(opened=None, language="en") -> Stand:
    desk = Desk(opened or plan(), language)
    choice, view = Choice(desk), View()
    presenter = ComparePresenter(desk, choice, view)
    presenter.set_visible(True)
    return Stand(desk, choice, view, presenter)


@pytest.fixture
def made():
    return stand()


def test_that_goals_stand_first_and_then_whatever_differs(made):
    # leads 100 → 200, so deals of 50, 60, 70 become 100, 120, 140; shares stay
    assert made.names() == ["deals", "of the goal 80 a month", "leads"]


def test_that_a_scenario_stands_beside_the_base_with_its_difference(made):
    assert made.texts("deals") == ["60", "120", "+60 · +100%"]
    assert [fact.tone for fact in made.row("deals")] == ["", "", "good"]


def test_that_the_part_of_the_goal_that_is_reached_is_told(made):
    reached = made.table.numbers.rows[1]
    assert [fact.text for fact in reached] == ["75%", "150%", ""]
    assert [fact.tone for fact in reached] == ["warn", "good", ""]


def test_that_what_the_scenario_gives_is_marked(made):
    assert [fact.marked for fact in made.row("leads")] == [False, True, False]


def test_that_shares_differ_in_points():
    made = stand(plan(scenarios=(Scenario(key="s", name="S", values={"share": 0.5}),)))
    # 60 % on average becomes 50 %
    assert made.texts("share") == ["60%", "50%", "−10 pp"]
    assert made.row("share")[2].tone == "bad"


def test_that_less_is_good_where_lower_is_better():
    opened = project(
        metric("cost", value=10.0, better="lower"),
        metric("range", value=10.0, better="within"),
        scenarios=(Scenario(key="s", name="S", values={"cost": 8.0, "range": 8.0}),),
    )
    made = stand(opened)
    assert made.row("cost")[2].tone == "good"
    assert made.row("range")[2].tone == ""


def test_that_a_difference_by_month_alone_is_not_overlooked():
    opened = project(
        metric("leads", value=(1.0, 2.0, 3.0)),
        scenarios=(Scenario(key="s", name="S", values={"leads": (3.0, 2.0, 1.0)}),),
    )
    assert stand(opened).texts("leads") == ["2", "2", "="]


def test_that_a_base_of_zero_has_no_per_cent():
    opened = project(
        metric("leads", value=0.0),
        scenarios=(Scenario(key="s", name="S", values={"leads": 5.0}),),
    )
    assert stand(opened).texts("leads") == ["0", "5", "+5"]


def test_that_a_number_that_is_lost_is_a_dash_with_its_reason():
    opened = project(
        metric("a", value=2.0),
        metric("b", formula="6 / a"),
        scenarios=(Scenario(key="s", name="S", values={"a": 0.0}),),
    )
    made = stand(opened)
    assert made.texts("b") == ["3", "—", "—"]
    assert made.row("b")[1].tip == "division by zero"


def test_that_a_scenario_that_changes_nothing_is_told():
    made = stand(plan(scenarios=(Scenario(key="s", name="S"),)))
    assert made.names() == ["deals", "of the goal 80 a month"]
    assert made.table.note == "No scenario changes anything yet."


def test_that_without_scenarios_there_is_no_table():
    made = stand(plan(scenarios=()))
    assert made.view.table is None
    made.presenter.add()
    assert [scenario.name for scenario in made.desk.project.scenarios] == ["Scenario"]
    assert made.view.table is not None


def test_that_a_head_chooses_the_scenario_of_the_whole_plan(made):
    made.presenter.choose("more")
    assert made.choice.scenario.key == "more"
    assert [head.chosen for head in made.table.numbers.heads] == [False, True, False]
    made.presenter.choose(BASE)
    assert made.choice.scenario is None
    assert made.table.numbers.heads[0].chosen


def test_that_the_menu_copies_renames_and_removes(made):
    made.does("more", "duplicate")
    assert [one.name for one in made.desk.project.scenarios] == ["More", "More, copy"]
    made.does("more", "rename")
    assert made.view.renamed == ["more"]
    made.presenter.rename("Best")
    assert made.desk.project.scenarios[0].name == "Best"
    made.does("more", "remove")
    assert [one.name for one in made.desk.project.scenarios] == ["More, copy"]


def test_that_the_base_is_neither_renamed_nor_removed(made):
    enabled = {one.id: one.enabled() for one in made.presenter.menu(BASE)}
    assert not enabled["plan.compare.rename"]
    assert not enabled["plan.compare.remove"]
    assert enabled["plan.compare.duplicate"]


def test_that_the_table_is_copied_as_spreadsheets_take_it(made):
    heard = Notices(made.desk)
    made.presenter.copy()
    assert made.view.clipboard.split("\n") == [
        "Metric\tUnit\tBase\tMore\tMore: difference\tMore: difference, %",
        "deals\t/mo\t60\t120\t60\t100%",
        "leads\t/mo\t100\t200\t100\t100%",
    ]
    assert heard.said == ["The comparison is in the clipboard"]


def test_that_copied_numbers_have_the_decimal_sign_of_the_language():
    scenario = Scenario(key="s", name="S", values={"price": 1000.5})
    made = stand(plan(scenarios=(scenario,), goals=()), language="ru")
    made.presenter.copy()
    assert made.view.clipboard.split("\n")[1].split("\t")[2:] == ["1000", "1000,5", "0,5", "0,05%"]


def test_that_edits_are_followed_and_the_same_table_is_not_shown_again(made):
    shown = made.view.shown
    made.desk.do(ChangeMetric("price", {"value": 5.0}))
    assert made.view.shown == shown
    made.desk.do(ChangeMetric("leads", {"value": 50.0}))
    assert made.texts("leads") == ["50", "200", "+150 · +300%"]


def test_that_nothing_is_shown_while_the_tab_is_out_of_sight(made):
    made.presenter.set_visible(False)
    shown = made.view.shown
    made.desk.do(ChangeMetric("leads", {"value": 50.0}))
    assert made.view.shown == shown


def test_that_a_goal_of_two_periods_has_one_row():
    goals = (Goal(metric="deals", value=80.0), Goal(metric="deals", value=900.0, period="year"))
    assert stand(plan(goals=goals)).names() == ["deals", "of the goal 80 a month", "leads"]
