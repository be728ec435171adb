"""What the cases of KPI601 to KPI603 cannot show: what is not offered, and what it costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.cases import sound
from tests.projects import metric, project
from workbench.checks.catalogue import kpi601_formulas, kpi602_goal_missed
from workbench.checks.runner import examine
from workbench.document.kpi import Scale
from workbench.document.plan import Goal, Scenario
from workbench.planning import levers
from workbench.planning.forward import calculate
from workbench.planning.pay import best_payout, payout

LEVELS = st.integers(0, 20).map(lambda tenths: tenths / 10)
SCALES = st.builds(
    lambda kind, done, paid, threshold, cap: Scale(
        kind=kind,
        points=tuple(zip(sorted(done), paid, strict=False)),
        threshold=threshold,
        cap=cap,
    ),
    st.sampled_from(["linear", "steps"]),
    st.sets(LEVELS, min_size=1, max_size=5),
    st.lists(LEVELS, min_size=5, max_size=5),
    st.none() | LEVELS,
    st.none() | LEVELS,
)


@given(SCALES)
def test_that_the_best_payout_is_the_most_that_any_completion_pays(scale):
    tried = max(payout(scale, hundredths / 100) for hundredths in range(301))
    assert best_payout(scale) == pytest.approx(tried)


def formulas(*metrics):
    return examine(calculate(project(*metrics)), (kpi601_formulas.CHECK,)).findings


def goals(made):
    return examine(calculate(made), (kpi602_goal_missed.CHECK,)).findings


def titles(finding):
    return [str(mend.title) for mend in finding.mends]


def test_that_a_unit_is_left_where_changing_it_would_break_another_formula():
    volume = metric("a", value=2.0), metric("b", value=3.0)
    wrong = metric("c", unit="money", formula="a * b")
    ads = metric("ads", unit="money", value=5.0)
    assert "Do not count “c” in money" in titles(formulas(*volume, wrong)[0])
    using = metric("d", unit="money", formula="c + ads")
    assert titles(formulas(*volume, ads, wrong, using)[0]) == ["Enter “c” by hand"]


def test_that_a_name_is_not_exchanged_where_that_would_close_a_circle():
    found = formulas(metric("leads", formula="deels * 2"), metric("deals", formula="leads * 3"))
    assert [titles(one) for one in found] == [["Enter “leads” by hand"]]


def test_that_what_adds_a_circle_up_over_the_months_is_not_delayed():
    found = formulas(
        metric("a", formula="b + 1", norm=5.0), metric("b", formula="cumulative(a)")
    )  # fmt: skip
    assert titles(found[0]) == ["Enter “a” by hand: 5"]


def test_that_two_circles_are_two_findings():
    pairs = [metric(one, formula=f"{other} + 1") for one, other in ("ab", "ba", "cd", "dc")]
    assert [finding.metric for finding in formulas(*pairs)] == ["a", "c"]


def test_that_money_by_money_is_no_money_that_a_unit_could_have():
    a, b = metric("a", unit="money", value=2.0), metric("b", unit="money", value=2.0)
    (found,) = formulas(a, b, metric("c", formula="a * b"))
    assert titles(found) == ["Enter “c” by hand"]


def test_that_many_goals_cost_no_more_than_some_calculations(monkeypatch):
    calls = []

    def counted(*arguments):
        calls.append(arguments)
        return calculate(*arguments)

    monkeypatch.setattr(levers, "calculate", counted)
    goal = Goal(metric="revenue", value=2600000.0)
    found = goals(sound().having(goals=tuple(goal.having(value=2.5e6 + n) for n in range(9))))
    assert len(found) == 9
    assert len(calls) <= 6
    assert str(found[-1].message).endswith("less"), "a lever that was not sought is not denied"


def test_that_a_scenario_that_overrides_a_formula_cannot_be_taken_over():
    made = sound().having(
        goals=(Goal(metric="revenue", value=2600000.0),),
        scenarios=(Scenario(key="s", name="More leads", values={"leads": 400.0}),),
    )
    (found,) = goals(made)
    assert (found.severity, found.mends) == ("hint", ())


def test_that_only_the_goal_that_is_missed_is_changed():
    goal = Goal(metric="ad_budget", value=1.0)
    made = sound().having(goals=(goal, Goal(metric="revenue", value=9e6)))
    (found,) = goals(made)
    after = found.mends[0].edit.apply(made)
    assert [one.value for one in after.goals] == [1.0, 2.4e6]
