"""A file the system locks for as long as this program lives, however it ends."""

from __future__ import annotations

import os
import sys
import weakref
from pathlib import Path


class Guard:
    """The locked file; `release` frees it, and so does the end of the program."""

    def __init__(self, handle: int) -> None:
        self.release = weakref.finalize(self, os.close, handle)


def guard(path: Path) -> Guard | None:
    """Lock a file, making it where it is missing; None while a program holds the lock."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None
    try:
        _lock(handle)
    except OSError:
        os.close(handle)
        return None
    return Guard(handle)


def is_guarded(path: Path) -> bool:
    """Whether a program that still runs holds the lock."""
    if not path.exists():
        return False
    taken = guard(path)
    if taken is None:
        return True
    taken.release()
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
