import math

import pytest
from hypothesis import given

from tests.projects import example, metric, project
from tests.strategies import projects
from workbench.document.kpi import PARTS, Kpi
from workbench.document.metric import Influence
from workbench.document.plan import Scenario
from workbench.document.role import Role
from workbench.formula.values import demand
from workbench.planning.control import Control, Lever
from workbench.planning.forward import calculate
from workbench.storage.library import load_template

MOVED = Influence(direct=True)
ROLES = (Role(key="x", name="X"), Role(key="y", name="Y"))


def moved(key, value=None, **members):
    return metric(key, value=value, influence=MOVED, **members)


def owned(*places):
    return tuple(Kpi(metric=key, role=role) for key, role in places)


def control(*metrics, kpis=(), **members):
    return Control(calculate(project(*metrics, roles=ROLES, kpis=kpis, **members)))


def swings(made, key):
    return {lever.metric: lever.swing for lever in made.levers(key)}


def test_that_factors_of_a_product_swing_alike_whatever_their_size():
    made = control(metric("a", value=2.0), metric("b", value=999.0), metric("c", formula="a * b"))
    assert swings(made, "c") == {"a": 0.5, "b": 0.5}


def test_that_parts_of_a_sum_swing_by_their_size():
    made = control(metric("a", value=30.0), metric("b", value=10.0), metric("c", formula="a + b"))
    assert swings(made, "c") == pytest.approx({"a": 0.75, "b": 0.25})


def test_that_a_divisor_swings_as_much_as_what_it_divides():
    made = control(metric("a", value=30.0), metric("b", value=10.0), metric("c", formula="a / b"))
    assert swings(made, "c") == pytest.approx({"a": 0.5, "b": 0.5})


def test_that_what_weighs_out_still_swings():
    made = control(metric("a", value=30.0), metric("b", value=10.0), metric("c", formula="a - b"))
    assert swings(made, "c") == pytest.approx({"a": 0.75, "b": 0.25})


def test_that_the_way_goes_down_to_the_inputs():
    made = control(
        metric("a", value=2.0), metric("b", value=3.0), metric("c", formula="a * b"),
        metric("d", value=6.0), metric("e", formula="c + d"),
    )  # fmt: skip
    # c and d are six each; half of the swing comes through c, where both factors move all of it
    assert swings(made, "e") == pytest.approx({"a": 1 / 3, "b": 1 / 3, "d": 1 / 3})


def test_that_a_role_controls_what_its_levers_swing():
    made = control(
        moved("a", 30.0), moved("b", 10.0), moved("d", 60.0), metric("c", formula="a + b + d"),
        kpis=owned(("a", "x"), ("b", "x"), ("d", "y")),
    )  # fmt: skip
    assert made.share("x", "c") == pytest.approx(0.4)
    assert made.share("y", "c") == pytest.approx(0.6)


def test_that_an_owner_controls_all_of_what_it_moves_directly():
    made = control(moved("a", 2.0), kpis=owned(("a", "x")))
    assert made.controls("x", "a")
    assert (made.share("x", "a"), made.share("y", "a")) == (1.0, 0.0)


def test_that_owning_what_nobody_moves_directly_is_no_control():
    made = control(metric("a", value=2.0), kpis=owned(("a", "x")))
    assert not made.controls("x", "a")
    assert made.levers("a") == (Lever("a", None, 1.0),)


def test_that_a_result_its_owner_moves_directly_is_a_lever_itself():
    leads = moved("leads", formula="visits * cr")
    made = control(
        moved("visits", 5.0), moved("cr", 0.5), leads, metric("deals", formula="leads * 2"),
        kpis=owned(("leads", "x"), ("visits", "y")),
    )  # fmt: skip
    assert made.levers("deals") == (Lever("leads", "x", 1.0),)
    assert made.levers("leads") == (Lever("leads", "x", 1.0),)


def test_that_beneath_an_owned_result_its_inputs_can_still_be_asked_for():
    made = control(
        moved("visits", 5.0), moved("leads", formula="visits ^ 2"), kpis=owned(("leads", "x"))
    )
    assert made.elasticities("leads") == pytest.approx({"visits": 2.0})


