"""Every bad file of the list is refused in one sentence that names the file and the place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.projects import EXAMPLE, example_tree
from workbench.base.languages import CODES, language
from workbench.document.project import Project
from workbench.storage.bad_file import BadFile
from workbench.storage.codec import LARGEST, MOST_THINGS, decode, refuse_size

GOOD = EXAMPLE.read_bytes()
WORDS = GOOD.decode()


def refusal(data: bytes) -> BadFile:
    with pytest.raises(BadFile) as caught:
        decode(data, "plan.kpi")
    sentence = str(caught.value)
    assert sentence.startswith("plan.kpi")
    assert "\n" not in sentence
    return caught.value


def line_in(error: BadFile) -> int:
    assert error.spot is not None
    return error.spot.line


def bent(old: str, new: str) -> bytes:
    assert old in WORDS
    return WORDS.replace(old, new, 1).encode()


def line_of(part: str) -> int:
    return WORDS[: WORDS.index(part)].count("\n") + 1


@pytest.mark.parametrize("length", range(1, len(GOOD) - 1, 701))
def test_that_a_truncated_file_is_refused_with_the_place(length):
    error = refusal(GOOD[:length])
    assert error.spot is not None or "letter" in str(error)


def test_that_a_file_cut_at_a_bracket_breaks_off_there():
    cut = GOOD[: GOOD.index(b'"metrics"')]
    error = refusal(cut)
    assert "breaks off" in str(error)
    assert line_in(error) == cut.count(b"\n") + 1


def test_that_a_file_cut_inside_a_letter_breaks_off_there():
    cut = GOOD[: GOOD.index("Пример".encode()) + 1]
    assert "breaks off inside a letter" in str(refusal(cut))


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_that_an_empty_file_is_refused(data):
    assert "empty" in str(refusal(data)) or "breaks off" in str(refusal(data))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
        (bytes(1000), "not a text file"),
        (b"PK\x03\x04" + bytes(100), "a workbook or an archive"),
        (WORDS.encode("utf-16"), "UTF-16"),
        (WORDS.encode("cp1251", "replace"), "not a text file in UTF-8"),
    ],
)
def test_that_a_file_of_another_kind_is_refused(data, reason):
    assert reason in str(refusal(data))


@pytest.mark.parametrize("data", [b"[]", b"5", b"null", b'"text"', b"{}", b'{"format": "other"}'])
def test_that_other_json_is_no_project(data):
    assert "not a KPI Workbench project" in str(refusal(data))


@pytest.mark.parametrize("version", ["0", "-1", '"1"', "true", "null", "1.5", "[]"])
def test_that_a_version_is_a_whole_number(version):
    assert "“version”" in str(refusal(bent('"version": 1', f'"version": {version}')))


def test_that_a_newer_version_says_which_program_is_needed():
    sentence = str(refusal(bent('"version": 1', '"version": 7')))
    assert "version 7" in sentence
    assert "newer KPI Workbench" in sentence


def test_that_a_newer_file_may_name_the_program_it_needs():
    sentence = str(refusal(bent('"version": 1', '"version": 7, "needs": "2.4"')))
    assert "needs KPI Workbench 2.4 or newer" in sentence


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e400", "-1e999"])
@pytest.mark.parametrize("member", ["value", "of_a_newer_program"])
def test_that_a_number_without_end_is_refused_with_its_line(word, member):
    error = refusal(bent('"value": 0.8', f'"{member}": {word}'))
    assert line_in(error) == line_of('"value": 0.8')
    assert "number" in str(error)


@pytest.mark.parametrize("digits", [310, 500, 5_000, 100_000])
def test_that_a_number_of_too_many_digits_is_refused(digits):
    error = refusal(bent('"value": 0.8', '"value": ' + "9" * digits))
    assert line_in(error) == line_of('"value": 0.8')
    assert len(str(error)) < 200


def test_that_a_member_that_is_there_twice_is_refused_at_the_second():
    error = refusal(bent('"value": 0.8', '"value": 0.8,\n "value": 0.9'))
    assert "“value” is there twice" in str(error)
    assert line_in(error) == line_of('"value": 0.8') + 1


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"name": "Лиды"', f'"name": "{"я" * 10_000}"', "metrics[3].name: longer than 200"),
        ('"name": "Лиды"', '"name": ""', "metrics[3].name: must not be empty"),
        ('"name": "Лиды"', '"name": 5', "metrics[3].name: expected text"),
        ('"key": "leads"', '"key": "лиды"', "metrics[3].key: “лиды” is no key"),
        ('"key": "leads"', '"key": "visits"', "metrics[3]: “visits” is there twice"),
        ('"value": 0.8', '"value": "0.8"', "metrics[4].value: expected a number or a list"),
        ('"value": 0.8', '"value": true', "metrics[4].value: expected a number or a list"),
        ('"value": 0.8', '"value": [1, "2"]', "metrics[4].value[2]: expected a number"),
        ('"unit": "ratio"', '"unit": "apples"', "metrics[2].unit: expected one of count, money"),
        ('"direct": true', '"direct": 1', "metrics[1].influence.direct: expected true or false"),
        (
            '"start": "2027-01"',
            '"start": "01.2027"',
            "calendar.start: expected something such as 2027-01",
        ),
        ('"months": 12', '"months": 0', "calendar.months: must not be below 1"),
        ('"months": 12', '"months": 12.5', "calendar.months: expected a whole number"),
        (
            '"color": "#E08A00"',
            '"color": "red"',
            "roles[1].color: expected something such as #1F5FBF",
        ),
        ('"people": 3', '"people": -3', "roles[1].people: must not be below 0"),
        ('"to": "leads"', '"to": "gone"', "metrics[2].to: “gone” is not one of the metrics"),
        ('"phase": "interest"', '"phase": "x"', "metrics[1].phase: “x” is not one of the phases"),
        ('"channel": "site"', '"channel": "x"', "metrics[1].channel: “x” is not one of"),
        ('"role": "sdr"', '"role": "nobody"', "kpis[3].role: “nobody” is not one of the roles"),
        ('"weight": 0.6', '"weight": 60', "kpis[1].weight: must not be above 1"),
        ('"part": "owner"', '"part": "boss"', "kpis[1].part: expected one of owner, leader"),
        ('"start": "2027-01"', '"start": "9999-12"', "calendar.start: the year must be from 1000"),
        ('"low": 0.7', '"low": 0.99', "metrics[4].low: the low end of a range must not be"),
    ],
)
def test_that_a_wrong_member_is_named_with_its_line(old, new, sentence):
    error = refusal(bent(old, new))
    assert sentence in str(error)
    assert abs(line_in(error) - line_of(old)) <= 1


@pytest.mark.parametrize("member", ["metrics", "roles", "kpis", "goals", "scenarios", "client"])
@pytest.mark.parametrize("value", [5, "text", True, [[]], [5], [None]])
def test_that_a_member_of_the_wrong_type_is_refused(member, value):
    data = json.dumps({**example_tree(), member: value}).encode()
    assert f": {member}" in str(refusal(data))


def test_that_a_missing_calendar_is_named():
    tree = example_tree()
    del tree["calendar"]
    assert "calendar: this member is missing" in str(refusal(json.dumps(tree).encode()))


@pytest.mark.parametrize("depth", [250, 2_000, 200_000])
@pytest.mark.parametrize("pair", ["[]", '{"a":}'])
def test_that_deep_nesting_is_refused(depth, pair):
    opening, closing = pair[:-1], pair[-1]
    nested = opening * depth + "0" + closing * depth
    assert "nested too deep" in str(refusal(bent('"value": 0.8', f'"extra": {nested}')))


def test_that_half_a_character_is_refused_with_its_place():
    error = refusal(bent('"name": "Лиды"', r'"name": "\ud83d"'))
    assert "half a character" in str(error)
    assert line_in(error) == line_of('"name": "Лиды"')


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"value": 0.8,', '"value": 0.8', "expected a comma"),
        ('"value": 0.8', '"value" 0.8', "expected a colon"),
        ('"value": 0.8', '"value": 0,8', "in double quotes"),
        ('"value": 0.8', "'value': 0.8", "in double quotes"),
        ('"value": 0.8', '"value": ', "expected a value"),
        ('"value": 0.8', '"value": "0.8', "inside a text"),
        ('"value": 0.8', r'"value": "\q"', "not valid JSON"),
    ],
)
def test_that_broken_json_says_what_was_expected_and_where(old, new, reason):
    error = refusal(bent(old, new))
    assert reason in str(error)
    assert abs(line_in(error) - line_of(old)) <= 1


def test_that_something_after_the_end_is_refused():
    assert "after the end" in str(refusal(GOOD + b"{}"))


def test_that_a_file_too_large_is_refused_before_it_is_read():
    with pytest.raises(BadFile, match="larger than 50 MB"):
        refuse_size(LARGEST + 1, "plan.kpi")


@pytest.mark.parametrize("thing", [b"{}", b"[]"])
def test_that_a_crowd_of_things_is_refused_before_it_is_read(thing):
    crowd = b'{"metrics": [' + (thing + b",") * MOST_THINGS + thing + b"]}"
    assert "far more things in it than in any project" in str(refusal(crowd))


def test_that_of_many_wrong_entries_only_the_first_is_kept_in_memory():
    tree = {"calendar": {"start": "2027-01"}, "metrics": [{}] * 1_000}
    with pytest.raises(ValidationError) as wrong:
        Project.model_validate_json(json.dumps(tree))
    assert {details["loc"][1] for details in wrong.value.errors()} == {0}


@pytest.mark.parametrize("code", CODES)
def test_that_the_sentence_can_be_said_in_both_languages(code):
    error = refusal(bent('"value": 0.8', '"value": "0.8"'))
    said = language(code).say(error.message)
    assert "plan.kpi" in said
    assert "metrics[4].value" in said


@given(st.data())
def test_that_any_damage_is_refused_in_a_sentence_or_does_no_harm(data):
    at = data.draw(st.integers(0, len(GOOD) - 1))
    length = data.draw(st.integers(0, 40))
    junk = data.draw(st.binary(max_size=8) | st.sampled_from([b'"', b"{", b"]", b",", b"1e999"]))
    damaged = GOOD[:at] + junk + GOOD[at + length :]
    said = "plan.kpi"
    try:
        decode(damaged, said)
    except BadFile as error:
        said = str(error)
    assert said.startswith("plan.kpi")
