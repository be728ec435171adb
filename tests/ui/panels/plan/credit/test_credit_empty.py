"""The tab of credit before there is a journey."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.presenters.credit_cases import sales


@pytest.fixture
def project():
    return sales()


def test_that_it_says_what_a_journey_is(opened):
    assert opened.tab.empty.isVisible()
    assert not opened.tab.rule.isVisible()


def test_that_a_journey_can_be_added_and_typed_at_once(opened):
    opened.tab.empty.add.setFocus()
    opened.press(Qt.Key.Key_Space)
    assert len(opened.journeys) == 1
    assert opened.tab.rule.isVisible()
    opened.type("1.2.2027")
    opened.press(Qt.Key.Key_Return)
    assert opened.journeys[0].closed == date(2027, 2, 1)


def test_that_undoing_the_first_journey_shows_the_beginning_again(opened):
    opened.tab.empty.add.click()
    opened.press(Qt.Key.Key_Escape)
    opened.desk.session.undo()
    assert opened.tab.empty.isVisible()
