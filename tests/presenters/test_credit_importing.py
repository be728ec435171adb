"""A file of journeys on its way in."""

import openpyxl
import pytest

from tests.presenters.conftest import Notices
from tests.presenters.credit_cases import deals, sales, stand
from workbench.presenters.plan.credit.picture import ImportPicture

ROWS = (
    "deal;closed;value;date;channel",
    "1;31.03.2027;100;01.03.2027;Site",
    "1;31.03.2027;100;05.03.2027;ads",
    "2;31.03.2027;50;;",
)


@pytest.fixture
def table(tmp_path):
    """Writes a table of two journeys and more rows, and names its file."""

    def written(*more: str, rows=ROWS):
        (tmp_path / "t.csv").write_text("\n".join((*rows, *more)), encoding="utf-8")
        return tmp_path / "t.csv"

    return written


def reading(found, path) -> ImportPicture:
    found.presenter.importing.read(path)
    assert found.view.importing is not None
    return found.view.importing


def test_that_a_file_is_shown_before_anything_changes(table):
    found = stand()
    shown = reading(found, table())
    assert shown.words == "“t.csv”: 3 rows read, 2 journeys with 2 touches."
    assert (shown.add, shown.replace) == (
        "Add 2 journeys", "Put them in place of the 3 there are",
    )  # fmt: skip
    assert found.journeys == deals()


def test_that_an_empty_project_has_nothing_to_replace(table):
    assert reading(stand(opened=sales()), table()).replace == ""


def test_that_journeys_are_added_in_one_step(table):
    found = stand()
    notices = Notices(found.desk)
    reading(found, table())
    found.presenter.importing.take(adding=True)
    assert [one.value for one in found.journeys] == [600, 300, 100, 100, 50]
    assert notices.said == ["2 journeys were taken over"]
    assert found.view.importing is None
    found.desk.session.undo()
    assert found.journeys == deals()


def test_that_journeys_can_stand_in_place_of_those_there_are(table):
    found = stand()
    reading(found, table())
    found.presenter.importing.take(adding=False)
    assert [one.value for one in found.journeys] == [100, 50]


def test_that_rows_that_are_left_out_are_listed(table):
    shown = reading(stand(), table("3;soon;1", ";;;06.03.2027;fax"))
    assert shown.words.endswith("2 rows are left out:")
    assert shown.refused == (
        "row 5 “soon”: the closing date is no date such as 31.01.2027",
        "row 6 “fax”: there is no such channel; there are Site, Ads",
    )


def test_that_a_list_of_rows_has_an_end(table):
    shown = reading(stand(), table(*["3;soon;1"] * 205))
    assert len(shown.refused) == 201
    assert shown.refused[-1] == "and 5 more"


def test_that_numbers_with_two_readings_are_told(table):
    shown = reading(stand(), table(*[f"d{at};31.03.2027;1,234" for at in range(5)]))
    assert "“1,234” in row 5 is read as 1,234." in shown.words
    assert "2 more numbers are read so." in shown.words


def test_that_a_table_of_nothing_can_only_be_left(table):
    shown = reading(stand(), table(rows=ROWS[:1]))
    assert (shown.add, shown.replace, shown.close, shown.tone) == ("", "", "Leave it", "warn")


def test_that_a_file_that_cannot_be_read_says_why(tmp_path):
    found = stand()
    (tmp_path / "t.xlsx").write_bytes(b"nonsense")
    shown = reading(found, tmp_path / "t.xlsx")
    assert (shown.words, shown.tone) == ("t.xlsx: this is no Excel workbook (.xlsx)", "bad")
    found.presenter.importing.drop()
    assert found.view.importing is None


def test_that_a_workbook_is_read_too(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Сделка", "Дата закрытия", "Сумма"])
    book.active.append(["А-1", "31.03.2027", 5])
    book.save(tmp_path / "t.xlsx")
    assert reading(stand(), tmp_path / "t.xlsx").words.startswith("“t.xlsx”: 1 row read, 1 journey")


def test_that_a_file_is_asked_for(table):
    found = stand()
    found.files.chosen = table()
    found.presenter.importing.begin()
    assert found.view.importing is not None
    found.presenter.importing.drop()
    found.files.chosen = None
    found.presenter.importing.begin()
    assert found.view.importing is None


def test_that_reading_shows_itself_and_can_be_stopped(table):
    found = stand()
    found.work.hold = True
    shown = reading(found, table())
    assert (shown.busy, shown.words) == (True, "Reading “t.csv”…")
    found.presenter.importing.begin()
    assert len(found.work.waiting) == 1
    found.presenter.importing.stop()
    found.work.finish()
    assert found.view.importing is None
    assert not found.presenter.importing.is_busy


def test_that_a_file_read_for_another_project_is_dropped(table):
    found = stand()
    found.work.hold = True
    reading(found, table())
    found.desk.session.open(sales())
    found.work.finish()
    assert found.view.importing is None
    found.presenter.importing.take(adding=True)
    assert found.journeys == ()


def test_that_what_no_longer_fits_is_refused(table):
    found = stand()
    notices = Notices(found.desk)
    reading(found, table())
    bare = found.desk.project.having(journeys=(), channels=(), metrics=(), kpis=(), goals=())
    found.desk.session._project = bare
    found.presenter.importing.take(adding=True)
    assert "is not one of the channels" in notices.said[0]
    assert found.journeys == ()
