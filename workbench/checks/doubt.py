"""Why it says little that the checks have found nothing."""

from __future__ import annotations

from workbench.base.texts import Text, plural, text
from workbench.checks.gaps import without_number
from workbench.planning.forecast import Forecast


def doubt(forecast: Forecast) -> Text | None:
    """What the checks could not look at; without a doubt, a system without findings is sound."""
    if not any(kpi.is_measured for kpi in forecast.project.kpis):
        return text("Nothing found so far, but there is little to check: no role has a KPI yet")
    unset = len(without_number(forecast))
    if unset:
        return plural(
            "Nothing found so far, but {n} metric has no number",
            "Nothing found so far, but {n} metrics have no number",
            unset,
        )
    return None
