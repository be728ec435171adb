"""Units, directions, influence and formulas in words."""

import pytest

from tests.projects import example, metric, project
from workbench.base.languages import language
from workbench.excel import vocabulary

EN, RU = language("en"), language("ru")


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({}, "qty"),
        ({"unit": "money"}, "₽"),
        ({"unit": "percent"}, "%"),
        ({"unit": "ratio", "kind": "conversion"}, "%"),
        ({"unit": "ratio"}, "ratio"),
        ({"unit": "yes_no"}, "yes/no"),
        ({"unit_label": "calls"}, "calls"),
    ],
)
def test_that_a_unit_is_a_few_letters(members, words):
    assert str(vocabulary.unit(metric("m", **members), "₽")) == words


def test_that_money_without_a_currency_is_money():
    assert str(vocabulary.unit(metric("m", unit="money"), "")) == "money"


@pytest.mark.parametrize(("code", "sign"), [("RUB", "₽"), ("USD", "$"), ("", ""), ("XYZ", "XYZ")])
def test_that_a_currency_has_its_sign(code, sign):
    assert vocabulary.currency_sign(code, RU) == sign


@pytest.mark.parametrize(
    ("influence", "words"),
    [
        ({"direct": False}, "indirect"),
        ({"direct": True}, "direct"),
        ({"direct": True, "horizon": "week"}, "direct: week"),
    ],
)
def test_that_influence_is_said_with_its_horizon(influence, words):
    assert str(vocabulary.influence(metric("m", influence=influence))) == words


@pytest.mark.parametrize("better", ["higher", "lower", "within"])
def test_that_a_direction_is_an_arrow_and_a_word(better):
    words = str(vocabulary.direction(metric("m", better=better)))
    assert words[0] in "↑↓↔"
    assert len(words) > 3


def how(key, of, spoken=EN):
    return spoken.say(vocabulary.how_counted(of.metric(key), of, spoken))


def test_that_a_computed_metric_shows_its_formula_by_names():
    assert how("leads", example()) == "[Посещения сайта] × [Конверсия сайта в лид]"


def test_that_a_conversion_is_one_stage_by_the_other():
    assert how("cr_lead", example()) == "Лиды ÷ Посещения сайта"


def converted(formula):
    return project(
        metric("visits", name="Visits", kind="stage", value=10.0),
        metric("calls", name="Calls", value=5.0),
        metric("leads", name="Leads", kind="stage", formula=formula),
        metric(
            "cr", kind="conversion", unit="ratio", value=0.1, **{"from": "visits", "to": "leads"}
        ),
    )


@pytest.mark.parametrize("formula", ["visits * cr", "lag(visits, 1, 0) * cr", None, "visits *"])
def test_that_a_conversion_that_alone_leads_to_a_stage_is_the_whole_of_it(formula):
    assert how("cr", converted(formula)) == "Leads ÷ Visits"


@pytest.mark.parametrize("formula", ["visits * cr + calls", "calls + visits * cr"])
def test_that_of_a_stage_with_several_sources_only_one_is_counted(formula):
    assert how("cr", converted(formula)) == "Leads that come from “Visits” ÷ Visits"
    assert how("cr", converted(formula), RU) == "Leads из «Visits» ÷ Visits"


def test_that_an_input_is_entered():
    assert how("average_deal", example()) == "is entered"


def test_that_a_broken_formula_stays_as_it_is():
    assert how("x", project(metric("x", formula="a * ("))) == "a * ("


def test_that_functions_are_called_by_their_names_in_the_language():
    of = project(metric("x", formula="workdays() * 2"))
    assert how("x", of) == "working days × 2"


def test_that_a_metric_called_like_a_function_keeps_its_name():
    of = project(metric("a", name="sum(all)", value=1.0), metric("x", formula="a + 1"))
    assert how("x", of) == "[sum(all)] + 1"
