"""The sheet of a role: the KPI table, the month, the scales, people, the funnel, the words."""

from __future__ import annotations

import pytest

from tests.excel.books import (
    below,
    cell,
    expression,
    found,
    kpi,
    named,
    of_kind,
    planned,
    role,
    said,
    sheet,
    small,
    value,
    words,
)
from tests.projects import example, metric
from workbench.document.kpi import Scale, Task
from workbench.document.plan import Actual, Goal
from workbench.excel import styles
from workbench.excel.plan import Formula
from workbench.planning.forward import calculate
from workbench.planning.pay import pay

FACTS = {"cr_qualified": 0.8, "cr_meeting": 0.3, "deals": 32.0}
HEADINGS = [
    "No.", "Stage", "Metric", "How it is counted", "Unit", "Direction", "Influence", "Period",
    "Base", "Plan", "Maximum", "Weight", "Source", "Recorded by", "Counter-metric", "Condition",
    "Forecast for the period", "Actual", "Completion", "After threshold and cap", "Contribution",
    "Bonus, RUB",
]  # fmt: skip
SCALE = Scale(points=((0.8, 0.8), (1.2, 1.2)), threshold=0.8, cap=1.2)


def of_role(name="SDR", facts=None, **options):
    project = example()
    if facts is not None:
        actuals = [Actual(metric=key, month="2027-01", value=one) for key, one in facts.items()]
        project = project.having(actuals=tuple(actuals))
    return sheet(planned(project, **options), name)


def one_role(*metrics, kpis=(), roles=(), **members):
    made = small(*metrics, roles=(role("r", **members), *roles), kpis=kpis)
    return of_kind(planned(made), "role")


def row(of, name):
    at = found(of, name).row
    return {one.column: one for one in of.cells if one.row == at}


A = metric("a", value=10.0)


# Head


def test_that_title_and_subtitle_say_whose_sheet_it_is():
    of = of_role()
    subtitle = "Пример: B2B SaaS · January 2027 – December 2027 · in force from 01 Jan 2027"
    assert [said(cell(of, address)) for address in ("A1", "A2")] == ["Role KPIs: SDR", subtitle]


def test_that_the_line_under_the_title_has_the_colour_of_the_role():
    assert cell(of_role(), "A3").style.fill == "#2A9FD6"


def test_that_the_tab_has_the_colour_of_the_role():
    assert of_role().tab == "#2A9FD6"


def test_that_the_goal_stands_on_the_sheet():
    assert any("Goal of the project: Выручка" in line for line in words(of_role()))


@pytest.mark.parametrize(
    ("goal", "line"),
    [
        (Goal(metric="a", value=5.0, period="quarter"), "a: 5 a quarter"),
        (Goal(metric="a", value=5.0, period="year"), "a: 5 a year"),
        (Goal(metric="a", value=5.0, period="plan"), "a: 5 over the plan"),
    ],
)
def test_that_a_goal_is_said_with_its_period(goal, line):
    of = of_kind(planned(small(A, roles=(role("r"),), goals=(goal,))), "role")
    assert f"Goal of the project: {line}" in words(of)


def test_that_mission_duties_and_standards_stand_side_by_side():
    of = of_role()
    rows = {found(of, title).row for title in ("Mission of the role", "Duties", "Standards")}
    assert len(rows) == 1


def test_that_a_block_with_nothing_to_say_says_that_it_is_not_set():
    assert below(one_role(A), "Duties").content == "Not set"


def test_that_standards_come_from_the_kpis():
    assert "•  0 пропущенных звонков" in words(of_role())


def test_that_a_standard_hung_under_a_kpi_is_among_the_standards():
    hung = metric("s", name="Answer in 15 minutes", kind="standard", guards=("a",), value=1.0)
    of = one_role(A, hung, kpis=(kpi("a", "r", weight=1.0),))
    assert "•  Answer in 15 minutes" in words(of)


# The KPI table


