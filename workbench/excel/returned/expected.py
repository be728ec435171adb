"""What the cells of metrics, roles and KPIs are to hold."""

from __future__ import annotations

from functools import cache

from workbench.base.languages import language
from workbench.base.texts import Text, context, text, verbatim
from workbench.document.edits.inputs import InputPlace
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.excel import vocabulary
from workbench.excel.returned.cells import Wanted
from workbench.planning.forecast import Forecast

_MOST_OF_RAMP = 10.0
_MOST_AWAY = 0.99
# What number formats of Excel have besides the sign.
_SHORT = {"RUB": ("р.", "р", "руб.", "руб")}
_TWICE = 2.0  # points of scales go beyond the plan


def of_metric(metric: Metric, forecast: Forecast) -> Wanted:
    """What an actual or a target of a metric is."""
    project = forecast.project
    values = [one for one in forecast.values[metric.key] if isinstance(one, float)]
    targets = [kpi.plan for kpi in project.kpis_of_metric(metric.key) if kpi.plan is not None]
    money = metric.unit == "money"
    return Wanted(
        _unit(metric, project),
        share=metric.is_share,
        yes_no=metric.unit == "yes_no",
        currencies=_signs(project.client.currency) if money else frozenset(),
        usual=max((1.0, *values, *targets)) if metric.is_share else 1.0,
    )


def of_input(place: InputPlace, forecast: Forecast) -> Wanted:
    """What an input of the plan is."""
    project = forecast.project
    match place.kind:
        case "metric":
            return of_metric(project.metric(place.keys[0]), forecast)
        case "goal":
            return of_metric(project.metric(place.keys[1]), forecast)
        case "kpi" if place.keys[0] != "weight":
            return of_metric(project.metric(place.keys[2]), forecast)
        case "kpi":
            return Wanted(verbatim("%"), share=True, least=0.0, most=1.0)
        case "scale":
            return Wanted(verbatim("%"), share=True, least=0.0, most=_MOST_OF_RAMP, usual=_TWICE)
        case "ramp":
            return Wanted(verbatim("%"), share=True, least=0.0, most=_MOST_OF_RAMP)
        case "role" if place.keys[0] in ("absence", "attrition"):
            most = _MOST_AWAY if place.keys[0] == "absence" else 1.0
            return Wanted(verbatim("%"), share=True, least=0.0, most=most)
        case "role" if place.keys[0] == "payroll_tax":
            return Wanted(verbatim("%"), share=True, least=0.0)
        case "role" if place.keys[0] in ("salary", "bonus"):
            signs = _signs(project.client.currency)
            return Wanted(context("unit", "money"), currencies=signs, least=0.0)
        case _:
            return Wanted(text("a number"), least=0.0)


def _unit(metric: Metric, project: Project) -> Text:
    code = project.client.currency
    return vocabulary.unit(metric, vocabulary.currency_sign(code, language("ru")))


@cache
def _signs(code: str) -> frozenset[str]:
    """How a currency is written."""
    if not code:
        return frozenset()
    signs = (vocabulary.currency_sign(code, language(one)) for one in ("ru", "en"))
    return frozenset((code, *signs, *_SHORT.get(code, ())))
