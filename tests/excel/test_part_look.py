import io
import zipfile

import pytest

from workbench.excel import part_look
from workbench.excel.part_look import Extent, Harmful, column_number, look

SHEET = "xl/worksheets/sheet1.xml"


def looked(content: bytes, name: str = SHEET) -> Extent:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    with zipfile.ZipFile(data) as archive:
        return look(archive)[name]


def test_that_a_sheet_reaches_as_far_as_its_last_cell_with_something_in_it():
    rows = b'<row r="7"><c r="AB7"><v>1</v></c><c r="ZZ7"/></row>'
    assert looked(b"<worksheet>" + rows + b"</worksheet>") == Extent(7, 28)


def test_that_cells_without_a_place_are_counted():
    row = b"<row><c><v>1</v></c><c><v>1</v></c></row>"
    assert looked(b"<worksheet>" + row * 3 + b"</worksheet>") == Extent(3, 2)


def test_that_a_prefix_of_names_hides_nothing():
    row = b'<x:row r="9"><x:c r="A9"><x:v>1</x:v></x:c></x:row>'
    whole = b'<x:worksheet xmlns:x="urn:x">' + row + b"</x:worksheet>"
    assert looked(whole) == Extent(9, 1)


def test_that_formulas_outside_of_cells_reach_nowhere():
    row = b'<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"/>'
    bars = b'<ext xmlns:xm="urn:xm"><xm:f>A1</xm:f></ext>'
    assert looked(b"<worksheet>" + row + bars + b"</worksheet>") == Extent(2, 1)


def test_that_formulas_without_a_result_are_noted():
    row = (
        b'<row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><f>2</f><v/></c>'
        b'<c r="C2"><f>3</f><v>3</v></c>'
        b'<c r="D2" t="str"><f>IF(1,"")</f><v></v></c><c r="E2"><f t="shared" si="0"/></c>'
        b"<c r='F2'><v>6</v></c><c r='G2'/></row>"
    )
    found = looked(b"<worksheet>" + row + b"</worksheet>")
    assert found.unworked == {(2, 1): "=1+1", (2, 2): "=2", (2, 5): "="}


@pytest.mark.parametrize("name", [SHEET, "xl/styles.xml", "docProps/app.xml", "_rels/.rels"])
def test_that_a_document_type_is_harmful_in_every_part(name):
    with pytest.raises(Harmful, match="declares a document type"):
        looked(b"<!DOCTYPE a><a/>", name)


def test_that_elements_in_elements_without_end_are_harmful():
    with pytest.raises(Harmful, match="deeper than any program"):
        looked(b"<a>" * 10_000 + b"</a>" * 10_000)


def test_that_a_text_without_end_is_harmful():
    with pytest.raises(Harmful, match="longer than any cell"):
        looked(b"<a>" + b"x" * 2_000_000 + b"</a>", "xl/sharedStrings.xml")


def test_that_too_many_elements_are_harmful(monkeypatch):
    monkeypatch.setattr(part_look, "MOST_ELEMENTS", 100)
    with pytest.raises(Harmful, match="far more cells"):
        looked(b"<a>" + b"<b/>" * 100 + b"</a>")


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("XFD", 16_384)])
def test_that_columns_are_numbered(letters, number):
    assert column_number(letters) == number
