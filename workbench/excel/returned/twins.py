"""Rows of metrics that are called alike: after sorting, one may stand where the other stood."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from workbench.base.languages import CODES, language
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.excel import vocabulary
from workbench.excel.filled import FilledSheet
from workbench.excel.plan import Area
from workbench.excel.returned.mapped import Map
from workbench.formula.names import folded


class Twins:
    """Tells the row of one metric from that of another with the same name."""

    def __init__(self, known: Map, project: Project) -> None:
        self._project = project
        self._left = {
            one.keys[0]: dict(zip(known.months, one.values, strict=False))
            for one in known.of_kind("fact")
            if one.keys
        }
        self._unit = cache(self._unit_of)

    def is_anothers(
        self, sheet: FilledSheet, area: Area, months: Mapping[int, str], metric: Key,
        others: frozenset[Key],
    ) -> bool:  # fmt: skip
        """Whether a row shows the unit of another metric, or actuals that left in its row."""
        words = {folded(cell.words) for _, cell in sheet.row(area.top, 0, area.left - 1)}
        if words.isdisjoint(self._unit(metric)) and any(
            not words.isdisjoint(self._unit(one)) for one in others
        ):
            return True
        own = self._left.get(metric, {})
        for column, month in months.items():
            cell = sheet.cells.get((area.top, column))
            number = None if cell is None else cell.number
            if number is None or number == own.get(month):
                continue
            if any(number == self._left.get(one, {}).get(month) for one in others):
                return True
        return False

    def _unit_of(self, key: Key) -> frozenset[str]:
        """How the unit of a metric is written in either language."""
        metric = self._project.metric_by_key.get(key)
        if metric is None:
            return frozenset()
        code, found = self._project.client.currency, set()
        for one in CODES:
            spoken = language(one)
            unit = vocabulary.unit(metric, vocabulary.currency_sign(code, spoken))
            found.add(folded(spoken.say(unit)))
        return frozenset(found)
