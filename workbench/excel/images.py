"""Pictures that go into a workbook: checked before a spreadsheet has to trust them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import error as too_short
from struct import unpack, unpack_from

from workbench.base.errors import WorkbenchError
from workbench.base.files import read_regular, reading_failed
from workbench.base.texts import Text, text

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
_LARGEST_FILE = 5_000_000
_LARGEST_SIDE = 8_000
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA


class BadPicture(WorkbenchError):
    """A file that is no picture a workbook can hold."""


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG that is whole; its size is in pixels."""

    data: bytes
    width: int
    height: int

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The largest size of its own proportions within a size."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def read_image(path: Path) -> Image:
    """The picture of a file; raises `BadPicture` with what is wrong with it."""
    try:
        data = read_regular(path, _LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise _bad(path.name, reading_failed(error)) from None
    return checked_image(data, path.name)


def checked_image(data: bytes, name: str) -> Image:
    """The picture of a file's bytes; raises `BadPicture` with what is wrong with it."""
    if len(data) > _LARGEST_FILE:
        raise _bad(name, text("a picture may take 5 MB at most"))
    if not data.startswith((_PNG, _JPEG)):
        raise _bad(name, text("a PNG or JPEG picture is expected"))
    try:
        width, height = _png_size(data) if data.startswith(_PNG) else _jpeg_size(data)
    except (ValueError, IndexError, too_short, zlib.error):
        raise _bad(name, text("the picture is damaged")) from None
    if max(width, height) > _LARGEST_SIDE:
        raise _bad(name, text("a picture may have 8,000 pixels on a side at most"))
    return Image(data, width, height)


def _bad(name: str, reason: Text) -> BadPicture:
    return BadPicture(text("{name}: {reason}", name=name, reason=reason))


def _png_size(data: bytes) -> tuple[int, int]:
    """Every piece has its checksum; what is drawn is unpacked no further than its size says."""
    pieces = list(_png_pieces(data))
    kinds = [kind for kind, _ in pieces]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        raise ValueError
    width, height = unpack(">II", pieces[0][1][:8])
    if not width or not height:
        raise ValueError
    if max(width, height) <= _LARGEST_SIDE:
        _unpack(b"".join(body for kind, body in pieces if kind == b"IDAT"), width * height * 8)
    return width, height


def _unpack(packed: bytes, most: int) -> None:
    rest = zlib.decompressobj()
    length, waiting = 0, packed
    while waiting and not rest.eof:
        length += len(rest.decompress(waiting, 1 << 20))
        waiting = rest.unconsumed_tail
        if length > most + (1 << 20):
            raise ValueError
    if not rest.eof:
        raise ValueError


def _png_pieces(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(data):
        (length,) = unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (checksum,) = unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != checksum:
            raise ValueError
        yield kind, body
        if kind == b"IEND":
            return
        at += 12 + length


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The size its frame tells; the picture must begin after it and come to its end."""
    at, size = 2, (0, 0)
    while data[at + 1] != _SCAN:
        if data[at] != 0xFF:
            raise ValueError
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = unpack_from(">H", data, at + 2)
        if marker in _FRAMES:
            height, width = unpack_from(">HH", data, at + 5)
            size = width, height
        at += 2 + max(length, 2)
    if not all(size) or _JPEG_END not in data[at:]:
        raise ValueError
    return size
