"""The bonus of a month from its actuals."""

from typing import Any

import pytest

from tests.projects import metric, project
from workbench.document.kpi import Kpi
from workbench.document.plan import Actual
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.formula.values import Problem
from workbench.planning.bonuses import bonuses
from workbench.planning.forward import calculate


def team(*actuals: tuple[str, float], **members: Any) -> Project:
    """Two SDRs are paid by leads and by the share of them that becomes deals."""
    made: dict[str, Any] = {
        "roles": (
            Role(key="sdr", name="SDR", people=2.0, bonus=1000.0),
            Role(key="agency", name="Agency", employment="contractor"),
            Role(key="intern", name="Intern"),
        ),
        "kpis": (
            Kpi(metric="leads", role="sdr", weight=0.6, plan=100.0, period="month"),
            Kpi(metric="share", role="sdr", weight=0.4, plan=0.5, period="month"),
            Kpi(metric="leads", role="agency", weight=1.0, plan=100.0),
        ),
    }
    return project(
        metric("leads", value=100.0, kind="stage"),
        metric("share", value=0.5, kind="conversion", unit="ratio", over_time="ratio",
               **{"from": "leads", "to": "deals"}),
        metric("deals", formula="leads * share", kind="stage"),
        actuals=tuple(Actual(metric=key, month="2027-01", value=value) for key, value in actuals),
        **made | members,
    )  # fmt: skip


def test_that_staff_with_kpis_is_paid():
    assert [one.role.key for one in bonuses(calculate(team()), 0)] == ["sdr"]


def test_that_a_bonus_is_made_of_actuals():
    (earned,) = bonuses(calculate(team(("leads", 90.0), ("share", 0.55))), 0)
    assert earned.amount == pytest.approx(1000 * (0.6 * 0.9 + 0.4 * 1.1))


def test_that_a_fact_may_follow_from_others():
    (earned,) = bonuses(calculate(team(("leads", 80.0), ("deals", 20.0))), 0)
    assert earned.kpis[1].fact == pytest.approx(20 / 80)


def test_that_a_missing_fact_is_no_zero():
    (earned,) = bonuses(calculate(team(("leads", 90.0))), 0)
    assert isinstance(earned.amount, Problem)
    assert earned.kpis[0].amount == pytest.approx(1000 * 0.6 * 0.9)


def test_that_a_kpi_of_a_quarter_is_reckoned_at_the_rate_of_the_month():
    kpis = (Kpi(metric="leads", role="sdr", weight=1.0, plan=300.0, period="quarter"),)
    (earned,) = bonuses(calculate(team(("leads", 90.0), kpis=kpis)), 0)
    assert earned.kpis[0].completion == pytest.approx(90 * 3 / 300)
