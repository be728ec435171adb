"""What only a real process shows: streams, pipes, exit codes, the look of an error."""

import json
import os
import subprocess
import sys

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