def test_that_the_columns_are_the_agreed_ones():
    of = of_role()
    header = [said(one) for one in of.cells if one.row == found(of, "No.").row]
    assert header == HEADINGS


def test_that_a_row_says_everything_about_a_kpi():
    found_row = row(of_role(), "Конверсия лид → КЛ")
    said_words = [found_row[column].content for column in (1, 3, 4, 5, 6, 7, 12)]
    assert said_words == [
        "Интерес",
        "Квалифицированные лиды ÷ Лиды",
        "%",
        "↑ higher",
        "direct: day",
        "month",
        "CRM",
    ]


def test_that_a_part_other_than_owner_is_named():
    assert "Сделки (shared)" in words(of_role())


def test_that_a_counter_metric_is_named():
    guarded = metric("g", value=1.0, guards=("a",))
    of = one_role(A, guarded, kpis=(kpi("g", "r", weight=1.0),))
    assert row(of, "g")[14].content == "a"


@pytest.mark.parametrize("column", [8, 9, 10, 11], ids=["base", "plan", "max", "weight"])
def test_that_targets_and_weight_are_entries(column):
    entry = row(of_role(), "Конверсия лид → КЛ")[column]
    assert (entry.style.fill, entry.style.unlocked) == (styles.INPUT, True)


@pytest.mark.parametrize("column", [16, 17, 18, 19, 20, 21])
def test_that_results_are_locked_formulas(column):
    one = row(of_role(), "Конверсия лид → КЛ")[column]
    assert (isinstance(one.content, Formula), one.style.unlocked) == (True, False)


def test_that_results_are_what_the_program_computes():
    earned = pay(example(), "sdr", FACTS).kpis[0]
    found_row = row(of_role(facts=FACTS), "Конверсия лид → КЛ")
    shown = [value(found_row[column]) for column in (18, 19, 20, 21)]
    assert shown == [earned.completion, earned.payout, earned.contribution, earned.amount]


def test_that_totals_are_what_the_program_computes():
    of = of_role(facts=FACTS)
    earned = pay(example(), "sdr", FACTS)
    totals = [value(named(of, f"total_{name}_sdr")) for name in ("contribution", "bonus")]
    assert totals == [earned.total, earned.amount]


def test_that_without_a_fact_results_are_empty():
    found_row = row(of_role(facts={}), "Конверсия лид → КЛ")
    assert [value(found_row[column]) for column in (17, 18, 19, 20, 21)] == ["", "", "", "", ""]


def test_that_without_all_facts_there_is_no_total():
    of = of_role(facts={"deals": 30.0})
    assert value(named(of, "total_bonus_sdr")) == ""


def test_that_the_forecast_is_that_of_the_model():
    forecast = calculate(example())
    assert value(row(of_role(), "Сделки (shared)")[16]) == forecast.values["deals"][0]


def test_that_the_month_is_chosen_from_those_of_the_model():
    of = of_role()
    month = named(of, "in_month_sdr")
    choice = next(one for one in of.validations if one.kind == "list")
    assert (month.content, choice.choices) == ("Jan 2027", "'Model'!$E$5:$P$5")


def test_that_the_sum_of_weights_is_checked_in_colour_and_sign():
    of = of_role()
    total = named(of, "total_weight_sdr")
    rules = [one for one in of.conditions if one.area.top == total.row]
    assert [("✓" in one.number, "✕" in one.number) for one in rules] == [
        (True, False),
        (False, True),
    ]


def test_that_completion_has_three_colours_with_signs():
    of = of_role()
    at = row(of, "Конверсия лид → КЛ")[18].row
    signs = [one.number[1] for one in of.conditions if one.area.top == at]
    assert signs == ["✓", "▲", "✕"]


def test_that_a_contributor_is_not_in_the_table():
    of = of_role("Маркетолог")
    assert "Конверсия лид → КЛ" not in words(of)


def test_that_a_role_without_kpis_says_so():
    assert "This role has no KPIs yet." in words(one_role(A))


