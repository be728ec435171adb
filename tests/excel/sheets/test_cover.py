"""The Cover: client, goals, contents, legend, how to fill in."""

import pytest

from tests.excel.books import found, named, planned, role, said, sheet, small, value, words
from tests.excel.test_images import png
from tests.projects import example, metric
from workbench.base.languages import language
from workbench.base.texts import text, verbatim
from workbench.document.client import Client
from workbench.document.plan import Goal
from workbench.excel import styles, vocabulary
from workbench.excel.book import Dress
from workbench.excel.images import checked_image
from workbench.excel.plan import Link
from workbench.planning.forward import calculate


def cover(of=None, code="en"):
    return planned(of or example(), code).sheets[0]


def goal(of, at=0):
    """Value, period, months, forecast and share of a goal."""
    row = found(of, "Goals").row + 2 + at
    return [value(one) for one in of.cells if one.row == row and one.column >= 2]


def test_that_the_client_is_the_title():
    assert said(cover().cells[0]) == "Пример: B2B SaaS"


def test_that_a_client_without_a_name_is_said_to_have_none():
    assert said(cover(small()).cells[0]) == "Client without a name"


def test_that_the_period_is_named():
    assert "January 2027 – December 2027" in words(cover())


def test_that_facts_that_are_not_known_are_left_out():
    assert "Industry" not in words(cover(small()))


def test_that_the_contents_lead_to_every_other_sheet():
    plan = planned(example())
    links = [one.content.sheet for one in plan.sheets[0].cells if isinstance(one.content, Link)]
    assert links == [one.name for one in plan.sheets[1:]]


def test_that_every_sheet_leads_back():
    plan = planned(example())
    for one in plan.sheets[1:]:
        back = [c.content.sheet for c in one.cells if isinstance(c.content, Link)]
        assert back == [plan.sheets[0].name]


def test_that_a_role_has_its_colour_in_the_contents():
    of = cover(small(roles=(role("r", color="#B4508F"),)))
    assert "#B4508F" in {one.style.fill for one in of.cells}


def test_that_the_mission_says_what_a_role_is_for():
    assert "Закрывает сделки" in words(cover())


@pytest.mark.parametrize(
    ("employment", "about"), [("staff", "KPIs and bonus"), ("contractor", "Tasks and acceptance")]
)
def test_that_a_role_without_a_mission_says_what_its_sheet_is(employment, about):
    assert about in words(cover(small(roles=(role("r", employment=employment),))))


# Draft

WHY = text("The client has no name")


def test_that_a_draft_is_marked_beside_its_title_and_says_why():
    plan = planned(example(), draft=WHY)
    of = plan.sheets[0]
    assert [said(one) for one in of.cells if one.row < 2] == [
        "Пример: B2B SaaS",
        "Draft",
        "Funnel, plan by month, KPIs of the roles",
        "The client has no name",
    ]
    assert plan.status == "Draft"


def test_that_the_mark_speaks_the_language_of_the_book():
    plan = planned(example(), "ru", draft=WHY)
    mark = language("ru").say(vocabulary.DRAFT)
    assert found(plan.sheets[0], mark).style == styles.DRAFT
    assert found(plan.sheets[0], language("ru").say(WHY)).style == styles.DRAFT_NOTE
    assert plan.status == mark


def test_that_a_long_title_wraps_before_the_mark():
    long = small(client=Client(name="A company with a long name " * 7))
    title, mark = planned(long, draft=WHY).sheets[0].cells[:2]
    assert title.style.wrap
    assert title.column + title.across + 1 == mark.column
    assert planned(long, draft=WHY).sheets[0].heights[0] > cover(long).heights[0]


def test_that_the_title_stands_as_high_with_the_mark_as_without():
    assert planned(example(), draft=WHY).sheets[0].heights == cover().heights


def test_that_a_long_reason_gets_the_lines_it_needs():
    long = planned(example(), draft=verbatim("A contractor with a long name " * 5)).sheets[0]
    assert long.heights[1] > cover().heights[1]


def test_that_a_book_that_is_no_draft_has_no_mark():
    plan = planned(example())
    assert "Draft" not in words(plan.sheets[0])
    assert plan.status == ""


# Goals


