import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.base.languages import CODES, language
from workbench.base.numbers import NotANumber, Reading, read_number

amounts = st.floats(-9e14, 9e14, allow_nan=False).map(lambda value: round(value, 2) + 0.0)


@given(amounts, st.sampled_from(CODES))
def test_that_a_number_reads_as_it_was_written(value, code):
    words = language(code).number(value, 2)
    assert read_number(words, language(code).decimal).value == value


@given(st.integers(-(10**14), 10**14), st.sampled_from(CODES))
def test_that_a_whole_number_reads_as_it_was_written(value, code):
    words = language(code).number(value, 0)
    assert read_number(words, language(code).decimal).value == value


@given(st.floats(0, 10).map(lambda share: round(share, 3)), st.sampled_from(CODES))
def test_that_a_percentage_reads_as_the_share_it_was(share, code):
    words = f"{language(code).number(share * 100, 1)} %"
    assert read_number(words, language(code).decimal).share == pytest.approx(share, abs=1e-12)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", "\u3000", "\t"])
def test_that_any_space_groups_digits(space):
    assert read_number(f"1{space}234{space}567,5", ",").value == 1234567.5


@pytest.mark.parametrize("minus", ["-", "−", "–", "－"])
def test_that_any_minus_is_one(minus):
    assert read_number(f"{minus}5").value == -5


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1'234'567.8", 1234567.8),
        ("0,5", 0.5),
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5),
        ("+7", 7),
        ("12.5", 12.5),
        ("12,5", 12.5),
    ],
)
@pytest.mark.parametrize("decimal", [".", ","])
def test_that_the_last_separator_is_the_decimal_sign(words, value, decimal):
    assert read_number(words, decimal).value == value


@pytest.mark.parametrize(
    ("words", "decimal", "value"),
    [("1,234", ".", 1234), ("1,234", ",", 1.234), ("1.234", ".", 1.234), ("1.234", ",", 1.234)],
)
def test_that_a_doubtful_number_is_marked(words, decimal, value):
    assert read_number(words, decimal) == Reading(value, doubtful=True)


@pytest.mark.parametrize("words", ["0,123", "0.5", "12,3456", "1 234,5", "1.234.567", "1234"])
def test_that_a_plain_number_is_not_doubtful(words):
    assert not read_number(words, ",").doubtful


@pytest.mark.parametrize(
    ("words", "value"),
    [("80%", 0.8), ("80 %", 0.8), ("1,5 %", 0.015), ("-5%", -0.05), ("150％", 1.5)],
)
def test_that_a_percentage_is_a_share(words, value):
    reading = read_number(words, ",")
    assert reading.percent
    assert reading.share == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("180 000 ₽", 180_000), ("$5", 5), ("€ 1.5", 1.5), ("1,5 млн", 1_500_000),
        ("20 тыс.", 20_000), ("2k", 2_000), ("3 M", 3_000_000), ("1 млрд", 1e9),
    ],
)  # fmt: skip
def test_that_currencies_and_thousands_are_understood(words, value):
    assert read_number(words, ".").value == value


@pytest.mark.parametrize(
    "words",
    ["", " ", "abc", "12abc", "--5", "5-", "1.2.3", "1,2,3", ".", ",", "%", "NaN", "inf", "1e5",
     "=1+1", "5%%", "1/2", "١٢x", "1" * 16, "9" * 400, "1 млн млн"],
)  # fmt: skip
def test_that_other_words_are_not_a_number(words):
    with pytest.raises(NotANumber):
        read_number(words)


def test_that_the_refusal_of_a_long_text_is_short():
    with pytest.raises(NotANumber) as caught:
        read_number("x" * 10_000)
    assert len(str(caught.value)) < 100


@given(st.text(max_size=20), st.sampled_from([".", ","]))
def test_that_any_text_is_a_finite_number_or_none(words, decimal):
    try:
        value = read_number(words, decimal).value
    except NotANumber:
        value = 0
    assert abs(value) < 1e15
