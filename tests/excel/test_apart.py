"""The process of its own: what it is started with, and how it ends."""

import os
import subprocess
import sys

import pytest

from tests.excel import children
from tests.projects import ROOT
from workbench.excel.apart import Abandoned, Apart, Lost

HEAVY = ("PySide6", "pydantic", "numpy", "openpyxl", "babel", "typer", "xlsxwriter")


@pytest.mark.parametrize("module", ["reading_child", "form_child"])
def test_that_the_process_begins_with_little(module):
    code = f"import sys, workbench.excel.{module}; print(*sorted({set(HEAVY)} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "\n"


def test_that_both_sides_can_speak():
    with Apart(children.echo, ()) as child:
        child.tell("слово")
        assert child.heard() == "слово"


def test_that_a_process_that_dies_is_lost(capfd):
    with Apart(children.die_filling, (b"",)) as child, pytest.raises(Lost, match="is damaged"):
        child.heard()
    assert capfd.readouterr() == ("", "")


def test_that_telling_the_dead_does_no_harm():
    with Apart(children.die_filling, (b"",)) as child:
        with pytest.raises(Lost):
            child.heard()
        child.tell("слово")


def test_that_a_process_that_says_nothing_is_lost_in_time():
    with (
        Apart(children.hang_filling, (b"",), seconds=0.3) as child,
        pytest.raises(Lost, match=r"longer than 0\.3 seconds"),
    ):
        child.heard()


def test_that_a_process_nobody_wants_is_abandoned():
    with (
        Apart(children.hang_filling, (b"",), wanted=lambda: False) as child,
        pytest.raises(Abandoned),
    ):
        child.heard()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such question")
def test_that_no_process_is_left_behind():
    with Apart(children.hang_filling, (b"",), seconds=0.1) as child:
        pid = child._child.pid
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
