"""What only a real process shows: streams, pipes, exit codes, the look of an error."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import EXAMPLE, ROOT


def start(*arguments, **options):
    command = [sys.executable, "-m", "workbench", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, **options)


def test_that_json_is_utf8_whatever_the_console_speaks():
    done = start("calc", EXAMPLE, "--json", env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert json.loads(done.stdout.decode("utf-8"))["metrics"]["leads"]["name"] == "Лиды"


def test_that_a_sentence_reaches_any_console():
    done = start("calc", "нет.kpi", "--lang", "en", env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 3
    assert done.stderr.decode("utf-8").strip() == "нет.kpi: there is no such file"


def test_that_an_error_is_a_sentence_without_a_traceback():
    done = start("new", "nothing", "-o", "x.kpi")
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_that_a_reader_that_goes_away_is_no_error():
    line = f"'{sys.executable}' -m workbench schema | head -c 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"{0\n"
    assert done.stderr == b""


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device there")
SPEAKING: dict[str, list[object]] = {
    "table": ["calc", EXAMPLE],
    "json": ["calc", EXAMPLE, "--json"],
    "schema": ["schema"],
    "templates": ["templates"],
    "version": ["--version"],
    "help": ["--help"],
}


@FULL
@pytest.mark.parametrize("kind", SPEAKING)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_that_output_that_cannot_be_written_is_a_sentence(kind, unbuffered, tmp_path):
    settings = tmp_path / "settings.json"
    settings.write_text('{"language": "en"}')
    env = os.environ | {"KPI_WORKBENCH_CONFIG": str(tmp_path), "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workbench", *map(str, SPEAKING[kind])],
            cwd=ROOT, env=env, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.decode() == "the output cannot be written: the disk is full\n"


@FULL
def test_that_the_exit_code_stands_where_no_error_can_be_told():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workbench", "calc", "no.kpi"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=full, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
@pytest.mark.parametrize("arguments", ["templates", "schema", "--help", "--version"])
def test_that_a_closed_output_is_no_error(arguments):
    line = f"'{sys.executable}' -m workbench {arguments} >&-"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_that_help_lists_the_commands():
    out = start("--help").stdout.decode()
    for command in ("templates", "new", "calc", "export", "render", "schema"):
        assert f"\n  {command} " in out


def test_that_the_version_is_shown():
    assert start("--version").stdout.startswith(b"kpi-workbench ")


HEAVY = """
import sys
from workbench import cli
cli.run(["--help"])
heavy = {"PySide6", "pydantic", "numpy", "lark", "babel", "rich", "xlsxwriter", "holidays"}
sys.exit(str(sorted(heavy & {name.partition(".")[0] for name in sys.modules}) or ""))
"""


def test_that_help_needs_nothing_heavy():
    done = subprocess.run([sys.executable, "-c", HEAVY], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr.decode() == "\n"
