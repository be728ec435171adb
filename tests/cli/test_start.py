import sys

import pytest

from tests.projects import EXAMPLE
from workbench import __main__ as start


@pytest.fixture
def opened(monkeypatch):
    """What the window was opened on, without a window."""
    paths = []

    def run(path):
        paths.append(path)
        return 0

    monkeypatch.setattr("workbench.app.run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return paths


@pytest.fixture
def no_display(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("argument", "answer"),
    [
        ("plan.kpi", True),
        ("C:\\Планы\\ПЛАН.KPI", True),
        ("calc", False),
        ("--help", False),
        ("--x.kpi", False),
        ("plan.xlsx", False),
        ("", False),
    ],
)
def test_that_a_project_file_is_told_from_a_command(argument, answer):
    assert start.is_document(argument) is answer


def test_that_without_a_word_the_window_opens(opened):
    assert start.main([]) == 0
    assert opened == [None]


def test_that_a_file_opens_the_window_on_it(opened):
    assert start.main([str(EXAMPLE)]) == 0
    assert opened == [EXAMPLE]


def test_that_a_command_opens_no_window(opened, capsys):
    assert start.main(["schema"]) == 0
    assert opened == []
    assert capsys.readouterr().out.startswith("{")


def test_that_one_file_is_opened_at_a_time(opened, capsys):
    assert start.main(["a.kpi", "b.kpi"]) == 2
    assert capsys.readouterr().err == "kpi-workbench opens one file at a time\n"


def test_that_an_unknown_command_is_a_matter_of_usage(opened, capsys):
    assert start.main(["clac"]) == 2
    assert "No such command 'clac'" in capsys.readouterr().err


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(("frozen", "asked"), [(True, 1), (False, 0)])
def test_that_a_packaged_program_is_first_asked_to_be_a_child(monkeypatch, frozen, asked):
    calls = []
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr("multiprocessing.freeze_support", lambda: calls.append(True))
    start.main([])
    assert len(calls) == asked


def test_that_a_child_opens_no_window(opened, monkeypatch):
    def be_the_child():
        raise SystemExit(0)

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr("multiprocessing.freeze_support", be_the_child)
    with pytest.raises(SystemExit):
        start.main([])
    assert opened == []


@pytest.mark.usefixtures("no_display")
def test_that_without_a_display_the_commands_are_pointed_to(capsys):
    assert start.main([]) == 1
    assert "kpi-workbench --help" in capsys.readouterr().err


@pytest.mark.usefixtures("no_display")
def test_that_without_a_display_a_missing_file_is_bad_input(capsys):
    assert start.main(["missing.kpi"]) == 3
    assert capsys.readouterr().err == "missing.kpi: there is no such file\n"


def test_that_the_words_after_the_program_are_taken_by_default(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["kpi-workbench", "--version"])
    assert start.main() == 0
    assert "kpi-workbench" in capsys.readouterr().out
