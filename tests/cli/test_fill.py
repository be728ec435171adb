import openpyxl
import pytest

from tests.excel.hostile import HOSTILE
from tests.projects import EXAMPLE, example


@pytest.fixture
def form(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Форма"
    for cell, words in {"A1": "{{client}}", "A2": "{{leads.2027-01}}", "A3": "{{what}}",
                        "A4": "{{sdr.9}}"}.items():  # fmt: skip
        book.active[cell] = words
    book.save(tmp_path / "form.xlsx")
    return tmp_path / "form.xlsx"


def sheet(path):
    return openpyxl.load_workbook(path).active


def test_that_a_copy_is_filled(run, form, tmp_path):
    answer = run("fill", EXAMPLE, form, "-o", tmp_path / "out.xlsx")
    assert (answer.code, answer.err) == (0, "")
    assert sheet(tmp_path / "out.xlsx")["A1"].value == example().client.name


def test_that_it_tells_what_was_not_known(run, form, tmp_path):
    out = run("fill", EXAMPLE, form, "-o", tmp_path / "out.xlsx", "--lang", "en").out
    (line,) = [line for line in out.splitlines() if "{{what}}" in line]
    assert line.split() == ["Форма", "A3", "{{what}}", "nothing", "is", "called", "“what”"]


def test_that_json_has_what_was_filled_empty_and_unknown(run, form, tmp_path):
    tree = run("fill", EXAMPLE, form, "-o", tmp_path / "out.xlsx", "--json", "--lang", "en").tree
    assert tree == {
        "file": str(tmp_path / "out.xlsx"),
        "filled": [
            {"sheet": "Форма", "cell": "A1", "placeholder": "client",
             "value": example().client.name},
            {"sheet": "Форма", "cell": "A2", "placeholder": "leads.2027-01", "value": 600.0},
        ],
        "empty": [{"sheet": "Форма", "cell": "A4", "placeholder": "sdr.9",
                   "why": "SDR has 3 KPIs"}],
        "unknown": [{"sheet": "Форма", "cell": "A3", "placeholder": "what",
                     "why": "nothing is called “what”"}],
        "elsewhere": False,
    }  # fmt: skip


def test_that_a_scenario_gives_the_numbers(run, form, tmp_path):
    scenario = example().scenarios[0]
    key, value = next((k, v) for k, v in scenario.values.items() if isinstance(v, float))
    book = openpyxl.load_workbook(form)
    book.active["A1"] = f"{{{{{key}.2027-01}}}}"
    book.save(form)
    run("fill", EXAMPLE, form, "-o", tmp_path / "out.xlsx", "--scenario", scenario.key)
    assert sheet(tmp_path / "out.xlsx")["A1"].value == value


def test_that_an_unknown_scenario_is_a_sentence(run, form, tmp_path):
    answer = run("fill", EXAMPLE, form, "-o", tmp_path / "out.xlsx", "--scenario", "zzz",
                 "--lang", "en")  # fmt: skip
    assert answer.code == 3
    assert "there is no scenario “zzz”" in answer.sentence


def test_that_a_bare_name_gets_its_ending(run, form, tmp_path):
    run("fill", EXAMPLE, form, "-o", tmp_path / "out")
    assert (tmp_path / "out.xlsx").exists()


def test_that_another_ending_is_wrong_usage(run, form, tmp_path):
    assert run("fill", EXAMPLE, form, "-o", tmp_path / "out.xls").code == 2


def test_that_the_language_is_the_projects_unless_asked(run, form, tmp_path):
    book = openpyxl.load_workbook(form)
    book.active["A1"] = "{{period}}"
    book.save(form)
    run("fill", EXAMPLE, form, "-o", tmp_path / "ru.xlsx")
    run("fill", EXAMPLE, form, "-o", tmp_path / "en.xlsx", "--lang", "en")
    said = [sheet(tmp_path / name)["A1"].value for name in ("ru.xlsx", "en.xlsx")]
    assert said == ["январь 2027 – декабрь 2027", "January 2027 – December 2027"]


def test_that_a_form_is_never_written_over(run, form):
    before = form.read_bytes()
    answer = run("fill", EXAMPLE, form, "-o", form, "--lang", "en")
    assert (answer.code, form.read_bytes()) == (3, before)
    assert answer.sentence.startswith("form.xlsx: ")


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", ["laughs", "old_workbook", "csv", "macros"])
def test_that_a_bad_form_is_one_sentence_and_nothing_written(run, tmp_path, name, lang):
    (tmp_path / "form.xlsx").write_bytes(HOSTILE[name]())
    answer = run("fill", EXAMPLE, tmp_path / "form.xlsx", "-o", tmp_path / "out.xlsx",
                 "--lang", lang)  # fmt: skip
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence.startswith("form.xlsx: ")
    assert [one.name for one in tmp_path.iterdir()] == ["form.xlsx"]
