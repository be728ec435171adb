"""The part of the workbook itself, asking for its formulas to be computed when it is opened."""

from __future__ import annotations

from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from workbench.excel.form_parts import end_of_element, local
from workbench.excel.form_sheet import spliced

# The settings of calculation come behind the last of these that there is.
_BEFORE = ("sheets", "functionGroups", "externalReferences", "definedNames")


def recalculated(book: bytes) -> bytes:
    """The same part with the wish in its settings of calculation, whether it has some or not."""
    places = _Places(book)
    places.read()
    if places.place is None:
        return book
    start, end = places.place
    asked = {**places.settings, "fullCalcOnLoad": "1"}
    words = "".join(f" {name}={quoteattr(value)}" for name, value in asked.items())
    tag = f"<{places.prefix}calcPr{words}/>"
    return spliced(book, [(start, end, tag.encode("ascii", "xmlcharrefreplace"))])


class _Places:
    """Where the settings are, or belong."""

    def __init__(self, book: bytes) -> None:
        self.place: tuple[int, int] | None = None
        self.prefix = ""
        self.settings: dict[str, str] = {}
        self._book = book
        self._start = 0
        self._parser = expat.ParserCreate()

    def read(self) -> None:
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.Parse(self._book, True)

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "calcPr":
            self._start, self.settings = self._parser.CurrentByteIndex, attributes

    def _on_end(self, name: str) -> None:
        kind = local(name)
        if kind in _BEFORE or kind == "calcPr":
            end = end_of_element(self._book, self._parser.CurrentByteIndex, name)
            self.place = (self._start if kind == "calcPr" else end), end
            self.prefix = name.removesuffix(kind)
