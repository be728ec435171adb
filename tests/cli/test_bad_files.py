"""Every bad file is answered with one sentence and exit code 3, by every command that reads one."""

import os
import sys

import pytest

from tests.projects import EXAMPLE

GOOD = EXAMPLE.read_text(encoding="utf-8")
BAD = {
    "empty": b"",
    "binary": bytes(range(256)),
    "truncated": GOOD[:5_000].encode(),
    "other": b'{"format": "other"}',
    "list": b"[]",
    "newer": GOOD.replace('"version": 1', '"version": 99').encode(),
    "nan": GOOD.replace('"value": 0.8', '"value": NaN').encode(),
    "endless": GOOD.replace('"value": 0.8', '"value": 1e400').encode(),
    "long": GOOD.replace('"name": "Лиды"', f'"name": "{"я" * 10_000}"').encode(),
    "twice": GOOD.replace('"key": "leads"', '"key": "visits"').encode(),
    "members": GOOD.replace('"value": 0.8', '"value": 0.8, "value": 0.9').encode(),
    "dangling": GOOD.replace('"to": "leads"', '"to": "gone"').encode(),
    "type": GOOD.replace('"months": 12', '"months": "12"').encode(),
    "year": GOOD.replace('"start": "2027-01"', '"start": "9999-12"').encode(),
    "workbook": b"PK\x03\x04" + bytes(100),
}
COMMANDS = {
    "calc": ["--json"],
    "check": ["--json"],
    "mend": ["KPI201", "-o", "out.kpi"],
    "export": ["-o", "out.xlsx"],
    "render": ["-o", "out.png"],
}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", BAD)
def test_that_a_bad_file_is_named_and_nothing_is_written(run, here, command, kind):
    (here / "plan.kpi").write_bytes(BAD[kind])
    answer = run(command, "plan.kpi", *COMMANDS[command], "--lang", "en")
    assert (answer.code, answer.out) == (3, "")
    assert answer.sentence.startswith("plan.kpi")
    assert [file.name for file in here.iterdir()] == ["plan.kpi"]


@pytest.mark.parametrize("kind", ["nan", "twice", "dangling", "truncated", "type"])
def test_that_a_broken_project_is_told_with_its_line(run, here, kind):
    (here / "plan.kpi").write_bytes(BAD[kind])
    assert ", line " in run("calc", "plan.kpi", "--lang", "en").sentence


def test_that_a_bad_file_is_told_in_russian(run, here):
    (here / "plan.kpi").write_bytes(b"")
    assert run("calc", "plan.kpi", "--lang", "ru").sentence.startswith("plan.kpi: ")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
@pytest.mark.parametrize("command", COMMANDS)
def test_that_a_pipe_is_refused_instead_of_waited_for(run, here, command):
    os.mkfifo(here / "plan.kpi")
    answer = run(command, "plan.kpi", *COMMANDS[command], "--lang", "en")
    assert answer.code == 3
    assert answer.sentence == "plan.kpi: this is a pipe or a device, not a file"


@pytest.mark.parametrize("file", ["missing.kpi", ".", "missing/plan.kpi"])
def test_that_a_file_that_is_not_there_is_named(run, file):
    answer = run("calc", file, "--lang", "en")
    assert answer.code == 3
    assert answer.sentence.startswith(file)
