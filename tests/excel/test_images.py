from __future__ import annotations

import struct
import zlib

import pytest

from workbench.excel.images import BadPicture, checked_image, read_image


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 2, height: int = 3, data: bytes | None = None) -> bytes:
    rows = b"".join(b"\0" + b"\xff\0\0" * width for _ in range(height)) if data is None else data
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pieces = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(pieces)


def jpeg(width: int = 4, height: int = 5) -> bytes:
    frame = struct.pack(">HBHHB", 8, 8, height, width, 0)
    return b"\xff\xd8\xff\xe0\0\x04ab" + b"\xff\xc0" + frame + b"\xff\xda\0\x02data\xff\xd9"


def reason(data: bytes) -> str:
    with pytest.raises(BadPicture) as refused:
        checked_image(data, "logo.png")
    return str(refused.value)


def test_that_a_png_has_its_size():
    image = checked_image(png(), "logo.png")
    assert (image.width, image.height) == (2, 3)


def test_that_a_jpeg_has_its_size():
    image = checked_image(jpeg(), "logo.jpg")
    assert (image.width, image.height) == (4, 5)


def test_that_a_picture_keeps_its_proportions():
    image = checked_image(png(20, 10), "logo.png")
    assert image.fitted(100, 100) == (100, 50)
    assert image.fitted(100, 10) == (20, 10)


def test_that_another_kind_of_file_is_refused():
    assert "PNG or JPEG" in reason(b"GIF89a" + b"\0" * 50)
    assert "PNG or JPEG" in reason(b"<svg/>")
    assert "PNG or JPEG" in reason(b"")


@pytest.mark.parametrize("cut", [9, 20, 40, -1, -12])
def test_that_a_picture_cut_short_is_refused(cut):
    assert "damaged" in reason(png()[:cut])


def test_that_a_changed_byte_is_noticed():
    data = bytearray(png())
    data[20] ^= 1
    assert "damaged" in reason(bytes(data))


def test_that_a_jpeg_without_an_end_is_refused():
    assert "damaged" in reason(jpeg()[:-2])
    assert "damaged" in reason(b"\xff\xd8\xff" + b"\xff" * 40)


def test_that_a_picture_that_unpacks_to_more_than_its_size_is_refused():
    assert "damaged" in reason(png(2, 3, b"\0" * 40_000_000))


def test_that_a_very_wide_picture_is_refused():
    assert "8,000" in reason(png(9_000, 1))


def test_that_a_large_file_is_refused():
    assert "5 MB" in reason(png() + b"\0" * 5_000_000)


def test_that_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(BadPicture, match="no such file"):
        read_image(tmp_path / "no.png")
    with pytest.raises(BadPicture, match="folder"):
        read_image(tmp_path)
