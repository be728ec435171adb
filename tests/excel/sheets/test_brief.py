from __future__ import annotations

import pytest

from tests.excel.books import (
    below,
    expression,
    found,
    kpi,
    named,
    of_kind,
    planned,
    role,
    small,
    value,
    words,
)
from tests.excel.books import sheet as sheet_of
from tests.projects import example, metric
from workbench.document.kpi import Scale
from workbench.excel.export import roles_with_briefs
from workbench.planning.forward import calculate


def brief(key: str = "sdr", of=None, code: str = "en"):
    return of_kind(planned(of or example(), code, briefs=[key]), "brief")


def cells(of, row: int) -> dict[int, object]:
    return {one.column: value(one) for one in of.cells if one.row == row}


def outcomes(of) -> list[dict[int, object]]:
    top = found(of, "Outcomes and KPIs of the first year, the weightiest first").row
    end = next(one.row for one in of.cells if one.row > top and one.content == "Total")
    return [cells(of, row) for row in range(top + 2, end)]


def paid(weights, **members):
    metrics = [metric(f"m{at}", value=10.0) for at in range(len(weights))]
    kpis = tuple(
        kpi(f"m{at}", "r", weight=weight, plan=10.0, **members) for at, weight in enumerate(weights)
    )
    one = role("r", salary=1000.0, bonus=500.0, ramp=(0.5, 1.0), people=2.0)
    return small(*metrics, roles=(one,), kpis=kpis)


def test_that_those_who_lack_people_get_a_brief():
    lacking = roles_with_briefs(calculate(example()))
    assert [one.key for one in lacking] == ["bdr", "sdr", "kam"]


def test_that_a_brief_may_be_asked_for():
    plan = planned(example(), briefs=["head"])
    assert [one.role for one in plan.sheets if one.kind == "brief"] == ["head"]


def test_that_a_brief_brings_the_sheet_of_its_role():
    plan = planned(example(), roles=["bdr"], briefs=["head"])
    assert [one.role for one in plan.sheets if one.kind == "role"] == ["bdr", "head"]


def test_that_a_role_left_out_has_no_brief_of_its_own_accord():
    plan = planned(example(), roles=["head"])
    assert [one.role for one in plan.sheets if one.kind == "brief"] == []


def test_that_outcomes_are_ranked_by_weight():
    of = brief("r", paid((0.2, 0.5, 0.3)))
    assert [row[8] for row in outcomes(of)] == [0.5, 0.3, 0.2]
    assert outcomes(of)[0][1] == "Bring “m1” up to the plan"


def test_that_there_are_eight_outcomes_at_most():
    assert len(outcomes(brief("r", paid((0.1,) * 10)))) == 8


def test_that_few_outcomes_are_joined_by_what_the_role_helps_with():
    metrics = (metric("a", value=1.0), metric("b", name="Leads", value=1.0))
    kpis = (kpi("a", "r", weight=1.0, plan=1.0), kpi("b", "r", part="contributor", how="by calls"))
    of = brief("r", small(*metrics, roles=(role("r"),), kpis=kpis))
    assert [row[1] for row in outcomes(of)][1] == "Help with “Leads”: by calls"


def test_that_targets_follow_the_sheet_of_the_role():
    plan = planned(example(), briefs=["sdr"])
    of = of_kind(plan, "brief")
    target = named(sheet_of(plan, "SDR"), "in_plan_sdr_cr_qualified")
    head = found(of, "Plan")
    live = next(one for one in of.cells if (one.row, one.column) == (head.row + 1, head.column))
    assert value(live) == target.content
    assert f"'SDR'!$J${target.row + 1}" in expression(live)


@pytest.mark.parametrize(
    ("scale", "share"),
    [
        (Scale(cap=1.2), 1.2),
        (Scale(points=((0.8, 0.5), (1.0, 1.0), (1.5, 2.0)), cap=1.25), 1.5),
        (Scale(kind="steps", points=((0.5, 0.3), (1.0, 1.1))), 1.1),
        (Scale(), ""),
    ],
)
def test_that_the_best_share_is_that_of_the_scale(scale, share):
    of = brief("r", paid((1.0,), scale=scale))
    assert outcomes(of)[0][11] == (share if share == "" else pytest.approx(share))


def test_that_pay_at_best_is_salary_and_the_best_bonus():
    # 1000 + 500 × 1.2
    of = brief("r", paid((0.6, 0.4), scale=Scale(cap=1.2)))
    assert cells(of, found(of, "At best").row)[3] == pytest.approx(1600.0)


def test_that_probation_is_the_plan_by_the_ramp():
    # 10 of two people: 5 each, a half of that in the first month
    of = brief("r", paid((1.0,)))
    top = found(of, "Probation: targets of one person").row
    assert [cells(of, top + at)[6] for at in (2, 3)] == [2.5, 5.0]


def test_that_a_share_goes_from_its_base_to_its_plan():
    share = metric("a", value=0.5, kind="conversion", unit="percent", over_time="ratio")
    one = role("r", ramp=(0.25, 1.0))
    made = small(share, roles=(one,), kpis=(kpi("a", "r", weight=1.0, base=0.4, plan=0.8),))
    of = brief("r", made)
    top = found(of, "Probation: targets of one person").row
    assert [cells(of, top + at)[6] for at in (2, 3)] == [pytest.approx(0.5), pytest.approx(0.8)]


def test_that_partners_at_a_junction_are_named():
    line = next(one for one in words(brief()) if one.startswith("•  “Интерес” → “Сделка”"))
    assert "Маркетолог" in line
    assert "quantity" in line


def test_that_hand_offs_are_told():
    told = words(brief())
    assert "•  Takes “Лиды” over from Маркетолог for “Квалифицированные лиды”" in told


@pytest.mark.parametrize(
    ("members", "words_in"),
    [
        ({"unit": "percent"}, "out of how many"),
        ({"unit": "money"}, "yours alone"),
        ({"unit": "money", "better": "lower"}, "what budget"),
        ({}, "usual month"),
        ({"better": "lower"}, "who measured"),
        ({"unit": "score"}, "how many answers"),
        ({"unit": "yes_no"}, "in time"),
    ],
)
def test_that_questions_go_by_the_kind_of_kpi(members, words_in):
    one = metric("a", name="Meetings", value=1.0, **members)
    of = brief("r", small(one, roles=(role("r"),), kpis=(kpi("a", "r", weight=1.0, plan=1.0),)))
    asked = below(of, "Meetings").content
    assert "“Meetings”" in str(asked)
    assert words_in in str(asked)


def test_that_a_role_without_kpis_says_so():
    of = brief("r", small(metric("a", value=1.0), roles=(role("r"),)))
    assert "This role has no KPIs yet." in words(of)


def test_that_a_contractor_may_have_a_brief():
    of = brief("r", small(metric("a", value=1.0), roles=(role("r", employment="contractor"),)))
    assert of.name == "Brief r"


@pytest.mark.parametrize("key", ["bdr", "sdr", "executive", "head", "support", "kam", "marketer"])
def test_that_a_brief_takes_two_pages_at_most(key):
    page = brief(key).page
    assert page.tall in (1, 2) or len(page.breaks) < 2
