"""Plain tables on their way into the project: which column is what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from tests.excel.returning import filled
from tests.presenters.test_actuals_returning import Made, actuals
from tests.projects import example
from workbench.base.texts import verbatim
from workbench.document.edits.project import SetMembers
from workbench.excel.tables.reading import table_read
from workbench.presenters.background import Stopped
from workbench.storage.settings import load_settings, save_settings

PLAIN = "Показатель;Месяц;Факт\nЛиды;2027-03;583\n"
OTHER = "Что;Когда;Сколько;Заметка\nЛиды;2027-03;583;\nСделки;2027-03;4;да\n"
WIDE = "Показатель;янв 2027;март 2027\nСделки;4;6\n"


class Tables(Made):
    """Writes tables of text and workbooks beside each other, and opens them."""

    def open(self, **files: Any) -> None:
        paths = [self.folder / name.replace("_", ".") for name in files]
        for path, data in zip(paths, files.values(), strict=True):
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        self.returning.read(paths)
        self.background.do()
        self.finish()

    @property
    def asked(self) -> Any:
        """The table whose columns are asked for."""
        assert self.returning.matching is not None
        return self.returning.matching.picture()

    @property
    def picture(self) -> Any:
        return self.returning.picture()

    @property
    def chosen(self) -> dict[str, str | None]:
        """The columns that are chosen, by number."""
        return {pick.part: pick.chosen for pick in self.asked.picks}

    def settle(self) -> None:
        assert self.returning.matching is not None
        self.returning.matching.settle()
        self.finish()

    def finish(self) -> None:
        """Do what is done beside the window once the last table is settled."""
        if self.returning.is_busy:
            self.background.do()


@pytest.fixture
def made(desk, tmp_path):
    return Tables(desk, tmp_path)


def workbook(**sheets: list[Any]) -> bytes:
    """A workbook of nobody with rows in its sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_that_the_columns_are_asked_for_before_anything_is_shown(made):
    made.open(a_csv=PLAIN)
    assert made.asked.words == "Which column of “a.csv” is what?"
    assert made.picture is None
    assert made.desk.project == example()


def test_that_plain_headings_are_proposed(made):
    made.open(a_csv=PLAIN)
    assert made.chosen == {"metric": "0", "month": "1", "value": "2"}
    assert made.asked.is_ready


def test_that_what_stands_below_is_proposed_where_headings_say_nothing(made):
    made.open(a_csv=OTHER)
    assert made.chosen == {"metric": "0", "month": "1", "value": "2"}


def test_that_the_first_rows_are_shown_with_what_they_are_taken_for(made):
    made.open(a_csv=OTHER)
    assert made.asked.rows == (
        ("Лиды", "2027-03", "583", ""), ("Сделки", "2027-03", "4", "да"),
    )  # fmt: skip
    assert [(head.letter, head.name, head.part) for head in made.asked.heads] == [
        ("A", "Что", "Metric"), ("B", "Когда", "Month"), ("C", "Сколько", "Actual value"),
        ("D", "Заметка", ""),
    ]  # fmt: skip


def test_that_an_option_tells_what_stands_in_the_column(made):
    made.open(a_csv=OTHER)
    options = made.asked.picks[0].options
    assert [(one.text, one.about) for one in options[:2]] == [("Что", "Лиды"), ("Когда", "2027-03")]


def test_that_columns_without_headings_are_called_by_letters(made):
    made.open(a_csv="Лиды;2027-03;583\nСделки;2027-03;4\n")
    assert [one.text for one in made.asked.picks[0].options] == ["Column A", "Column B", "Column C"]


