"""Cards and recent projects with mouse and keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.storage.settings import RecentFile
from workbench.ui.panels.templates.card import TemplateCard
from workbench.ui.panels.templates.place import TemplatesPlace
from workbench.ui.panels.templates.recent_list import RecentButton

LEFT = Qt.MouseButton.LeftButton


class Starting:
    def __init__(self):
        self.begun = []
        self.files = (
            RecentFile(Path("/clients/Daisy.kpi"), is_missing=False),
            RecentFile(Path("/stick/Old.kpi"), is_missing=True),
        )

    def start_template(self, key):
        self.begun.append(key)

    def start_empty(self):
        self.begun.append("nothing")

    def open_recent(self, path):
        self.begun.append(path)

    def recent(self):
        return self.files


@pytest.fixture
def starting():
    return Starting()


@pytest.fixture
def place(qtbot, desk, theme, words, starting):
    made = TemplatesPlace(desk, theme, words, starting)
    qtbot.addWidget(made)
    made.resize(1350, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    theme.use(dark=False)


def cards(place) -> list[TemplateCard]:
    return [card for card in place.findChildren(TemplateCard) if card.isVisible()]


def test_that_a_button_begins_from_a_template(place, starting):
    QTest.mouseClick(cards(place)[0].button, LEFT)
    assert starting.begun == ["b2b_sales"]


def test_that_the_last_card_begins_with_nothing(place, starting):
    QTest.mouseClick(cards(place)[-1].button, LEFT)
    assert starting.begun == ["nothing"]


def test_that_a_card_can_be_pressed_by_key(place, starting):
    cards(place)[0].button.setFocus()
    QTest.keyClick(cards(place)[0].button, Qt.Key.Key_Space)
    assert starting.begun == ["b2b_sales"]


def test_that_a_button_tells_which_template_it_begins(place):
    assert cards(place)[0].button.accessibleName().startswith("Create project: ")


def test_that_a_recent_project_is_opened_by_a_click(place, starting):
    QTest.mouseClick(place.findChildren(RecentButton)[0], LEFT)
    assert starting.begun == [Path("/clients/Daisy.kpi")]


def test_that_a_project_that_is_away_cannot_be_opened(place):
    away = place.findChildren(RecentButton)[1]
    assert not away.isEnabled()
    assert away.toolTip() == "This file is not there at the moment"


def test_that_the_list_follows_when_the_place_is_opened_again(place, starting):
    starting.files = ()
    place.hide()
    place.show()
    assert place._recent._none.isVisible()


def test_that_cards_stand_side_by_side_as_far_as_there_is_room(place):
    assert cards(place)[0].y() == cards(place)[1].y()
    place.resize(740, 800)
    QApplication.processEvents()
    assert cards(place)[0].x() == cards(place)[1].x()


def test_that_cards_follow_the_language(place, desk):
    before = len(cards(place))
    desk.speak("ru")
    QApplication.processEvents()
    assert len(cards(place)) == before
    assert place._recent._none.text() != ""


@pytest.mark.parametrize("dark", [False, True])
def test_that_everything_is_painted_in_both_looks(place, theme, dark):
    theme.use(dark=dark)
    assert not place.grab().isNull()


def test_that_cards_are_as_high_as_their_words_need_in_a_large_window(place):
    place.resize(2400, 1400)
    QApplication.processEvents()
    tallest = max(card.heightForWidth(card.width()) for card in cards(place))
    assert all(card.height() == tallest for card in cards(place)[:4])
