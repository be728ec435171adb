"""Workbooks that were made to do harm: each is a function that gives the bytes of one."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping

import xlsxwriter

Make = Callable[[], bytes]
_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_MIB = 1024 * 1024


def good() -> bytes:
    """An honest workbook of one sheet with a word in A1."""
    saved = io.BytesIO()
    with xlsxwriter.Workbook(saved) as book:
        book.add_worksheet("Форма").write_string("A1", "{{client}}")
    return saved.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """The members of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Mapping[str, bytes | Iterator[bytes]]) -> bytes:
    """A workbook of members; an enormous one comes in pieces."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            with archive.open(name, "w", force_zip64=True) as file:
                for piece in [content] if isinstance(content, bytes) else content:
                    file.write(piece)
    return made.getvalue()


def _with(name: str, content: bytes | Iterator[bytes]) -> bytes:
    return packed({**parts(good()), name: content})


def _sheet(rows: str) -> bytes:
    return f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()


def _strings(before: str, inside: str) -> bytes:
    return f'<?xml version="1.0"?>{before}<sst {_MAIN}><si><t>{inside}</t></si></sst>'.encode()


def far_cell() -> bytes:
    """One cell in the last corner of the sheet: 5 KB that became 4 GB in a careless reader."""
    cell = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return _with(_SHEET, _sheet(cell))


def empty_rows() -> bytes:
    """Fifty million empty rows."""

    def pieces() -> Iterator[bytes]:
        yield f"<worksheet {_MAIN}><sheetData>".encode()
        for _ in range(500):
            yield b"<row/>" * 100_000
        yield b"</sheetData></worksheet>"

    return _with(_SHEET, pieces())


def long_string() -> bytes:
    """A string of 1.5 GB."""

    def pieces() -> Iterator[bytes]:
        yield _strings("", "").split(b"</t>")[0]
        for _ in range(1_500):
            yield b"a" * _MIB
        yield b"</t></si></sst>"

    return _with(_STRINGS, pieces())


def laughs() -> bytes:
    """A billion laughs: entities of entities."""
    grow = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _with(_STRINGS, _strings(f'<!DOCTYPE x [<!ENTITY l0 "lol">{grow}]>', "&l9;"))


def quadratic() -> bytes:
    """One long entity, many times."""
    entity = f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
    return _with(_STRINGS, _strings(entity, "&a;" * 50_000))


def outside_entity() -> bytes:
    """An entity that is a file of this computer."""
    return _with(
        _STRINGS, _strings('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;")
    )


def hidden_doctype() -> bytes:
    """The same in an encoding that a search for letters does not see, behind a long comment."""
    words = _strings(f'<!--{"." * 200_000}--><!DOCTYPE x [<!ENTITY a "b">]>', "&a;").decode()
    return _with(_STRINGS, words.replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16"))


def nested() -> bytes:
    """Two hundred thousand elements, each in the one before."""
    return _with(_SHEET, _sheet("<a>" * 200_000 + "</a>" * 200_000))


def nested_strings() -> bytes:
    """The same in the shared strings."""
    return _with(_STRINGS, _strings("", "<a>" * 200_000 + "</a>" * 200_000))


def many_strings() -> bytes:
    """Millions of shared strings, mixed so that they do not pack too well."""
    import random

    dice = random.Random(1)
    some = [f"<si><t>{dice.random()}</t></si>" for _ in range(20_000)]
    pieces = ("".join(dice.choices(some, k=20_000)).encode() for _ in range(60))

    def whole() -> Iterator[bytes]:
        yield f"<sst {_MAIN}>".encode()
        yield from pieces
        yield b"</sst>"

    return _with(_STRINGS, whole())


def crowd() -> bytes:
    """More members than a workbook has."""
    return packed(parts(good()) | {f"xl/{number}.xml": b"" for number in range(5_000)})


def twice() -> bytes:
    """Two members of one name, of which each reader may take another."""
    made = io.BytesIO(good())
    with warnings.catch_warnings(), zipfile.ZipFile(made, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(_SHEET, _sheet(""))
    return made.getvalue()


def climbing() -> bytes:
    """A member whose name leads out of the archive."""
    return _with("../../evil.xml", b"<a/>")


def absolute() -> bytes:
    """A member with a place on the disk as its name."""
    return _with("/etc/evil.xml", b"<a/>")


def backslashed() -> bytes:
    """The same as Windows writes it."""
    return _with("C:\\evil.xml", b"<a/>")


def encrypted() -> bytes:
    """A member that says it is encrypted."""
    data = bytearray(good())
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 8
    data[at] |= 1
    return bytes(data)


def macros() -> bytes:
    """A program inside."""
    return _with("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(1000))


def truncated() -> bytes:
    """The first half of a file."""
    return good()[: len(good()) // 2]


def cut_tail() -> bytes:
    """A file without its last bytes."""
    return good()[:-30]


def old_workbook() -> bytes:
    """An .xls, or a workbook with a password: both begin like this."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4_000)


def ods() -> bytes:
    """A table of LibreOffice."""
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": b"<office:document-content/>"})


def xlsb() -> bytes:
    """A binary workbook."""
    return packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": bytes(100)})


def csv() -> bytes:
    """A text table."""
    return "Метрика;Месяц;Значение\nЛиды;2027-01;600\n".encode("cp1251")


def html() -> bytes:
    """A web page, as some systems export “Excel”."""
    return b"<html><table><tr><td>1</td></tr></table></html>"


HOSTILE: dict[str, Make] = {
    make.__name__: make
    for make in (
        far_cell, empty_rows, long_string, laughs, quadratic, outside_entity, hidden_doctype,
        nested, nested_strings, many_strings, crowd, twice, climbing, absolute, backslashed,
        encrypted, macros, truncated, cut_tail, old_workbook, ods, xlsb, csv, html,
    )
}  # fmt: skip