@pytest.mark.parametrize("part", PARTS[1:])
def test_that_helping_leading_and_sharing_is_no_lever(part):
    made = control(moved("a", 1.0), kpis=(Kpi(metric="a", role="x", part=part),))
    assert made.levers("a") == (Lever("a", None, 1.0),)


def test_that_of_two_owners_the_first_has_the_lever():
    made = control(moved("a", 1.0), kpis=owned(("a", "x"), ("a", "y")))
    assert made.owner_of == {"a": "x"}


STOCK = metric("s", formula="lag(s, 1, 100) * keep + new", over_time="last")


def test_that_a_loop_through_a_lag_ends():
    made = control(metric("keep", value=0.9), metric("new", value=10.0), STOCK)
    # the month before was 100, so that nine tenths come from what is kept and one from what is new
    assert swings(made, "s") == pytest.approx({"keep": 0.9, "new": 0.1})


def test_that_a_loop_answers_alike_whatever_was_asked_before():
    loop = (
        metric("a", formula="lag(b, 1, 5) + p"), metric("b", formula="a * q"),
        metric("p", value=3.0), metric("q", value=0.5), metric("top", formula="a + b"),
    )  # fmt: skip
    keys = ("a", "b", "top")
    fresh = {key: control(*loop).levers(key) for key in keys}
    for order in (keys, tuple(reversed(keys))):
        made = control(*loop)
        assert {key: made.levers(key) for key in order} == fresh


@pytest.mark.parametrize(
    "broken", [metric("b"), metric("b", value=0.0), metric("b", formula="nobody * 2")]
)
def test_that_without_numbers_every_lever_counts_the_same(broken):
    made = control(metric("a", value=900.0), broken, metric("c", formula="a * b"))
    assert set(swings(made, "c").values()) == {0.5}


def test_that_of_a_metric_that_nothing_moves_there_are_no_levers():
    made = control(metric("a", formula="workdays() * 2"))
    assert made.levers("a") == ()
    assert made.share("x", "a") == 0


def test_that_who_controls_the_revenue_of_the_example_is_plain_arithmetic():
    forecast = calculate(example())
    won = [demand(value) for value in forecast.values["cr_deal"]]
    qualified = [demand(value) for value in forecast.values["qualified"]]
    inbound = sum(one * 0.35 * rate for one, rate in zip(qualified, won, strict=True))
    cold = 60 * 21 * 3 * 0.012 * sum(won)
    # revenue = (leads × qualified × meeting + calls × days × cold) × deal × average
    part = inbound / (inbound + cold)
    whole = 3 * part + 3 * (1 - part) + 2
    made = Control(forecast)
    assert made.share("executive", "revenue") == pytest.approx(1 / whole)
    assert made.share("executive", "revenue") == pytest.approx(0.2)
    assert made.share("marketer", "revenue") == pytest.approx(part / whole)
    assert made.share("sdr", "revenue") == pytest.approx(2 * part / whole)
    assert made.share("head", "revenue") == 0


@given(projects())
def test_that_of_any_metric_the_levers_make_up_the_whole_swing(made):
    found = Control(calculate(made))
    for key in made.metric_by_key:
        levers = found.levers(key)
        assert not levers or sum(one.swing for one in levers) == pytest.approx(1)
        assert all(one.swing >= 0 for one in levers)


def moved_by(made, key, metric_key, step=1e-6):
    """What an input brings to a result over the plan, seen from both sides."""

    def total(factor):
        value = made.metric(key).value
        given = tuple(v * factor for v in value) if isinstance(value, tuple) else value * factor
        forecast = calculate(made, Scenario(key="s", name="s", values={key: given}))
        series = [demand(result) for result in forecast.values[metric_key]]
        return series[-1] if made.metric(metric_key).over_time == "last" else math.fsum(series)

    return (total(1 + step) - total(1 - step)) / (2 * step) / total(1.0)


CUSTOMERS = metric(
    "clients", formula="lag(clients, 1, 400) * (1 - churn) + deals", over_time="last"
)


