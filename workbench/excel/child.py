"""What every process does first that works with a foreign workbook; it has nothing to lose."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from math import ceil

MOST_MEMORY = 1024 * 1024 * 1024


def be_careful(seconds: float) -> None:
    """Say nothing, and take no more memory and computing time than a workbook is worth."""
    _be_silent()
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl only tries to have it
    _limit(seconds)


def _be_silent() -> None:
    """Say nothing where the command line says one sentence."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with suppress(OSError):
            os.dup2(quiet, stream)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _limit(seconds: float) -> None:
    """Bound memory and computing time where the system can; the parent bounds time everywhere."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, ceil(seconds))):
        with suppress(OSError, ValueError):  # a Mac refuses the first
            resource.setrlimit(what, (most, most))
