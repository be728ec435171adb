from __future__ import annotations

import pytest

from workbench.formula.functions import MANY, SIGNATURES
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.formula_help import (
    BY_NAME,
    FUNCTIONS,
    Function,
    help_line,
    usage,
)
from workbench.presenters.inspector.formula_words import Call


def test_that_every_function_is_explained() -> None:
    assert BY_NAME.keys() == SIGNATURES.keys()


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_that_the_arguments_are_those_that_it_takes(function: Function) -> None:
    signature = SIGNATURES[function.name]
    if signature.most == MANY:
        assert len(function.arguments) == 2
    else:
        assert len(function.arguments) == signature.most
        assert min(function.needed, len(function.arguments)) == signature.least


def test_that_what_may_be_left_out_is_in_brackets(desk: Desk) -> None:
    assert usage(desk, BY_NAME["round"]) == "round(value, [decimals])"
    assert usage(desk, BY_NAME["workdays"]) == "workdays()"


def test_that_arguments_are_separated_as_they_are_typed(desk: Desk) -> None:
    desk.speak("ru")
    assert "; " in usage(desk, BY_NAME["if"])


def test_that_the_argument_being_typed_is_marked(desk: Desk) -> None:
    assert help_line(desk, Call("if", 1)).startswith("if(condition, ‹then›, else): ")


def test_that_further_arguments_are_like_the_last(desk: Desk) -> None:
    assert help_line(desk, Call("sum", 7)).startswith("sum(value, ‹value…›): ")


def test_that_a_function_without_arguments_is_explained_too(desk: Desk) -> None:
    assert help_line(desk, Call("workdays")).startswith("workdays(): working days")


@pytest.mark.parametrize("call", [None, Call("nix")])
def test_that_there_is_nothing_to_say_elsewhere(desk: Desk, call: Call | None) -> None:
    assert help_line(desk, call) == ""
