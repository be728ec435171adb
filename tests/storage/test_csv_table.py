import pytest

from workbench.base.table import NotATable
from workbench.storage import csv_table
from workbench.storage.csv_table import read_csv


@pytest.fixture
def rows(tmp_path):
    """Writes bytes and reads them as a table."""

    def read(data: bytes):
        (tmp_path / "t.csv").write_bytes(data)
        return read_csv(tmp_path / "t.csv").rows

    return read


def refusal(path) -> str:
    with pytest.raises(NotATable) as refused:
        read_csv(path)
    return str(refused.value)


TABLE = (("Сделка", "Сумма"), ("А-1", "100,50"))
WORDS = "Сделка;Сумма\r\nА-1;100,50\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_that_the_encodings_of_excel_are_understood(rows, encoding):
    assert rows(WORDS.encode(encoding)) == TABLE


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_that_the_delimiter_is_found(rows, delimiter):
    words = f"a{delimiter}b{delimiter}c\n1{delimiter}2{delimiter}3\n"
    assert rows(words.encode()) == (("a", "b", "c"), ("1", "2", "3"))


def test_that_decimal_commas_do_not_cut_cells(rows):
    assert rows(b"1,5;2,5;3,5\n4,5;5,5;6,5\n") == (("1,5", "2,5", "3,5"), ("4,5", "5,5", "6,5"))


def test_that_a_title_above_the_table_does_not_mislead(rows):
    assert rows("Отчёт, 2027, март\n\na;b\n1;2\n3;4\n".encode())[2:] == (
        ("a", "b"), ("1", "2"), ("3", "4"),
    )  # fmt: skip


def test_that_quotes_hold_delimiters_and_lines(rows):
    assert rows(b'a;b\n"x;y\nz";"say ""no"""\n')[1] == ("x;y\nz", 'say "no"')


def test_that_empty_rows_keep_their_number(rows):
    assert rows(b"a;b\n\n;;\n1;2\n") == (("a", "b"), (), (), ("1", "2"))


def test_that_a_formula_stays_text(rows):
    assert rows(b"a;b\n=1+1;=cmd|' /C calc'!A0\n")[1] == ("=1+1", "=cmd|' /C calc'!A0")


def test_that_an_empty_file_is_an_empty_table(rows):
    assert rows(b"") == ()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x00\x00\x00\x00\x98",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\xff\xfe\x00",
        b"\x7fELF\x02\x01",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x1b",
    ],
)
def test_that_what_is_no_text_is_a_sentence(tmp_path, data):
    (tmp_path / "x.csv").write_bytes(data)
    assert refusal(tmp_path / "x.csv") == "x.csv: this is no table of text (CSV)"


def test_that_an_endless_cell_is_a_sentence(tmp_path):
    (tmp_path / "x.csv").write_bytes(b'a;"' + b"x" * 200_000)
    assert refusal(tmp_path / "x.csv") == "x.csv: a cell in line 1 has more than 131072 characters"


def test_that_a_quotation_mark_that_is_not_closed_swallows_no_rows(tmp_path):
    (tmp_path / "x.csv").write_bytes(b'a;b\n1;2\n"3;4\n5;6\n')
    assert refusal(tmp_path / "x.csv") == (
        "x.csv: a quotation mark in line 3 is not closed, or stands in the wrong place"
    )


@pytest.mark.parametrize("sign", [b";", b"x"])
def test_that_a_line_of_millions_of_cells_is_not_cut(tmp_path, sign):
    (tmp_path / "x.csv").write_bytes(b"a;b\n" + sign * 10_000_000)
    assert refusal(tmp_path / "x.csv") == "x.csv: line 2 has more than 1000000 characters"


def test_that_a_file_that_says_it_is_huge_is_not_read_whole(tmp_path):
    with (tmp_path / "x.csv").open("wb") as file:
        file.write(b"a;b\n")
        file.truncate(1 << 30)
    assert refusal(tmp_path / "x.csv") == "x.csv: the file is larger than 20 MB"


def test_that_a_missing_file_is_a_sentence(tmp_path):
    assert refusal(tmp_path / "x.csv").endswith("x.csv: there is no such file")


@pytest.mark.parametrize(
    ("name", "limit", "sentence"),
    [
        ("LARGEST", 1024 * 1024, "x.csv: the file is larger than 1 MB"),
        ("MOST_ROWS", 100, "x.csv: the table has more than 100 rows"),
        ("MOST_COLUMNS", 2, "x.csv: the table has more than 2 columns"),
    ],
)
def test_that_what_is_too_large_is_a_sentence(tmp_path, monkeypatch, name, limit, sentence):
    monkeypatch.setattr(csv_table, name, limit)
    (tmp_path / "x.csv").write_bytes(b"a;b;c\n" * (90_000 if name == "MOST_COLUMNS" else 180_000))
    assert refusal(tmp_path / "x.csv") == sentence


def test_that_lines_can_end_with_a_carriage_return_alone(tmp_path):
    (tmp_path / "x.csv").write_bytes(b"lead;2027-03;583\r" * 70_000)
    assert read_csv(tmp_path / "x.csv").rows == (("lead", "2027-03", "583"),) * 70_000


def test_that_lines_are_counted_however_they_end(tmp_path):
    (tmp_path / "x.csv").write_bytes(b"a;b\r\n1;2\r" + b" " * 1_000_001)
    assert refusal(tmp_path / "x.csv") == "x.csv: line 3 has more than 1000000 characters"


def test_that_the_end_of_a_line_is_not_of_its_length(tmp_path):
    (tmp_path / "x.csv").write_bytes((b" " * 99_999 + b";") * 10 + b"\r\n1;2\r\n")
    assert read_csv(tmp_path / "x.csv").rows == ((), ("1", "2"))
