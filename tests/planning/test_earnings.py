"""What one person earns: worked by hand, and what must hold for every scale that rises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import example, metric, project
from workbench.document.kpi import Kpi, Scale
from workbench.document.role import Role
from workbench.document.value import validated
from workbench.formula.values import Problem
from workbench.planning.earnings import best_case, earnings_at, worst_case
from workbench.planning.pay import payout

STANDARD = Scale(points=((0.8, 0.8), (1.0, 1.0), (1.2, 1.2)), threshold=0.8, cap=1.2)


def seller(*kpis, **members):
    role = Role(
        key="r", name="Seller",
        **{"salary": 80_000.0, "bonus": 40_000.0, "payroll_tax": 0.3} | members,
    )  # fmt: skip
    keys = {kpi.metric for kpi in kpis}
    metrics = [
        metric(key, **({"unit": "yes_no"} if key == "answer" else {})) for key in sorted(keys)
    ]
    return project(*metrics, roles=(role,), kpis=kpis), role


def kpi(key="m", **members):
    given = {"weight": 1.0, "plan": 100.0, "scale": STANDARD}
    return validated(Kpi, {"metric": key, "role": "r", **given, **members})


def earned_at(hired, level):
    of, role = hired
    return earnings_at(of, role, level)


@pytest.mark.parametrize(
    ("level", "total"),
    [(0.0, 80_000), (0.79, 80_000), (0.8, 112_000), (1.0, 120_000), (1.2, 128_000), (3, 128_000)],
)
def test_that_salary_and_bonus_add_up(level, total):
    assert earned_at(seller(kpi()), level).total == pytest.approx(total)


def test_that_the_employer_pays_tax_on_both():
    assert earned_at(seller(kpi()), 1.2).cost == pytest.approx((80_000 + 40_000 * 1.2) * 1.3)


def test_that_an_accelerator_above_the_plan_is_earned_by_its_weight():
    steep = Scale(points=((0.0, 0.0), (1.0, 1.0), (1.2, 1.8)))
    earned = earned_at(seller(kpi(scale=steep, weight=0.6), kpi("n", weight=0.4)), 1.1)
    assert earned.bonus == pytest.approx(40_000 * (0.6 * 1.4 + 0.4 * 1.1))


def test_that_a_yes_counts_only_from_the_plan_on():
    both = seller(kpi(weight=0.5), kpi("answer", weight=0.5, plan=1.0))
    bonuses = [earned_at(both, level).bonus for level in (0.8, 1.0, 1.2)]
    assert bonuses == pytest.approx([20_000 * 0.8, 20_000 * 2, 20_000 * 2.2])


def test_that_the_best_case_is_the_cap_of_every_kpi():
    assert best_case(*seller(kpi())).total == pytest.approx(128_000)


def test_that_the_best_case_ends_at_the_maximum():
    one = kpi(scale=Scale(), maximum=130.0)
    assert best_case(*seller(one)).bonus == pytest.approx(52_000)


def test_that_without_cap_points_and_maximum_there_is_no_upper_end():
    best = best_case(*seller(kpi(scale=Scale())))
    assert isinstance(best.total, Problem)
    assert str(best.total.reason) == "no upper end: the scale of “m” has no cap"


@pytest.mark.parametrize("members", [{"weight": 0.0}, {"part": "contributor", "weight": 0.0}])
def test_that_what_pays_nothing_has_no_say_in_the_best_case(members):
    assert best_case(*seller(kpi(scale=Scale(), **members))).bonus == 0


def test_that_a_role_without_a_bonus_earns_its_salary_whatever_comes():
    lone = seller(kpi(scale=Scale()), bonus=0.0)
    assert best_case(*lone).total == worst_case(*lone).total == 80_000


def test_that_the_worst_case_leaves_what_a_scale_pays_for_nothing():
    floor = Scale(points=((0.0, 0.25), (1.0, 1.0)))
    assert worst_case(*seller(kpi(scale=floor))).bonus == pytest.approx(10_000)


def test_that_a_kpi_without_a_plan_is_earned_all_the_same():
    assert earned_at(seller(kpi(plan=None)), 1.0).total == pytest.approx(120_000)


@pytest.mark.parametrize("key", [role.key for role in example().roles])
def test_that_at_the_plan_the_example_earns_the_agreed_bonus(key):
    role = example().role(key)
    earned = earnings_at(example(), role, 1.0)
    assert earned.total == pytest.approx(role.salary + role.bonus)


def test_that_what_is_too_large_for_a_number_is_a_problem():
    earned = earned_at(seller(kpi(), salary=1.7e308, bonus=1.7e308), 1.2)
    assert isinstance(earned.total, Problem)
    assert str(earned.total.reason) == "the result is too large"


shares = st.floats(0.0, 3.0)
rising = st.lists(st.tuples(shares, shares), max_size=6).map(
    lambda pairs: tuple(
        zip(sorted(done for done, _ in pairs), sorted(paid for _, paid in pairs), strict=True)
    )
)
scales = st.builds(
    Scale,
    kind=st.sampled_from(["linear", "steps"]),
    points=rising,
    threshold=st.none() | shares,
    cap=st.none() | shares,
)


@given(scales, st.none() | st.floats(1.0, 2.0), shares, shares)
def test_that_more_done_is_never_paid_less(scale, most, one, other):
    less, more = sorted((one, other))
    assert payout(scale, less, most) <= payout(scale, more, most) + 1e-9


@given(scales, st.sampled_from([None, 90.0, 110.0, 150.0]), st.sampled_from(["m", "answer"]))
def test_that_more_done_earns_no_less_from_the_worst_to_the_best(scale, maximum, key):
    one = seller(kpi(key, scale=scale, maximum=maximum))
    best = best_case(*one).total
    cases = [
        worst_case(*one).total,
        *(earned_at(one, level).total for level in (0.8, 1.0, 1.2)),
        *(() if isinstance(best, Problem) else (best,)),
    ]
    assert cases == pytest.approx(sorted(cases))
