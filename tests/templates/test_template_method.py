"""The system of KPIs in a template keeps the rules it is there to teach."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest

HORIZONS = ("hour", "day", "week", "month", "quarter")
PERIODS = ("day", "week", "month", "quarter", "year")


def test_that_weights_of_every_measured_role_add_up_to_one(project, measured):
    totals: Counter[str] = Counter()
    for kpi in measured:
        totals[kpi["role"]] += round(kpi["weight"] * 1000)
    staff = [role["key"] for role in project["roles"] if role["employment"] == "staff"]
    assert totals == dict.fromkeys(staff, 1000)


def test_that_a_contributor_weighs_nothing_and_says_how_it_helps(project):
    helpers = [kpi for kpi in project["kpis"] if kpi["part"] == "contributor"]
    assert [kpi for kpi in helpers if kpi["weight"] or not kpi.get("how")] == []


def test_that_no_weight_is_under_ten_percent(measured):
    assert [kpi for kpi in measured if kpi["weight"] < 0.1] == []


def test_that_staff_have_three_to_five_kpis_and_managers_up_to_seven(project, measured):
    leaders = {kpi["role"] for kpi in measured if kpi["part"] == "leader"}
    count = Counter(kpi["role"] for kpi in measured)
    wrong = {role: n for role, n in count.items() if not 3 <= n <= (7 if role in leaders else 5)}
    assert wrong == {}


def test_that_a_metric_has_one_owner(project):
    owned = Counter(kpi["metric"] for kpi in project["kpis"] if kpi["part"] == "owner")
    assert [metric for metric, owners in owned.items() if owners > 1] == []


def test_that_a_role_meets_a_metric_once(project):
    places = Counter((kpi["metric"], kpi["role"]) for kpi in project["kpis"])
    assert [place for place, times in places.items() if times > 1] == []


def test_that_owners_can_move_what_they_own(metrics, owner_of):
    assert [key for key in owner_of if not metrics[key]["influence"]["direct"]] == []


def test_that_whatever_can_be_moved_has_an_owner(metrics, owner_of):
    direct = {key for key, metric in metrics.items() if metric["influence"]["direct"]}
    assert direct - owner_of.keys() == set()


def test_that_direct_influence_names_horizon_and_action(metrics):
    moved = [m for m in metrics.values() if m["influence"]["direct"]]
    vague = [
        m["key"]
        for m in moved
        if m["influence"]["horizon"] not in HORIZONS or not m["influence"]["action"]
    ]
    assert vague == []


def test_that_influence_shows_within_the_period_of_the_kpi(metrics, project):
    owned = [kpi for kpi in project["kpis"] if kpi["part"] == "owner"]
    slow = [
        kpi["metric"]
        for kpi in owned
        if HORIZONS.index(metrics[kpi["metric"]]["influence"]["horizon"])
        > PERIODS.index(kpi["period"]) + 1
    ]
    assert slow == []


def test_that_an_easily_gamed_metric_has_a_counter_metric(metrics):
    assert [key for key, m in metrics.items() if m.get("gaming") and not m.get("guards")] == []


def test_that_nobody_owns_a_kpi_together_with_its_counter_metric(metrics, owner_of):
    both = [
        (key, guard)
        for key, role in owner_of.items()
        for guard in metrics[key].get("guards", [])
        if owner_of.get(guard) == role
    ]
    assert both == []


def test_that_a_contractor_has_tasks_and_no_kpi(project):
    hired = {r["key"] for r in project["roles"] if r["employment"] == "contractor"}
    tasked = {task["role"] for task in project["tasks"]}
    measured = {kpi["role"] for kpi in project["kpis"]}
    assert (hired & measured, tasked) == (set(), hired)


def test_that_a_contractor_has_no_bonus(project):
    hired = [r for r in project["roles"] if r["employment"] == "contractor"]
    assert [r["key"] for r in hired if r["bonus"]] == []


def test_that_a_task_has_a_due_date_in_the_plan_and_criteria(project):
    year = project["calendar"]["start"][:4]
    poor = [t for t in project["tasks"] if t["due"][:4] != year or len(t["criteria"]) < 3]
    assert poor == []


def test_that_revenue_is_never_a_marketers_kpi(metrics, project):
    results = [
        kpi["metric"]
        for kpi in project["kpis"]
        if kpi["role"] == "marketer"
        and metrics[kpi["metric"]]["unit"] == "money"
        and metrics[kpi["metric"]]["better"] == "higher"
    ]
    assert results == []


def test_that_a_kpi_goes_from_base_to_plan_to_maximum_in_the_right_direction(metrics, project):
    wrong = []
    for kpi in project["kpis"]:
        sign = -1 if metrics[kpi["metric"]]["better"] == "lower" else 1
        steps = [sign * kpi[name] for name in ("base", "plan", "maximum") if kpi[name] is not None]
        if len(steps) < 2 or any(a >= b for a, b in itertools.pairwise(steps)):
            wrong.append((kpi["metric"], kpi["role"]))
    assert wrong == []


def test_that_people_on_one_metric_and_period_aim_at_one_plan(project):
    plans: dict[tuple[str, str], set[float]] = {}
    for kpi in project["kpis"]:
        plans.setdefault((kpi["metric"], kpi["period"]), set()).add(kpi["plan"])
    assert [place for place, values in plans.items() if len(values) > 1] == []


def test_that_every_kpi_has_a_source_and_somebody_who_records_it(metrics, project):
    keys = {kpi["metric"] for kpi in project["kpis"]}
    assert [
        k for k in keys if not metrics[k].get("source") or not metrics[k].get("recorded_by")
    ] == []


def test_that_a_scale_has_rising_points_between_threshold_and_cap(project):
    wrong = []
    for kpi in project["kpis"]:
        scale = kpi["scale"]
        points = scale["points"]
        if points != sorted(points) or points[0][0] != scale["threshold"]:
            wrong.append(kpi["metric"])
        if points[-1][0] != scale["cap"]:
            wrong.append(kpi["metric"])
    assert wrong == []


def test_that_the_quality_of_a_searched_channel_is_shared_with_the_marketer(metrics, project):
    searched = {c["key"] for c in project["channels"] if c["state"] == "searching"}
    kpis = [
        (kpi["metric"], kpi["role"], kpi["part"])
        for kpi in project["kpis"]
        if metrics[kpi["metric"]].get("channel") in searched
        and metrics[kpi["metric"]]["kind"] == "conversion"
    ]
    quality = {metric for metric, role, part in kpis if part == "owner"}
    shared = {metric for metric, role, part in kpis if (role, part) == ("marketer", "shared")}
    assert quality == shared


def test_that_hints_have_a_source_a_date_and_the_right_order(metrics):
    hints = [m["hint"] for m in metrics.values() if m.get("hint")]
    assert hints
    assert [h for h in hints if not (h["source"] and h["date"] and h["low"] < h["high"])] == []


def test_that_the_kpis_plans_lie_within_the_hints(metrics, project):
    outside = []
    for kpi in project["kpis"]:
        hint = metrics[kpi["metric"]].get("hint")
        if hint and not hint["low"] <= kpi["plan"] <= hint["high"]:
            outside.append(kpi["metric"])
    assert outside == []


def test_that_the_value_of_an_input_lies_between_its_percentiles(metrics):
    wrong = []
    for key, metric in metrics.items():
        if "low" not in metric:
            continue
        value = metric["value"]
        mean = sum(value) / len(value) if isinstance(value, list) else value
        if not metric["low"] < mean < metric["high"]:
            wrong.append(key)
    assert wrong == []


def test_that_every_role_says_what_it_is_for_and_what_it_is_not(project):
    said = ("mission", "duties", "not_responsible", "competencies", "ramp")
    assert [(r["key"], name) for r in project["roles"] for name in said if not r[name]] == []


def test_that_what_a_role_does_not_answer_for_names_who_does(project):
    lines = [line for role in project["roles"] for line in role["not_responsible"]]
    assert [line for line in lines if ": " not in line and ", except" not in line] == []


@pytest.mark.parametrize("key", ["b2b_sales"], indirect=True)
def test_that_the_sales_department_has_all_roles(project):
    expected = {"bdr", "sdr", "support", "executive", "head", "kam", "marketer", "service"}
    assert {role["key"] for role in project["roles"]} == expected | {"crm_contractor"}


@pytest.mark.parametrize("key", ["b2b_sales", "hiring_marketer", "crm_contractor"], indirect=True)
def test_that_each_junction_has_quantity_cost_and_quality(project, metrics, measured):
    phases = [phase["key"] for phase in project["phases"]]
    kpis = {kpi["metric"] for kpi in measured}
    for before, after in itertools.pairwise(phases):
        here = [metrics[key] for key in kpis if metrics[key]["phase"] in (before, after)]
        crossing = [
            m["key"]
            for m in here
            if m["kind"] == "conversion"
            and metrics[m["from"]]["phase"] == before
            and metrics[m["to"]]["phase"] == after
        ]
        cost = [m for m in here if m["unit"] == "money" and m["better"] == "lower"]
        quantity = [m for m in here if m["unit"] == "count" and m["phase"] == before]
        assert crossing
        assert cost
        assert quantity


@pytest.mark.parametrize("key", ["hiring_marketer"], indirect=True)
def test_that_paired_targets_and_the_conversion_they_imply_have_owners(project, owner_of):
    plans = {(k["metric"], k["period"]): (k["base"], k["plan"]) for k in project["kpis"]}
    leads, chances = plans["leads", "quarter"], plans["opportunities", "quarter"]
    implied = tuple(b / a for a, b in zip(leads, chances, strict=True))
    assert implied == plans["lead_to_opportunity", "month"]
    assert owner_of["lead_to_opportunity"] == "head"
