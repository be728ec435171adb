"""Which column of a table is which part of a journey, by its heading in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.base.errors import WorkbenchError
from workbench.base.table import Cells
from workbench.base.texts import Text, context, joined, text
from workbench.formula.names import folded

Field = Literal["journey", "closed", "value", "count", "date", "channel", "role", "stage"]
NEEDED: tuple[Field, ...] = ("journey", "closed", "value")
TOUCHED: tuple[Field, ...] = ("channel", "role", "stage")
_LAST_HEADING = 30  # further down it is no heading any more
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|,.*$")

# Folded headings; where a table has several for one field, the earlier here is meant.
_HEADINGS: Mapping[Field, tuple[str, ...]] = {
    "journey": (
        "journey", "journey id", "deal", "deal id", "opportunity", "opportunity id", "id",
        "путь", "id пути", "путь клиента", "сделка", "id сделки", "номер сделки", "№ сделки",
        "код сделки", "номер", "№", "клиент", "client", "customer",
    ),
    "closed": (
        "closed", "closing date", "close date", "date closed", "closed on", "won", "won date",
        "закрыта", "закрыт", "закрыто", "закрытие", "дата закрытия", "дата закрытия сделки",
        "дата сделки", "дата оплаты",
    ),
    "value": (
        "value", "deal value", "amount", "revenue", "sum", "price",
        "сумма", "сумма сделки", "стоимость", "стоимость сделки", "выручка", "чек", "цена",
    ),
    "count": (
        "count", "deals", "number of deals", "quantity", "qty",
        "количество", "кол-во", "число", "сделок", "число сделок", "количество сделок",
        "кол-во сделок",
    ),
    "date": (
        "touch date", "date of touch", "touched", "touch", "date",
        "дата касания", "касание", "дата контакта", "дата",
    ),
    "channel": ("channel", "source", "канал", "источник"),
    "role": ("role", "who", "роль", "кто"),
    "stage": ("stage", "этап", "стадия"),
}  # fmt: skip

FIELDS: Mapping[Field, Text] = {
    "journey": text("journey"),
    "closed": text("closing date"),
    "value": context("journey", "value"),
    "count": context("journey", "count"),
    "date": text("touch date"),
    "channel": text("channel"),
    "role": text("role"),
    "stage": text("stage"),
}


class NoHeadings(WorkbenchError):
    """A table whose headings do not say where the journeys are."""


@dataclass(frozen=True)
class Columns:
    """Where each field stands; `row` is that of the headings, both counted from zero."""

    row: int
    at: Mapping[Field, int]

    @property
    def missing(self) -> tuple[Field, ...]:
        """What a table of journeys cannot do without; touches need a date."""
        needed = [field for field in NEEDED if field not in self.at]
        has_touches = any(field in self.at for field in TOUCHED)
        return (*needed, *(("date",) if has_touches and "date" not in self.at else ()))


def find_columns(rows: tuple[Cells, ...]) -> Columns:
    """The columns of a table whose headings are in one of its first rows; raises `NoHeadings`."""
    found = [Columns(row, _recognised(cells)) for row, cells in enumerate(rows[:_LAST_HEADING])]
    best = max(found, key=lambda columns: (len(columns.at), -columns.row), default=None)
    if best is None or len(best.at) < 2:
        raise NoHeadings(
            text(
                "no headings of journeys; a row is expected such as: "
                "journey, closed, value, touch date, channel, role, stage"
            )
        )
    if best.missing:
        raise NoHeadings(text("there is no column for: {fields}", fields=_listed(best.missing)))
    return best


def _recognised(cells: Cells) -> dict[Field, int]:
    said = [_plain(cell) if isinstance(cell, str) else "" for cell in cells]
    found: dict[Field, int] = {}
    for field, headings in _HEADINGS.items():
        heading = next((one for one in headings if one in said), None)
        if heading is not None:
            found[field] = said.index(heading)
    return found


def _plain(heading: str) -> str:
    """A heading without units and remarks: “Сумма, ₽” and “Сумма (руб.)” are “сумма”."""
    return folded(_ASIDE.sub("", heading).replace("_", " ")).strip(" .:*")


def _listed(fields: tuple[Field, ...]) -> Text:
    return joined([FIELDS[field] for field in fields])
