"""Names that Excel takes, and texts that a file can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.excel.names import LONGEST_TEXT, clean, label, sheet_names, shortened, unique_names
from workbench.excel.plan import Area, Name, SheetPlan

CELL = Area(0, 0, 0, 0)


def plan(name, *names):
    found = tuple(Name(one, CELL) for one in names)
    return SheetPlan(name=name, cells=(), widths=(), names=found)


def only(words):
    return sheet_names([words], "Роль")[0]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("SDR", "SDR"),
        ("a[b]c:d*e?f/g\\h", "a b c d e f g h"),
        ("'quoted'", "quoted"),
        ("  two \n lines ", "two lines"),
        ("", "Роль"),
        ("[]*?", "Роль"),
        ("History", "History_"),
        ("журнал", "журнал_"),
        ("_x0041_", "_ x0041_"),
        ("a\x00b\ud800c", "abc"),
    ],
)
def test_that_a_sheet_gets_a_name_excel_takes(words, name):
    assert only(words) == name


def test_that_a_long_name_ends_with_an_ellipsis():
    assert only("я" * 40) == "я" * 30 + "…"


def test_that_signs_beyond_the_basic_plane_count_twice():
    assert len(only("😀" * 40).encode("utf-16-le")) // 2 <= 31


def test_that_names_differ_whatever_their_case():
    assert sheet_names(["Роль", "роль", "РОЛЬ"], "x") == ("Роль", "роль (2)", "РОЛЬ (3)")


def test_that_long_names_differ_too():
    first, second = sheet_names(["я" * 40, "я" * 40], "x")
    assert (first != second, len(second) <= 31) == (True, True)


@given(st.lists(st.text(max_size=60), max_size=8))
def test_that_any_words_make_valid_different_names(words):
    names = sheet_names(words, "Role")
    assert len({name.casefold() for name in names}) == len(words)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("=1+1", "=1+1"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("\r\nold\rmac", "\nold\nmac"),
        ("bell\x07", "bell"),
        ("half\ud83d", "half"),
        ("\ufffe\uffff", ""),
    ],
)
def test_that_only_what_xml_cannot_hold_is_dropped(words, kept):
    assert clean(words) == kept


def test_that_a_text_is_cut_where_excel_would_refuse_it():
    cut = clean("я" * 40_000)
    assert (len(cut), cut[-1]) == (LONGEST_TEXT, "…")


@pytest.mark.parametrize("words", ["short", "", "exactly"])
def test_that_a_text_that_fits_stays(words):
    assert shortened(words, 7) == words


def test_that_a_label_cannot_be_read_as_an_escape():
    assert label("_x000D_", 20) == "_ x000D_"


def test_that_defined_names_differ_whatever_their_case():
    plans = (plan("A", "in_Leads", "in_leads"), plan("B", "in_leads"))
    assert [name.name for _, name in unique_names(plans)] == [
        "in_Leads",
        "in_leads_2",
        "in_leads_3",
    ]


def test_that_a_defined_name_knows_its_sheet():
    plans = (plan("A", "one"), plan("B", "two"))
    assert [sheet.name for sheet, _ in unique_names(plans)] == ["A", "B"]


def test_that_a_defined_name_cannot_be_read_as_an_escape():
    assert unique_names((plan("A", "in_x0041_"),))[0][1].name == "in__x0041_"
