"""Opening and saving project files: nothing is lost, nothing is half-written."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.base.errors import WorkbenchError
from workbench.base.files import read_regular, reading_failed, replace_file
from workbench.base.texts import text
from workbench.document.project import Project
from workbench.storage.backups import back_up
from workbench.storage.bad_file import BadFile
from workbench.storage.codec import LARGEST, decode, encode, refuse_size
from workbench.storage.fingerprint import Fingerprint

SUFFIX = ".kpi"


@dataclass(frozen=True)
class Loaded:
    """A project with the look of the file it came from."""

    project: Project
    fingerprint: Fingerprint


class ChangedOnDisk(WorkbenchError):
    """Somebody else wrote the file since it was read; nothing was saved."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            text("“{file}” was changed by somebody else since it was opened", file=path.name)
        )
        self.path = path


def load(path: str | Path) -> Loaded:
    """Open a project file; raises `BadFile`."""
    path = Path(path)
    data = read_bytes(path)
    return Loaded(decode(data, path.name), Fingerprint.of(data))


def save(project: Project, path: str | Path, known: Fingerprint | None = None) -> Fingerprint:
    """Write a project to `completed(path)` and keep what stood there as a backup.

    With the fingerprint of what was read, a file that was changed since raises `ChangedOnDisk`;
    what cannot be written raises `NotWritten`. In both cases the old file stands untouched.
    """
    path = completed(path)
    data = encode(project)
    before = _before(path)
    if before is not None:
        if known is not None and known != Fingerprint.of(before):
            raise ChangedOnDisk(path)
        if before != data:
            back_up(path, before)
    replace_file(path, data)
    return Fingerprint.of(data)


def completed(path: str | Path) -> Path:
    """The path with the ending of project files, if it has another or none."""
    path = Path(path)
    if not path.name or path.suffix.lower() == SUFFIX:
        return path
    return path.with_name(path.name + SUFFIX)


def read_bytes(path: Path) -> bytes:
    """The content of a file of sensible size; raises `BadFile`."""
    try:
        data = read_regular(path, LARGEST + 1)
    except (OSError, ValueError) as error:
        raise BadFile(str(path), reading_failed(error)) from None
    refuse_size(len(data), path.name)
    return data


def _before(path: Path) -> bytes | None:
    """What stands there; whatever cannot be read is dealt with when it is to be replaced."""
    with suppress(OSError):
        return read_regular(path)
    return None
