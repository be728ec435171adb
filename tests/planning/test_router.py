"""Many applications and few meetings: which step to look at first, and whose it is."""

from typing import Any

import pytest

from tests.projects import metric, project
from workbench.document.client import Channel
from workbench.document.kpi import Kpi
from workbench.document.metric import Influence
from workbench.document.plan import Actual
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.planning.forward import calculate
from workbench.planning.router import Route, Step, route
from workbench.planning.stages import Stages

RATIO: dict[str, Any] = {"kind": "conversion", "unit": "ratio", "over_time": "ratio",
                         "influence": Influence(direct=True)}  # fmt: skip


def funnel(facts: dict[str, float], **members: Any) -> Project:
    """Leads → meetings → deals; the marketer, the SDR and the seller own a step each."""
    made: dict[str, Any] = {
        "roles": tuple(Role(key=key, name=key) for key in ("marketer", "sdr", "seller")),
        "kpis": (
            Kpi(metric="leads", role="marketer"), Kpi(metric="to_meeting", role="sdr"),
            Kpi(metric="to_deal", role="seller"),
        ),
        "actuals": tuple(
            Actual(metric=key, month="2027-01", value=value) for key, value in facts.items()
        ),
    }  # fmt: skip
    return project(
        metric("leads", value=100.0, kind="stage", channel=members.pop("channel", None)),
        metric("to_meeting", value=0.5, norm=0.5, **RATIO, **{"from": "leads", "to": "meetings"}),
        metric("meetings", formula="leads * to_meeting", kind="stage"),
        metric("to_deal", value=0.2, **RATIO, **{"from": "meetings", "to": "deals"}),
        metric("deals", formula="meetings * to_deal", kind="stage"),
        **made | members,
    )


def found(facts: dict[str, float], **members: Any) -> Route:
    return route(calculate(funnel(facts, **members)), 0)


def first(facts: dict[str, float], **members: Any) -> Step:
    step = found(facts, **members).first
    assert step is not None
    return step


def test_that_many_applications_and_few_meetings_lead_to_the_sdr():
    step = first({"leads": 120.0, "meetings": 45.0, "deals": 9.0})
    assert (step.metric, step.before, step.stage) == ("to_meeting", "leads", "meetings")
    assert step.roles == ("sdr",)
    assert step.fact == pytest.approx(45 / 120)
    assert step.loss == pytest.approx(1 - 45 / 120 / 0.5)


def test_that_few_applications_lead_to_the_marketer():
    step = first({"leads": 70.0, "meetings": 35.0, "deals": 7.0})
    assert (step.metric, step.before, step.roles) == ("leads", None, ("marketer",))


def test_that_the_greatest_loss_comes_first():
    step = first({"leads": 90.0, "meetings": 43.0, "deals": 5.0})
    assert step.metric == "to_deal"


def test_that_of_two_alike_the_earlier_comes_first():
    step = first({"leads": 90.0, "to_meeting": 0.45, "to_deal": 0.2})
    assert step.metric == "leads"


def test_that_nothing_is_chased_where_nothing_was_lost():
    went_well = found({"leads": 100.0, "meetings": 51.0, "deals": 11.0})
    assert len(went_well.steps) == 3
    assert went_well.first is None


def test_that_a_trifle_is_not_chased():
    assert found({"leads": 99.5}).first is None


def test_that_without_actuals_there_are_no_steps():
    nothing = found({})
    assert nothing.steps == ()
    assert nothing.unknown == ("leads", "meetings", "deals")


def test_that_a_stage_nobody_counted_is_stepped_over():
    step = first({"leads": 100.0, "deals": 6.0})
    assert step.conversions == ("to_meeting", "to_deal")
    assert step.roles == ("sdr", "seller")
    assert step.plan == pytest.approx(0.5 * 0.2)
    assert step.fact == pytest.approx(0.06)


def test_that_a_typed_conversion_is_enough():
    assert first({"to_deal": 0.1}).roles == ("seller",)


def test_that_a_searched_channel_is_shared_with_marketing():
    channels = (Channel(key="site", name="Site", state="searching"),)
    step = first({"leads": 120.0, "meetings": 45.0}, channels=channels, channel="site")
    assert (step.roles, step.shared_with, step.channels) == (("sdr",), "marketer", ("site",))


def test_that_a_confirmed_channel_is_the_sdr_s_alone():
    channels = (Channel(key="site", name="Site", state="confirmed"),)
    step = first({"leads": 120.0, "meetings": 45.0}, channels=channels, channel="site")
    assert (step.roles, step.shared_with) == (("sdr",), None)


