import pytest

from tests.projects import metric, project
from workbench.document.role import Role
from workbench.formula.names import Names, bracketed, folded


@pytest.fixture
def names():
    return Names(
        project(
            metric("leads", name="Лиды"),
            metric("hedgehog", name="Ёж"),
            metric("one", name="Чек"),
            metric("two", name="  чек "),
            roles=(Role(key="bdr", name="BDR"), Role(key="leads", name="Лиды")),
        )
    )


def test_that_a_metric_and_a_role_may_share_a_name(names):
    assert (names.find_metric("лиды"), names.find_role("лиды")) == ("leads", "leads")
    assert names.metric_names["leads"] == "Лиды"


def test_that_namesakes_show_their_key(names):
    assert names.metric_names["one"] == "Чек (one)"
    assert names.metric_names["two"] == "чек (two)"


def test_that_a_name_shared_by_two_means_neither(names):
    assert names.find_metric("чек") is None


@pytest.mark.parametrize("word", ["Ёж", "еж", "ЕЖ", " ёж "])
def test_that_yo_may_be_written_as_ye(names, word):
    assert names.find_metric(word) == "hedgehog"


def test_that_a_key_means_its_metric(names):
    assert names.find_metric("two") == "two"
    assert names.find_metric("TWO") is None


def test_that_nothing_like_it_is_nothing(names):
    assert names.nearest_metric("zzzzzz") is None
    assert names.nearest_role("BDRS") == "BDR"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Лиды", "Лиды"),
        ("a_1", "a_1"),
        ("Две штуки", "[Две штуки]"),
        ("1a", "[1a]"),
        ("a]", "[a]]]"),
    ],
)
def test_that_one_word_needs_no_brackets(name, written):
    assert bracketed(name) == written


def test_that_folding_forgets_case_spaces_and_yo():
    assert folded("  Ёж   ПО\u00a0лю ") == "еж по лю"
