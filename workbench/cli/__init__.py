"""The command line: one command a call, one exit code back."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from workbench.cli.commands import app
from workbench.cli.output import speak_utf8


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        speak_utf8(stream)
    try:
        app(args=list(arguments), prog_name="kpi-workbench")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0
