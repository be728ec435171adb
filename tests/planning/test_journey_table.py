from datetime import date, datetime

import pytest

from tests.planning.journeys import NAMES, with_journeys
from tests.projects import metric
from workbench.base.table import Sheet
from workbench.document.client import Channel
from workbench.document.plan import Journey, Touch
from workbench.document.project import Project
from workbench.document.role import Role
from workbench.document.value import validated
from workbench.planning.journey_columns import NoHeadings
from workbench.planning.journey_table import TableOfJourneys, journeys_of

HEADS = ("journey", "closed", "value", "touch date", "channel")
CLOSED = "31.03.2027"


def read(*rows, project: Project | None = None, decimal: str = ",") -> TableOfJourneys:
    return journeys_of([Sheet("T", rows)], project or with_journeys(), decimal)


def refused(*rows, **how) -> list[tuple[int, str, str]]:
    return [(one.row, one.value, str(one.why)) for one in read(HEADS, *rows, **how).refused]


def deal(*touches: Touch, value: float = 100.0, **members) -> Journey:
    return Journey(closed=date(2027, 3, 31), value=value, touches=touches, **members)


def on(day: int, channel: str | None = None, **members) -> Touch:
    given = members | ({"channel": channel} if channel else {})
    return Touch(date=date(2027, 3, day), **given)


def test_that_rows_of_one_journey_are_one():
    found = read(
        HEADS,
        ("1", CLOSED, "100", "01.03.2027", "a"),
        ("2", CLOSED, "50,5", "02.03.2027", "b"),
        ("1", CLOSED, "100", "05.03.2027", "c"),
    )
    assert found.journeys == (deal(on(1, "a"), on(5, "c")), deal(on(2, "b"), value=50.5))
    assert (found.rows, found.touches, found.refused) == (3, 3, ())


def test_that_a_row_without_a_journey_goes_on_with_the_one_above():
    found = read(
        HEADS, ("1", CLOSED, "100", "01.03.2027", "a"), (None, None, None, "05.03.2027", "c")
    )
    assert found.journeys == (deal(on(1, "a"), on(5, "c")),)


def test_that_the_deal_may_be_told_in_any_of_its_rows():
    found = read(HEADS, ("1", "", "", "01.03.2027", "a"), ("1", CLOSED, "100"))
    assert found.journeys == (deal(on(1, "a")),)


def test_that_russian_headings_in_any_order_are_understood():
    project = with_journeys(
        channels=(Channel(key="site", name="Сайт"),), roles=(Role(key="sdr", name="SDR"),)
    )
    found = read(
        ("Роль", "Канал", "Дата касания", "Кол-во", "Сумма, ₽", "Дата закрытия", "Сделка"),
        ("SDR", "сайт", "2027-03-01", "2", "1 200,50", "31.03.2027", "А-1"),
        project=project,
    )
    assert found.journeys == (deal(on(1, "site", role="sdr"), value=1200.5, count=2.0),)


def test_that_headings_below_a_title_are_found():
    rows = (("Report for the board",), (), HEADS, ("1", CLOSED, "100"))
    assert read(*rows).journeys == (deal(),)


def test_that_units_and_case_in_headings_do_not_matter():
    rows = (("DEAL ID", "Close_date:", "Amount (USD)"), ("1", CLOSED, "100"))
    assert read(*rows).journeys == (deal(),)


def test_that_other_columns_are_left_alone():
    rows = ((*HEADS, "manager"), ("1", CLOSED, "100", "01.03.2027", "a", "Ivan"))
    assert read(*rows).journeys == (deal(on(1, "a")),)


