import datetime
import locale

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.base.languages import CODES, language
from workbench.base.texts import Bilingual, Figure, MonthName, joined, plural, text, verbatim

RU, EN = language("ru"), language("en")
N = "\u00a0"


def test_that_there_is_one_language_for_a_code():
    assert language("ru") is RU


def test_that_an_unknown_code_is_english():
    assert language("de").code == "en"


@pytest.mark.parametrize(
    ("value", "ru", "en"),
    [
        (0, "0", "0"),
        (-0.0, "0", "0"),
        (1.5, "1,5", "1.5"),
        (1234.5, f"1{N}234", "1,234"),
        (1_000_000, f"1{N}000{N}000", "1,000,000"),
        (12.345, "12,3", "12.3"),
        (0.125, "0,12", "0.12"),
        (-5.25, "-5,25", "-5.25"),
        (1e300, "1,00e+300", "1.00e+300"),
    ],
)
def test_that_a_number_is_written_as_the_language_does(value, ru, en):
    assert (RU.number(value), EN.number(value)) == (ru, en)


def test_that_decimals_can_be_demanded():
    assert (RU.number(5, 2), EN.number(1234.5, 1)) == ("5,00", "1,234.5")


def test_that_binary_dust_is_not_shown():
    assert EN.number(0.1 + 0.2) == "0.3"


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(CODES))
def test_that_any_number_can_be_shown(value, code):
    said = language(code)
    for words in (said.number(value), said.money(value, "RUB"), said.percent(value)):
        assert len(words) < 50
    assert said.money(value, "USD", compact=True)


@pytest.mark.parametrize(
    ("share", "ru", "en"),
    [(0.8, f"80{N}%", "80%"), (0.015, f"1,5{N}%", "1.5%"), (0, f"0{N}%", "0%")],
)
def test_that_a_share_is_shown_in_percent(share, ru, en):
    assert (RU.percent(share), EN.percent(share)) == (ru, en)


@pytest.mark.parametrize(
    ("value", "ru", "en"),
    [
        (180_000, f"180{N}000{N}$", "$180,000"),
        (5.5, f"5,50{N}$", "$5.50"),
        (5, f"5{N}$", "$5"),
        (1000.4, f"1{N}000{N}$", "$1,000"),
    ],
)
def test_that_money_has_cents_only_where_they_count(value, ru, en):
    assert (RU.money(value, "USD"), EN.money(value, "USD")) == (ru, en)


def test_that_millions_can_be_words():
    assert RU.money(5_760_720, "RUB", compact=True) == f"5,76{N}млн{N}₽"
    assert EN.money(5_760_720, "USD", compact=True) == "$5.76M"


def test_that_money_without_a_currency_is_a_number():
    assert RU.money(5.5, "") == "5,5"


def test_that_a_month_is_named():
    assert (RU.month("2027-01"), EN.month("2027-01")) == ("янв 2027", "Jan 2027")
    assert (RU.month("2027-01", long=True), EN.month("2027-01", long=True)) == (
        "январь 2027",
        "January 2027",
    )


def test_that_a_day_is_written_as_the_country_does():
    day = datetime.date(2027, 2, 1)
    assert (RU.date(day), EN.date(day)) == ("01.02.2027", "01 Feb 2027")


def test_that_the_language_of_the_computer_does_not_leak_into_dates():
    try:
        locale.setlocale(locale.LC_TIME, "ru_RU.UTF-8")
    except locale.Error:
        pytest.skip("this computer knows no Russian")
    try:
        assert EN.date(datetime.date(2027, 2, 1)) == "01 Feb 2027"
    finally:
        locale.setlocale(locale.LC_TIME, "C")


def test_that_a_sentence_without_a_translation_is_english():
    assert RU.say(text("zzz {what}", what="x")) == "zzz x"


def test_that_numbers_in_a_sentence_are_written_in_its_language():
    said = text("zzz {n}", n=1234.5)
    assert (RU.say(said), EN.say(said)) == (f"zzz 1{N}234", "zzz 1,234")


