from typing import Any

import pytest

from tests.planning.journeys import journey, through, touch
from tests.projects import metric, project
from workbench.document.client import Channel
from workbench.document.kpi import Kpi
from workbench.document.plan import Goal, Scenario
from workbench.document.role import Role
from workbench.formula.values import Problem
from workbench.planning.credit import Credit, credit
from workbench.planning.credit_rules import By
from workbench.planning.credit_targets import CreditTarget, CreditTargets, credit_targets, kpis_of
from workbench.planning.forward import calculate

# 100 leads of the site and 50 of ads a month, half of them deals of 1,000: 75,000 a month.
METRICS = (
    metric("site_leads", value=100.0, kind="stage", channel="site"),
    metric("ad_leads", value=50.0, kind="stage", channel="ads"),
    metric("leads", formula="site_leads + ad_leads", kind="stage"),
    metric("rate", value=0.5, kind="conversion", unit="ratio", over_time="ratio",
           **{"from": "leads", "to": "deals"}),
    metric("deals", formula="leads * rate", kind="stage"),
    metric("cost", value=10.0, unit="money"),
    metric("revenue", formula="deals * 1000", kind="result", unit="money"),
)  # fmt: skip
KPIS = (
    Kpi(metric="site_leads", role="marketer"),
    Kpi(metric="ad_leads", role="marketer"),
    Kpi(metric="rate", role="seller"),
    Kpi(metric="deals", role="seller", period="year"),
    Kpi(metric="cost", role="clerk"),
)
# The site is in all of 300, ads in all of 100.
JOURNEYS = (
    through("site", value=300.0),
    through("ads", value=100.0),
)


def plan(*journeys: Any, **members: Any) -> Any:
    made: dict[str, Any] = {
        "channels": (Channel(key="site", name="Site"), Channel(key="ads", name="Ads")),
        "roles": tuple(Role(key=key, name=key) for key in ("marketer", "seller", "clerk")),
        "kpis": KPIS,
        "journeys": journeys or JOURNEYS,
    }
    return project(*METRICS, months=12, **made | members)


GOAL = Goal(metric="revenue", value=95_000.0)


def found(
    made: Any, by: By = "channel", goal: Goal = GOAL, scenario: Scenario | None = None
) -> CreditTargets:
    shared = credit(made, by)
    assert isinstance(shared, Credit)
    answer = credit_targets(calculate(made, scenario), goal, shared)
    assert isinstance(answer, CreditTargets)
    return answer


def target(answer: CreditTargets, name: str) -> CreditTarget:
    return next(one for one in answer.targets if one.kpi.metric == name)


def test_that_the_gap_is_divided_by_credit_and_made_up_by_each_channel():
    # 20,000 are missing; a lead brings 500. Site: 15,000 are 30 leads. Ads: 5,000 are 10.
    answer = found(plan())
    assert answer.gap == pytest.approx(20_000)
    assert target(answer, "site_leads").target == pytest.approx(130)
    assert target(answer, "ad_leads").target == pytest.approx(60)


def test_that_all_targets_together_close_the_gap():
    answer = found(plan())
    values: dict[str, Any] = {one.kpi.metric: one.target for one in answer.targets}
    after = calculate(plan(), Scenario(key="x", name="x", values=values))
    assert after.monthly("revenue") == pytest.approx(95_000)


def test_that_a_role_divides_its_part_over_its_kpis():
    # The marketer has all credit: 10,000 by each channel are 20 leads more of each.
    answer = found(plan(journey(touch(1, role="marketer"))), "role")
    assert [one.part for one in answer.targets] == pytest.approx([10_000, 10_000])
    assert target(answer, "site_leads").target == pytest.approx(120)
    assert target(answer, "ad_leads").target == pytest.approx(70)


def test_that_a_target_is_in_the_period_of_its_kpi():
    # The seller has all: 10,000 are 10 deals a month more of 75, in a year (75 + 10) × 12.
    answer = found(plan(journey(touch(1, role="seller"))), "role")
    assert target(answer, "deals").now == pytest.approx(900)
    assert target(answer, "deals").target == pytest.approx(1020)


