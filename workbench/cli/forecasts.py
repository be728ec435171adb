"""A forecast as JSON and as a table, and what is missing in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.cli.output import new_table, terminal_width, write_table
from workbench.cli.speaker import Speaker
from workbench.cli.streams import tell
from workbench.planning.forecast import Forecast
from workbench.planning.reasons import all_reasons, reason
from workbench.presenters.measures import shown_value

if TYPE_CHECKING:
    from rich.table import Table


def forecast_tree(forecast: Forecast, words: Language) -> dict[str, Any]:
    """The JSON of a forecast: null with a problem beside it where there is no number."""
    metrics: dict[str, dict[str, Any]] = {}
    for metric in forecast.project.metrics:
        entry: dict[str, Any] = {
            "name": metric.name,
            "unit": metric.unit,
            "values": [_number(result) for result in forecast.values[metric.key]],
            "total": _number(forecast.totals[metric.key]),
        }
        problem = reason(forecast, metric.key, words)
        if problem is not None:
            entry["problem"] = words.say(problem)
        metrics[metric.key] = entry
    return {"months": list(forecast.project.calendar.all_months), "metrics": metrics}


def _number(result: object) -> float | int | None:
    if not isinstance(result, int | float):
        return None
    return int(result) if float(result).is_integer() and abs(result) < 1e15 else result


def show_forecast(forecast: Forecast, speaker: Speaker) -> None:
    """A table; on a narrow terminal the months go into several, one under another."""
    months = forecast.project.calendar.all_months
    size = max(1, (terminal_width() - 50) // 14)
    for first in range(0, len(months), size):
        write_table(_months_table(forecast, speaker, range(first, min(first + size, len(months)))))


def tell_problems(forecast: Forecast, file: Path, speaker: Speaker) -> None:
    """Say on standard error which metrics have no number, if any has none."""
    reasons = all_reasons(forecast, speaker.language)
    if reasons is not None:
        tell(speaker.say(text("{name}: {reason}", name=file.name, reason=reasons)))


def problems_tree(forecast: Forecast, words: Language) -> list[dict[str, str]]:
    """The JSON of the metrics without a number, with the reason of each."""
    found = (
        (metric.key, reason(forecast, metric.key, words)) for metric in forecast.project.metrics
    )
    return [{"metric": key, "problem": words.say(why)} for key, why in found if why is not None]


def _months_table(forecast: Forecast, speaker: Speaker, months: range) -> Table:
    project, words = forecast.project, speaker.language
    is_last = months.stop == project.calendar.months
    names = [words.month(project.calendar.month(at)) for at in months]
    table = new_table(speaker, (text("Metric"), *names, *[text("Total")] * is_last), numbers_from=1)
    for metric in project.metrics:
        results = [forecast.values[metric.key][at] for at in months]
        results += [forecast.totals[metric.key]] * is_last
        shown = (shown_value(metric, result, project, words) for result in results)
        table.add_row(metric.name, *shown)
    return table