def test_that_a_step_without_owner_says_so():
    assert first({"leads": 100.0, "meetings": 30.0}, kpis=()).roles == ()


def branches(facts: dict[str, float]) -> Project:
    """Of 50 meetings 40 come from leads and 10 from calls."""
    return project(
        metric("leads", value=80.0, kind="stage"),
        metric("warm", value=0.5, **RATIO, **{"from": "leads", "to": "meetings"}),
        metric("calls", value=1000.0, kind="stage"),
        metric("cold", value=0.01, **RATIO, **{"from": "calls", "to": "meetings"}),
        metric("meetings", formula="leads * warm + calls * cold", kind="stage"),
        actuals=tuple(Actual(metric=key, month="2027-01", value=value)
                      for key, value in facts.items()),
    )  # fmt: skip


def test_that_a_loss_weighs_what_goes_through_it():
    # half of the cold tenth of a fifth is less than a quarter of the warm four fifths
    step = route(calculate(branches({"warm": 0.4, "cold": 0.005})), 0).first
    assert step is not None
    assert step.metric == "warm"
    assert step.loss == pytest.approx(0.2 * 40 / 50)


def test_that_what_was_not_counted_beside_is_told():
    step = route(calculate(branches({"leads": 80.0, "meetings": 30.0})), 0).first
    assert step is not None
    assert (step.conversions, step.beside) == (("warm",), ("calls",))
    assert step.plan == pytest.approx(50 / 80)
    assert step.fact == pytest.approx(30 / 80)


def test_that_a_last_stage_weighs_what_it_brings_of_the_result():
    # nine tenths of the revenue come from deals: a fifth of them is more than half of renewals
    made = project(
        metric("deals", value=9.0, kind="stage"),
        metric("renewed", value=1.0, kind="stage"),
        metric("revenue", formula="(deals + renewed) * 1000", unit="money", kind="result"),
        actuals=tuple(Actual(metric=key, month="2027-01", value=value)
                      for key, value in (("deals", 7.2), ("renewed", 0.5))),
    )  # fmt: skip
    step = route(calculate(made), 0, "revenue").first
    assert step is not None
    assert step.stage == "deals"
    assert step.loss == pytest.approx(0.2 * 0.9)
    assert getattr(route(calculate(made), 0).first, "stage", None) == "renewed"


def complaints(better: str, fact: float) -> Route:
    made = project(
        metric("complaints", value=100.0, kind="stage", better=better),
        actuals=(Actual(metric="complaints", month="2027-01", value=fact),),
    )
    return route(calculate(made), 0)


@pytest.mark.parametrize(("better", "fact"), [("lower", 50.0), ("within", 50.0), ("within", 150.0)])
def test_that_fewer_complaints_are_no_loss(better, fact):
    assert complaints(better, fact).first is None


def test_that_more_complaints_are_one():
    step = complaints("lower", 125.0).first
    assert step is not None
    assert step.loss == pytest.approx(1 - 100 / 125)


def test_that_what_is_taken_off_is_no_way_in():
    made = project(
        metric("due", value=20.0, kind="stage"),
        metric("renewed", value=15.0, kind="stage"),
        metric("lost", formula="due - renewed", kind="stage"),
    )
    into = Stages(calculate(made)).into
    assert [inflow.before for inflow in into["lost"]] == ["due"]


def test_that_a_stock_carried_over_does_not_feed_its_own_beginning():
    made = project(
        metric("new", value=5.0, kind="stage"),
        metric("opening", formula="lag(clients, 1, 100)", kind="stage"),
        metric("clients", formula="opening + new", kind="stage"),
    )
    stages = Stages(calculate(made))
    assert stages.into["opening"] == ()
    assert stages.order == ("new", "opening", "clients")


def test_that_what_comes_a_month_later_is_a_way_in():
    made = project(
        metric("deals", value=5.0, kind="stage"),
        metric("launched", formula="lag(deals, 1, 5)", kind="stage"),
    )
    assert [one.before for one in Stages(calculate(made)).into["launched"]] == ["deals"]


def test_that_only_what_leads_to_the_result_is_looked_at():
    plan = calculate(funnel({"leads": 70.0, "to_deal": 0.05}))
    step = route(plan, 0, "meetings").first
    assert step is not None
    assert step.metric == "leads"


def test_that_a_loop_through_the_month_before_has_an_end():
    made = project(
        metric("back", value=0.1, **RATIO, **{"from": "clients", "to": "clients"}),
        metric("clients", formula="lag(clients, 1, 10) * back", kind="stage"),
        actuals=(Actual(metric="clients", month="2027-01", value=0.5),),
    )
    step = route(calculate(made), 0).first
    assert step is not None
    assert step.stage == "clients"
