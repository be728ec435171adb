import json

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plain, words
from workbench.storage.layout import all_entries, start_of

TEXT = '{"a": [1, {"b": "]},{"}], "c" : {}, "ключ": [[]]}'


def read(text, entry):
    return json.loads(text[entry.value : entry.end])


def test_that_every_value_is_found_where_it_stands():
    found = {entry.place: read(TEXT, entry) for entry in all_entries(TEXT)}
    assert found == {
        ("a",): [1, {"b": "]},{"}],
        ("a", 0): 1,
        ("a", 1): {"b": "]},{"},
        ("a", 1, "b"): "]},{",
        ("c",): {},
        ("ключ",): [[]],
        ("ключ", 0): [],
    }


def test_that_a_member_starts_at_its_name():
    assert TEXT[start_of(TEXT, ("c",)) :].startswith('"c" : {}')


def test_that_an_entry_of_a_list_starts_at_its_value():
    assert TEXT[start_of(TEXT, ("a", 1)) :].startswith('{"b"')


def test_that_a_missing_member_is_looked_for_in_what_is_there():
    assert TEXT[start_of(TEXT, ("a", 1, "missing")) :].startswith('{"b"')


def test_that_the_whole_starts_at_the_bracket():
    assert start_of("  \n{}", ()) == 4 - 1


@given(st.dictionaries(words, plain, max_size=3), st.sampled_from([None, 2]))
def test_that_every_place_of_any_text_leads_to_its_value(tree, indent):
    text = json.dumps(tree, ensure_ascii=False, indent=indent)
    for entry in all_entries(text):
        expected = tree
        for part in entry.place:
            expected = expected[part]
        assert read(text, entry) == expected
