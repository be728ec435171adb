"""Cards, their drawings, and the list of recent projects."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.colours import colours, has_hue
from workbench.presenters.funnel_sketch import Bar
from workbench.presenters.templates import Card, Recent, RoleDot
from workbench.ui.panels.templates.card import Begin, Dots, TemplateCard
from workbench.ui.panels.templates.funnel_sketch import FunnelSketch
from workbench.ui.panels.templates.recent_list import RecentButton, RecentList

CARD = Card(
    "b2b", "B2B", "A department", "9 roles", (Bar("Leads", "#2A9FD6", 1.0),),
    (RoleDot("#E08A00", "BDR"), RoleDot("#2A9FD6", "SDR")),
)  # fmt: skip


@pytest.fixture
def card(qtbot, theme, words):
    made = TemplateCard(CARD, theme, words)
    qtbot.addWidget(made)
    made.resize(300, 320)
    made.show()
    return made


def test_that_a_card_shows_all_it_knows(card):
    shown = {one.text() for one in card.findChildren(QLabel)}
    assert {"B2B", "A department", "9 roles"} <= shown


def test_that_a_card_tells_which_template_is_wanted(card, qtbot):
    with qtbot.waitSignal(card.begun) as heard:
        card.button.click()
    assert heard.args == [Begin("b2b")]


def test_that_the_empty_project_is_wanted_without_a_key(qtbot, theme, words):
    made = TemplateCard(Card(None, "Empty", "Nothing"), theme, words)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.begun) as heard:
        made.button.click()
    assert heard.args == [Begin(None)]


def test_that_roles_are_named_for_those_who_cannot_tell_colours(card):
    dots = card.findChild(Dots)
    assert dots.toolTip() == "BDR, SDR"
    assert dots.accessibleName() == "BDR, SDR"


def seen(widget) -> set[str]:
    return colours(widget.grab().toImage())


def test_that_dots_have_the_colours_of_roles(card):
    assert {"#e08a00", "#2a9fd6"} <= seen(card.findChild(Dots))


@pytest.fixture
def sketch(qtbot, theme):
    def made(*bars):
        widget = FunnelSketch(theme, bars)
        qtbot.addWidget(widget)
        widget.resize(260, 92)
        return widget

    yield made
    theme.use(dark=False)


def test_that_a_stage_has_the_colour_of_its_role(sketch):
    assert has_hue(seen(sketch(Bar("Leads", "#D1492E", 1.0))), "#D1492E")


def test_that_stages_are_read_out_in_their_order(sketch):
    widget = sketch(Bar("Leads", "#D1492E", 1.0), Bar("Deals", "#2A9FD6", 0.4))
    assert widget.accessibleDescription() == "Leads → Deals"


def test_that_an_empty_project_is_a_plus(sketch, theme):
    assert theme.colors.muted.lower() in seen(sketch())


def test_that_the_drawing_follows_the_look(sketch, theme):
    widget = sketch(Bar("Leads", "#D1492E", 0.5))
    theme.use(dark=True)
    picture = widget.grab().toImage()
    assert picture.pixelColor(130, 6).name() == theme.colors.window.lower()


@pytest.fixture
def recent(qtbot, theme, words):
    made = RecentList(theme, words)
    qtbot.addWidget(made)
    made.show()
    return made


DAISY = Recent(Path("/clients/Daisy.kpi"), "Daisy", "/clients", missing=False)


def test_that_an_empty_list_says_what_will_be_there(recent):
    recent.show_recent(())
    assert recent._none.isVisible()
    recent.show_recent((DAISY,))
    assert not recent._none.isVisible()


def test_that_a_project_is_wanted_by_its_path(recent, qtbot):
    recent.show_recent((DAISY,))
    with qtbot.waitSignal(recent.wanted) as heard:
        recent.findChild(RecentButton).click()
    assert heard.args == [DAISY.path]


def test_that_a_row_is_high_enough_for_its_two_lines(recent):
    recent.show_recent((DAISY,))
    row = recent.findChild(RecentButton)
    words = [one for one in row.findChildren(QLabel) if one.text()]
    assert len(words) == 2
    assert row.minimumSizeHint().height() >= sum(one.sizeHint().height() for one in words)


def test_that_long_names_are_cut_in_the_middle_and_told_whole(recent):
    long = Recent(Path("/a/b.kpi"), "A very long name " * 8, "/a/very/long/folder" * 6, False)
    recent.show_recent((long,))
    row = recent.findChild(RecentButton)
    shown = [one.text() for one in row.findChildren(QLabel)]
    assert all("…" in words for words in shown)
    assert row.accessibleName() == f"{long.name}, {long.folder}"
    assert row.toolTip() == str(long.path)


def test_that_rows_are_kept_while_the_list_is_the_same(recent):
    recent.show_recent((DAISY,))
    before = recent.findChild(RecentButton)
    recent.show_recent((DAISY,))
    assert recent.findChild(RecentButton) is before
