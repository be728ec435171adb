"""What is not saved yet, kept where a crash cannot reach it and offered at the next start."""

from __future__ import annotations

import json
import os
import secrets
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.base.errors import WorkbenchError
from workbench.base.files import read_regular, replace_file
from workbench.document.project import Project
from workbench.storage.codec import LARGEST, decode, encode
from workbench.storage.fingerprint import digest
from workbench.storage.folders import data_folder, private
from workbench.storage.guard import guard, is_guarded


@dataclass(frozen=True)
class Recovery:
    """Work that was not saved: of the document at `document`, or of one that never was saved.

    `base` is the SHA-256 of that document when the work began, `stored` the ISO time in UTC.
    """

    file: Path
    document: Path | None
    base: str | None
    stored: str
    project: Project

    @property
    def fits_document(self) -> bool:
        """Whether the document on disk is still the one this work began with."""
        if self.document is None or self.base is None:
            return False
        with suppress(OSError):
            return digest(read_regular(self.document, LARGEST + 1)) == self.base
        return False


class RecoveryFile:
    """The recovery file of one open document; the system frees its guard when the program ends.

    With a recovery that was restored it goes on in the same file, so that a second crash loses
    nothing and no other running program is offered the same work.
    """

    def __init__(self, restored: Recovery | None = None) -> None:
        name = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}.json"
        self._file = restored.file if restored else _folder() / name
        self._guard = guard(_guard_of(self._file)) if restored else None
        self._turn = threading.Lock()
        self._drops = 0

    def store(self, project: Project, document: Path | None, base: str | None) -> None:
        """Keep the project; raises `NotWritten`.

        Safe to call from a worker: what is dropped meanwhile does not come back.
        """
        drops = self._drops
        envelope = {
            "document": None if document is None else os.fspath(document.absolute()),
            "base": base,
            "stored": datetime.now(UTC).isoformat(timespec="seconds"),
            "project": encode(project).decode(),
        }
        with self._turn:
            if drops != self._drops:
                return
            if self._guard is None:
                _make(self._file.parent)
                self._guard = guard(_guard_of(self._file))
            replace_file(self._file, json.dumps(envelope).encode())

    def drop(self) -> None:
        """Forget the work: it was saved, or the person does not want it."""
        with self._turn:
            self._drops += 1
            _remove(self._file)
            if self._guard is not None:
                self._guard.release()
                self._guard = None
                _remove(_guard_of(self._file))


def pending() -> tuple[Recovery, ...]:
    """Work left by programs that no longer run, newest first; it stays until it is dropped."""
    found = (_read(file) for file in sorted(_folder().glob("*.json"), reverse=True))
    return tuple(recovery for recovery in found if recovery is not None)


def drop(recovery: Recovery) -> None:
    """Forget work that was offered, once it is saved again or the person does not want it."""
    _remove(recovery.file)
    _remove(_guard_of(recovery.file))


def _folder() -> Path:
    return data_folder() / "recovery"


def _make(folder: Path) -> None:
    """A folder that cannot be made shows when the file is written, as a sentence."""
    with suppress(OSError):
        private(folder)


def _guard_of(file: Path) -> Path:
    return file.with_suffix(".guard")


def _read(file: Path) -> Recovery | None:
    """The work in a file, or None where its program still runs or nothing can be read."""
    try:
        if is_guarded(_guard_of(file)):
            return None
        envelope = json.loads(file.read_bytes())
        document, base = envelope["document"], envelope["base"]
        project = decode(envelope["project"].encode(), file.name)
        return Recovery(
            file, None if document is None else Path(document), base, envelope["stored"], project
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, WorkbenchError):
        return None


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink()
