"""Plan and fact of every metric in every month."""

import pytest

from tests.presenters.actuals import Grid
from tests.presenters.months import plan
from tests.presenters.variance import actual
from tests.projects import metric, project
from workbench.document.kpi import Kpi
from workbench.presenters.months.picture import Block


def whole(*actuals, **members) -> Grid:
    made = Grid(plan(actuals=actuals, **members))
    made.presenter.show_kind("all")
    return made


def test_that_plan_stands_over_fact_in_every_month():
    made = whole(actual("share", 0.45), actual("share", 0.66, "2027-02"))
    assert [cell.plan for cell in made.row("share").cells] == ["50%", "60%", "70%"]
    assert [cell.fact for cell in made.row("share").cells] == ["45%", "66%", ""]


def test_that_completion_has_a_tone_and_words():
    made = whole(actual("leads", 79.0), actual("leads", 80.0, "2027-02"),
                 actual("leads", 100.0, "2027-03"))  # fmt: skip
    cells = made.row("leads").cells
    assert [(cell.completion, cell.tone) for cell in cells] == [
        ("79%", "bad"), ("80%", "warn"), ("100%", "good"),
    ]  # fmt: skip
    assert "79%: missed" in cells[0].tip


def test_that_what_was_missed_never_reads_a_hundred_per_cent():
    made = whole(actual("leads", 99.7))
    assert (made.cell("leads").completion, made.cell("leads").tone) == ("99.7%", "warn")


def test_that_what_follows_from_other_facts_is_told_apart():
    made = whole(actual("leads", 90.0), actual("deals", 36.0))
    assert (made.cell("share").fact, made.cell("share").origin) == ("40%", "computed")
    assert made.cell("leads").origin == "entered"
    assert "it follows from other actuals" in made.cell("share").tip


def test_that_months_with_a_fact_are_put_together():
    made = whole(actual("leads", 90.0), actual("leads", 120.0, "2027-03"))
    so_far = made.row("leads").so_far
    assert (so_far.plan, so_far.fact, so_far.completion) == ("200", "210", "105%")


def test_that_a_conversion_so_far_is_weighed_by_what_went_in():
    made = whole(actual("leads", 100.0), actual("deals", 50.0),
                 actual("leads", 300.0, "2027-02"), actual("deals", 90.0, "2027-02"))  # fmt: skip
    # fact: 140 of 400; plan: 50 and 60 of a hundred each
    assert (made.row("share").so_far.fact, made.row("share").so_far.plan) == ("35%", "55%")


def test_that_a_ratio_so_far_is_made_of_its_parts():
    made = Grid(project(
        metric("budget", value=100.0, unit="money"), metric("leads", value=10.0),
        metric("cost", formula="budget / leads", unit="money", over_time="ratio"),
        actuals=(actual("budget", 90.0), actual("leads", 9.0), actual("budget", 210.0, "2027-03"),
                 actual("leads", 11.0, "2027-03")),
    ))  # fmt: skip
    # 300 by 20, not the mean of 10 and 19.1
    assert (made.row("cost").so_far.plan, made.row("cost").so_far.fact) == ("10", "15")


def test_that_one_month_with_a_fact_is_what_it_is():
    made = whole(actual("share", 0.45))
    assert made.row("share").so_far == made.cell("share")


def test_that_what_cannot_be_put_together_is_a_dash():
    made = whole(actual("share", 0.45), actual("share", 0.5, "2027-02"))
    assert made.row("share").so_far.fact == "—"


def test_that_at_first_kpis_are_listed():
    made = Grid()
    assert made.view.table.keys == ("share",)
    assert made.view.filter.kind == "kpis"
    assert made.view.filter.said == "1 metric of 4"


def test_that_without_kpis_everything_is_listed():
    assert len(Grid(plan(kpis=())).view.table.keys) == 4


@pytest.mark.parametrize(
    ("kind", "keys"), [("funnel", ("leads", "share", "deals")), ("kpis", ("share",))]
)
def test_that_a_kind_can_be_chosen(kind, keys):
    made = whole()
    made.presenter.show_kind(kind)
    assert made.view.table.keys == keys


