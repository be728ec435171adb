import pytest

from workbench.formula.dependencies import needed_now, order
from workbench.formula.parser import stored


def trees(**formulas):
    return {key: stored(words) for key, words in formulas.items()}


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("a + b * a", {"a", "b"}),
        ("lag(a, 1, b)", {"b"}),
        ("lag(a, 1, 200)", set()),
        ("lag(a, 1)", {"a"}),
        ("lag(a, 0, b)", {"a", "b"}),
        ("cumulative(a)", {"a"}),
        ("people(bdr) + workdays()", set()),
        ("if(a > b, c, d)", {"a", "b", "c", "d"}),
    ],
)
def test_that_what_a_month_needs_is_found(words, keys):
    assert needed_now(stored(words)) == keys


def test_that_parts_come_before_what_they_make():
    found = order(trees(c="b + a", b="a * 2", a="x")).metrics
    assert found.index("a") < found.index("b") < found.index("c")


def test_that_inputs_are_not_computed():
    assert order(trees(a="x + y")).metrics == ("a",)


def test_that_a_lag_through_time_is_no_loop():
    found = order(trees(clients="lag(clients, 1, 200) + deals", deals="lag(clients, 1, 0) * 0.1"))
    assert found.loops == ()


def test_that_a_loop_is_told_in_the_order_of_mentioning():
    (loop,) = order(trees(a="b", b="c", c="a")).loops
    at = loop.index("a")
    assert (*loop[at:], *loop[:at]) == ("a", "b", "c")


def test_that_a_metric_that_mentions_itself_is_a_loop():
    assert order(trees(a="a + 1")).loops == (("a",),)


def test_that_two_loops_are_both_found():
    loops = order(trees(a="b", b="a", c="d", d="c", e="a + c")).loops
    assert {frozenset(loop) for loop in loops} == {frozenset("ab"), frozenset("cd")}


def test_that_what_hangs_on_a_loop_is_still_ordered():
    found = order(trees(a="b", b="a", e="a + f", f="x"))
    assert found.metrics.index("f") < found.metrics.index("e")
    assert found.loop_of("a") is not None
    assert found.loop_of("e") is None


def test_that_a_chain_of_thousands_is_no_trouble():
    chain = {f"m{n}": stored(f"m{n + 1} + 1") for n in range(3_000)}
    assert len(order(chain).metrics) == 3_000