@pytest.mark.parametrize("name", ["in_base", "in_plan", "in_maximum", "in_weight"])
def test_that_entries_of_a_kpi_have_names(name):
    assert named(of_role(), f"{name}_sdr_cr_qualified").style.unlocked


# Scales


def scales(*given):
    metrics = [metric(f"m{at}", value=1.0) for at in range(len(given))]
    kpis = tuple(kpi(f"m{at}", "r", weight=0.1, scale=one) for at, one in enumerate(given))
    return one_role(*metrics, kpis=kpis)


def test_that_equal_scales_stand_once():
    assert below(scales(SCALE, SCALE, SCALE), "KPI", 1).content is not None
    assert "1–3" in words(scales(SCALE, SCALE, SCALE))


def test_that_different_scales_name_their_kpis():
    said_words = words(scales(SCALE, Scale(), SCALE, SCALE))
    assert ("1, 3–4" in said_words, "2" in said_words) == (True, True)


def test_that_threshold_cap_and_points_are_entries():
    of = scales(SCALE)
    names = ("in_threshold_r_1", "in_cap_r_1", "in_points_r_1", "in_payouts_r_1")
    entries = [named(of, name) for name in names]
    assert [one.content for one in entries] == [0.8, 1.2, 0.8, 0.8]
    assert all(one.style.unlocked for one in entries)


@pytest.mark.parametrize(
    ("scale", "kind"),
    [
        (SCALE, "straight line"),
        (Scale(kind="steps", points=((1.0, 1.0),)), "in steps"),
        (Scale(), "no points"),
    ],
)
def test_that_the_kind_of_scale_is_said(scale, kind):
    assert kind in words(scales(scale))


def test_that_without_points_it_is_said_what_is_paid():
    assert "the payout is the completion itself" in words(scales(Scale()))


def test_that_twenty_points_have_their_place():
    points = tuple((at / 10, at / 10) for at in range(20))
    of = scales(Scale(points=points))
    area = next(one.area for one in of.names if one.name == "in_points_r_1")
    assert area.right - area.left == 19


# People


def test_that_people_and_pay_follow_the_model():
    of = of_role()
    label = found(of, "Salary, RUB")
    live = next(c for c in of.cells if (c.row, c.column) == (label.row, 16))
    assert (value(live), "'Model'!" in expression(live)) == (80_000.0, True)


def test_that_load_and_people_needed_follow_the_volume():
    of = of_role()
    found_row = {c.column: c for c in of.cells if c.row == found(of, "Capacity and load").row + 2}
    assert [value(found_row[column]) for column in (15, 16, 17, 18)] == [240.0, 600.0, 1.25, 3.0]


def with_capacities(first, second):
    both = (metric("a", value=first), metric("b", value=second))
    capacity = ({"metric": "a", "per_person": 10.0}, {"metric": "b", "per_person": 10.0})
    made = one_role(*both, kpis=(kpi("a", "r", weight=1.0),), capacity=capacity, people=2.0)
    top = found(made, "Capacity and load").row + 2
    return [
        [value(c) for c in made.cells if c.row == top + at and c.column in (17, 18)]
        for at in range(3)
    ]


def test_that_people_are_rounded_up_for_all_the_work_together():
    assert with_capacities(13.0, 4.0) == [[0.65, 1.3], [0.2, 0.4], [pytest.approx(0.85), 2.0]]


def test_that_absences_are_made_up_for():
    # 35 by 10 is the work of 3.5 people; with a fifth of the time away it takes 4.4
    capacity = ({"metric": "a", "per_person": 10.0},)
    of = one_role(
        metric("a", value=35.0), kpis=(kpi("a", "r", weight=1.0),), capacity=capacity,
        people=2.0, absence=0.2,
    )  # fmt: skip
    at = found(of, "Capacity and load").row + 2
    needed = next(c for c in of.cells if (c.row, c.column) == (at, 18))
    assert value(needed) == 5.0
    assert "/(1-'Team'!$D$" in expression(needed)


