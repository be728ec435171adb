"""A look at the directory of a workbook before anything in it is unpacked."""

from __future__ import annotations

import io
import re
from collections import Counter
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from workbench.base.texts import Text, text

MOST_MEMBERS = 1_000
MOST_BYTES = 100 * 1024 * 1024
MOST_OF_ONE = 50 * 1024 * 1024
MOST_RATIO = 200  # tables of repeated words reach about 50
_SMALL = 1024 * 1024
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = 0x1
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0")


def fault(data: bytes) -> Text | None:
    """Why these bytes are not opened as a workbook, if they are not."""
    if data.startswith(_OLE):
        return text(
            "this is an old workbook (.xls) or one with a password; "
            "save it as .xlsx without a password"
        )
    members = _members(data)
    names = [member.orig_filename for member in members or ()]
    if members is None or "xl/workbook.xml" not in names:
        return _another_kind(names)
    if _is_bomb(members):
        return text("the workbook would unpack to far more than a table has; it was not opened")
    return _trap(members, names)


def _another_kind(names: list[str]) -> Text:
    if "xl/workbook.bin" in names:
        return text("this is a binary workbook (.xlsb); save it as .xlsx")
    if "content.xml" in names and "mimetype" in names:
        return text("this is a table of LibreOffice (.ods); save it as .xlsx")
    return text("this is no Excel workbook (.xlsx)")


def _trap(members: list[ZipInfo], names: list[str]) -> Text | None:
    """What no honest program writes, and macros, which nobody asked for."""
    if any(member.flag_bits & _ENCRYPTED for member in members):
        return text("a part of it is encrypted; save it as .xlsx without a password")
    if any(_OUTSIDE.search(name) for name in names):
        return text("its directory names a file outside of it; it was not opened")
    if max(Counter(name.lower() for name in names).values()) > 1:
        return text("its directory names one file twice; it was not opened")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return text("there are macros in it; save it as .xlsx, which has none")
    return None


def _members(data: bytes) -> list[ZipInfo] | None:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (BadZipFile, LargeZipFile, NotImplementedError, ValueError, OSError):
        return None


def _is_bomb(members: list[ZipInfo]) -> bool:
    sizes = [member.file_size for member in members]
    if len(members) > MOST_MEMBERS or sum(sizes) > MOST_BYTES or max(sizes) > MOST_OF_ONE:
        return True
    return any(
        member.file_size > _SMALL and member.file_size > MOST_RATIO * member.compress_size
        for member in members
    )