@pytest.mark.parametrize(
    ("heading", "why"),
    [
        ("Факт, тыс. ₽", "“Факт, тыс. ₽” names no plain unit: write the numbers out in full"),
        ("Факт, $", "“Факт, $” is in another currency than the project"),
    ],
)
def test_that_a_column_in_other_units_cannot_be_agreed_to(made, heading, why):
    made.open(a_csv=f"Показатель;Месяц;{heading}\nВыручка;2027-03;1500\n")
    made.returning.matching.pick("value", 2)
    assert (made.asked.said, made.asked.is_ready) == (why, False)
    made.settle()
    assert made.returning.matching.is_open


def test_that_it_is_said_why_a_column_in_thousands_is_not_proposed(made):
    made.open(a_csv="Показатель;Месяц;Факт, тыс. ₽\nВыручка;2027-03;1500\n")
    assert made.chosen["value"] is None
    assert "names no plain unit" in made.asked.said


def test_that_it_is_said_what_the_first_rows_come_to(made):
    made.open(a_csv=OTHER)
    assert (made.asked.said, made.asked.tone) == (
        "In the first rows 2 actuals are understood.",
        "good",
    )
    made.returning.matching.pick("value", 3)
    assert (made.asked.said, made.asked.tone) == (
        "In the first rows 0 actuals are understood, 1 cell is not:", "warn"
    )  # fmt: skip
    assert made.asked.notes == "D3 “да”: text, where a number is expected"


def test_that_one_column_cannot_be_two_things(made):
    made.open(a_csv=OTHER)
    made.returning.matching.pick("month", 0)
    assert made.chosen == {"metric": None, "month": "0", "value": "2"}
    assert (made.asked.said, made.asked.is_ready) == ("no column is chosen for: metric", False)
    made.settle()
    assert made.returning.matching.is_open


def test_that_agreeing_shows_what_would_change(made):
    made.open(a_csv=OTHER)
    made.settle()
    assert [(one.subject, one.after, one.spot) for one in made.picture.changes] == [
        ("Лиды", "583", "C2"), ("Сделки", "4", "C3"),
    ]  # fmt: skip
    made.returning.take()
    assert actuals(made.desk)["deals", "2027-03"] == 4
    made.desk.session.undo()
    assert made.desk.project == example()


def test_that_a_choice_is_remembered_for_tables_with_the_same_headings(made):
    made.open(a_csv=OTHER)
    made.returning.matching.pick("value", 0)
    made.returning.matching.pick("metric", 3)
    made.returning.matching.pick("value", 2)
    made.settle()
    made.open(b_csv="Отчёт\n" + OTHER)
    assert not made.returning.matching.is_open
    assert [one.spot.cell for one in made.returning.found.refused] == ["C3", "D4"]


def test_that_a_choice_survives_the_program(made):
    made.open(a_csv=OTHER)
    made.settle()
    assert list(load_settings().columns.values()) == ["metric=A,month=B,value=C"]


def test_that_a_table_without_headings_is_asked_for_each_time(made):
    for _ in range(2):
        made.open(a_csv="Лиды;2027-03;583\n")
        assert made.returning.matching.is_open
        made.settle()
    assert made.preferences.settings.columns == {}


def test_that_what_is_remembered_wrongly_is_asked_for_again(made):
    made.open(a_csv=OTHER)
    signature = made.returning.matching._files[0].layout.signature
    made.preferences.change(columns={signature: "metric=Z"})
    made.open(a_csv=OTHER)
    assert made.returning.matching.is_open


def test_that_only_the_latest_choices_are_kept(made):
    made.preferences.change(columns={str(at): "metric=A" for at in range(100)})
    made.open(a_csv=OTHER)
    made.settle()
    kept = made.preferences.settings.columns
    assert (len(kept), "0" in kept, "1" in kept) == (100, False, True)


def test_that_the_columns_can_be_changed_from_what_is_shown(made):
    made.open(a_csv=OTHER)
    made.settle()
    assert made.picture.columns == "Columns…"
    made.returning.match_again()
    assert made.asked is not None
    made.returning.matching.pick("value", 3)
    made.settle()
    assert made.picture.changes == ()


