"""The command that reads actuals, from plain tables."""

from __future__ import annotations

import pytest

from tests.excel.returning import changed, filled
from tests.presenters.test_actuals_tables import workbook
from tests.projects import example
from workbench.storage.project_file import load, save


@pytest.fixture
def file(tmp_path):
    save(example(), tmp_path / "plan.kpi")
    return tmp_path / "plan.kpi"


@pytest.fixture
def table(tmp_path):
    """Writes a table and names its file."""

    def write(words: str | bytes, name: str = "t.csv"):
        (tmp_path / name).write_bytes(words if isinstance(words, bytes) else words.encode("cp1251"))
        return tmp_path / name

    return write


def march(file) -> dict[str, float]:
    return {one.metric: one.value for one in load(file).project.actuals if one.month == "2027-03"}


def test_that_a_table_of_a_russian_excel_is_read(run, file, table):
    path = table("Показатель;Месяц;Факт\r\nЛиды;март 2027;1 583\r\nВыручка;март 2027;1 234,50\r\n")
    assert run("import-actuals", file, path).code == 0
    assert march(file) == {"leads": 1583, "revenue": 1234.5}


def test_that_the_json_is_that_of_workbooks(run, file, table):
    path = table("Metric,Month,Value\nleads,2027-03,583\nЛидыы,2027-03,4\n")
    tree = run("import-actuals", file, path, "--lang", "en", "--json").tree
    assert (tree["read"], tree["changed"]) == (
        1,
        [{"metric": "leads", "month": "2027-03", "from": None, "to": 583, "how": "table",
          "file": "t.csv", "sheet": "", "cell": "C2"}],
    )  # fmt: skip
    assert tree["refused"] == [
        {"sheet": "", "cell": "A3", "value": "Лидыы", "file": "t.csv",
         "why": "no metric of the project is called so; “Лиды” is"},
    ]  # fmt: skip


@pytest.mark.parametrize("columns", ["metric=A,month=B,value=C", "metric=Что,month=Когда,value=C"])
def test_that_columns_can_be_named(run, file, table, columns):
    path = table("Что;Когда;Сколько\nЛиды;2027-03;583\n")
    assert run("import-actuals", file, path, "--columns", columns).code == 0
    assert march(file) == {"leads": 583}


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ((), "which columns are meant is not plain: A “Что”, B “Когда”, C “Сколько”; "
         "name them, for example --columns metric=A,month=B,value=C"),
        (("--columns", "metric=A,month=B,value=D"),
         "there is no column “D”; there are A “Что”, B “Когда”, C “Сколько”"),
        (("--columns", "metric=A"), "the headings name no months"),
        (("--columns", "A,B,C"), "columns are named so: metric=A,month=B,value=C"),
    ],
)  # fmt: skip
def test_that_columns_that_are_not_plain_are_one_sentence(run, file, table, columns, why):
    before = file.read_bytes()
    path = table("Что;Когда;Сколько\nЛиды;2027-03;583\n")
    answer = run("import-actuals", file, path, "--lang", "en", *columns)
    assert (answer.code, answer.sentence) == (3, f"t.csv: {why}")
    assert file.read_bytes() == before


def test_that_tables_and_workbooks_are_read_together(run, file, table, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(changed(filled(leads_2=700)))
    path = table("KPI\tMonth\tFact\nleads\t2027-03\t583\n", "t.tsv")
    rows = [["Metric", "Mar 2027"], ["deals", 4]]
    other = table(workbook(Data=rows), "b.xlsx")
    tree = run("import-actuals", file, tmp_path / "a.xlsx", path, other, "--json").tree
    assert [(one["metric"], one["month"], one["how"]) for one in tree["changed"]] == [
        ("leads", "2027-02", "name"), ("leads", "2027-03", "table"), ("deals", "2027-03", "table"),
    ]  # fmt: skip


def test_that_a_sheet_can_be_named(run, file, table):
    rows = [[["Metric", "Month", "Fact"], ["leads", "2027-03", value]] for value in (5, 6)]
    path = table(workbook(One=rows[0], Two=rows[1]), "b.xlsx")
    run("import-actuals", file, path, "--sheet", "two")
    assert march(file) == {"leads": 6}
    run("import-actuals", file, path)
    assert march(file) == {"leads": 5}
    answer = run("import-actuals", file, path, "--sheet", "Three", "--lang", "en")
    assert (answer.code, answer.sentence) == (
        3, "b.xlsx: no table in a sheet “Three”; there are: One, Two"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is no table in it"),
        (b"\x89PNG\r\n\x1a\n\x00", "this is no table of text (CSV)"),
        (b"PK\x03\x04\x14\x00\x00\x00", "this is no table of text (CSV)"),
        (b"\x7fELF\x02\x01\x01", "this is no table of text (CSV)"),
        (b"Metric;Month;Value\nleads;2027-03;\x005\n", "this is no table of text (CSV)"),
        (b'Metric;Month;Value\nleads;2027-03;"5\n',
         "a quotation mark in line 2 is not closed, or stands in the wrong place"),
        (b";" * 4_000_000, "line 1 has more than 1,000,000 characters"),
        (b";" * 10_000_000, "the file is larger than 5 MB"),
        (b";" * 250 + b"x\n", "the table has more than 200 columns"),
        (b'a;"' + b"x" * 200_000 + b'"', "a cell in line 1 has more than 131,072 characters"),
    ],
)  # fmt: skip
def test_that_what_is_no_table_is_one_sentence(run, file, table, data, why):
    answer = run("import-actuals", file, table(data), "--lang", "en")
    assert (answer.code, answer.sentence) == (3, f"t.csv: {why}")


def test_that_a_file_of_a_gigabyte_is_refused_unread(run, file, table):
    path = table(b"Metric;Month;Value\n")
    with path.open("r+b") as opened:
        opened.truncate(1 << 30)
    answer = run("import-actuals", file, path, "--lang", "en")
    assert (answer.code, answer.sentence) == (3, "t.csv: the file is larger than 5 MB")
