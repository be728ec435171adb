import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import metric
from workbench.document.keys import slug


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Лиды", "lidy"),
        ("Конверсия лид → КЛ", "konversiya_lid_kl"),
        ("Щёлочь, объём", "scheloch_obem"),
        ("Cost per lead", "cost_per_lead"),
        ("  ROI  %  ", "roi"),
        ("Café", "cafe"),
        ("2027 plan", "item_2027_plan"),
        ("", "item"),
        ("→ %", "item"),
        ("日本", "item"),
    ],
)
def test_that_a_name_becomes_a_latin_key(name, key):
    assert slug(name) == key


def test_that_the_fallback_says_what_it_is():
    assert slug("%", fallback="metric") == "metric"


def test_that_a_taken_key_gets_a_number():
    assert slug("Лиды", {"lidy"}) == "lidy_2"
    assert slug("Лиды", {"lidy", "lidy_2", "lidy_3"}) == "lidy_4"


@given(st.text(max_size=200), st.lists(st.sampled_from(["a", "item", "item_2"])))
def test_that_any_name_gives_a_free_key_the_format_takes(name, taken):
    key = slug(name, taken)
    assert key not in taken
    assert metric(key).key == key


def test_that_copies_of_copies_stay_within_the_limit():
    taken: list[str] = []
    for _ in range(120):
        taken.append(slug("a" * 500, taken))
    assert max(map(len, taken)) <= 64
