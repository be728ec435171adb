"""Any actuals, written as a table in any dialect, come back as they were."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.excel.tabling import file_facts
from tests.projects import metric, project
from workbench.base.languages import language
from workbench.document.project import Project

KEYS = ("visits", "leads", "deals", "share")
SIGNS = st.sampled_from('Лид ы\u00a0;,|\t"ёЁ→=+(abZ5%😀')


def remembered(name: str) -> str:
    return " ".join(name.split()).casefold().replace("ё", "е")


NAMES = st.lists(
    st.text(SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool),
    min_size=4, max_size=4, unique_by=remembered,
).filter(lambda names: not {name.casefold() for name in names} & set(KEYS))  # fmt: skip


@dataclass(frozen=True)
class Dialect:
    """How a table is written."""

    encoding: str
    delimiter: str
    decimal: str
    month: str
    by_key: bool
    wide: bool
    title: bool
    turned: bool


DIALECTS = st.builds(
    Dialect, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251"]),
    st.sampled_from(";,\t|"), st.sampled_from(".,"),
    st.sampled_from(["iso", "day", "ru", "en", "short", "turned"]),
    st.booleans(), st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip
ACTUALS = st.dictionaries(
    st.tuples(st.sampled_from(KEYS), st.integers(1, 12)),
    st.integers(0, 10**12).map(lambda number: number / 10_000), min_size=1, max_size=20,
)  # fmt: skip


def month_said(month: str, how: str) -> str:
    year, number = month.split("-")
    match how:
        case "iso":
            return f"{month}-01"
        case "day":
            return f"01.{number}.{year}"
        case "turned":
            return f"{number}.{year}"
        case "short":
            return (
                f"{language('en').locale.months['format']['abbreviated'][int(number)]}-{year[2:]}"
            )
        case code:
            return f"{language(code).locale.months['stand-alone']['wide'][int(number)]} {year}"


def rows_of(
    facts: dict[tuple[str, str], float], names: dict[str, str], how: Dialect
) -> list[list[str]]:
    def value(number: float) -> str:
        return f"{number:.4f}".replace(".", how.decimal)

    if how.wide:
        months = sorted({month for _, month in facts})
        head = ["Показатель", *(month_said(month, how.month) for month in months)]
        said = {place: value(number) for place, number in facts.items()}
        keys = dict.fromkeys(key for key, _ in facts)
        return [head, *([names[key], *(said.get((key, month), "") for month in months)]
                        for key in keys)]  # fmt: skip
    rows = [["Показатель", "Месяц", "Факт"]]
    rows += [[names[key], month_said(month, how.month), value(number)]
             for (key, month), number in facts.items()]  # fmt: skip
    return [row[::-1] for row in rows] if how.turned else rows


def written(rows: list[list[str]], how: Dialect) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=how.delimiter)
    if how.title:
        writer.writerows([["Отчёт"], []])
    writer.writerows(rows)
    return out.getvalue().encode(how.encoding, errors="strict")


def bounded(share: bool, number: float) -> float:
    return round(number * 10_000) % 10_001 / 10_000 if share else number


@given(NAMES, DIALECTS, ACTUALS)
def test_that_actuals_come_back_as_they_were(tmp_path_factory, names, how, actuals):
    called = dict(zip(KEYS, names, strict=True))
    plan: Project = project(
        *(metric(key, name=called[key], unit="ratio" if key == "share" else "count", value=1.0)
          for key in KEYS), months=12,
    )  # fmt: skip
    facts = {(key, f"2027-{month:02d}"): bounded(key == "share", number)
             for (key, month), number in actuals.items()}  # fmt: skip
    rows = rows_of(facts, {key: key for key in KEYS} if how.by_key else called, how)
    file: Path = tmp_path_factory.mktemp("round") / "t.csv"
    try:
        file.write_bytes(written(rows, how))
    except UnicodeEncodeError:
        return
    assert file_facts(file, plan) == facts
