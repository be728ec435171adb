import itertools
import json
import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.journeys import CLOSED, NAMES, journey, through, touch, with_journeys
from tests.projects import CASES
from workbench.document.plan import Journey, Touch
from workbench.formula.values import Problem
from workbench.planning.credit import Credit, apportioned, credit, every_model
from workbench.planning.credit_rules import BY, MODELS, Rule, Weights

WORKED = {case["id"]: case for case in json.loads((CASES / "worked.json").read_text("utf-8"))}


def shared(*journeys, by="channel", model="linear", **rule) -> Credit:
    found = credit(with_journeys(*journeys), by, Rule(model, **rule))
    assert isinstance(found, Credit)
    return found


def shares(*journeys, **how) -> dict[str, float]:
    return dict(shared(*journeys, **how).shares)


@pytest.mark.parametrize("model", ["linear", "u", "w"])
def test_that_five_touches_share_as_the_public_example_says(model):
    case = WORKED["attribution-five-touches"]
    found = shares(through(*NAMES, value=float(case["inputs"]["total"])), model=model)
    assert list(found.values()) == pytest.approx(case["expect"][model], abs=0.01)
    assert sum(map(Decimal, map(str, found.values()))) == 100


def test_that_the_first_touch_takes_all():
    assert shares(through("b", "a"), model="first") == {"a": 0, "b": 100}


def test_that_the_last_touch_takes_all():
    assert shares(through("b", "a"), model="last") == {"a": 100, "b": 0}


def test_that_thirds_of_a_cent_go_to_the_keys_that_come_first():
    assert shares(through("a", "b", "c")) == {"a": 33.34, "b": 33.33, "c": 33.33}


def test_that_value_and_count_of_deals_are_multiplied():
    # 3 deals of 1,500.50 and 2 of 999.99: 4,501.50 + 1,999.98; a has half of the first.
    found = shared(
        through("a", "b", value=1500.50, count=3.0), through("b", value=999.99, count=2.0)
    )
    assert found.total == 6501.48
    assert found.shares == {"a": 2250.75, "b": 4250.73}


def test_that_a_touch_weighs_half_of_one_a_half_life_nearer():
    # 14, 7 and 0 days before: 1/4 + 1/2 + 1 = 7/4 of 700, so 100, 200, 400.
    found = shares(
        journey(touch(14, "a"), touch(7, "b"), touch(0, "c"), value=700.0), model="time_decay"
    )
    assert found == {"a": 100, "b": 200, "c": 400}


def test_that_the_half_life_can_be_another():
    # 30 days are one half-life: 1/2 and 1 of 900.
    found = shares(
        journey(touch(30, "a"), touch(0, "b"), value=900.0), model="time_decay", half_life=30.0
    )
    assert found == {"a": 300, "b": 600}


def test_that_only_differences_between_touches_count_however_long_ago_they_were():
    found = shares(journey(touch(36_507, "a"), touch(36_500, "b"), value=300.0), model="time_decay")
    assert found == {"a": 100, "b": 200}


def test_that_own_weights_go_to_first_middle_and_last():
    # 1 : 2 : 1 of 800; the middle two share 400.
    found = shares(through("a", "b", "c", "d", value=800.0), model="own", weights=Weights(1, 2, 1))
    assert found == {"a": 200, "b": 200, "c": 200, "d": 200}


def test_that_weights_nobody_takes_go_to_the_others_in_proportion():
    # 30 and 10 stay of 30, 60, 10: three quarters and a quarter.
    found = shares(through("a", "b"), model="own", weights=Weights(30, 60, 10))
    assert found == {"a": 75, "b": 25}


def test_that_touches_that_all_weigh_nothing_share_equally():
    assert shares(through("a", "b"), model="own", weights=Weights(0, 1, 0)) == {"a": 50, "b": 50}


@pytest.mark.parametrize("model", [model for model in MODELS if model != "time_decay"])
@pytest.mark.parametrize("count", [1, 2])
def test_that_one_touch_gets_all_and_two_equal_parts_where_the_rule_is_symmetric(model, count):
    found = shares(through(*NAMES[:count]), model=model)
    asymmetric = {"first": [100.0, 0.0], "last": [0.0, 100.0]}
    expected = asymmetric[model] if count == 2 and model in asymmetric else [100 / count] * count
    assert list(found.values()) == expected


