"""Actuals of many metrics and months as one edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, plural
from workbench.document.plan import Actual
from workbench.document.project import Project
from workbench.document.value import Key


@dataclass(frozen=True)
class SetActuals:
    """What metrics really were, by (metric, month YYYY-MM); other entries stay."""

    values: Mapping[tuple[Key, str], float]

    @property
    def title(self) -> Text:
        """Counts the entries."""
        return plural("Read {n} actual", "Read {n} actuals", len(self.values))

    def apply(self, project: Project) -> Project:
        """The project with the entries: known ones where they stand, new ones behind them."""
        known = {(one.metric, one.month) for one in project.actuals}
        kept = tuple(self._changed(one) for one in project.actuals)
        added = tuple(
            Actual(metric=metric, month=month, value=value)
            for (metric, month), value in self.values.items()
            if (metric, month) not in known
        )
        return project.having(actuals=(*kept, *added))

    def _changed(self, actual: Actual) -> Actual:
        value = self.values.get((actual.metric, actual.month), actual.value)
        return actual if value == actual.value else actual.having(value=value)
