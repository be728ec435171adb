"""What the checks find, shown on cards and pills."""

import pytest

from tests.presenters.findings import find, found
from tests.presenters.funnel_cases import Canvas, FixedSizes, picture_of, short
from tests.projects import example
from workbench.base.languages import language
from workbench.document.edits.kpis import Unassign
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.planning.forward import calculate
from workbench.presenters.checking import Alerts
from workbench.presenters.funnel.composer import Composer

CARD = found("error", "Nobody answers for it", metric="leads")
PILL = found("warning", "It is far from the norm", metric="cr_lead")


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(short())


def signs(canvas):
    picture = canvas.funnel.picture
    cards = {card.key: card.alert for card in picture.cards if card.alert}
    pills = {key: a.pill.alert for key, a in picture.arrow_by_metric.items() if a.pill.alert}
    return cards | pills


def rows(canvas):
    return {row.key: row for group in canvas.funnel.outline() for row in group.rows}


def test_that_a_card_and_a_pill_get_signs(canvas):
    find(canvas.desk, CARD, PILL)
    assert signs(canvas) == {"leads": "error", "cr_lead": "warning"}


def test_that_the_gravest_finding_decides(canvas):
    find(canvas.desk, CARD, found("hint", "Name its source", metric="leads"))
    assert signs(canvas) == {"leads": "error"}


def test_that_a_finding_about_a_kpi_is_one_about_its_metric(canvas):
    find(canvas.desk, found("warning", "Nothing balances it", metric="leads", role="sdr"))
    assert signs(canvas) == {"leads": "warning"}


def test_that_signs_go_when_nothing_is_found_any_more(canvas):
    find(canvas.desk, CARD, PILL)
    find(canvas.desk)
    assert signs(canvas) == {}


def test_that_the_view_shows_the_signs_without_another_picture(canvas):
    shown = len(canvas.view.pictures)
    find(canvas.desk, CARD)
    assert len(canvas.view.pictures) == shown
    assert canvas.view.alerts[-1] is canvas.desk.checking.alerts


def test_that_what_is_found_again_is_not_shown_again(canvas):
    find(canvas.desk, CARD, PILL)
    find(canvas.desk, CARD, PILL)
    assert len(canvas.view.alerts) == 1


def test_that_a_sign_stays_through_an_edit_until_the_next_answer(canvas):
    find(canvas.desk, CARD, PILL)
    canvas.desk.do(ChangeMetric("leads", {"name": "Enquiries"}))
    assert signs(canvas) == {"leads": "error", "cr_lead": "warning"}
    assert canvas.view.pictures[-1].card_by_key["leads"].alert == "error"


def test_that_nothing_found_about_another_project_is_shown(canvas):
    find(canvas.desk, CARD)
    canvas.desk.session.open(ChangeMetric("leads", {"name": "Enquiries"}).apply(short()))
    assert signs(canvas) == {}
    assert (canvas.view.opened, len(canvas.view.alerts)) == (2, 1)


def test_that_the_signs_of_a_project_opened_again_are_shown_again(canvas):
    find(canvas.desk, CARD)
    canvas.desk.session.open(short())
    assert signs(canvas) == {}
    find(canvas.desk, CARD)
    assert signs(canvas) == {"leads": "error"}
    assert len(canvas.view.alerts) == 2


def test_that_a_check_marks_what_is_wrong_and_a_mend_unmarks_it():
    owned = Kpi(metric="revenue", role="sdr", weight=1.0)
    canvas = Canvas(short().having(roles=(Role(key="sdr", name="SDR"),), kpis=(owned,)))
    canvas.desk.checking.check()
    assert signs(canvas)["revenue"] == "error"
    canvas.desk.do(Unassign(frozenset({("revenue", "sdr")})))
    canvas.desk.checking.check()
    assert signs(canvas).get("revenue") != "error"


def test_that_a_sign_changes_neither_size_nor_way(canvas):
    before = canvas.funnel.picture
    find(canvas.desk, CARD, PILL)
    after = canvas.funnel.picture
    assert [card.box for card in after.cards] == [card.box for card in before.cards]
    assert [(a.curve, a.pill_box) for a in after.arrows] == [
        (a.curve, a.pill_box) for a in before.arrows
    ]


def test_that_cards_and_arrows_without_another_sign_stay_the_same_objects(canvas):
    before = canvas.funnel.picture
    find(canvas.desk, CARD)
    after = canvas.funnel.picture
    assert after.card_by_key["visits"] is before.card_by_key["visits"]
    assert after.arrows[0] is before.arrows[0]
    assert after.card_by_key["leads"] is not before.card_by_key["leads"]


def test_that_what_has_a_sign_stays_the_same_object_while_others_change():
    composer, alerts, en = Composer(FixedSizes()), Alerts((CARD, PILL)), language("en")
    before = composer.picture(calculate(short()), en, alerts)
    dearer = ChangeMetric("price", {"value": 700.0}).apply(short())
    after = composer.picture(calculate(dearer), en, alerts)
    assert after.card_by_key["leads"] is before.card_by_key["leads"]
    assert after.arrow_by_metric["cr_lead"] is before.arrow_by_metric["cr_lead"]


def test_that_a_picture_of_its_own_shows_no_signs():
    assert not any(card.alert for card in picture_of(example()).cards)


def test_that_cards_keep_their_signs_while_they_are_dragged(canvas):
    find(canvas.desk, CARD, PILL)
    corner = canvas.box("leads").corner
    moved = canvas.funnel.with_corners({"leads": corner})
    assert moved.card_by_key["leads"].alert == "error"
    assert moved.arrow_by_metric["cr_lead"].pill.alert == "warning"


def test_that_the_hint_of_a_card_ends_with_what_was_found(canvas):
    find(canvas.desk, CARD, found("hint", "Name its source", metric="leads"))
    lines = canvas.funnel.hint("leads").splitlines()
    assert lines[-3:] == ["", "• Nobody answers for it", "• Name its source"]


def test_that_the_hint_of_a_conversion_says_what_was_found(canvas):
    find(canvas.desk, PILL)
    arrow = canvas.funnel.picture.arrow_by_metric["cr_lead"]
    assert canvas.funnel.link_hint(arrow).endswith("\n\nIt is far from the norm")


def test_that_the_outline_says_what_was_found(canvas):
    find(canvas.desk, CARD)
    row = rows(canvas)["leads"]
    assert row.alert == "error"
    assert row.spoken == "leads — error: Nobody answers for it"
    assert row.detail == "stage\n\nNobody answers for it"


def test_that_the_outline_of_what_is_sound_says_its_name(canvas):
    row = rows(canvas)["leads"]
    assert (row.alert, row.spoken, row.detail) == ("", "leads", "stage")


def test_that_the_outline_follows_another_sentence_with_the_same_sign(canvas):
    find(canvas.desk, CARD)
    outlines, shown = canvas.view.outlines, len(canvas.view.alerts)
    find(canvas.desk, found("error", "Two roles own it", metric="leads"))
    assert (canvas.view.outlines, len(canvas.view.alerts)) == (outlines + 1, shown)
    assert rows(canvas)["leads"].spoken.endswith("Two roles own it")