def test_that_a_goal_stands_beside_what_the_plan_gives():
    monthly = calculate(example()).monthly("revenue")
    assert isinstance(monthly, float)
    expected = [7_000_000.0, "month", 1, pytest.approx(monthly), pytest.approx(monthly / 7e6)]
    assert goal(cover()) == expected


@pytest.mark.parametrize(("period", "months"), [("quarter", 3), ("year", 12)])
def test_that_a_longer_period_counts_more_months(period, months):
    one = Goal(metric="a", value=10.0, period=period)
    of = cover(small(metric("a", value=2.0), goals=(one,)))
    assert goal(of) == [10.0, period, months, 2.0 * months, pytest.approx(0.2 * months)]


def test_that_a_goal_of_the_whole_plan_takes_the_total():
    one = Goal(metric="a", value=12.0, period="plan")
    of = cover(small(metric("a", value=2.0), goals=(one,)))
    assert goal(of) == [12.0, "whole plan", "–", 6.0, 0.5]


def test_that_a_goal_of_a_stock_takes_its_total():
    one = Goal(metric="a", value=4.0, period="year")
    of = cover(small(metric("a", value=2.0, over_time="last"), goals=(one,)))
    assert goal(of)[2:] == ["–", 2.0, 0.5]


def test_that_a_goal_without_a_forecast_is_empty():
    one = Goal(metric="a", value=4.0)
    assert goal(cover(small(metric("a", value=None), goals=(one,))))[3:] == ["", ""]


def test_that_a_goal_of_zero_has_no_share():
    one = Goal(metric="a", value=0.0)
    assert goal(cover(small(metric("a", value=2.0), goals=(one,))))[4] == ""


def test_that_less_is_good_where_lower_is_better():
    one = Goal(metric="a", value=4.0)
    of = cover(small(metric("a", value=2.0, better="lower"), goals=(one,)))
    assert [("<=1" in rule.formula, rule.color) for rule in of.conditions] == [
        (True, styles.GOOD),
        (False, styles.BAD),
    ]


def test_that_the_value_of_a_goal_is_an_entry():
    entry = named(cover(), "in_goal_1_revenue")
    assert (entry.content, entry.style.unlocked) == (7_000_000.0, True)


def test_that_without_goals_there_is_no_table_of_them():
    assert "Goals" not in words(cover(small()))


# Legend


def test_that_the_legend_shows_every_colour_with_a_sign():
    said_words = words(cover())
    assert {"✓ 100%", "▲ 90%", "✕ 70%", "entry", "computed", "total"} <= set(said_words)


def test_that_samples_of_the_legend_are_locked():
    of = cover(small())
    assert not [one for one in of.cells if one.style.unlocked]


def test_that_the_cover_is_one_page():
    assert cover().page.tall == 1


def test_that_the_client_is_on_the_foot():
    named_client = small(client=Client(name="Acme"))
    assert sheet(planned(named_client), "Cover").page.footer[0] == "Confidential · Acme"


# Logos and who made it


def dressed(**members):
    return planned(example(), dress=Dress(**members)).sheets[0]


def test_that_logos_are_on_the_cover_with_words_for_them():
    logo, own = (checked_image(png(*size), "logo") for size in ((40, 10), (10, 10)))
    of = dressed(logo=logo, consultant="Ann & Co", consultant_logo=own)
    assert [one.words for one in of.pictures] == ["Logo of Пример: B2B SaaS", "Logo of Ann & Co"]
    assert of.pictures[0].width == pytest.approx(4 * of.pictures[0].height)


def test_that_logos_lie_over_no_words():
    logo = checked_image(png(40, 10), "logo")
    of = dressed(logo=logo, consultant_logo=logo)
    for one in of.pictures:
        beside = {cell.row for cell in of.cells if cell.column + cell.across >= one.column}
        assert not beside & {one.row, one.row + 1, one.row + 2}


def test_that_the_consultant_is_named():
    assert "Ann & Co" in words(dressed(consultant="Ann & Co"))


def test_that_heads_take_the_colour_of_the_brand():
    of = dressed(brand="#117733")
    assert of.tab == "#117733"
    assert styles.BRAND not in {one.style.fill for one in of.cells}
    assert styles.tint("#117733", 0.14) == found(of, "Goal").style.fill