@pytest.mark.parametrize(
    ("figure", "ru", "en"),
    [
        (Figure(0.125, "percent"), f"12,5{N}%", "12.5%"),
        (Figure(5400000, "money", "RUB"), f"5{N}400{N}000{N}₽", f"RUB{N}5,400,000"),
        (Figure(1234.5), f"1{N}234", "1,234"),
        (Figure(3.0024, places=3), "3,002", "3.002"),
    ],
)
def test_that_a_figure_in_a_sentence_has_its_unit(figure, ru, en):
    said = text("zzz {n}", n=figure)
    assert (RU.say(said), EN.say(said)) == (f"zzz {ru}", f"zzz {en}")


def test_that_a_month_in_a_sentence_is_named_in_its_language():
    said = text("zzz {month}", month=MonthName("2027-01"))
    assert (RU.say(said), EN.say(said)) == ("zzz янв 2027", "zzz Jan 2027")


def test_that_words_in_both_languages_are_said_in_that_of_the_sentence():
    said = text("zzz {words}", words=Bilingual(ru="да", en="yes"))
    assert (RU.say(said), EN.say(said), str(said)) == ("zzz да", "zzz yes", "zzz yes")
    inside = text("yyy {said}", said=said)
    assert (RU.say(inside), EN.say(inside)) == ("yyy zzz да", "yyy zzz yes")


def test_that_figures_and_months_have_an_english_reading_for_logs():
    said = text("zzz {n}, {m}, {month}", n=Figure(0.125, "percent"), m=Figure(1234567),
                month=MonthName("2027-01"))  # fmt: skip
    assert str(said) == "zzz 12.5%, 1.23457e+06, 2027-01"


def test_that_a_sentence_in_a_sentence_is_said_in_the_same_language():
    inner = text("zzz {n}", n=0.5)
    assert RU.say(text("yyy {inner}", inner=inner)) == "yyy zzz 0,5"


def test_that_a_persons_own_words_are_never_taken_for_a_pattern():
    assert EN.say(verbatim("{name} 100% {")) == "{name} 100% {"
    assert EN.say(text("zzz {name}", name="{other}")) == "zzz {other}"


@pytest.mark.parametrize(("n", "words"), [(1, "1 thing"), (0, "0 things"), (2, "2 things")])
def test_that_english_has_two_plurals(n, words):
    assert EN.say(plural("{n} thing", "{n} things", n)) == words


def test_that_texts_in_a_row_are_each_said_in_the_language():
    row = joined((text("zzz {n}", n=0.5), verbatim("a")), "; ")
    assert RU.say(row) == "zzz 0,5; a"


def test_that_an_english_reading_needs_no_language():
    assert str(text("zzz {n}", n=2)) == "zzz 2"
    assert str(plural("{n} thing", "{n} things", 2)) == "2 things"


@pytest.mark.parametrize("code", ["ru", "en"])
@pytest.mark.parametrize("value", [1e15, 2.3e24, 2.3e45, -1e200])
def test_that_an_absurd_amount_is_still_written(code, value):
    assert language(code).money(value, "RUB", compact=True)


@pytest.mark.parametrize(
    ("value", "words"),
    [(2_340_000, "2,34\u00a0млн"), (999_999, "999\u00a0999"), (2e15, "2" + "\u00a0000" * 5)],
)
def test_that_large_counts_are_short_while_there_are_words_for_them(value, words):
    assert language("ru").short(value) == words


@pytest.mark.parametrize(
    ("value", "compact", "expected"),
    [
        (7_000_000.0, False, "RUB\u00a07,000,000"),
        (-12.5, False, "-RUB\u00a012.50"),
        (7_000_000.0, True, "RUB\u00a07M"),
    ],
)
def test_that_a_currency_without_a_sign_stands_apart_from_its_amount(value, compact, expected):
    assert language("en").money(value, "RUB", compact=compact) == expected
