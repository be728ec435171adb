"""Whether another program that wrote its number somewhere still runs."""

from __future__ import annotations

import os
import sys


def is_running(pid: int) -> bool:
    """Whether a process of this computer runs; in doubt it does."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _runs_on_windows(pid: int) -> bool:
    """Ask the system; `os.kill` would end the process here."""
    import ctypes

    system = getattr(ctypes, "windll").kernel32  # noqa: B009
    query, still_active = 0x1000, 259
    handle = system.OpenProcess(query, False, pid)
    if not handle:
        return bool(system.GetLastError() == 5)
    code = ctypes.c_ulong()
    asked = system.GetExitCodeProcess(handle, ctypes.byref(code))
    system.CloseHandle(handle)
    return not asked or code.value == still_active
