"""The contents of a PDF: an outline beside the pages, and words that lead to another page.

The writer of pages makes neither, so they are appended as an update, which the format provides for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", re.DOTALL)
_TABLE = re.compile(rb"xref\s+0 (\d+)\s*\n")
_ENTRY = 20  # bytes of a line that tells where an object stands


@dataclass(frozen=True, slots=True)
class Chapter:
    """A name in the outline, and the page it begins on, counted from 0."""

    name: str
    page: int


@dataclass(frozen=True, slots=True)
class Lead:
    """Words on a page that lead to another, both from 0; its box is in points from the top left."""

    page: int
    box: tuple[float, float, float, float]
    to: int


def with_contents(data: bytes, chapters: Sequence[Chapter], leads: Sequence[Lead]) -> bytes:
    """The file with an outline and links; as it was where it is not built as expected."""
    try:
        return _File(data).with_contents(chapters, leads) if chapters else data
    except (ValueError, IndexError):
        return data


class _File:
    def __init__(self, data: bytes) -> None:
        self.data = data
        trailer = _found(_TRAILER, data)
        self.trailer, self.table = trailer[1], int(trailer[2])
        self.size = int(_found(rb"/Size (\d+)", self.trailer)[1])
        self.root = int(_found(rb"/Root (\d+) 0 R", self.trailer)[1])
        self.catalog = self.object(self.root)
        tree = self.object(int(_found(rb"/Pages (\d+) 0 R", self.catalog)[1]))
        kids = _found(rb"/Kids\s*\[([^\]]*)\]", tree)[1]
        self.pages = [int(number) for number in re.findall(rb"(\d+) 0 R", kids)]

    def object(self, number: int) -> bytes:
        """What an object holds, found by the table of the file."""
        lines = _found(_TABLE, self.data[self.table :]).end() + self.table
        at = int(self.data[lines + _ENTRY * number :][:10])
        return _found(re.compile(rb"\d+ 0 obj\s*(.*?)\s*endobj", re.DOTALL), self.data[at:])[1]

    def with_contents(self, chapters: Sequence[Chapter], leads: Sequence[Lead]) -> bytes:
        """The file with its catalog, links and outline anew."""
        more = f"/Outlines {self.size} 0 R\n/PageMode /UseOutlines\n>>".encode()
        catalog = self.catalog[: self.catalog.rindex(b">>")] + more
        outline = _outline(self.size, [(one.name, self.pages[one.page]) for one in chapters])
        return self._appended({self.root: catalog, **dict(self._linked(leads)), **outline})

    def _linked(self, leads: Sequence[Lead]) -> Iterator[tuple[int, bytes]]:
        """The list of links of each page that has some, in place of the empty one."""
        for at, number in enumerate(self.pages):
            own = [lead for lead in leads if lead.page == at]
            if own:
                page = self.object(number)
                height = float(_found(rb"/MediaBox \[0 0 \S+ ([\d.]+)", page)[1])
                links = b"\n".join(_link(lead.box, self.pages[lead.to], height) for lead in own)
                yield int(_found(rb"/Annots (\d+) 0 R", page)[1]), b"[\n" + links + b"\n]"

    def _appended(self, objects: dict[int, bytes]) -> bytes:
        """The file and behind it what is new in it, with a table of where that stands."""
        body, table = bytearray(self.data.rstrip() + b"\n"), b"xref\n"
        for number, content in sorted(objects.items()):
            table += b"%d 1\n%010d 00000 n \n" % (number, len(body))
            body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        size = b"/Size %d\n/Prev %d" % (max(*objects, self.size - 1) + 1, self.table)
        rest = re.sub(rb"/Size \d+", size, self.trailer)
        end = b"trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n" % (rest, len(body))
        return bytes(body) + table + end


def _link(box: tuple[float, float, float, float], page: int, height: float) -> bytes:
    left, top, right, bottom = box
    corners = f"{left:.2f} {height - bottom:.2f} {right:.2f} {height - top:.2f}"
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0]"
        f" /Dest [{page} 0 R /Fit] >>"
    ).encode()


def _outline(first: int, chapters: Sequence[tuple[str, int]]) -> dict[int, bytes]:
    """The outline as objects from a number on: the whole, then its chapters."""
    last = first + len(chapters)
    whole = f"<< /Type /Outlines /First {first + 1} 0 R /Last {last} 0 R /Count {len(chapters)} >>"
    made = {first: whole.encode()}
    for number, (name, page) in enumerate(chapters, first + 1):
        beside = f"/Prev {number - 1} 0 R " if number > first + 1 else ""
        beside += f"/Next {number + 1} 0 R " if number < last else ""
        title = f"FEFF{name.encode('utf-16-be').hex().upper()}"
        to = f"/Dest [{page} 0 R /Fit]"
        made[number] = f"<< /Title <{title}> /Parent {first} 0 R {beside}{to} >>".encode()
    return made


def _found(pattern: bytes | re.Pattern[bytes], where: bytes) -> re.Match[bytes]:
    found = re.search(pattern, where)
    if found is None:
        raise ValueError
    return found
