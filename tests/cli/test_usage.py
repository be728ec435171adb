"""A command line that cannot be meant is answered in the language it asks for."""

import pytest

from tests.projects import EXAMPLE


def told(answer):
    assert (answer.code, answer.out) == (2, "")
    return answer.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "english", "russian"),
    [
        (
            ["calc", EXAMPLE, "--set", "visits"],
            "Error: --set takes KEY=VALUE, not “visits”",
            "Error: для --set нужно КЛЮЧ=ЗНАЧЕНИЕ, а указано «visits»",
        ),
        (
            ["export", EXAMPLE, "-o", "a.docx"],
            "Error: -o takes a file that ends in .xlsx, .pdf",
            "Error: для -o нужен файл с окончанием .xlsx, .pdf",
        ),
        (
            ["check", EXAMPLE, "--severity", "grave"],
            "Error: --severity takes one of error, warning, hint, not “grave”",
            "Error: для --severity возможны значения error, warning, hint, а указано «grave»",
        ),
        (
            ["render", EXAMPLE, "-o", "a.png", "--view", "team"],
            "Error: --view takes one of funnel, roles, plan, not “team”",
            "Error: для --view возможны значения funnel, roles, plan, а указано «team»",
        ),
    ],
)
def test_that_it_is_said_in_the_language_of_the_option(run, arguments, english, russian):
    assert told(run(*arguments, "--lang", "en")) == english
    assert told(run(*arguments, "--lang", "ru")) == russian


def test_that_a_language_nobody_speaks_is_answered_with_those_there_are(run):
    assert told(run("calc", EXAMPLE, "--lang", "de")) == (
        "Error: --lang takes one of ru, en, not “de”"
    )


def test_that_the_usage_stands_above_it(run):
    assert "Usage: kpi-workbench calc" in run("calc", EXAMPLE, "--lang", "de").err


def test_that_a_missing_command_is_asked_for(run):
    assert told(run("--version=x")).startswith("Error: ")
    assert told(run()).endswith("a command is missing; --help shows them")


@pytest.mark.parametrize(
    "command", ["calc", "check", "mend", "export", "render", "new", "templates", "schema"]
)
def test_that_every_command_takes_json_and_a_language(run, command):
    words = run(command, "--help").out
    assert "--json" in words
    assert "--lang [ru|en]" in words