def test_that_a_conversion_grows_as_the_goal_asks():
    # 10,000 of 75,000 are 2/15 more of one half.
    answer = found(plan(journey(touch(1, role="seller"))), "role")
    assert target(answer, "rate").target == pytest.approx(0.5 * (1 + 2 / 15))


def test_that_a_stage_has_itself_and_the_conversions_into_it():
    answer = found(plan(journey(touch(1, stage="deals"))), "stage")
    assert [one.kpi.metric for one in answer.targets] == ["rate", "deals"]


def test_that_a_conversion_never_passes_100_percent():
    answer = found(
        plan(journey(touch(1, role="seller"))), "role", Goal(metric="revenue", value=3e5)
    )
    impossible = target(answer, "rate").target
    assert isinstance(impossible, Problem)
    assert str(impossible.reason) == "more than 100 % would be needed"


def test_that_a_plan_that_reaches_the_goal_asks_for_nothing_more():
    answer = found(plan(), goal=Goal(metric="revenue", value=50_000.0))
    assert answer.gap == 0
    assert [one.target for one in answer.targets] == [one.now for one in answer.targets]


def test_that_a_kpi_that_does_not_move_the_goal_says_so():
    answer = found(plan(journey(touch(1, role="clerk"))), "role")
    idle = target(answer, "cost").target
    assert isinstance(idle, Problem)
    assert str(idle.reason) == "does not move the goal"
    assert answer.idle == ("clerk",)


def test_that_a_credited_channel_without_a_kpi_is_named():
    answer = found(plan(kpis=KPIS[1:]))
    assert answer.idle == ("site",)
    assert [one.kpi.metric for one in answer.targets] == ["ad_leads"]


def test_that_a_key_with_credit_of_nothing_is_not_idle():
    made = plan(through("site"), through("ads", value=0.0), kpis=KPIS[:1])
    assert found(made).idle == ()


def test_that_the_chosen_scenario_is_what_the_gap_is_measured_from():
    # With 120 leads of the site 85,000 are there: 10,000 missing, 7,500 by the site are 15 leads.
    scenario = Scenario(key="more", name="More", values={"site_leads": 120.0})
    answer = found(plan(), scenario=scenario)
    assert answer.gap == pytest.approx(10_000)
    assert target(answer, "site_leads").target == pytest.approx(135)


def test_that_a_metric_without_a_number_travels_to_its_target():
    made = plan()
    made = made.having(
        metrics=(*made.metrics, metric("unknown", channel="ads")),
        kpis=(*KPIS, Kpi(metric="unknown", role="marketer")),
    )
    assert isinstance(target(found(made), "unknown").target, Problem)


def test_that_where_nothing_is_credited_there_is_a_sentence():
    made = plan(journey())
    shared = credit(made, "channel")
    assert isinstance(shared, Credit)
    answer = credit_targets(calculate(made), GOAL, shared)
    assert isinstance(answer, Problem)
    assert str(answer.reason) == "no revenue is credited to anything yet"


def test_that_a_goal_without_a_forecast_is_its_reason():
    made = plan()
    made = made.having(metrics=(*made.metrics, metric("blank")))
    shared = credit(made, "channel")
    assert isinstance(shared, Credit)
    assert isinstance(
        credit_targets(calculate(made), Goal(metric="blank", value=1.0), shared), Problem
    )


def test_that_those_who_only_help_have_no_target():
    made = plan(kpis=(Kpi(metric="site_leads", role="seller", part="contributor"),))
    assert kpis_of(made, "role", "seller") == ()
    assert kpis_of(made, "channel", "site") == ()


def test_that_of_one_metric_the_owner_is_asked():
    shared = Kpi(metric="site_leads", role="seller", part="shared")
    assert kpis_of(plan(kpis=(shared, *KPIS)), "channel", "site") == (KPIS[0],)
