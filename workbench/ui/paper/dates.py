"""The same bytes every time: a PDF says when it was made, and where on earth."""

from __future__ import annotations

import re
from datetime import date
from xml.sax.saxutils import escape

_DATES = re.compile(rb"/(?:Creation|Mod)Date \(D:([^)]*)\)")
_END = re.compile(rb"startxref\s*(\d+)\s*%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10})( \d{5} n)")

_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def timeless(title: str) -> bytes:
    """What a PDF says of itself in XMP, without the moments that the writer would put there."""
    return _METADATA.format(title=escape(title)).encode()


def dated(data: bytes, day: date) -> bytes:
    """The file made at the beginning of a day in no particular place, whenever that was."""
    moment = f"{day:%Y%m%d}000000Z".encode()
    while found := next((one for one in _DATES.finditer(data) if one[1] != moment), None):
        data = _with(data, found.span(1), moment)
    return data


def _with(data: bytes, place: tuple[int, int], words: bytes) -> bytes:
    """Other words in a place; the table at the end, which tells where all things stand, follows."""
    start, end = place
    longer = len(words) - (end - start)
    found = _END.search(data)
    if found is None:
        raise ValueError("a PDF ends with the place of its table")
    table = int(found[1])

    def moved(entry: re.Match[bytes]) -> bytes:
        at = int(entry[1])
        return b"%010d%s" % (at + longer if at > start else at, entry[2])

    body, rest = data[:start] + words + data[end:table], data[table : found.start()]
    return b"%s%sstartxref\n%d\n%%%%EOF\n" % (body, _ENTRY.sub(moved, rest), table + longer)
