"""Journeys from files as people have them."""

from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.journeys import NAMES, with_journeys
from tests.presenters.credit_cases import sales
from workbench.base.table import NotATable
from workbench.document.plan import Journey, Touch
from workbench.planning.journey_table import journeys_of
from workbench.presenters.plan.credit.reading import read_journeys
from workbench.storage.csv_table import read_csv


def test_that_a_workbook_with_a_title_and_merged_cells_is_read(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("Закрытые сделки, март",),
        (),
        ("Сделка", "Закрыта", "Сумма, $", "Дата касания", "Канал", "Роль", "Этап"),
        ("А-1", date(2027, 3, 31), 1200.5, date(2027, 3, 1), "Site", None, "Leads"),
        (None, None, None, date(2027, 3, 5), "ads", "sdr", None),
        ("А-2", date(2027, 3, 31), "=1+1", None, None, None, None),
    ):
        sheet.append(row)
    for merged in ("A1:G1", "A4:A5", "B4:B5", "C4:C5"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "t.xlsx")
    found = read_journeys(tmp_path / "t.xlsx", sales(), ",")
    assert found.journeys == (
        Journey(
            closed=date(2027, 3, 31), value=1200.5,
            touches=(
                Touch(date=date(2027, 3, 1), channel="site", stage="leads"),
                Touch(date=date(2027, 3, 5), channel="ads", role="sdr"),
            ),
        ),
    )  # fmt: skip
    assert [(one.row, one.value, str(one.why)) for one in found.refused] == [
        (6, "А-2", "no row of this journey has its value")
    ]


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_that_a_russian_text_table_is_read(tmp_path, encoding, delimiter):
    rows = (
        ("№ сделки", "Дата закрытия", "Сумма", "Дата", "Источник"),
        ("А-1", "31.03.2027", "1 200,50", "01.03.2027", "Site"),
    )
    words = "\r\n".join(delimiter.join(row) for row in rows)
    (tmp_path / "t.csv").write_bytes(words.encode(encoding))
    (found,) = read_journeys(tmp_path / "t.csv", sales(), ",").journeys
    assert (found.value, found.touches[0].channel) == (1200.5, "site")


@pytest.mark.parametrize("name", ["t.xls", "t.xlsx"])
def test_that_an_old_or_encrypted_workbook_says_what_to_do(tmp_path, name):
    (tmp_path / name).write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
    with pytest.raises(NotATable, match="without a password"):
        read_journeys(tmp_path / name, sales(), ",")


def test_that_a_table_without_headings_is_named(tmp_path):
    (tmp_path / "t.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(NotATable, match=r"t\.csv: no headings of journeys"):
        read_journeys(tmp_path / "t.csv", sales(), ",")


days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
some = st.none() | st.sampled_from(NAMES)
journeys = st.lists(
    st.builds(
        Journey,
        closed=days,
        value=st.integers(0, 10**9).map(lambda cents: cents / 100),
        count=st.integers(1, 50).map(float),
        touches=st.lists(
            st.builds(Touch, date=days, channel=some, role=some, stage=some), max_size=4
        ).map(tuple),
    ),
    max_size=5,
)


@given(journeys, st.sampled_from(";\t,"), st.booleans())
def test_that_what_is_written_as_a_table_is_read_back(tmp_path_factory, given_, delimiter, iso):
    def day(one: date) -> str:
        return one.isoformat() if iso else f"{one:%d.%m.%Y}"

    lines = [["deal", "closed", "value", "count", "date", "channel", "role", "stage"]]
    for at, one in enumerate(given_):
        deal = [f"d{at}", day(one.closed), f"{one.value:.2f}", f"{one.count:.0f}"]
        touches = [
            [day(touch.date), touch.channel or "", touch.role or "", touch.stage or ""]
            for touch in one.touches
        ]
        lines += [[*deal, *touch] for touch in touches or [[""] * 4]]
    path = tmp_path_factory.mktemp("table") / "t.csv"
    path.write_text("\n".join(delimiter.join(line) for line in lines), encoding="utf-8")
    found = journeys_of([read_csv(path)], with_journeys(), ".")
    assert found.refused == ()
    assert [one.model_dump() for one in found.journeys] == [one.model_dump() for one in given_]
