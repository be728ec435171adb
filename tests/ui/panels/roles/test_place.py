"""The Roles place with real clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from tests.presenters.roles_cases import desk_with
from workbench.ui.panels.roles.emptiness import RoleButton
from workbench.ui.panels.roles.place import RolesPlace
from workbench.ui.words import Words

LEFT = Qt.MouseButton.LeftButton


def button(place, words):
    return next(one for one in place.findChildren(QPushButton) if one.text() == words)


def metrics(place):
    return [row.metric for row in place._matrix.roles.model().picture.rows if row.metric]


def cards(place):
    return place._cards._cards


@pytest.fixture
def on_cards(qtbot, place):
    qtbot.mouseClick(button(place, "Role cards"), LEFT)
    return place


def test_that_the_place_opens_with_the_matrix(place):
    assert place._matrix.isVisible()


def test_that_the_switch_opens_the_cards(on_cards):
    assert [card.role for card in cards(on_cards)] == ["sdr", "marketer", "head", "agency"]
    assert not on_cards._matrix.isVisible()


def test_that_a_card_selects_its_role(qtbot, on_cards, desk):
    qtbot.mouseClick(cards(on_cards)[2], LEFT)
    assert desk.selection.selected.role == "head"
    assert [card.isChecked() for card in cards(on_cards)] == [False, False, True, False]


def test_that_arrows_go_from_card_to_card(qtbot, on_cards, desk):
    cards(on_cards)[0].setFocus()
    qtbot.keyClick(cards(on_cards)[0], Qt.Key.Key_Right)
    assert desk.selection.selected.role == "marketer"


def test_that_cards_have_names_for_screen_readers(on_cards):
    assert cards(on_cards)[0].accessibleName().startswith("SDR. 2 people.")


def test_that_a_card_is_as_tall_as_what_it_says(on_cards, desk):
    QApplication.processEvents()
    for card in cards(on_cards):
        assert card.height() == card.heightForWidth(card.width())


def test_that_a_role_that_is_added_comes_to_sight_among_the_cards(on_cards):
    for _ in range(12):
        on_cards._presenter.roles.add_blank()
    seen = on_cards._cards.viewport().rect()
    added = cards(on_cards)[-1]
    place = added.rect().translated(added.mapTo(on_cards._cards.viewport(), QPoint()))
    assert seen.contains(place)


def test_that_a_card_that_moves_keeps_mark_and_focus(on_cards, desk):
    desk.selection.role("marketer")
    marketer = cards(on_cards)[1]
    marketer.setFocus()
    on_cards._presenter.roles.move("marketer", -1)
    QApplication.processEvents()
    assert (marketer.hasFocus(), marketer.isChecked(), marketer.x()) == (True, True, 0)


def test_that_only_influenceable_hides_results(qtbot, place):
    qtbot.mouseClick(button(place, "Only influenceable"), LEFT)
    assert metrics(place) == ["leads", "quality", "cost"]


def test_that_the_search_waits_for_a_pause_in_typing(qtbot, place):
    place.focus_search()
    qtbot.keyClicks(QApplication.focusWidget(), "lead")
    assert len(metrics(place)) == 6
    qtbot.waitUntil(lambda: metrics(place) == ["leads", "quality", "cost"])


def test_that_escape_leaves_the_search(qtbot, place):
    place.focus_search()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "price")
    qtbot.waitUntil(lambda: metrics(place) == ["price"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (len(metrics(place)), field.hasFocus()) == (6, False)


def test_that_the_menu_adds_a_role_of_the_method(qtbot, place, desk):
    menu = place.findChildren(QMenu)[0]
    menu.aboutToShow.emit()
    found = next(one for one in menu.actions() if one.text() == "Key account manager")
    found.trigger()
    assert desk.project.roles[-1].name == "Key account manager"


def test_that_the_language_is_switched_while_running(place, desk):
    desk.speak("ru")
    header = place._matrix.roles.model().headerData(0, Qt.Orientation.Horizontal)
    assert header == desk.say(text_of("Metric"))


def test_that_the_place_sleeps_while_it_is_hidden(place, desk):
    before = place._matrix.roles.model().picture
    place.hide()
    place._presenter.roles.add_blank()
    assert place._matrix.roles.model().picture is before
    place.show()
    assert len(place._matrix.roles.model().picture.columns) == 5


def test_that_a_project_without_roles_offers_those_of_the_method(qtbot, theme):
    desk = desk_with(roles=())
    made = RolesPlace(desk, theme, Words(desk))
    qtbot.addWidget(made)
    made.show()
    qtbot.mouseClick(button(made, "Marketer"), LEFT)
    assert desk.project.roles[0].key == "marketer"
    assert made._matrix.isVisible()


@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_no_role_of_the_method_is_cut_in_a_narrow_place(qtbot, theme, code):
    desk = desk_with(roles=(), code=code)
    made = RolesPlace(desk, theme, Words(desk))
    qtbot.addWidget(made)
    made.resize(496, 560)
    made.show()
    QApplication.processEvents()
    roles = made._emptiness.findChildren(RoleButton)
    assert all(role.width() >= role.sizeHint().width() for role in roles)


@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_no_control_is_cut_in_a_narrow_place(place, desk, code):
    place.resize(496, 560)
    desk.speak(code)
    QApplication.processEvents()
    buttons = [one for one in place.findChildren(QPushButton) if one.isVisible()]
    assert all(one.width() >= one.sizeHint().width() for one in buttons)
    assert place.width() == 496


@pytest.mark.parametrize("code", ["en", "ru"])
def test_that_nothing_under_the_matrix_is_cut_in_a_narrow_place(qtbot, place, desk, code):
    place.resize(496, 560)
    desk.speak(code)
    legend = place._matrix._legend
    names = legend.findChildren(QLabel)
    qtbot.waitUntil(lambda: all(name.width() >= name.sizeHint().width() for name in names))
    qtbot.waitUntil(lambda: legend.height() >= legend.heightForWidth(legend.width()))


def test_that_a_project_without_metrics_leads_to_the_funnel(qtbot, theme):
    desk = desk_with(metrics=(), roles=(desk_with().project.roles[1],))
    desk.go("roles")
    made = RolesPlace(desk, theme, Words(desk))
    qtbot.addWidget(made)
    made.show()
    qtbot.mouseClick(button(made, "Draw the funnel"), LEFT)
    assert desk.place == "funnel"


def test_that_every_control_has_a_name_for_screen_readers(place):
    nameless = [
        widget
        for widget in place.findChildren(QPushButton)
        if not (widget.accessibleName() or widget.text())
    ]
    assert nameless == []


def text_of(words):
    from workbench.base.texts import text

    return text(words)
