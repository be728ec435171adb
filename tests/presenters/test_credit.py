"""What the tab of credit shows."""

import pytest

from tests.planning.journeys import journey, touch
from tests.presenters.conftest import Notices
from tests.presenters.credit_cases import deals, sales, stand
from workbench.base.texts import text
from workbench.document.edits.journeys import AddJourney
from workbench.document.edits.project import SetMembers
from workbench.document.plan import Goal
from workbench.planning.credit_rules import MODELS
from workbench.presenters.plan.credit.results import Results


def bars(found):
    return [(row.name, row.value) for row in found.bars]


def test_that_shares_stand_with_money_and_part_the_largest_first():
    # Linear: the site has 300 + 300, ads 300 of 1,000.
    found = stand()
    assert bars(found) == [("Site", "$600 · 60%"), ("Ads", "$300 · 30%")]
    assert [row.share for row in found.bars] == [0.6, 0.3]
    assert found.shown.shares.total == "$1,000"


def test_that_what_is_not_credited_is_explained():
    assert stand().shown.shares.notes == (
        "$100 (10%) is not credited: no touch up to the closing.",
    )


def test_that_every_reason_is_told_apart():
    found = stand()
    found.presenter.choose_by("role")
    assert found.shown.shares.notes == (
        "$100 (10%) is not credited: no touch up to the closing.",
        "$300 (30%) is not credited: no touch names a role.",
    )


def test_that_roles_have_their_colours():
    found = stand()
    found.presenter.choose_by("role")
    assert {row.name: row.color for row in found.bars}["SDR"] == "#2A9FD6"


def test_that_another_model_shares_otherwise():
    found = stand()
    found.presenter.choose_model("first")
    assert bars(found) == [("Site", "$900 · 90%"), ("Ads", "$0 · 0%")]


def test_that_all_models_stand_side_by_side_with_the_chosen_one_marked():
    found = stand()
    found.presenter.choose_model("last")
    grid = found.shown.comparison
    assert grid.heads == ("Channel", "Linear", "First", "Last", "U", "W", "Decay", "Own")
    assert grid.rows[0][:4] == ("Site", "60%", "90%", "30%")
    assert grid.tips[0][:4] == ("Site", "$600", "$900", "$300")
    assert grid.heads[grid.marked] == "Last"


def test_that_the_last_row_is_what_nobody_is_credited_with():
    grid = stand().shown.comparison
    assert grid.rows[-1] == ("Not credited", *["10%"] * len(MODELS))
    assert grid.faint == {len(grid.rows) - 1}


def test_that_without_a_remainder_there_is_no_row_of_it():
    grid = stand(*deals()[:2]).shown.comparison
    assert [row[0] for row in grid.rows] == ["Site", "Ads"]
    assert not grid.faint


@pytest.mark.parametrize(
    ("model", "has"),
    [("linear", ""), ("time_decay", "half_life"), ("own", "weights"), ("w", "stages")],
)
def test_that_a_rule_shows_the_fields_it_needs(model, has):
    found = stand()
    found.presenter.choose_model(model)
    rule = found.shown.rule
    there = {name for name in ("half_life", "weights", "stages") if getattr(rule, name) is not None}
    assert there == ({has} if has else set())


def test_that_the_half_life_changes_the_shares():
    found = stand(journey(touch(30, "site"), touch(0, "ads"), value=300.0))
    found.presenter.choose_model("time_decay")
    found.presenter.set_half_life(30.0)
    assert bars(found) == [("Ads", "$200 · 66.7%"), ("Site", "$100 · 33.3%")]


@pytest.mark.parametrize("days", [0.0, -1.0, None])
def test_that_a_half_life_that_is_none_is_told_and_changes_nothing(days):
    found = stand()
    notices = Notices(found.desk)
    found.presenter.choose_model("time_decay")
    found.presenter.set_half_life(days)
    assert notices.said == ["the half-life must be a number of days above zero"]
    assert found.shown.rule.half_life == 7


def test_that_own_weights_change_the_shares():
    found = stand(journey(touch(9, "site"), touch(1, "ads")))
    found.presenter.choose_model("own")
    found.presenter.set_weight("first", 120.0)
    assert bars(found) == [("Site", "$75 · 75%"), ("Ads", "$25 · 25%")]


def test_that_weights_of_nothing_are_told():
    found = stand()
    notices = Notices(found.desk)
    found.presenter.choose_model("own")
    for which in ("first", "middle", "last"):
        found.presenter.set_weight(which, None)
    assert notices.said == ["one of the weights at least must be above zero"]
    assert found.shown.rule.weights == (0, 0, 40)


