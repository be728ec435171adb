"""Where actuals are found again, whatever was done to the workbook."""

from __future__ import annotations

import openpyxl
import pytest

from tests.excel.returning import (
    SHEET,
    back,
    cell_of,
    changed,
    changes,
    exported,
    filled,
    imported,
    row_of,
    through_office,
    ways,
    why,
    written,
)
from tests.projects import example
from workbench.document.edits.project import SetActual
from workbench.document.project import Project

FACTS = {"leads_2": 700.0, "cr_qualified_3": 0.7, "deals_1": 21.0}


def enter(book) -> None:
    filled(**FACTS)(book)


def sort_rows(book) -> None:
    """The rows of actuals turned round, as sorting by another column would."""
    enter(book)
    sheet = book[SHEET]
    first, last = row_of(book, "visits"), row_of(book, "churn")
    rows = [[cell.value for cell in sheet[row][:15]] for row in range(first, last + 1)]
    for row, values in enumerate(reversed(rows), start=first):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value


def shift(book, rows: int = 0, columns: int = 0) -> None:
    """Rows and columns before the table, as a spreadsheet program inserts them."""
    enter(book)
    sheet = book[SHEET]
    sheet.move_range(sheet.dimensions, rows=rows, cols=columns)
    for name, defined in book.defined_names.items():
        if name.startswith(("fact_", "actuals_")):
            row = int(defined.attr_text.rsplit("$", 1)[1]) + rows
            left, right = (openpyxl.utils.get_column_letter(at + columns) for at in (4, 15))
            defined.attr_text = f"'{SHEET}'!${left}${row}:${right}${row}"


def insert_between_months(book) -> None:
    """A column of remarks between January and February: names grow as they do in Excel."""
    enter(book)
    book[SHEET].move_range("E1:T60", cols=1)
    book[SHEET]["E9"] = "see the mail"
    for name, defined in book.defined_names.items():
        if name.startswith(("fact_", "actuals_")):
            defined.attr_text = defined.attr_text.replace("$O$", "$P$")


def rename_sheets(book) -> None:
    """Every sheet with another name; names in the workbook follow, as Excel sees to."""
    enter(book)
    for at, sheet in enumerate(book.worksheets):
        old, sheet.title = sheet.title, f"Лист {at}"
        for defined in book.defined_names.values():
            quoted = f"'{old}'!"
            defined.attr_text = defined.attr_text.replace(quoted, f"'{sheet.title}'!")


def drop_names(book) -> None:
    enter(book)
    book.defined_names.clear()


def drop_names_and_map(book) -> None:
    drop_names(book)
    del book[book.sheetnames[-1]]


def only_the_sheet_under_another_name(book) -> None:
    drop_names_and_map(book)
    for name in book.sheetnames:
        if name != SHEET:
            del book[name]
    book[SHEET].title = "Отчёт за квартал"
    shift_only = book.worksheets[0]
    shift_only.move_range(shift_only.dimensions, rows=4, cols=2)


@pytest.mark.parametrize(
    ("change", "how"),
    [
        (enter, {"name"}),
        (sort_rows, {"label"}),
        (lambda book: shift(book, rows=3), {"name"}),
        (lambda book: shift(book, columns=2), {"name"}),
        (insert_between_months, {"name"}),
        (rename_sheets, {"name"}),
        (drop_names, {"map"}),
        (drop_names_and_map, {"label"}),
        (only_the_sheet_under_another_name, {"label"}),
    ],
    ids=[
        "as it is", "sorted", "rows above", "columns before", "a column between", "renamed",
        "without names", "without names and map", "one sheet alone",
    ],
)  # fmt: skip
def test_that_actuals_are_found(change, how):
    found = imported(changed(change))
    assert changes(found) == FACTS
    assert ways(found) - {"name"} == how - {"name"}
    assert why(found) == []


def test_that_a_russian_workbook_is_read_by_an_english_program():
    data = changed(_enter_russian, exported("ru"))
    found = imported(data)
    assert (changes(found), why(found)) == ({"leads_2": 700.0}, [])


def _enter_russian(book) -> None:
    name = next(one for one in book.sheetnames if one in ("План-факт", "Actuals"))
    cell_of(book, "leads_2", name).value = 700
    book.defined_names.clear()
    del book[book.sheetnames[-1]]


@pytest.mark.libreoffice
@pytest.mark.parametrize("change", [enter, sort_rows, rename_sheets, insert_between_months])
def test_that_actuals_survive_libreoffice(change, tmp_path, soffice):
    found = imported(through_office(changed(change), tmp_path, soffice))
    assert changes(found) == FACTS
    assert why(found) == []
    assert found.inputs == ()


def test_that_a_workbook_nobody_touched_changes_nothing():
    found = imported(exported())
    assert (found.changes, found.inputs, found.refused, found.same) == ((), (), (), 2)


def test_that_the_same_project_gives_the_same_bytes():
    from tests.excel.books import planned
    from workbench.excel.writer import workbook_bytes

    assert workbook_bytes(planned(example(), "en")) == exported()


