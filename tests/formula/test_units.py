import pytest

from workbench.formula.parser import stored
from workbench.formula.syntax import FormulaError
from workbench.formula.units import check_result, check_units, measure_of

UNITS = {
    "n": "count", "m": "count", "rub": "money", "fee": "money", "share": "ratio", "pct": "percent",
    "h": "hours", "d": "days", "points": "score",
}  # fmt: skip


def unit_of(key):
    return UNITS[key]


def measure(words):
    return check_units(stored(words), unit_of)


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        ("rub + n", "money and a count do not go together"),
        ("pct + rub", "a share and money"),
        ("share - rub", "a share and money"),
        ("n + share", "a count and a share"),
        ("h + d", "hours and days"),
        ("sum(n, m, rub)", "a count and money"),
        ("min(rub, h)", "money and hours"),
        ("if(n > rub, 1, 2)", "a count and money"),
        ("if(n > m, rub, n)", "money and a count"),
        ("lag(rub, 1, n)", "money and a count"),
        ("rub + people(bdr)", "money and a count"),
        ("n + cost(bdr)", "a count and money"),
        ("rub + n / m", "money and a plain number"),
        ("rub / n + n", "money and a count"),
        ("abs(rub + n)", "money and a count"),
    ],
)
def test_that_units_that_do_not_go_together_are_named(words, pair):
    with pytest.raises(FormulaError) as caught:
        measure(words)
    assert pair in str(caught.value)


@pytest.mark.parametrize(
    "words",
    [
        "n + m", "rub - fee", "share + pct", "n * share + m", "rub / n * m + fee", "n / m + share",
        "1 - share", "n + 5", "rub + 5", "rub * share + fee", "rub * n + fee", "rub / fee + share",
        "points + n", "sum(rub, fee, 5)", "if(n > 5, rub, fee)", "lag(n, 1, 200) * (1 - share) + m",
        "n * workdays() * people(bdr)", "cost(bdr) / n + rub", "d + workdays()", "n / m + m",
        "max(h, 1)", "cumulative(rub) + rub", "round(rub, 0) + fee",
    ],
)  # fmt: skip
def test_that_units_that_go_together_are_let_pass(words):
    measure(words)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("n * rub", "money"), ("rub * share", "money"), ("rub / n", "money"), ("-rub", "money"),
        ("n * share", "count"), ("n * m", "count"), ("cumulative(n)", "count"),
        ("people(bdr)", "count"), ("rub / fee", "ratio"), ("share * pct", "ratio"),
        ("h * share", "hours"), ("workdays()", "days"),
    ],
)  # fmt: skip
def test_that_a_formula_has_a_measure(words, unit):
    assert measure(words) == measure_of(unit)


@pytest.mark.parametrize(
    ("words", "unit", "sentence"),
    [
        ("n * m", "money", "the unit of the metric is money, but the formula gives none"),
        ("rub / fee", "money", "but the formula gives none"),
        ("rub * n", "count", "the formula gives money, but the unit of the metric is not money"),
    ],
)
def test_that_a_formula_gives_money_just_where_money_is_expected(words, unit, sentence):
    with pytest.raises(FormulaError, match=sentence):
        check_result(stored(words), unit, unit_of)


@pytest.mark.parametrize(
    ("words", "unit"),
    [("200", "money"), ("n * 2", "money"), ("rub * n", "score"), ("rub", "money")],
)
def test_that_plain_numbers_and_scores_fit_anything(words, unit):
    check_result(stored(words), unit, unit_of)


def test_that_the_part_that_does_not_fit_is_underlined():
    with pytest.raises(FormulaError) as caught:
        measure("n * 2 + (rub + n)")
    words = "n * 2 + (rub + n)"
    assert words[caught.value.span.start : caught.value.span.end] == "rub + n"


def test_that_each_part_of_a_long_sum_is_asked_for_once():
    asked: list[str] = []
    check_units(stored("+".join(["n"] * 190)), asked.append)
    assert len(asked) == 190
