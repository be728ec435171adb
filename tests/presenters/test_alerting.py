"""What was found, said beside a thing."""

import pytest

from tests.presenters.roles_cases import ENGLISH
from workbench.base.texts import text
from workbench.presenters.alerting import sign_of, spoken, together, with_sentences
from workbench.presenters.checking import Alert

GRAVE = Alert("error", (text("Nobody moves it"), text("It has no plan")))
LIGHT = Alert("hint", (text("Name the source"),))


@pytest.mark.parametrize(("alert", "sign"), [(GRAVE, "error"), (LIGHT, "hint"), (None, "")])
def test_that_the_sign_is_the_gravest_severity(alert, sign):
    assert sign_of(alert) == sign


def test_that_sentences_stand_below_a_hint_after_an_empty_line():
    assert with_sentences("Leads", GRAVE, ENGLISH).splitlines() == [
        "Leads", "", "• Nobody moves it", "• It has no plan",
    ]  # fmt: skip


def test_that_sentences_stand_alone_where_there_is_no_hint():
    assert with_sentences("", LIGHT, ENGLISH) == "Name the source"


def test_that_nothing_found_adds_nothing():
    assert with_sentences("Leads", None, ENGLISH) == "Leads"
    assert spoken("Leads", None, ENGLISH) == "Leads"


def test_that_a_screen_reader_says_how_grave_it_is():
    assert spoken("Leads", GRAVE, ENGLISH) == "Leads — error: Nobody moves it. It has no plan"


def test_that_the_gravest_of_several_things_comes_first():
    assert together((LIGHT, None, GRAVE)) == Alert("error", (*GRAVE.messages, *LIGHT.messages))


def test_that_nothing_together_is_nothing():
    assert together((None, None)) is None