def test_that_a_head_that_was_written_over_goes_by_its_place():
    def change(book) -> None:
        enter(book)
        book[SHEET]["E6"] = "второй месяц"

    assert changes(imported(changed(change))) == FACTS


def test_that_a_month_may_be_written_otherwise():
    def change(book) -> None:
        drop_names_and_map(book)
        for column, words in ((4, "Январь 2027"), (5, "2027-02"), (6, "03.2027")):
            book[SHEET].cell(6, column).value = words

    assert changes(imported(changed(change))) == FACTS


def test_that_a_cell_that_was_emptied_is_told_and_stays():
    found = imported(changed(filled(leads_1=None)))
    assert (changes(found), why(found)) == ({}, ["the cell was emptied; the actual stays as it is"])


def test_that_a_number_below_no_month_is_refused():
    def change(book) -> None:
        insert_between_months(book)
        book[SHEET]["E9"] = 5

    found = imported(changed(change))
    assert (changes(found), why(found)) == (FACTS, ["no month stands above it"])


def test_that_two_metrics_of_one_name_go_by_their_names_in_the_workbook():
    data = changed(filled(meetings_1=5, deals_1=6), written(twins()))
    assert changes(imported(data, project=twins())) == {"meetings_1": 5, "deals_1": 6}


def twins(other: str = "meetings") -> Project:
    """The example with a second metric of deals, whose row is the one above theirs."""
    metrics = (one.having(name="Сделки") if one.key == other else one for one in example().metrics)
    return example().having(metrics=tuple(metrics))


def swapped(one: str, other: str):
    """Two rows of actuals with each other's content, as sorting leaves them."""

    def change(book) -> None:
        sheet = book[SHEET]
        rows = row_of(book, one), row_of(book, other)
        for column in range(1, 16):
            first, second = (sheet.cell(row, column) for row in rows)
            first.value, second.value = second.value, first.value
            formats = second.number_format, first.number_format
            first.number_format, second.number_format = formats

    return change


def both(*hands):
    return lambda book: [hand(book) for hand in hands]


TWO = "two metrics are called so, and nothing else tells which it is"


def test_that_of_two_metrics_of_one_name_nothing_is_taken_once_rows_were_sorted():
    data = changed(
        both(
            filled(meetings_1=5, deals_1=6, leads_2=700),
            swapped("meetings", "deals"),
            swapped("leads", "visits"),
        ),
        written(twins()),
    )
    found = imported(data, project=twins())
    assert (changes(found), why(found)) == ({"leads_2": 700}, [TWO, TWO])


def test_that_two_metrics_of_one_name_are_told_by_the_actuals_that_left():
    since = twins()
    for key, value in (("meetings", 50.0), ("deals", 20.0)):
        since = SetActual(key, "2027-01", value).apply(since)
    data = changed(
        both(filled(meetings_2=5, deals_2=6), swapped("meetings", "deals")), written(since)
    )
    found = imported(data, project=since)
    assert (changes(found), set(why(found))) == ({}, {TWO})


def test_that_two_metrics_of_one_name_are_told_by_their_units():
    data = changed(
        both(filled(revenue_1=5, deals_1=6), swapped("revenue", "deals")),
        written(twins("revenue")),
    )
    found = imported(data, project=twins("revenue"))
    assert (changes(found), set(why(found))) == ({}, {TWO})


def test_that_a_renamed_metric_is_still_found():
    renamed = example().having(
        metrics=tuple(
            one.having(name="Заявки") if one.key == "leads" else one for one in example().metrics
        )
    )
    assert changes(imported(changed(enter), project=renamed)) == FACTS


def test_that_a_metric_that_is_gone_is_refused():
    gone = example().having(
        metrics=tuple(one for one in example().metrics if one.key != "churn"),
        kpis=tuple(one for one in example().kpis if one.metric != "churn"),
    )
    found = imported(changed(filled(churn_1=0.03)), project=gone)
    assert why(found) == ["the project has no such metric any more"]


def test_that_nothing_is_said_twice():
    assert [one.how for one in back(exported()).facts] == ["name", "name"]


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: sheet.insert_cols(2),
        lambda sheet: sheet.delete_cols(2),
        lambda sheet: (sheet.insert_rows(3, 2), sheet.insert_cols(2)),
    ],
    ids=["one more", "one less", "two rows too"],
)
def test_that_months_are_those_above_though_names_have_stayed_behind(change):
    every = {f"leads_{month}": 900.0 + month for month in range(1, 13)}

    def moved(book) -> None:
        filled(**every)(book)
        change(book[SHEET])

    found = changes(imported(changed(moved)))
    assert {key: found[key] for key in found if key.startswith("leads_")} == every


def test_that_a_workbook_whose_table_is_gone_says_so():
    def gone(book) -> None:
        del book[SHEET]

    assert not back(changed(gone)).has_table
    assert back(changed(enter)).has_table
