from tests.presenters.roles_cases import desk_with, kpi
from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters.inspector.wishes import Added, Moved, Removed, Typed
from workbench.presenters.roles.lines import lines_after
from workbench.presenters.roles.tips import Tips

LINES = ("one", "two", "three")


def tips(*kpis):
    return Tips(desk_with(*kpis))


def test_that_a_metric_tells_its_forecast():
    assert tips().metric("leads") == "Leads\nforecast, month on average: 600"


def test_that_a_metric_without_forecast_tells_why():
    desk = desk_with()
    desk.do(ChangeMetric("leads", {"value": None}))
    assert Tips(desk).metric("leads") == "Leads\nno forecast: there is no value"


def test_that_a_factor_tells_by_what_action_it_is_moved():
    assert "calls" in tips().influence("leads")


def test_that_a_result_tells_through_what_it_is_moved():
    assert (
        tips()
        .influence("qualified")
        .endswith("This is a result; influence it through “Leads”, “Lead to qualified”.")
    )


def test_that_a_free_cell_tells_how_to_give():
    assert tips().cell(("leads", "sdr")).startswith("Leads · SDR\nEnter or double click")


def test_that_the_cell_of_a_result_warns():
    assert "This is a result" in tips().cell(("revenue", "sdr"))


def test_that_the_cell_of_a_contractor_warns():
    assert "tasks" in tips().cell(("leads", "agency"))


def test_that_a_taken_cell_tells_part_and_target():
    given = kpi("leads", "sdr", base=600.0, plan=900.0, condition="confirmed")
    assert tips(given).cell(("leads", "sdr")).splitlines() == [
        "Leads", "SDR: owner, answers for the metric; one role only", "600 → 900", "confirmed",
    ]  # fmt: skip


def test_that_a_helper_tells_how():
    given = kpi("leads", "sdr", part="contributor", how="brings traffic")
    assert tips(given).cell(("leads", "sdr")).splitlines()[-1] == "brings traffic"


def test_that_a_line_is_added_at_the_end():
    assert lines_after("duty", LINES, Added("duty", "four")) == (*LINES, "four")


def test_that_an_empty_line_is_not_added():
    assert lines_after("duty", LINES, Added("duty", "")) == LINES


def test_that_a_line_moves_down():
    assert lines_after("duty", LINES, Moved("duty 0", 1)) == ("two", "one", "three")


def test_that_the_first_line_does_not_move_up():
    assert lines_after("duty", LINES, Moved("duty 0", -1)) == LINES


def test_that_wishes_about_other_lists_are_nobodys():
    assert lines_after("duty", LINES, Removed("standard 0")) is None


def test_that_a_line_that_is_not_there_is_nobodys():
    assert lines_after("duty", LINES, Typed("duty 7", "x")) is None
