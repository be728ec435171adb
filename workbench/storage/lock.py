"""The note beside an open document that says who works on it; advice, never a wall."""

from __future__ import annotations

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.storage.processes import is_running

_TOO_LONG = 4096


@dataclass(frozen=True, slots=True)
class LockedBy:
    """Who has the document open, where, and since when (ISO time, UTC)."""

    user: str = ""
    host: str = ""
    pid: int = 0
    since: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether the program that left the note ended on this computer without removing it."""
        return self.host == socket.gethostname() and not is_running(self.pid)


@dataclass(frozen=True, slots=True)
class Lock:
    """Our own note; `is_held` is False where none could be written, such as a read-only folder."""

    path: Path
    holder: LockedBy
    is_held: bool = True

    def release(self) -> None:
        """Take the note away, unless somebody took the document over."""
        if self.is_held and _holder(self.path) == self.holder:
            with suppress(OSError):
                self.path.unlink()


def acquire(document: str | Path) -> Lock | LockedBy:
    """Leave a note beside a document, or say who else has left one."""
    path = lock_path(Path(document))
    own = _own()
    if _left(path, own):
        return Lock(path, own)
    other = _holder(path)
    if other is None:
        return Lock(path, own, is_held=False)
    return take_over(document) if other.is_gone else other


def take_over(document: str | Path) -> Lock:
    """Put our note in place of another; only when that one is dead or the person said so."""
    path = lock_path(Path(document))
    own = _own()
    with suppress(OSError):
        path.unlink()
    return Lock(path, own, is_held=_left(path, own))


def lock_path(document: Path) -> Path:
    """Where the note of a document lies."""
    return document.with_name(f".~lock.{document.name}#")


def _own() -> LockedBy:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    since = datetime.now(UTC).isoformat(timespec="microseconds")
    return LockedBy(user, socket.gethostname(), os.getpid(), since)


def _left(path: Path, own: LockedBy) -> bool:
    """Write the note where there is none; two who try at once do not both succeed."""
    try:
        with path.open("x", encoding="utf-8") as file:
            json.dump(asdict(own), file, ensure_ascii=False)
    except OSError:
        return False
    return True


def _holder(path: Path) -> LockedBy | None:
    """Who left the note: nobody known when it cannot be read, None when there is none."""
    try:
        with path.open(encoding="utf-8") as file:
            note = json.loads(file.read(_TOO_LONG))
        return LockedBy(str(note["user"]), str(note["host"]), int(note["pid"]), str(note["since"]))
    except OSError:
        return LockedBy() if path.exists() else None
    except (ValueError, LookupError, TypeError):
        return LockedBy()
