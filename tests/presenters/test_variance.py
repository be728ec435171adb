"""What made the difference between plan and fact, in words and bars."""

from typing import Any

import pytest

from tests.presenters.months import plan
from tests.presenters.variance import actual, stand
from tests.projects import metric, project
from workbench.base.texts import text
from workbench.document.edits.project import SetMembers
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal
from workbench.document.role import Role

# Plan 100 × 0.5 = 50, fact 90 × 0.4 = 36. On the straight way a product splits by the middles:
# leads −10 × 0.45 = −4.5, share −0.1 × 95 = −9.5, which are −9 % and −19 % of the plan.
FACTS = (actual("leads", 90.0), actual("deals", 36.0))


@pytest.fixture
def made():
    return stand(plan(actuals=FACTS))


def summed(count: int, **members: Any):
    """A result that is the sum of inputs worth 10 each; the first is 1 more, the next 2 more …"""
    keys = [f"m{at:02}" for at in range(count)]
    return project(
        *(metric(key, value=10.0) for key in keys),
        metric("all", formula=" + ".join(keys)),
        goals=(Goal(metric="all", value=100.0),),
        actuals=tuple(actual(key, 11.0 + at) for at, key in enumerate(keys)),
        **members,
    )


def test_that_plan_fact_and_difference_are_told(made):
    found = made.found
    assert (found.plan, found.fact, found.difference, found.share) == ("50", "36", "−14", "−28%")
    assert found.tone == "bad"


def test_that_the_sentence_names_factors_with_their_owners(made):
    assert made.found.sentence == "−28%: share (SDR) −19%, leads −9%"


def test_that_the_sentence_is_written_as_the_language_writes():
    found = stand(plan(actuals=FACTS), "ru").found
    assert found.sentence == "−28\u00a0%: share (SDR) −19\u00a0%, leads −9\u00a0%"


def test_that_the_bars_go_from_plan_to_fact(made):
    rows = made.found.factors.rows
    assert [row.name for row in rows] == ["Plan", "share", "leads", "Fact"]
    assert [row.end for row in rows] == pytest.approx([50.0, 40.5, 36.0, 36.0])
    assert [row.start for row in rows] == pytest.approx([0.0, 50.0, 40.5, 0.0])


def test_that_bars_have_the_colours_of_owners(made):
    assert [row.color for row in made.found.factors.rows] == ["", "#2A9FD6", "muted", ""]


def test_that_a_bar_says_what_was_planned_and_what_was(made):
    assert made.found.factors.rows[2].tip == (
        "leads: plan 100, fact 90. It made −4.5 of the difference (−9% of the plan). "
        "Whose it is: nobody's"
    )


def test_that_owners_are_told_with_what_is_nobodys(made):
    rows = made.found.owners.rows
    assert [(row.name, row.value) for row in rows] == [
        ("SDR", "−9.5 (−19%)"), ("nobody's", "−4.5 (−9%)"),
    ]  # fmt: skip
    assert [row.up for row in rows] == pytest.approx([-9.5, -4.5])


def test_that_a_conversion_that_was_not_typed_is_said_to_be_deduced(made):
    assert made.found.notes == (
        "“share”: not typed in, but deduced from the actuals of the stages on both sides.",
    )


def test_that_a_remainder_is_said_to_be_a_factor_of_its_own(made):
    made.type(share="45", deals="36")
    assert [note.split(":")[0] for note in made.found.notes] == ["“deals”"]
    assert "factor of its own" in made.found.notes[0]


def test_that_a_fact_that_was_not_typed_is_said_to_be_computed():
    found = stand(plan(actuals=(actual("leads", 80.0),))).found
    assert (found.fact, found.origin) == ("40", "Fact, computed")
    assert found.notes[0].startswith("“deals” was not typed in")


def test_that_many_factors_are_twelve_bars_and_the_rest_is_one():
    found = stand(summed(14)).found  # parts 14, 13, … 1; the nine strongest down to 6
    rows = found.factors.rows
    assert len(rows) == 12
    assert rows[-2].name == "The rest (5)"
    assert rows[-2].value == "+15"  # 5 + 4 + 3 + 2 + 1
    assert rows[-2].end == pytest.approx(245.0)  # 140 + 105


def test_that_ten_factors_are_all_drawn():
    assert len(stand(summed(10)).found.factors.rows) == 12


def test_that_the_sentence_names_three_and_the_rest_together():
    # plan 50, parts 5, 4, 3, 2, 1
    assert stand(summed(5)).found.sentence == (
        "+30%: m04 +10%, m03 +8%, m02 +6%, the rest together +6%"
    )


def test_that_a_rest_of_one_is_named():
    # plan 40, parts 4, 3, 2, 1
    assert stand(summed(4)).found.sentence == "+25%: m03 +10%, m02 +7.5%, m01 +5%, m00 +2.5%"


def test_that_shares_differ_in_points():
    made = stand(plan(goals=(Goal(metric="share", value=0.6),), actuals=(actual("share", 0.4),)))
    assert (made.found.difference, made.found.share) == ("−10 pp", "")
    assert made.found.sentence == "−10 pp: share −10 pp"


