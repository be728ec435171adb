"""Journeys and touches, typed."""

from datetime import date

import pytest

from tests.planning.journeys import CLOSED, journey, touch
from tests.presenters.conftest import Notices
from tests.presenters.credit_cases import deals, sales, stand
from workbench.document.plan import Touch


def test_that_a_row_has_the_deal_and_its_touches_in_order():
    found = stand(journey(touch(1, "ads"), touch(9, "site"), value=600.0, count=2.0))
    row = found.presenter.journeys.row(0)
    assert (row.closed, row.value, row.count) == ("31 Mar 2027", "$600", "2")
    assert [chip.text for chip in row.chips] == ["Site", "Ads"]


def test_that_a_touch_that_does_not_count_is_dashed():
    found = stand(journey(touch(5, role="sdr"), touch(1, "site"), touch(-1, "ads")))
    chips = found.presenter.journeys.row(0).chips
    assert [(chip.text, chip.dashed) for chip in chips] == [
        ("—", True), ("Site", False), ("Ads", True),
    ]  # fmt: skip


def test_that_the_tip_tells_everything_about_each_touch():
    found = stand(journey(touch(2, "site", role="sdr", stage="leads"), touch(-1, "ads")))
    assert found.presenter.journeys.row(0).tip.splitlines() == [
        "29 Mar 2027 · Site · SDR · Leads · 100%",
        "01 Apr 2027 · Ads · after the closing",
    ]


def test_that_touches_of_roles_are_in_their_colours():
    found = stand()
    found.presenter.choose_by("role")
    assert found.presenter.journeys.row(0).chips[0].color == "#2A9FD6"


@pytest.mark.parametrize(
    ("column", "words", "member", "value"),
    [
        ("closed", "1.2.2027", "closed", date(2027, 2, 1)),
        ("closed", "2027-02-01", "closed", date(2027, 2, 1)),
        ("value", "1 200.50", "value", 1200.5),
        ("value", "2k", "value", 2000.0),
        ("count", "3", "count", 3.0),
    ],
)
def test_that_a_cell_takes_what_is_typed(column, words, member, value):
    found = stand()
    assert found.presenter.journeys.type(1, column, words)
    assert getattr(found.journeys[1], member) == value


@pytest.mark.parametrize(
    ("column", "words", "told"),
    [
        ("closed", "soon", "“soon” is not a date"),
        ("closed", "31.1", "“31.1” is not a date"),
        ("value", "much", "“much” is not a number"),
        ("value", "-1", "value and count of a journey must not be below zero"),
        ("count", "", "“” is not a number"),
    ],
)
def test_that_what_cannot_be_read_is_told_and_changes_nothing(column, words, told):
    found = stand()
    notices, before = Notices(found.desk), found.desk.project
    assert not found.presenter.journeys.type(1, column, words)
    assert notices.said == [told]
    assert found.desk.project is before


def test_that_a_field_holds_the_whole_number():
    found = stand(journey(value=1234567.25))
    assert found.presenter.journeys.editable(0, "value") == "1234567.25"
    assert found.presenter.journeys.editable(0, "closed") == "31 Mar 2027"
    found.desk.speak("ru")
    assert found.presenter.journeys.editable(0, "value") == "1234567,25"


def test_that_what_a_field_holds_can_be_typed_back():
    for language in ("en", "ru"):
        found = stand(language=language)
        notices = Notices(found.desk)
        for column in ("closed", "value", "count"):
            words = found.presenter.journeys.editable(0, column)
            found.presenter.journeys.type(0, column, words)
        assert not notices.said
        assert found.journeys[0] == deals()[0]


def test_that_a_new_journey_is_closed_today_and_chosen():
    found = stand()
    found.presenter.add()
    assert found.journeys[-1].closed == date(2027, 5, 1)
    assert found.presenter.journeys.at == 3
    assert found.touches.title == "Touches before 01 May 2027, $0"


def test_that_the_first_journey_can_be_added():
    found = stand(opened=sales())
    found.presenter.add()
    assert found.shown.count == 1


def test_that_journeys_are_removed_and_come_back():
    found = stand()
    found.presenter.journeys.remove(frozenset({0, 2}))
    assert found.journeys == (deals()[1],)
    found.desk.session.undo()
    assert found.journeys == deals()


def test_that_places_without_a_journey_are_left_alone():
    found = stand()
    found.presenter.journeys.remove(frozenset({9}))
    assert found.journeys == deals()


def test_that_the_chosen_journey_stays_in_sight_when_the_last_goes():
    found = stand()
    found.presenter.choose_journey(2)
    found.presenter.journeys.remove(frozenset({2}))
    assert found.presenter.journeys.at == 1


def test_that_the_touches_of_the_chosen_journey_are_shown_with_their_part():
    found = stand()
    rows = found.touches.rows
    assert [(row.day, row.channel, row.role, row.note) for row in rows] == [
        ("22 Mar 2027", "site", "sdr", "50%"), ("29 Mar 2027", "ads", "exec", "50%"),
    ]  # fmt: skip


def test_that_a_touch_says_why_it_does_not_count():
    found = stand(journey(touch(2, role="sdr"), touch(-2, "ads")))
    assert [row.note for row in found.touches.rows] == [
        "names no channel",
        "after the closing",
    ]
    assert not any(row.counts for row in found.touches.rows)


def test_that_a_touch_is_added_on_the_day_of_the_last():
    found = stand()
    found.presenter.journeys.add_touch()
    assert found.journeys[0].touches[-1] == touch(2)


def test_that_the_first_touch_is_added_on_the_day_of_closing():
    found = stand()
    found.presenter.choose_journey(2)
    found.presenter.journeys.add_touch()
    assert found.journeys[2].touches == (Touch(date=CLOSED),)


def test_that_a_touch_can_be_named_and_unnamed():
    found = stand()
    found.presenter.journeys.name_touch(1, "channel", "site")
    found.presenter.journeys.name_touch(1, "role", "")
    assert found.journeys[0].touches[1] == touch(2, "site")


def test_that_touches_stay_in_order_when_a_day_changes():
    found = stand()
    assert found.presenter.journeys.date_touch(1, "01.01.2027")
    assert [one.channel for one in found.journeys[0].touches] == ["ads", "site"]


def test_that_a_day_that_is_none_is_told():
    found = stand()
    notices = Notices(found.desk)
    assert not found.presenter.journeys.date_touch(0, "whenever")
    assert notices.said == ["“whenever” is not a date"]


def test_that_a_touch_can_be_taken_out():
    found = stand()
    found.presenter.journeys.remove_touch(0)
    assert [one.channel for one in found.journeys[0].touches] == ["ads"]


def test_that_a_touch_that_is_not_there_changes_nothing():
    found = stand()
    found.presenter.journeys.remove_touch(7)
    found.presenter.journeys.name_touch(7, "channel", "site")
    assert found.journeys == deals()


def test_that_unknown_members_of_a_touch_are_kept():
    odd = Touch.model_validate({"date": CLOSED, "channel": "site", "cost": 10})
    found = stand(journey(odd))
    found.presenter.journeys.name_touch(0, "channel", "ads")
    assert found.journeys[0].touches[0].model_extra == {"cost": 10}
