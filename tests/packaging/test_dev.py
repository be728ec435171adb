import pytest


@pytest.mark.parametrize(
    ("environ", "fallback", "expected"),
    [
        ({"LANG": "ru_RU.UTF-8"}, None, "ru"),
        ({"LANG": "de_DE.UTF-8"}, None, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "ru_RU.UTF-8"}, None, "en"),
        ({"LC_ALL": "", "LANG": "ru_RU.UTF-8"}, None, "ru"),
        ({}, "Russian_Russia", "ru"),
        ({}, None, "en"),
    ],
)
def test_that_the_sample_speaks_the_language_of_the_machine(dev, environ, fallback, expected):
    assert dev.language(environ, fallback) == expected


@pytest.mark.parametrize("arguments", [[], ["begin"], ["--help"]])
def test_that_an_unknown_command_shows_the_known_ones(dev, capsys, arguments):
    assert dev.main(arguments) == 2
    assert "dev.py start" in capsys.readouterr().out


def test_that_trouble_is_one_sentence_and_a_failure(dev, capsys, monkeypatch):
    def refuse(version):
        raise dev.Trouble("This Python is too old.")

    monkeypatch.setattr(dev.environment, "check_version", refuse)
    assert dev.main(["lock"]) == 1
    assert capsys.readouterr().err == "This Python is too old.\n"


class Calls:
    """Stands for the programs: notes what was started, answers with the codes given."""

    def __init__(self, **codes):
        self.codes = codes
        self.commands = []

    def __call__(self, command):
        self.commands.append([str(part) for part in command])
        return next((code for word, code in self.codes.items() if word in command), 0)


@pytest.fixture
def ready(dev, monkeypatch, tmp_path):
    monkeypatch.setattr(dev.environment, "ensure", lambda purpose: tmp_path / "python")
    monkeypatch.setattr(dev.system, "ensure_test_tools", lambda: True)
    monkeypatch.setattr(dev, "DEMO", tmp_path / "demo")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("CI", raising=False)

    def with_codes(**codes):
        calls = Calls(**codes)
        monkeypatch.setattr(dev, "_call", calls)
        return calls

    return with_codes


def test_that_every_check_runs_after_one_has_failed(dev, ready):
    calls = ready(mypy=1)
    assert dev.main(["test"]) == 1
    assert len(calls.commands) == len(dev.CHECKS) + 1


def test_that_pytest_comes_last_and_gets_the_further_arguments(dev, ready):
    calls = ready()
    assert dev.main(["test", "-k", "funnel"]) == 0
    assert calls.commands[-1][-4:] == ["-m", "pytest", "-k", "funnel"]


def test_that_all_tests_are_spread_over_the_cores(dev, ready):
    calls = ready()
    dev.main(["test"])
    assert calls.commands[-1][-4:] == ["--numprocesses", "logical", "--dist", "loadfile"]


def test_that_the_exit_code_of_pytest_is_kept(dev, ready):
    ready(pytest=5)
    assert dev.main(["test"]) == 5


def test_that_coverage_is_measured_when_asked_for(dev, ready):
    calls = ready()
    dev.main(["test", "--cov"])
    assert calls.commands[-1][-3:] == ["-m", "pytest", "--cov"]


def test_that_missing_test_programs_fail_the_run_where_they_must_not(dev, ready, monkeypatch):
    monkeypatch.setattr(dev.system, "ensure_test_tools", lambda: False)
    ready()
    assert dev.main(["test"]) == 1


def test_that_the_window_opens_on_the_sample_with_the_further_arguments(dev, ready, monkeypatch):
    monkeypatch.setattr(dev.system, "has_display", lambda: True)
    calls = ready()
    assert dev.main(["start", "--dark"]) == 0
    assert calls.commands[-1][1:] == [
        "-m",
        "workbench",
        str(dev.DEMO / "sample.kpi"),
        "--dark",
    ]


def test_that_a_sample_somebody_worked_on_is_kept(dev, ready, monkeypatch):
    monkeypatch.setattr(dev.system, "has_display", lambda: True)
    dev.DEMO.mkdir()
    (dev.DEMO / "sample.kpi").touch()
    calls = ready()
    dev.main(["start"])
    assert len(calls.commands) == 1


def test_that_the_main_job_is_done_without_a_display(dev, ready, monkeypatch, capsys):
    monkeypatch.setattr(dev.system, "has_display", lambda: False)
    calls = ready()
    assert dev.main(["start"]) == 0
    assert [command[3] for command in calls.commands] == ["new", "export", "render"]
    assert str(dev.DEMO / "sample.xlsx") in capsys.readouterr().out


def test_that_a_picture_is_tried_though_the_workbook_failed(dev, ready, monkeypatch, capsys):
    monkeypatch.setattr(dev.system, "has_display", lambda: False)
    ready(export=3)
    assert dev.main(["start"]) == 3
    shown = capsys.readouterr().out
    assert "Workbook: not made" in shown
    assert str(dev.DEMO / "sample.png") in shown