def test_that_a_workbook_alone_has_no_columns_to_change(made):
    made.read(filled(leads_2=700))
    assert made.picture.columns == ""


def test_that_tables_are_asked_for_one_after_another(made):
    made.open(a_csv=OTHER, b_csv=WIDE)
    assert (made.asked.words, made.asked.take) == ("Which column of “a.csv” is what?", "Next table")
    made.settle()
    assert (made.asked.words, made.asked.take) == (
        "Which column of “b.csv” is what?", "Read the table"
    )  # fmt: skip


def test_that_two_tables_of_one_kind_are_asked_for_once(made):
    made.open(a_csv=PLAIN, b_csv="Показатель;Месяц;Факт\nСделки;2027-03;4\n")
    made.settle()
    assert len(made.picture.changes) == 2


def test_that_every_table_is_asked_for_when_columns_are_changed(made):
    made.open(a_csv=OTHER, b_csv=WIDE)
    made.settle()
    made.settle()
    made.returning.match_again()
    made.settle()
    assert made.asked.words == "Which column of “b.csv” is what?"


def test_that_months_in_the_headings_are_a_choice(made):
    made.open(a_csv=WIDE)
    _, month, value = made.asked.picks
    assert (month.chosen, month.options[-1].text) == ("-1", "in the headings")
    assert (value.chosen, value.words, value.is_open) == (None, "below the months", False)
    made.settle()
    assert [(one.month, one.after) for one in made.picture.changes] == [
        ("Jan 2027", "4"), ("Mar 2027", "6"),
    ]  # fmt: skip


def test_that_workbooks_and_tables_come_together_in_one_step(made):
    files = made.write(filled(leads_2=700))
    made.open(x_csv=PLAIN)
    made.returning.read([*files, made.folder / "x.csv"])
    made.background.do()
    made.settle()
    assert {(one.subject, one.month) for one in made.picture.changes} == {
        ("Лиды", "Feb 2027"), ("Лиды", "Mar 2027"),
    }  # fmt: skip
    made.returning.take()
    made.desk.session.undo()
    assert made.desk.project == example()


def test_that_a_table_in_a_workbook_is_read_with_its_dates_and_percentages(made):
    rows = [["KPI", "Date", "Actual"], ["leads", date(2027, 3, 31), 583.25],
            ["cr_qualified", date(2027, 3, 1), "80 %"]]  # fmt: skip
    made.open(a_xlsx=workbook(Notes=[["nothing"]], Data=rows))
    assert made.chosen == {"metric": "0", "month": "1", "value": "2"}
    assert made.asked.rows[0] == ("leads", "31 Mar 2027", "583.25")
    made.settle()
    assert [(one.after, one.spot) for one in made.picture.changes] == [
        ("583", "Data C2"), ("80%", "Data C3"),
    ]  # fmt: skip


def test_that_another_sheet_can_be_chosen(made):
    first = [["Что", "Когда", "Сколько"], ["a", "b", "c"]]
    second = [["Что-то", "Когда", "Сколько"], ["Лиды", "2027-03", 583]]
    made.open(a_xlsx=workbook(First=first, Second=second))
    assert [one.text for one in made.asked.sheets] == ["First", "Second"]
    made.returning.matching.pick_sheet(0)
    assert made.chosen == {"metric": None, "month": None, "value": None}
    made.returning.matching.pick_sheet(1)
    assert made.chosen == {"metric": "0", "month": "1", "value": "2"}


def test_that_sheets_with_the_same_headings_are_asked_for_each_time(made):
    rows = [["Metric", "Month", "Value"], ["leads", "2027-03", 5]]
    for _ in range(2):
        made.open(a_xlsx=workbook(One=rows, Two=rows))
        assert made.returning.matching.is_open
        made.settle()
    made.open(b_csv="metric;month;value\nleads;2027-03;5\n")
    assert not made.returning.matching.is_open


