"""The command that reads filled workbooks back."""

from __future__ import annotations

import pytest

from tests.excel.returning import changed, filled, written
from tests.projects import EXAMPLE, example
from workbench.document.edits.inputs import InputPlace, held
from workbench.storage.backups import backups
from workbench.storage.project_file import load, save


@pytest.fixture
def file(tmp_path):
    save(example(), tmp_path / "plan.kpi")
    return tmp_path / "plan.kpi"


@pytest.fixture
def workbook(tmp_path):
    """Writes a filled workbook and names its file."""

    def write(name: str = "filled.xlsx", **facts: object):
        (tmp_path / name).write_bytes(changed(filled(**facts)))
        return tmp_path / name

    return write


def leads(file) -> dict[str, float]:
    return {one.month: one.value for one in load(file).project.actuals if one.metric == "leads"}


def test_that_the_json_has_the_members_of_the_agreement(run, file, workbook):
    tree = run(
        "import-actuals", file, workbook(leads_2=700, deals_1="abc"), "--lang", "en", "--json"
    ).tree
    assert tree["read"] == 3
    (change,) = tree["changed"]
    assert {name: change[name] for name in ("metric", "month", "from", "to", "how")} == {
        "metric": "leads", "month": "2027-02", "from": None, "to": 700, "how": "name",
    }  # fmt: skip
    (refused,) = tree["refused"]
    assert {name: refused[name] for name in ("sheet", "cell", "value", "why")} == {
        "sheet": "Actuals", "cell": "D19", "value": "abc",
        "why": "text, where a number is expected",
    }  # fmt: skip


def test_that_the_project_itself_is_updated_with_a_backup(run, file, workbook):
    before = file.read_bytes()
    assert run("import-actuals", file, workbook(leads_2=700)).code == 0
    assert leads(file) == {"2027-01": 583, "2027-02": 700}
    assert [one.read_bytes() for one in backups(file)] == [before]


def test_that_with_an_output_the_project_stays(run, file, workbook, tmp_path):
    before = file.read_bytes()
    run("import-actuals", file, workbook(leads_2=700), "-o", tmp_path / "out")
    assert file.read_bytes() == before
    assert leads(tmp_path / "out.kpi")["2027-02"] == 700


def test_that_several_workbooks_are_read_at_once(run, file, workbook):
    books = workbook("a.xlsx", leads_2=700), workbook("b.xlsx", leads_2=701, deals_1=3)
    tree = run("import-actuals", file, *books, "--json").tree
    assert [one["metric"] for one in tree["changed"]] == ["deals"]
    assert [one["file"] for one in tree["refused"]] == ["a.xlsx", "b.xlsx"]


def test_that_changed_inputs_stand_beside_and_are_taken_when_asked_for(run, file, tmp_path):
    def change(book) -> None:
        book["Model"]["E7"] = 41_000

    (tmp_path / "a.xlsx").write_bytes(changed(change))
    tree = run("import-actuals", file, tmp_path / "a.xlsx", "--json").tree
    assert [(one["keys"], one["from"], one["to"]) for one in tree["other"]] == [
        (["visits"], 40_000, 41_000)
    ]
    assert load(file).project == example()
    run("import-actuals", file, tmp_path / "a.xlsx", "--plan")
    assert held(load(file).project, InputPlace("metric", ("visits",))) == 41_000


def test_that_a_workbook_of_another_project_is_refused_unless_it_is_wanted(run, file, tmp_path):
    other = example().having(client=example().client.having(name="Daisy"))
    (tmp_path / "a.xlsx").write_bytes(changed(filled(leads_2=7), written(other)))
    answer = run("import-actuals", file, tmp_path / "a.xlsx", "--lang", "en")
    assert (answer.code, answer.sentence) == (
        3,
        "a.xlsx: this workbook is of another project: “Daisy”, not “Пример: B2B SaaS”; "
        "--anyway reads it all the same",
    )  # fmt: skip
    assert load(file).project == example()
    assert run("import-actuals", file, tmp_path / "a.xlsx", "--anyway").code == 0
    assert leads(file)["2027-02"] == 7


def test_that_an_older_export_is_read_and_said(run, file, workbook):
    plan = example()
    metrics = (one.having(value=0.5) if one.key == "churn" else one for one in plan.metrics)
    save(plan.having(metrics=tuple(metrics)), file)
    answer = run("import-actuals", file, workbook(leads_2=700), "--lang", "en")
    assert "filled.xlsx left with an earlier plan" in answer.out
    assert leads(file)["2027-02"] == 700


@pytest.mark.parametrize("data", [b"", b"PK", b"no workbook", EXAMPLE.read_bytes()[:500]])
def test_that_what_cannot_be_read_is_one_sentence_and_writes_nothing(run, file, tmp_path, data):
    (tmp_path / "a.xlsx").write_bytes(data)
    before = file.read_bytes()
    answer = run("import-actuals", file, tmp_path / "a.xlsx", "-o", tmp_path / "out.kpi")
    assert answer.code == 3
    assert answer.sentence.startswith("a.xlsx: ")
    assert (file.read_bytes(), (tmp_path / "out.kpi").exists()) == (before, False)


def test_that_without_json_refused_cells_are_told_line_by_line(run, file, workbook):
    answer = run("import-actuals", file, workbook(leads_2="abc", deals_1=21), "--lang", "en")
    assert answer.err.strip() == "Actuals E9 “abc”: text, where a number is expected"
    assert "Found: 1 actual by the name of the cells" in answer.out


@pytest.mark.parametrize(
    ("head", "options", "why"),
    [
        ("Показатель;Месяц;Факт, тыс. ₽", (), "“Факт, тыс. ₽” names no plain unit"),
        ("Показатель;Месяц;Факт (млн руб.)", ("--columns", "metric=A,month=B,value=C"),
         "“Факт (млн руб.)” names no plain unit"),
        ("Показатель;Месяц;Факт, $", (), "“Факт, $” is in another currency than the project"),
    ],
)  # fmt: skip
def test_that_a_column_in_other_units_is_refused_by_its_heading(
    run, file, tmp_path, head, options, why
):
    (tmp_path / "a.csv").write_text(f"{head}\nВыручка;2027-02;1500\n", encoding="utf-8")
    before = file.read_bytes()
    answer = run("import-actuals", file, tmp_path / "a.csv", *options, "--lang", "en")
    assert (answer.code, why in answer.sentence) == (3, True)
    assert file.read_bytes() == before


def test_that_the_plan_of_a_table_with_two_rows_of_headings_is_no_actual(run, file, tmp_path):
    rows = "Metric;Jan 2027;;Feb 2027;\n;Plan;Fact;Plan;Fact\nЛиды;10;12;10;13\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    assert run("import-actuals", file, tmp_path / "a.csv").code == 0
    assert leads(file) == {"2027-01": 12, "2027-02": 13}
