"""Plain tables: written in a dialect, and read back as the program reads them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.projects import example
from workbench.base.table import Sheet
from workbench.document.project import Project
from workbench.excel.actuals_import import Import, together
from workbench.excel.returned.found import Returned
from workbench.excel.tables.columns import Columns, columns_said, proposed
from workbench.excel.tables.grid import grid_of_text
from workbench.excel.tables.layout import Layout, layout_of
from workbench.excel.tables.reading import table_read
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.storage.csv_table import read_csv

HEAD = "Metric;Month;Value"


@cache
def forecast() -> Forecast:
    """The example, calculated once."""
    return calculate(example())


def laid_out(*rows: str) -> Layout:
    """The layout of a table of text with cells cut at semicolons."""
    cut = [tuple(cell.strip() for cell in row.split(";")) for row in rows]
    return layout_of(grid_of_text(Sheet("", tuple(cut))))


def chosen(*rows: str) -> Columns:
    """The columns that the headings of a table name."""
    return proposed(laid_out(*rows))


def said(*rows: str, head: str = HEAD, columns: str = "", decimal: str = ".") -> Returned:
    """What the rows of a table say."""
    layout = laid_out(*([head] if head else []), *rows)
    of = columns_said(columns, layout) if columns else proposed(layout)
    return table_read(layout, of, forecast(), "a.csv", decimal)


def facts(*rows: str, **how: str) -> dict[str, float]:
    """The actuals of a table: `leads_3` are the leads of March."""
    read = said(*rows, **how)
    assert [str(one.why) for one in read.refused] == []
    return {f"{one.metric}_{int(one.month[5:])}": one.value for one in read.facts}


def refusals(*rows: str, **how: str) -> list[tuple[str, str, str]]:
    """What is refused of a table: cell, what stands there, why."""
    read = said(*rows, **how)
    return [(one.spot.cell, one.value, str(one.why)) for one in read.refused]


def joined(*rows: str) -> Import:
    """A table as an import."""
    return together([said(*rows)], example())


def file_facts(path: Path, project: Project) -> dict[tuple[str, str], float]:
    """The actuals of a file whose headings name its columns."""
    layout = layout_of(grid_of_text(read_csv(path)))
    read = table_read(layout, proposed(layout), calculate(project), path.name, ".")
    assert read.refused == ()
    return {(one.metric, one.month): one.value for one in read.facts}