def test_that_without_one_volume_there_is_no_whole_load():
    assert with_capacities(13.0, None)[2] == ["", ""]


def test_that_nobody_is_needed_for_less_than_nothing():
    assert with_capacities(-13.0, -4.0)[2][1] == 0.0


def test_that_a_capacity_of_nothing_has_no_load():
    of = one_role(
        A, kpis=(kpi("a", "r", weight=1.0),), capacity=({"metric": "a", "per_person": 0.0},)
    )
    at = found(of, "Capacity and load").row + 2
    assert [value(c) for c in of.cells if c.row == at and c.column in (17, 18)] == ["", ""]


def test_that_the_ramp_gives_targets_for_volumes_only():
    of = of_role()
    header = found(of, "Getting up to speed, per person").row + 1
    heads = [said(c) for c in of.cells if c.row == header and c.column >= 18]
    assert heads == ["Month", "Share of the plan", "KPI 3"]
    first = [value(c) for c in of.cells if c.row == header + 1 and c.column >= 18]
    assert first == [1, 0.3, pytest.approx(32 * 0.3 / 2)]


def with_ramp(people=4.0, **members):
    volume = metric("a", value=10.0)
    row = kpi("a", "r", weight=1.0, plan=24.0, **members)
    made = one_role(volume, kpis=(row,), people=people, ramp=(0.5, 1.0))
    top = found(made, "Getting up to speed, per person").row + 2
    return [value(c) for c in made.cells if c.row in (top, top + 1) and c.column == 20]


def test_that_a_new_person_is_not_given_the_plan_of_all():
    assert with_ramp() == [3.0, 6.0]


def test_that_a_month_is_not_given_the_plan_of_a_quarter():
    assert with_ramp(period="quarter") == [1.0, 2.0]


def test_that_nobody_has_no_target():
    assert with_ramp(people=0.0) == ["", ""]


# Words


def test_that_it_is_said_what_the_role_does_not_answer_for_and_who_does():
    said_words = words(of_role())
    assert "•  Количество лидов: маркетолог" in said_words
    assert "•  Лиды: Маркетолог answers" in said_words


def test_that_helpers_are_named_with_what_they_do():
    assert "•  Маркетолог: приводит трафик из подтверждённых каналов" in words(of_role())


def test_that_a_role_says_how_it_helps_others():
    of = of_role("Маркетолог")
    expected = "•  Конверсия лид → КЛ: приводит трафик из подтверждённых каналов"
    assert (below(of, "What the role helps others with").content) == expected


def test_that_help_without_words_names_the_metric():
    helper = kpi("a", "h", part="contributor")
    of = one_role(A, kpis=(kpi("a", "r", weight=1.0), helper), roles=(role("h", name="Ann"),))
    assert "•  Ann: helps with “a”" in words(of)


def test_that_actions_name_their_metric():
    of = one_role(A, kpis=(kpi("a", "r", weight=1.0, actions=("two letters a month",)),))
    assert "•  a: two letters a month" in words(of)


def test_that_ways_of_cheating_are_said():
    gamed = metric("calls", value=1.0, gaming="empty calls", guards=("a",))
    said_words = words(one_role(A, gamed, kpis=(kpi("calls", "r", weight=1.0),)))
    assert "•  calls must not grow by: empty calls" in said_words
    assert "•  calls is watched by: a" in said_words


def test_that_tasks_of_the_staff_are_listed():
    made = small(A, roles=(role("r"),), tasks=(Task(role="r", name="Script"),))
    assert "•  Script" in words(of_kind(planned(made), "role"))


def test_that_both_sides_sign():
    assert {"Manager", "Employee", "Date"} <= set(words(of_role()))


def test_that_long_duties_are_not_cut():
    long = "очень длинная обязанность " * 12
    of = one_role(A, duties=(long.strip(),))
    block = found(of, f"•  {long.strip()}")
    assert block.down >= 3