def test_that_a_role_can_be_chosen():
    kpis = (Kpi(metric="share", role="sdr"), Kpi(metric="deals", role="head"))
    made = Grid(plan(kpis=kpis))
    made.presenter.show_role("head")
    assert list(made.view.table.keys) == ["deals"]
    made.presenter.show_role("")
    assert list(made.view.table.keys) == ["share", "deals"]


def test_that_phases_have_headings():
    assert whole().headings == ["Interest", "Deal", "Common to all phases"]


def test_that_the_scenario_of_the_plan_counts():
    made = whole()
    made.choice.choose("more")
    assert made.cell("leads").plan == "200"


def test_that_a_number_is_typed_into_a_month():
    made = whole()
    made.presenter.cells.type("leads", 2, "95")
    assert made.actuals == {("leads", "2027-03"): 95.0}


def test_that_what_is_no_number_is_kept_to_be_mended():
    made = whole()
    made.presenter.cells.type("leads", 1, "9o")
    assert (made.cell("leads", 1).fact, made.actuals) == ("9o", {})
    assert made.cell("leads", 1).wrong
    assert made.presenter.cells.exact("leads", 1) == "9o"


def test_that_a_rectangle_is_pasted_as_one_step():
    made = whole()
    made.paste("90\t95\n45%\t50%")
    assert made.actuals == {
        ("leads", "2027-01"): 90.0, ("leads", "2027-02"): 95.0,
        ("share", "2027-01"): 0.45, ("share", "2027-02"): 0.5,
    }  # fmt: skip
    made.desk.session.undo()
    assert made.actuals == {}


def test_that_one_cell_fills_the_block():
    made = whole()
    made.paste("90", first=0, last=2)
    assert list(made.actuals.values()) == [90.0, 90.0, 90.0]


def test_that_a_wrong_cell_pastes_nothing_and_is_named():
    made = whole()
    made.paste("90\tmany")
    assert made.actuals == {}
    assert "row 1, column 2" in made.notices.said[0]


def test_that_cells_beyond_the_plan_are_told():
    made = whole()
    made.paste("1\t2\t3\t4\t5", first=1, last=1)
    assert len(made.actuals) == 2
    assert made.notices.said == ["3 pasted cells have no place here: the table ends before them"]


def test_that_a_block_is_copied_and_cleared():
    made = whole(actual("leads", 90.0), actual("leads", 95.5, "2027-02"))
    block = Block(("leads",), 0, 1)
    assert made.presenter.cells.copy(block) == "90\t95.5"
    made.presenter.cells.clear(block)
    assert made.actuals == {}


def test_that_emptiness_is_told():
    assert Grid().view.emptiness == (True, False)
    assert Grid(project()).view.emptiness == (False, False)
    assert Grid(plan(actuals=(actual("leads", 1.0),))).view.emptiness == (True, True)


def test_that_typing_goes_on_after_the_last_month_with_actuals():
    assert Grid().presenter.first_free() == 0
    assert whole(actual("leads", 1.0, "2027-02")).presenter.first_free() == 2
    assert whole(actual("leads", 1.0, "2027-03")).presenter.first_free() == 2


def test_that_lower_may_be_better():
    made = Grid(project(metric("cost", value=100.0, better="lower"),
                        actuals=(actual("cost", 125.0),)))  # fmt: skip
    assert (made.cell("cost").completion, made.cell("cost").tone) == ("80%", "warn")


def test_that_a_role_that_is_gone_filters_no_longer():
    made = whole()
    made.presenter.show_role("head")
    made.desk.session.open(plan(roles=(), kpis=()))
    assert len(made.view.table.keys) == 4


def test_that_it_speaks_russian():
    made = Grid(plan(actuals=(actual("share", 0.45),)), "ru")
    assert made.cell("share").fact == "45\u00a0%"
    assert made.view.table.months[0] == "янв 2027"
