"""Replacing a file whole: the old one stands until the new one is proven to be on the disk."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text, verbatim

# Windows refuses to rename onto a file that a virus scanner looks at for a moment.
RETRY_AFTER = (0.010, 0.025, 0.050, 0.100)
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class NotRegular(OSError):
    """A pipe, a socket or a device where a file should be."""


class NotWritten(WorkbenchError):
    """A file could not be written; the one that stood there before is untouched."""


def replace_file(path: str | Path, data: bytes) -> None:
    """Put data in place of a file, whole or not at all; raises `NotWritten`.

    A link is followed, the permissions of an existing file are kept.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _refuse_unwritable(target)
        _write(temporary, data, _mode(target))
        _prove(temporary, data)
        _rename(temporary, target)
    except OSError as error:
        raise NotWritten(_sentence(error, target)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def read_regular(path: Path, most: int = -1) -> bytes:
    """A file, or its first bytes if `most` says so; raises `NotRegular` for what has no end.

    A pipe waits for somebody to write, perhaps for ever, and so does a terminal.
    """
    if not _is_regular(path.stat()):
        raise NotRegular(errno.EINVAL, "is not a regular file", str(path))
    with path.open("rb") as file:
        return file.read(most)


def _is_regular(status: os.stat_result) -> bool:
    """Whether it is a file of bytes on a disk; a folder says itself that it is none."""
    return stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)


def _refuse_unwritable(target: Path) -> None:
    """A rename would replace whatever stands there; its owner meant it to stay."""
    if target.is_symlink():  # followed as far as it leads, so it leads to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not target.exists():
        return
    status = target.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(target))
    if not _is_regular(status):
        raise NotRegular(errno.EINVAL, "is not a regular file", str(target))
    # The administrator may write everything, so the permissions are asked as well.
    if not status.st_mode & _ANYBODY_WRITES or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "is write-protected", str(target))


def _mode(target: Path) -> int | None:
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else None


def _write(temporary: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o666)
    try:
        left = memoryview(data)
        while left:
            written = os.write(handle, left)
            if written <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            left = left[written:]
        os.fsync(handle)
    finally:
        os.close(handle)
    if mode is not None:
        with suppress(OSError):
            temporary.chmod(mode)


def _prove(temporary: Path, data: bytes) -> None:
    """Read the file back: a full or failing disk can say that all is well."""
    stored = temporary.read_bytes()
    if len(stored) != len(data) or _digest(stored) != _digest(data):
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _rename(temporary: Path, target: Path) -> None:
    for pause in RETRY_AFTER:
        try:
            os.replace(temporary, target)  # noqa: PTH105 (the name the tests stand on)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    try:
        os.replace(temporary, target)  # noqa: PTH105
    except PermissionError:
        raise NotWritten(
            text(
                "“{file}” is open in another program: close it in Excel and try again",
                file=target.name,
            )
        ) from None


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(error: OSError, target: Path) -> Text:
    file, folder = target.name, str(target.parent)
    if isinstance(error, IsADirectoryError):
        return text("“{file}” is a folder, not a file", file=str(target))
    if isinstance(error, NotRegular):
        return text("“{file}” is a pipe or a device, not a file", file=str(target))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return text("no permission to write “{file}” in “{folder}”", file=file, folder=folder)
    if error.errno == errno.ENAMETOOLONG:
        return text("the file name “{file}…” is too long", file=file[:40])
    return text("“{file}” was not written: {reason}", file=file, reason=_reason(error, target))


def _reason(error: OSError, target: Path) -> Text:
    folder = str(target.parent)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if target.parent.is_dir():
            return text("the folder “{folder}” takes no new files", folder=folder)
        return text("there is no folder “{folder}”", folder=folder)
    return failure(error)


def failure(error: OSError) -> Text:
    """Why the system could not write, for the person."""
    if error.errno in _FULL:
        return text("the disk is full")
    if error.errno == errno.ELOOP:
        return text("this is a link that leads to itself")
    return verbatim(error.strerror or str(error))


def reading_failed(error: OSError | ValueError) -> Text:
    """Why a file could not be read, for the person."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return text("there is no such file")
        case IsADirectoryError():
            return text("this is a folder, not a file")
        case NotRegular():
            return text("this is a pipe or a device, not a file")
        case PermissionError():
            return text("no permission to read it")
        case OSError():
            return failure(error)
        case _:
            return text("this is no name of a file")
