import json

import openpyxl
import pytest

from tests.planning.journeys import NAMES, journey, through, touch, with_journeys
from tests.projects import CASES, EXAMPLE
from workbench.storage.project_file import save

WORKED = {one["id"]: one for one in json.loads((CASES / "worked.json").read_text("utf-8"))}


@pytest.fixture
def file(tmp_path):
    """Writes a project of some journeys and names its file."""

    def written(*journeys, **members):
        save(with_journeys(*journeys, **members), tmp_path / "plan.kpi")
        return tmp_path / "plan.kpi"

    return written


@pytest.fixture
def table(tmp_path):
    """Writes a table of one journey of two touches and names its file."""

    def written(*more: str, name: str = "пути.csv", heads: str = "deal;closed;value;date;channel"):
        rows = (heads, "1;31.03.2027;100;01.03.2027;a", "1;31.03.2027;100;05.03.2027;b", *more)
        (tmp_path / name).write_text("\n".join(rows), encoding="cp1251")
        return tmp_path / name

    return written


@pytest.mark.parametrize("model", ["linear", "u", "w"])
def test_that_five_touches_share_as_the_public_example_says(run, file, model):
    expected = WORKED["attribution-five-touches"]["expect"][model]
    tree = run("credit", file(through(*NAMES)), "--model", model, "--json").tree
    assert list(tree["shares"].values()) == pytest.approx(expected, abs=0.01)
    assert round(sum(tree["shares"].values()), 2) == tree["total"] == 100


def test_that_the_json_has_the_members_of_the_agreement(run, file):
    tree = run("credit", file(through("a", "b"), journey(value=7.0)), "--json").tree
    assert tree == {
        "model": "linear", "by": "channel", "total": 107, "shares": {"a": 50, "b": 50},
        "not_credited": 7,
    }  # fmt: skip


def test_that_touches_are_asked_for_roles_and_stages_too(run, file):
    plan = file(journey(touch(3, "a", role="b"), touch(1, "a", stage="c")))
    assert run("credit", plan, "--by", "role", "--json").tree["shares"] == {"b": 100}
    assert run("credit", plan, "--by", "stage", "--json").tree["shares"] == {"c": 100}


def test_that_the_half_life_can_be_set(run, file):
    plan = file(journey(touch(30, "a"), touch(0, "b"), value=300.0))
    options = ("--model", "time_decay", "--half-life", "30", "--json")
    assert run("credit", plan, *options).tree["shares"] == {"a": 100, "b": 200}


def test_that_weights_alone_mean_the_model_of_ones_own(run, file):
    tree = run("credit", file(through("a", "b")), "--weights", "3,1,1", "--json").tree
    assert (tree["model"], tree["shares"]) == ("own", {"a": 75, "b": 25})


def test_that_the_key_stage_goes_by_key_or_name(run, file):
    touches = (touch(3, "a"), touch(2, "b"), touch(1, "c", stage="d"), touch(0, "d"))
    options = ("--model", "w", "--key-stage", "d", "--json")
    found = run("credit", file(journey(*touches)), *options).tree["shares"]
    assert found == {"a": 30, "b": 10, "c": 30, "d": 30}


def test_that_without_json_there_is_a_table(run, file):
    out = run("credit", file(through("a", "b", value=5.0), journey(value=2.5))).out
    assert "Channel" in out
    assert "Linear" in out
    assert "Not credited: no touch up to the closing" in out
    assert "66.7%" not in out
    assert "33.3%" in out


def test_that_a_project_without_journeys_has_a_sentence(run):
    answer = run("credit", EXAMPLE, "--lang", "en")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "There are no journeys, so there is no revenue to share out\n"


def test_that_a_project_without_journeys_has_empty_shares(run):
    tree = run("credit", EXAMPLE, "--json").tree
    assert (tree["total"], tree["shares"], tree["not_credited"]) == (0, {}, 0)


def test_that_journeys_come_from_a_text_table(run, file, table):
    tree = run("credit", file(through("c")), "--journeys", table(), "--json").tree
    assert (tree["shares"], tree["read"], tree["refused"]) == ({"a": 50, "b": 50}, 2, [])


def test_that_journeys_come_from_a_workbook(run, file, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ("Сделка", "Дата закрытия", "Сумма", "Дата касания", "Канал"),
        (1, "31.03.2027", 100, "01.03.2027", "A"),
    ):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    tree = run("credit", file(), "--journeys", tmp_path / "t.xlsx", "--json").tree
    assert tree["shares"] == {"a": 100}


def test_that_the_project_file_stays_as_it_is(run, file, table):
    plan = file(through("c"))
    before = plan.read_bytes()
    run("credit", plan, "--journeys", table())
    assert plan.read_bytes() == before


def test_that_rows_that_were_left_out_are_told(run, file, table):
    answer = run("credit", file(), "--journeys", table("2;x;1", ";;;06.03.2027;fax"))
    assert answer.code == 0
    assert answer.sentence == (
        "пути.csv: 2 rows were left out: "
        "row 4 “x”: the closing date is no date such as 31.01.2027; "
        "row 5 “fax”: there is no such channel; there are A, B, C, D, E"
    )


def test_that_rows_that_were_left_out_are_in_the_json(run, file, table):
    answer = run("credit", file(), "--journeys", table("2;x;1"), "--json")
    assert answer.err == ""
    assert answer.tree["refused"] == [
        {"row": 4, "value": "x", "why": "the closing date is no date such as 31.01.2027"}
    ]


def test_that_many_rows_that_were_left_out_are_counted(run, file, table):
    answer = run("credit", file(), "--journeys", table(*["2;x;1"] * 30))
    assert answer.sentence.endswith("; and 10 more")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--model", "time_decay", "--half-life", "0"],
         "plan.kpi: the half-life must be a number of days above zero"),
        (["--weights", "0,0,0"], "plan.kpi: one of the weights at least must be above zero"),
        (["--weights", "1,-1,1"], "plan.kpi: weights must not be below zero"),
        (["--key-stage", "nowhere"], "plan.kpi: there is no metric “nowhere”"),
        (["--journeys", "nowhere.csv"], "nowhere.csv: there is no such file"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_that_what_does_not_fit_is_bad_input(run, file, options, sentence, as_json):
    answer = run("credit", file(through("a")), *options, *as_json)
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence.startswith(sentence)


def test_that_a_table_without_headings_is_bad_input(run, file, table):
    answer = run("credit", file(), "--journeys", table(heads="x;y"))
    assert answer.code == 3
    assert answer.sentence.startswith("пути.csv: no headings of journeys")


def test_that_a_workbook_that_is_none_is_bad_input(run, file, tmp_path):
    (tmp_path / "t.xlsx").write_bytes(b"nonsense")
    answer = run("credit", file(), "--journeys", tmp_path / "t.xlsx", "--json")
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence == "t.xlsx: this is no Excel workbook (.xlsx)"


@pytest.mark.parametrize(
    "options",
    [
        ["--model", "best"],
        ["--by", "weather"],
        ["--half-life", "soon"],
        ["--weights", "1,2"],
        ["--weights", "a,b,c"],
        ["--model", "own"],
        ["--model", "u", "--weights", "1,2,3"],
    ],
)
def test_that_a_wrong_command_line_is_a_matter_of_usage(run, file, options):
    answer = run("credit", file(), *options, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "Usage" in answer.err