def test_that_a_wide_table_in_a_workbook_is_read(made):
    rows = [["Показатель", "янв 2027", "март 2027"], ["Сделки", 4, 6]]
    made.open(a_xlsx=workbook(Data=rows))
    made.settle()
    assert [one.spot for one in made.picture.changes] == ["Data B2", "Data C2"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is no table in it"),
        (b"\n\n", "there is no table in it"),
        (b"Metric;Month;Value\n", "there is no table in it"),
        (b"\x00\x01\x02", "this is no table of text (CSV)"),
        (b'Metric;Month;Value\n"Leads;2027-03;5\n',
         "a quotation mark in line 2 is not closed, or stands in the wrong place"),
        (b"a;" * 4_000_000, "the file is larger than 5 MB"),
        (b"a;b\n" * 25_000, "the table has more than 20,000 rows"),
    ],
)  # fmt: skip
def test_that_what_is_no_table_is_a_sentence(made, data, why):
    made.open(a_csv=data)
    assert (made.picture.words, made.picture.tone) == (f"a.csv: {why}", "bad")


def test_that_dropping_leaves_no_question(made):
    made.open(a_csv=OTHER)
    made.returning.drop()
    assert (made.returning.matching, made.picture) == (None, None)


def test_that_an_edit_meanwhile_counts_when_the_table_is_read(made):
    made.open(a_csv=OTHER)
    metrics = tuple(one.having(name="Продажи") if one.key == "deals" else one
                    for one in made.desk.project.metrics)  # fmt: skip
    assert made.desk.do(SetMembers({"metrics": metrics}, verbatim("x")))
    made.settle()
    assert [one.subject for one in made.picture.changes] == ["Лиды"]


def test_that_settings_of_before_know_no_columns(made):
    save_settings(load_settings())
    assert load_settings().columns == {}


def test_that_a_table_is_read_beside_the_window_once_it_is_settled(made):
    made.open(a_csv=OTHER)
    made.returning.matching.settle()
    assert made.returning.is_busy
    assert (made.picture.words, made.picture.busy) == ("Reading “a.csv”…", (0, 1))
    made.background.do()
    assert len(made.picture.changes) == 2


def test_that_reading_a_table_can_be_stopped(made):
    made.open(a_csv=OTHER)
    made.returning.matching.settle()
    made.returning.stop()
    assert made.background.do() == Stopped()
    assert (made.picture, made.returning.matching) == (None, None)


def test_that_the_first_rows_are_looked_at_once_for_a_choice_of_columns(made, monkeypatch):
    from workbench.presenters.actuals.returning import matching

    reads = []

    def counted(*args, **options):
        reads.append(args[1])
        return table_read(*args, **options)

    monkeypatch.setattr(matching, "table_read", counted)
    made.open(a_csv=OTHER)
    for _ in range(3):
        assert made.asked.tone == "good"
    made.returning.matching.pick("value", 3)
    assert (made.asked.tone, made.asked.tone) == ("warn", "warn")
    assert [columns.value for columns in reads] == [2, 3]


def test_that_only_so_many_cells_are_looked_at_for_a_choice(made):
    heads = ";".join(f"{month:02}.{year}" for year in range(2010, 2026) for month in range(1, 13))
    asked: list[int] = []
    rows = "\n".join(f"Лиды;{';'.join('1' * 192)}" for _ in range(100))
    made.open(a_csv=f"Показатель;{heads}\n{rows}\n")
    match = made.returning.matching._files[0]
    grid = replace(match.layout.grid, at=_heard(match.layout.grid.at, asked))
    match.layout = replace(match.layout, grid=grid)
    match.table = replace(match.table, layouts=(match.layout,))
    assert made.asked.rows
    assert max(asked) <= match.layout.first + 8


def _heard(at, asked):
    def heard(row, column):
        asked.append(row)
        return at(row, column)

    return heard