def test_that_three_touches_of_the_w_model_get_a_third_each():
    assert shares(through("a", "b", "c", value=300.0), model="w") == {"a": 100, "b": 100, "c": 100}


def test_that_the_key_touch_of_four_is_the_second_where_no_stage_is_named():
    found = shares(through("a", "b", "c", "d"), model="w")
    assert found == {"a": 30, "b": 30, "c": 10, "d": 30}


def test_that_the_key_touch_is_the_first_between_the_ends_at_the_key_stage():
    touches = [touch(9 - at, name, stage="e" if at in {0, 3} else None)
               for at, name in enumerate(NAMES)]  # fmt: skip
    found = shares(journey(*touches), model="w", key_stage="e")
    assert found == {"a": 30, "b": 5, "c": 5, "d": 30, "e": 30}


def test_that_one_key_may_be_several_touches():
    assert shares(through("a", "b", "a"), model="u") == {"a": 80, "b": 20}


def test_that_touches_stand_in_the_order_of_their_dates():
    assert shares(journey(touch(0, "a"), touch(5, "b")), model="first") == {"a": 0, "b": 100}


def test_that_touches_of_one_day_stand_as_they_were_entered():
    assert shares(journey(touch(3, "b"), touch(3, "a")), model="first")["b"] == 100


def test_that_a_touch_on_the_day_of_closing_counts():
    assert shares(journey(touch(0, "a"))) == {"a": 100}


def test_that_a_touch_after_closing_led_nowhere():
    assert shares(journey(touch(5, "a"), touch(-1, "b"))) == {"a": 100}


def test_that_journeys_without_touches_are_not_credited():
    found = shared(through("a"), journey(value=40.0), journey(touch(-3, "a"), value=2.5))
    assert (found.total, found.shares) == (142.5, {"a": 100})
    assert (found.without_touches, found.unnamed, found.not_credited) == (42.5, 0, 42.5)


def test_that_a_rule_goes_over_the_touches_that_name_what_is_asked_for():
    mixed = journey(touch(9, "a", role="b"), touch(5, role="c"), touch(1, "d"))
    assert shares(mixed) == {"a": 50, "d": 50}
    assert shares(mixed, by="role", model="last") == {"b": 0, "c": 100}


def test_that_journeys_whose_touches_name_nothing_are_not_credited():
    found = shared(through("a", "b"), through("a", value=10.0), by="stage")
    assert (found.shares, found.unnamed, found.not_credited) == ({}, 110, 110)


def test_that_shares_stand_in_the_order_of_the_project():
    assert list(shares(through("d"), through("a"), through("c"))) == ["a", "c", "d"]


def test_that_a_project_without_journeys_has_nothing_to_share():
    found = shared()
    assert (found.total, found.shares, found.not_credited, found.part("a")) == (0, {}, 0, 0)


def test_that_the_part_of_a_key_is_of_what_was_credited():
    found = shared(through("a", value=30.0), through("b", value=10.0), journey(value=500.0))
    assert (found.credited, found.part("a"), found.part("e")) == (40, 0.75, 0)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (Rule("time_decay", half_life=0.0), "the half-life must be a number of days above zero"),
        (Rule("time_decay", half_life=-7.0), "the half-life must be a number of days above zero"),
        (Rule("own", weights=Weights(1, -1, 1)), "weights must not be below zero"),
        (Rule("own", weights=Weights(0, 0, 0)), "one of the weights at least must be above zero"),
    ],
)
def test_that_a_rule_that_divides_nothing_is_a_sentence(rule, sentence):
    found = credit(with_journeys(through("a")), "channel", rule)
    assert isinstance(found, Problem)
    assert str(found.reason) == sentence


def test_that_a_fault_of_one_model_is_none_of_another():
    assert shares(through("a"), model="linear", half_life=0.0) == {"a": 100}


@pytest.mark.parametrize(
    "journeys", [[(1e300, 1e300)], [(1e308, 1.0), (1e308, 1.0)], [(2e15, 1.0)]]
)
def test_that_too_much_money_is_a_sentence(journeys):
    made = [through("a", value=value, count=count) for value, count in journeys]
    found = credit(with_journeys(*made), "channel")
    assert isinstance(found, Problem)
    assert str(found.reason) == "the revenue of the journeys is too large"


