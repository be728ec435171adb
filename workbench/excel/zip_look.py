"""A look at the directory of a workbook before anything in it is unpacked."""

from __future__ import annotations

import io
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from workbench.base.texts import Text, text

MOST_MEMBERS = 2_000
MOST_BYTES = 200 * 1024 * 1024
MOST_RATIO = 200  # tables of repeated words reach about 50
_SMALL = 1024 * 1024
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def fault(data: bytes) -> Text | None:
    """Why these bytes are not opened as a workbook, if they are not."""
    if data.startswith(_OLE):
        return text(
            "this is an old workbook (.xls) or one with a password; "
            "save it as .xlsx without a password"
        )
    members = _members(data)
    if members is None or "xl/workbook.xml" not in {member.filename for member in members}:
        return text("this is no Excel workbook (.xlsx)")
    if _is_bomb(members):
        return text("the workbook would unpack to far more than a table has; it was not opened")
    return None


def _members(data: bytes) -> list[ZipInfo] | None:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (BadZipFile, LargeZipFile, NotImplementedError, ValueError, OSError):
        return None


def _is_bomb(members: list[ZipInfo]) -> bool:
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        return True
    return any(
        member.file_size > _SMALL and member.file_size > MOST_RATIO * member.compress_size
        for member in members
    )