def test_that_a_plan_of_zero_has_no_percentages():
    made = stand(project(
        metric("m", value=0.0), goals=(Goal(metric="m", value=1.0),), actuals=(actual("m", 5.0),),
    ))  # fmt: skip
    assert (made.found.difference, made.found.share) == ("+5", "")
    assert made.found.sentence == "+5: m +5"


def test_that_less_is_good_where_lower_is_better():
    made = stand(project(
        metric("m", value=10.0, better="lower"), goals=(Goal(metric="m", value=1.0),),
        actuals=(actual("m", 8.0),),
    ))  # fmt: skip
    assert made.found.tone == "good"


def test_that_a_fact_as_planned_has_nothing_to_explain():
    made = stand(plan(actuals=(actual("leads", 100.0), actual("deals", 50.0))))
    assert made.found.sentence == "As planned: the fact is the plan."
    assert made.found.owners.rows == ()
    assert made.found.tone == ""


def test_that_the_plan_is_that_of_the_scenario(made):
    made.choice.choose("more")  # 200 leads
    assert made.found.plan == "100"


def test_that_without_a_goal_something_can_be_chosen():
    made = stand(plan(goals=(), actuals=FACTS))
    assert made.view.variance.difference is None
    assert "choose a metric here" in made.view.variance.why
    made.presenter.explain("deals")
    assert made.found.fact == "36"


def test_that_without_goal_and_actuals_it_is_said_what_to_do():
    made = stand(plan(goals=()))
    assert made.view.variance.subject.options == ()
    assert made.view.variance.why.startswith("No goal is set. Set one in the plan and type")
    assert made.view.variance.trend is None


def test_that_an_empty_month_says_what_to_type():
    made = stand()
    assert made.view.variance.difference is None
    assert made.view.variance.why.startswith(
        "There are no actuals of Jan 2027 yet. Type into the table what really was of: "
        "“deals”, “leads”, “share”."
    )


def test_that_actuals_that_do_not_matter_are_said_not_to():
    made = stand(plan(actuals=(actual("price", 900.0),)))
    assert made.view.variance.why.startswith("None of the actuals of Jan 2027 goes into “deals”")


def test_that_a_month_without_a_plan_says_why():
    made = stand(project(
        metric("leads", kind="stage"), metric("deals", formula="leads * 2", kind="stage"),
        goals=(Goal(metric="deals", value=5.0),), actuals=(actual("leads", 3.0),),
    ))  # fmt: skip
    assert made.view.variance.difference is None
    assert "leads" in made.view.variance.why


def test_that_goals_come_before_what_has_an_actual(made):
    options = made.view.variance.subject.options
    assert [(one.id, one.about) for one in options] == [("deals", "goal"), ("leads", "")]


def test_that_what_was_picked_holds_until_another_goal_is_chosen():
    goals = (Goal(metric="deals", value=80.0), Goal(metric="price", value=900.0))
    made = stand(plan(goals=goals, actuals=FACTS))
    made.presenter.explain("leads")
    made.type(leads="95")
    assert made.view.variance.subject.chosen == "leads"
    made.choice.choose_goal(goals[1])
    assert made.view.variance.subject.chosen == "price"


def test_that_a_picked_metric_that_is_gone_gives_way_to_the_goal(made):
    made.presenter.explain("price")
    assert made.view.variance.subject.chosen == "price"
    metrics = tuple(m for m in made.desk.project.metrics if m.key != "price")
    made.desk.do(SetMembers({"metrics": metrics}, text("x")))
    assert made.view.variance.subject.chosen == "deals"


def test_that_the_trend_has_facts_only_of_months_with_actuals(made):
    made.presenter.month.step(1)
    made.type(leads="80")  # × 0.6
    picture = made.view.variance.trend
    assert picture is not None
    planned, fact = picture.bars
    assert planned.values == (50.0, 60.0, 70.0)
    assert fact.values == (36.0, 48.0, None)
    assert picture.goal is not None
    assert picture.goal.at == 80.0


def test_that_the_trend_of_another_metric_has_no_line_of_the_goal(made):
    made.presenter.explain("leads")
    assert made.view.variance.trend is not None
    assert made.view.variance.trend.goal is None


def test_that_an_entry_is_explained_at_once(made):
    made.type(leads="100")
    assert made.found.sentence == "−28%: share (SDR) −28%"


def test_that_nothing_is_shown_out_of_sight(made):
    made.presenter.set_visible(False)
    made.type(leads="100")
    assert made.found.sentence == "−28%: share (SDR) −19%, leads −9%"


def test_that_the_language_is_followed(made):
    made.desk.speak("ru")
    assert made.found.share == "−28\u00a0%"


def test_that_a_role_that_owns_several_factors_is_one_bar():
    roles = (Role(key="sdr", name="SDR", color="#2A9FD6"),)
    kpis = (Kpi(metric="m00", role="sdr"), Kpi(metric="m01", role="sdr"))
    found = stand(summed(4, roles=roles, kpis=kpis)).found  # 3 + 4 and 1 + 2 of 40
    assert [(row.name, row.value) for row in found.owners.rows] == [
        ("nobody's", "+7 (+17.5%)"), ("SDR", "+3 (+7.5%)"),
    ]  # fmt: skip