def test_that_every_model_is_there_side_by_side():
    found = every_model(with_journeys(through("a", "b", "c", "d")), "channel", Rule())
    assert list(found) == list(MODELS)
    assert isinstance(found["u"], Credit)
    assert found["u"].shares == {"a": 40, "b": 10, "c": 10, "d": 40}


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (7, [0.5, 0.25, 0.25], [3, 2, 2]),  # 3.5, 1.75, 1.75: the two larger rests go up
        (10, [0, 0], [0, 0]),
        (10**30, [1e300, 1e300], [5 * 10**29, 5 * 10**29]),
    ],
)
def test_that_units_are_apportioned_by_the_largest_remainder(total, parts, expected):
    assert apportioned(total, parts) == expected


dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))
some = st.none() | st.sampled_from(NAMES)
touches = st.lists(
    st.builds(Touch, date=dates, channel=some, role=some, stage=some), max_size=7
).map(tuple)
money = st.floats(0, 1e7) | st.integers(0, 10**6).map(float) | st.just(0.005)
journeys = st.lists(
    st.builds(
        Journey, closed=dates, value=money, count=st.integers(0, 9).map(float) | st.floats(0, 9),
        touches=touches,
    ),
    max_size=6,
)  # fmt: skip
rules = st.builds(
    Rule,
    st.sampled_from(MODELS),
    half_life=st.floats(1e-6, 1e6),
    weights=st.builds(Weights, st.floats(0, 9), st.floats(0, 9), st.floats(0.1, 9)),
    key_stage=some,
)


def exact(amount: float) -> Decimal:
    return Decimal(str(amount))


@given(journeys, rules, st.sampled_from(BY))
def test_that_the_parts_add_up_to_the_cent_for_any_journeys_and_model(given_, rule, by):
    found = credit(with_journeys(*given_), by, rule)
    assert isinstance(found, Credit)
    parts = [*found.shares.values(), found.not_credited]
    assert sum(map(exact, parts)) == exact(found.total)
    assert all(part >= 0 and exact(part) == round(exact(part), 2) for part in parts)
    assert abs(found.total - sum(one.value * one.count for one in given_)) < 0.006


@given(journeys, rules, st.sampled_from(BY), st.randoms(use_true_random=False))
def test_that_the_order_of_journeys_never_matters(given_, rule, by, luck):
    mixed = list(given_)
    luck.shuffle(mixed)
    assert credit(with_journeys(*given_), by, rule) == credit(with_journeys(*mixed), by, rule)


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), rules, st.randoms())
def test_that_the_order_in_which_touches_of_different_days_are_entered_never_matters(
    channels, rule, luck
):
    ordered = [touch(20 - at, name) for at, name in enumerate(channels)]
    mixed = list(ordered)
    luck.shuffle(mixed)
    one, other = (with_journeys(journey(*them)) for them in (ordered, mixed))
    assert credit(one, "channel", rule) == credit(other, "channel", rule)


def test_that_many_journeys_add_up_as_integer_arithmetic_says():
    luck = random.Random(7)
    made, cents = [], dict.fromkeys(NAMES, 0)
    for _ in range(2000):
        first, last = luck.choice(NAMES), luck.choice(NAMES)
        value = luck.randrange(1, 10**6) * 2
        made.append(through(first, last, value=value / 100))
        cents[first] += value // 2
        cents[last] += value // 2
    found = shares(*made)
    assert {key: round(amount * 100) for key, amount in found.items()} == cents


def test_that_days_before_the_closing_are_counted_from_each_journeys_own_closing():
    early = Journey(
        closed=CLOSED - timedelta(days=100), value=300.0,
        touches=(touch(107, "a"), touch(100, "b")),
    )  # fmt: skip
    late = journey(touch(7, "a"), touch(0, "b"), value=300.0)
    assert shares(early, late, model="time_decay") == {"a": 200, "b": 400}


def test_that_any_pair_of_dimensions_gives_the_same_total():
    made = journey(touch(3, "a", role="b"), touch(1, "c", stage="d"), value=123.45)
    totals = {shared(made, by=by, model=model).total
              for by, model in itertools.product(BY, MODELS)}  # fmt: skip
    assert totals == {123.45}