@pytest.mark.parametrize("result", ["clients", "fees", "profit"])
def test_that_what_goes_through_a_stock_counts_in_every_month(result):
    made = project(
        metric("deals", value=10.0), metric("churn", value=0.02), metric("fee", value=50.0),
        metric("refund", value=200.0), CUSTOMERS, metric("fees", formula="clients * fee"),
        metric("lost", formula="lag(clients, 1, 400) * churn"),
        metric("profit", formula="fees - lost * refund"), months=24,
    )  # fmt: skip
    found = Control(calculate(made)).elasticities(result)
    beneath = {"deals", "churn"} | {"fees": {"fee"}, "profit": {"fee", "refund"}}.get(result, set())
    assert set(found) == beneath
    for key in found:
        assert found[key] == pytest.approx(moved_by(made, key, result), rel=1e-4)


MONTHLY = (
    metric("a", value=(0.0, *[100.0] * 11)), metric("b", value=(*[100.0] * 11, 0.0)),
    metric("rate", value=0.3), metric("made", formula="a * rate"),
    metric("both", formula="made + b"),
)  # fmt: skip


def test_that_values_by_month_count_in_each_of_their_months():
    made = project(*MONTHLY, months=12)
    found = Control(calculate(made)).elasticities("both")
    # 330 of the 1,430 over the year are made, by both factors; the rest is given
    parts = {"a": 330 / 1430, "rate": 330 / 1430, "b": 1100 / 1430}
    assert found == pytest.approx(parts)
    assert parts == pytest.approx({key: moved_by(made, key, "both") for key in parts})


def test_that_values_a_scenario_gives_by_month_count_too():
    given = {"a": (0.0, *[100.0] * 11), "b": (*[100.0] * 11, 0.0)}
    plain = (metric("a", value=1.0), metric("b", value=1.0), *MONTHLY[2:])
    forecast = calculate(project(*plain, months=12), Scenario(key="s", name="s", values={**given}))
    expected = Control(calculate(project(*MONTHLY, months=12))).elasticities("both")
    assert Control(forecast).elasticities("both") == expected


def test_that_a_factor_of_nothing_still_has_its_place_beneath():
    made = project(
        metric("v", value=5.0), metric("l", value=3.0), metric("cr", value=0.0),
        metric("d", formula="v + l * cr"),
    )  # fmt: skip
    assert Control(calculate(made)).elasticities("d") == {"v": 1.0, "l": 0.0, "cr": 0.0}
    assert swings(Control(calculate(made)), "d") == {"v": 1.0, "cr": 0.0, "l": 0.0}


def test_that_a_loop_of_two_is_what_small_changes_bring():
    made = project(
        metric("d", value=5.0), metric("e", value=0.4), metric("x", formula="lag(y, 1, 8) + d"),
        metric("y", formula="x * (1 - e)"), metric("z", formula="x + y"), months=12,
    )  # fmt: skip
    found = Control(calculate(made))
    for result in ("x", "y", "z"):
        assert set(found.elasticities(result)) == {"d", "e"}
        for key, part in found.elasticities(result).items():
            assert part == pytest.approx(moved_by(made, key, result), rel=1e-4)


@pytest.mark.parametrize("key", ["b2b_sales", "crm_contractor"])
def test_that_in_a_template_every_stock_and_sum_answers_as_small_changes_do(key):
    made = load_template(key, "en")
    found = Control(calculate(made))
    checked = 0
    for result in ("revenue", "clients" if key == "b2b_sales" else "subscribers"):
        for lever, part in found.elasticities(result).items():
            if abs(part) > 1e-6:
                assert part == pytest.approx(moved_by(made, lever, result), rel=1e-3)
                checked += 1
    assert checked > 10


def test_that_a_long_chain_of_results_is_no_matter():
    chain = [metric("m0", value=1.0)]
    chain += [metric(f"m{n}", formula=f"m{n - 1} * 1.001") for n in range(1, 1500)]
    assert swings(control(*chain), "m1499") == {"m0": 1.0}