def test_that_the_key_touch_can_be_at_a_stage():
    touches = (touch(9, "site"), touch(5, "site"), touch(4, "ads", stage="leads"), touch(0, "site"))
    found = stand(journey(*touches))
    found.presenter.choose_model("w")
    assert bars(found)[1] == ("Ads", "$10 · 10%")
    found.presenter.choose_stage("leads")
    assert bars(found)[1] == ("Ads", "$30 · 30%")


def test_that_a_key_stage_that_is_gone_is_no_longer_meant():
    found = stand()
    found.presenter.choose_model("w")
    found.presenter.choose_stage("gone")
    assert found.shown.rule.key_stage == ""


def test_that_targets_follow_from_credit():
    # 2,000 are missing; the site has two thirds of what is credited: 1,333 at 50 a lead, 26.7 more.
    targets = stand().shown.targets
    assert targets.intro.startswith("To the goal “Revenue” $2,000 is missing.")
    assert targets.table.heads == (
        "Channel", "KPI", "Role", "Period", "Forecast", "Plan", "By credit",
    )  # fmt: skip
    assert targets.table.rows == (("Site", "Leads", "SDR", "month", "100", "110", "127"),)
    assert targets.notes == (
        "Ads is credited, but no KPI of it moves the goal: its part is not asked of anybody.",
    )


def test_that_targets_are_reckoned_again_only_where_something_differs(monkeypatch):
    asked, reckon = [], Results.targets

    def targets(*of):
        asked.append(of)
        return reckon(*of)

    monkeypatch.setattr(Results, "targets", targets)
    found = stand()
    found.presenter.choose_journey(1)
    assert len(asked) == 1
    found.presenter.choose_by("role")
    assert len(asked) == 2


def test_that_of_roles_no_column_says_them_twice():
    found = stand()
    found.presenter.choose_by("role")
    assert "Role" in found.shown.targets.table.heads[0]
    assert found.shown.targets.table.heads.count("Role") == 1


def test_that_a_reached_goal_asks_for_nothing():
    found = stand(opened=sales(*deals(), goals=(Goal(metric="revenue", value=10.0),)))
    assert found.shown.targets.intro == (
        "The plan reaches the goal “Revenue”: nothing more is asked of anybody."
    )


def test_that_without_a_goal_there_is_a_sentence():
    targets = stand(opened=sales(*deals(), goals=())).shown.targets
    assert targets.intro == "Without a goal there is nothing to divide by credit."
    assert not targets.table.rows


def test_that_without_credit_there_is_a_sentence():
    targets = stand(journey()).shown.targets
    assert targets.intro == "Targets cannot be said: no revenue is credited to anything yet"


def test_that_too_much_money_is_a_sentence_everywhere():
    found = stand(journey(touch(1, "site"), value=1e300))
    why = "the revenue of the journeys is too large"
    assert found.shown.shares.notes == (why,)
    assert found.shown.targets.intro == why
    assert found.shown.comparison.rows == ()


def test_that_an_edit_of_the_project_is_followed():
    found = stand()
    found.desk.do(AddJourney(journey(touch(1, "ads"), value=1000.0)))
    assert bars(found)[0] == ("Ads", "$1,300 · 65%")
    found.desk.session.undo()
    assert bars(found)[0] == ("Site", "$600 · 60%")


def test_that_a_hidden_tab_rests_and_catches_up():
    found = stand()
    found.presenter.set_visible(False)
    shows = found.view.shows
    found.desk.do(AddJourney(journey(touch(1, "ads"), value=1000.0)))
    assert found.view.shows == shows
    found.presenter.set_visible(True)
    assert found.shown.count == 4


def test_that_it_speaks_the_language_of_the_interface():
    found = stand()
    found.desk.speak("ru")
    assert found.shown.shares.total == "1\u00a0000\u00a0$"


def test_that_a_project_without_journeys_has_none():
    found = stand(opened=sales())
    assert (found.shown.count, found.shown.touches) == (0, None)


def test_that_another_project_begins_anew():
    found = stand()
    found.presenter.choose_journey(2)
    found.desk.session.open(sales(deals()[0]))
    assert (found.shown.count, found.presenter.journeys.at) == (1, 0)


def test_that_a_removed_channel_leaves_its_touches_unnamed():
    found = stand()
    members = {"journeys": (), "channels": ()}
    found.desk.do(SetMembers(members, text("Remove everything")))
    assert found.shown.count == 0
