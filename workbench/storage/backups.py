"""Earlier versions of each document, in the person's data folder."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from workbench.base.errors import WorkbenchError
from workbench.base.files import replace_file
from workbench.storage.fingerprint import digest
from workbench.storage.folders import data_folder, mark_of, private

KEPT = 10


def back_up(path: Path, data: bytes) -> None:
    """Keep what a document held before it is replaced; a full data folder does not stop saving."""
    with suppress(OSError, WorkbenchError):
        folder = private(_folder(path))
        mark = digest(data)[:12]
        for same in folder.glob(f"*-{mark}.kpi"):
            same.unlink()
        replace_file(folder / f"{_stamp(time.time_ns())}-{mark}.kpi", data)
        for old in backups(path)[KEPT:]:
            old.unlink()


def backups(path: Path) -> tuple[Path, ...]:
    """The earlier versions of a document, newest first."""
    return tuple(sorted(_folder(path).glob("*.kpi"), reverse=True))


def _stamp(now: int) -> str:
    """A moment in nanoseconds as a name that sorts by time; read from the clock once."""
    seconds, rest = divmod(now, 10**9)
    return f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime(seconds))}-{rest:09d}"


def _folder(path: Path) -> Path:
    return data_folder() / "backups" / f"{mark_of(path)}-{path.stem[:40]}"
