"""Values, units and marks as people read them."""

import pytest

from tests.presenters.funnel_cases import short
from tests.projects import metric, project
from workbench.base.languages import language
from workbench.base.numbers import NotANumber
from workbench.base.texts import text
from workbench.document.client import Client
from workbench.document.metric import Influence
from workbench.formula.values import Problem
from workbench.presenters.measures import (
    currency_sign,
    editable_value,
    influence_mark,
    measured,
    phase_of,
    shown_value,
    typed_value,
    unit_caption,
)

EN, RU = language("en"), language("ru")
RUB = project(client=Client(currency="RUB"))
USD = project(client=Client(currency="USD"))
NBSP = "\u00a0"


def card(value, made=RUB, lang=RU, **members):
    shown = measured(metric("m", **members), value, made, lang)
    return shown.figure, shown.unit


@pytest.mark.parametrize(
    ("members", "value", "expected"),
    [
        ({}, 600, ("600", "/мес")),
        ({}, 39_000, (f"39{NBSP}000", "/мес")),
        ({"over_time": "last"}, 531.2, ("531", "")),
        ({"unit": "money"}, 5_760_000, ("5,76", f"млн{NBSP}₽")),
        ({"unit": "money"}, 180_000, (f"180{NBSP}000", "₽")),
        ({"unit": "money"}, -2_500_000, ("-2,5", f"млн{NBSP}₽")),
        ({"unit": "hours", "over_time": "mean"}, 30, ("30", "ч")),
        ({"unit": "days"}, 21, ("21", "дн. /мес")),
        ({"unit_label": "кампании"}, 2, ("2", "кампании")),
        ({"unit": "ratio", "kind": "conversion", "over_time": "mean"}, 0.02, ("2", f"%{NBSP}/мес")),
        ({"unit": "percent", "over_time": "mean"}, 0.08, ("8", "%")),
        ({"unit": "ratio", "over_time": "ratio"}, 0.45, ("0,45", "")),
        ({}, 25_000_000, (f"25{NBSP}млн", "/мес")),
        ({}, 0.0034, ("0,0034", "/мес")),
    ],
)
def test_that_a_card_shows_figure_and_unit(members, value, expected):
    assert card(value, **members) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [(USD, ("$5.76M", "")), (RUB, ("5.76M", "RUB")), (project(), ("5.76M", ""))],
)
def test_that_english_puts_a_sign_before_and_a_code_after_the_figure(made, expected):
    assert card(5_760_000, made, EN, unit="money") == expected


def test_that_a_problem_and_a_missing_value_are_a_dash():
    assert card(Problem(text("division by zero"))) == ("—", "")
    assert card(None) == ("—", "")


@pytest.mark.parametrize(("value", "words"), [(1.0, "yes"), (0.0, "no")])
def test_that_yes_and_no_are_words(value, words):
    assert card(value, lang=EN, unit="yes_no") == (words, "")


def test_that_a_percentage_is_written_as_its_language_does():
    rate = metric("m", kind="conversion", unit="ratio", from_stage="a", to_stage="b")
    assert str(measured(rate, 0.015, RUB, RU)) == f"1,5{NBSP}%"
    assert str(measured(rate, 0.015, RUB, EN)) == "1.5%"


def test_that_a_value_on_one_line_has_no_period():
    assert shown_value(metric("m"), 600, RUB, RU) == "600"
    assert shown_value(metric("m", unit="days"), 21, RUB, EN) == f"21{NBSP}d"


def test_that_a_value_on_one_line_is_written_out_unless_it_is_to_be_short():
    money = metric("m", unit="money")
    assert shown_value(money, 6_217_722, RUB, RU) == f"6{NBSP}217{NBSP}722{NBSP}₽"
    assert shown_value(money, 6_217_722, RUB, RU, compact=True) == f"6,22{NBSP}млн{NBSP}₽"


def test_that_the_caption_of_a_unit_knows_currency_and_period():
    assert EN.say(unit_caption(metric("m"), RUB)) == "/mo"
    assert EN.say(unit_caption(metric("m", unit="money"), RUB)) == "₽"
    assert EN.say(unit_caption(metric("m", unit="hours"), RUB)) == "h /mo"


def test_that_a_currency_without_a_sign_is_its_code():
    assert currency_sign("XYZ") == "XYZ"
    assert currency_sign("") == ""


def test_that_direct_influence_shows_its_horizon():
    mark = influence_mark(metric("m", influence=Influence(direct=True, horizon="week")))
    assert (mark.mark, str(mark.label)) == ("direct", "week")


def test_that_direct_influence_without_a_horizon_says_so():
    mark = influence_mark(metric("m", influence=Influence(direct=True)))
    assert (mark.mark, str(mark.label)) == ("direct", "directly")


def test_that_the_action_stands_in_the_reason():
    influence = Influence(direct=True, horizon="day", action="call back")
    assert str(influence_mark(metric("m", influence=influence)).why).endswith("call back")


def test_that_what_is_computed_is_a_result_and_the_rest_is_not_influenced():
    assert influence_mark(metric("m", formula="1 + 1")).mark == "result"
    assert influence_mark(metric("m", value=1.0)).mark == "none"


def test_that_a_metric_finds_its_phase():
    made = short()
    phase = phase_of(made.metric("deals"), made)
    assert phase is not None
    assert phase.name == "Deal"
    assert phase_of(metric("m"), made) is None


RATE = metric("m", kind="conversion", unit="ratio", from_stage="a", to_stage="b")


def test_that_a_share_is_edited_and_typed_as_a_percentage():
    assert editable_value(RATE, 0.165, RU) == f"16,5{NBSP}%"
    assert typed_value(RATE, "16,5", RU) == pytest.approx(0.165)
    assert typed_value(RATE, "16,5 %", RU) == pytest.approx(0.165)


def test_that_a_number_is_edited_whole_and_without_grouping():
    assert editable_value(metric("m"), 1234567.5, RU) == "1234567,5"


def test_that_an_empty_field_means_no_value():
    assert typed_value(metric("m"), "  ", RU) is None
    assert editable_value(metric("m"), None, RU) == ""


def test_that_a_percentage_typed_for_a_number_is_a_share():
    assert typed_value(metric("m", unit="ratio"), "45%", EN) == pytest.approx(0.45)


def test_that_nonsense_is_refused():
    with pytest.raises(NotANumber):
        typed_value(metric("m"), "many", EN)