def test_that_a_channel_a_role_and_a_stage_go_by_key_or_name():
    project = with_journeys(
        channels=(Channel(key="site", name="Web  Site"),),
        roles=(Role(key="sdr", name="Младший Ё"),),
    )
    rows = (
        (*HEADS, "role", "stage"),
        ("1", CLOSED, "100", "01.03.2027", "web site", "младший Е", "A"),
        ("1", CLOSED, "100", "02.03.2027", "site", "sdr", "b"),
    )
    assert read(*rows, project=project).journeys[0].touches == (
        on(1, "site", role="sdr", stage="a"), on(2, "site", role="sdr", stage="b"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "cell",
    ["31.03.2027", "2027-03-31", "2027-03-31T10:15:00", "31.03.2027 9:30", "31 Mar 2027",
     date(2027, 3, 31), datetime(2027, 3, 31, 23, 59), 46477, 46477.75],
)  # fmt: skip
def test_that_days_come_in_many_forms(cell):
    # Excel counts 46,477 days from 30 December 1899 to 31 March 2027.
    assert (date(2027, 3, 31) - date(1899, 12, 30)).days == 46477
    assert read(HEADS, ("1", cell, "100")).journeys == (deal(),)


@pytest.mark.parametrize(
    "cell", ["1 200,50", "1200.50", "1 200,50 ₽", 1200.5, "1.200,50", "1,200.50"]
)
def test_that_money_comes_in_many_forms(cell):
    assert read(HEADS, ("1", CLOSED, cell)).journeys == (deal(value=1200.5),)


def test_that_a_number_with_two_readings_is_told():
    found = read(HEADS, ("1", CLOSED, "1,234"), decimal=".")
    assert [(one.row, one.words, one.number) for one in found.doubts] == [(2, "1,234", 1234.0)]


def test_that_a_whole_number_of_excel_is_a_name_like_its_text():
    found = read(HEADS, (7.0, CLOSED, 100, "01.03.2027", "a"), ("7", None, None, "02.03.2027", "b"))
    assert found.journeys == (deal(on(1, "a"), on(2, "b")),)


@pytest.mark.parametrize(
    ("row", "value", "why"),
    [
        (("", CLOSED, "1"), "", "the row names no journey"),
        (("1", "soon", "1"), "soon", "the closing date is no date such as 31.01.2027"),
        (("1", "31.03", "1"), "31.03", "the closing date is no date such as 31.01.2027"),
        (("1", "03/31/2027", "1"), "03/31/2027", "the closing date is no date such as 31.01.2027"),
        (("1", 12, "1"), "12", "the closing date is no date such as 31.01.2027"),
        (("1", True, "1"), "True", "the closing date is no date such as 31.01.2027"),
        (("1", CLOSED, "=1+1"), "=1+1", "the value is no number"),
        (("1", CLOSED, "10%"), "10%", "the value is no number"),
        (("1", CLOSED, float("inf")), "inf", "the value is no number"),
        (("1", CLOSED, True), "True", "the value is no number"),
        (("1", CLOSED, "-5"), "-5", "the value is below zero"),
        (("1", CLOSED, "1", "x", "a"), "x", "the touch date is no date such as 31.01.2027"),
        (("1", CLOSED, "1", "", "a"), "a", "the touch has no date"),
        (
            ("1", CLOSED, "1", CLOSED, "fax"), "fax",
            "there is no such channel; there are A, B, C, D, E",
        ),
        (("1", "", "1"), "1", "no row of this journey has its closing date"),
        (("1", CLOSED), "1", "no row of this journey has its value"),
    ],
)  # fmt: skip
def test_that_a_row_that_cannot_be_is_refused_with_its_number_value_and_reason(row, value, why):
    assert refused(row) == [(2, value, why)]


def test_that_a_refused_row_leaves_the_others_of_its_journey():
    found = read(HEADS, ("1", CLOSED, "100", "01.03.2027", "a"), ("1", "", "", "oops", "b"))
    assert found.journeys == (deal(on(1, "a")),)
    assert (found.rows, [one.row for one in found.refused]) == (1, [3])


def test_that_a_row_that_contradicts_an_earlier_one_is_refused():
    found = refused(("1", CLOSED, "100"), ("1", CLOSED, "200", "01.03.2027", "a"))
    assert found == [(3, "200", "the value of this journey is another in row 2")]


def test_that_refusals_stand_in_the_order_of_the_rows():
    found = refused(("1", "", "5"), ("2", "x", "5"), ("1", "", "5"))
    assert [row for row, _, _ in found] == [2, 3, 4]


def test_that_long_cells_are_shortened():
    ((_, value, _),) = refused(("1", CLOSED, "x" * 500))
    assert (len(value), value[-1]) == (60, "…")


@pytest.mark.parametrize(
    ("project", "why"),
    [
        ({"channels": ()}, "the project has no channels yet"),
        ({"channels": tuple(Channel(key=f"c{n}", name=f"C{n}") for n in range(9))},
         "there is no such channel; there are C0, C1, C2, C3, C4, C5, C6, C7, …"),
    ],
)  # fmt: skip
def test_that_an_unknown_channel_is_told_what_there_is(project, why):
    row = ("1", CLOSED, "1", CLOSED, "fax")
    assert refused(row, project=with_journeys(**project)) == [(2, "fax", why)]


@pytest.mark.parametrize(
    ("what", "why"),
    [("role", "the project has no roles yet"), ("stage", "the project has no stages yet")],
)
def test_that_roles_and_stages_may_be_missing_altogether(what, why):
    bare = validated(Project, {"calendar": with_journeys().calendar, "metrics": (metric("x"),)})
    rows = (("deal", "closed", "value", "date", what), ("1", CLOSED, "1", CLOSED, "none"))
    assert str(read(*rows, project=bare).refused[0].why) == why


def test_that_the_first_sheet_with_headings_is_taken():
    sheets = [Sheet("Notes", (("hello",),)), Sheet("Deals", (HEADS, ("1", CLOSED, "100")))]
    found = journeys_of(sheets, with_journeys(), ",")
    assert (found.sheet, found.journeys) == ("Deals", (deal(),))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "no headings of journeys"),
        ((("x", "y"), ("1", "2")), "no headings of journeys"),
        ((("deal", "channel"),), "there is no column for: closing date, value, touch date"),
        ((("closed", "value"),), "there is no column for: journey"),
        ((("deal", "closed", "value", "role"),), "there is no column for: touch date"),
    ],
)
def test_that_a_table_without_the_headings_is_a_sentence(rows, sentence):
    with pytest.raises(NoHeadings, match=sentence):
        read(*rows)


def test_that_a_workbook_without_sheets_is_a_sentence():
    with pytest.raises(NoHeadings, match="there is no sheet"):
        journeys_of([], with_journeys(), ",")


def test_that_headings_alone_are_no_journeys():
    found = read(HEADS)
    assert (found.journeys, found.rows, found.refused) == ((), 0, ())


def test_that_every_name_of_the_project_can_be_read():
    rows = [("1", CLOSED, "100", "01.03.2027", name) for name in NAMES]
    assert read(HEADS, *rows).touches == len(NAMES)
