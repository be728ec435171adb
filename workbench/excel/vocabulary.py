"""Words of the sheets for units, periods, directions, influence and parts."""

from __future__ import annotations

import re

from workbench.base.languages import Language
from workbench.base.texts import Text, context, text, verbatim
from workbench.document.kpi import Part, Period
from workbench.document.metric import Horizon, Metric, Unit
from workbench.document.project import Project
from workbench.formula.names import Names
from workbench.formula.printer import shown_text

DRAFT = text("Draft")
_UNITS: dict[Unit, Text] = {
    "count": context("unit", "qty"),
    "percent": verbatim("%"),
    "ratio": context("unit", "ratio"),
    "hours": context("unit", "h"),
    "minutes": context("unit", "min"),
    "seconds": context("unit", "sec"),
    "days": context("unit", "days"),
    "score": context("unit", "score"),
    "yes_no": context("unit", "yes/no"),
}
PERIODS: dict[Period, Text] = {
    "day": context("period", "day"),
    "week": context("period", "week"),
    "month": context("period", "month"),
    "quarter": context("period", "quarter"),
    "year": context("period", "year"),
}
_HORIZONS: dict[Horizon, Text] = {
    "hour": context("horizon", "hour"),
    "day": context("horizon", "day"),
    "week": context("horizon", "week"),
    "month": context("horizon", "month"),
    "quarter": context("horizon", "quarter"),
}
PARTS: dict[Part, Text] = {
    "owner": context("part", "owner"),
    "leader": context("part", "leader"),
    "shared": context("part", "shared"),
    "contributor": context("part", "contributor"),
}
# One letter a part, for the cells of the matrix.
PART_SIGNS: dict[Part, Text] = {
    "owner": context("part sign", "O"),
    "leader": context("part sign", "L"),
    "shared": context("part sign", "S"),
    "contributor": context("part sign", "C"),
}


_FUNCTIONS = {
    "sum": context("function", "sum"),
    "min": context("function", "least"),
    "max": context("function", "most"),
    "mean": context("function", "mean"),
    "round": context("function", "rounded"),
    "ceil": context("function", "rounded up"),
    "floor": context("function", "rounded down"),
    "abs": context("function", "size"),
    "if": context("function", "if"),
    "lag": context("function", "months before"),
    "workdays": context("function", "working days"),
    "people": context("function", "people"),
    "cost": context("function", "cost"),
    "cumulative": context("function", "sum since the start"),
}
_NAME_OR_CALL = re.compile(r"\[(?:[^\]]|\]\])*\]|\b(\w+)(?=\()")


def unit(metric: Metric, currency: str) -> Text:
    """The unit of a metric in a few letters; money is the sign of the client's currency."""
    if metric.unit_label:
        return verbatim(metric.unit_label)
    if metric.unit == "money":
        return verbatim(currency) if currency else context("unit", "money")
    return verbatim("%") if metric.is_share else _UNITS[metric.unit]


def currency_sign(code: str, language: Language) -> str:
    """The sign of a currency as the language writes it; the code itself where there is none."""
    if not code:
        return ""
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(code, locale=language.locale)


def direction(metric: Metric) -> Text:
    """Which way is better, as an arrow and a word."""
    words = {
        "higher": text("↑ higher"),
        "lower": text("↓ lower"),
        "within": text("↔ within limits"),
    }
    return words[metric.better]


def influence(metric: Metric) -> Text:
    """Whether the metric can be moved directly, and how soon it shows."""
    if not metric.influence.direct:
        return text("indirect")
    horizon = metric.influence.horizon
    if horizon is None:
        return text("direct")
    return text("direct: {horizon}", horizon=_HORIZONS[horizon])


def how_counted(metric: Metric, project: Project, language: Language) -> Text:
    """The formula of a metric in words, or that it is entered."""
    from workbench.formula.parser import stored
    from workbench.formula.syntax import FormulaError

    if metric.formula is not None:
        try:
            tree = stored(metric.formula)
        except FormulaError:
            return verbatim(metric.formula)
        return verbatim(_in_words(shown_text(tree, Names(project), language.decimal), language))
    if metric.from_stage is not None and metric.to_stage is not None:
        whole, part = project.metric(metric.from_stage), project.metric(metric.to_stage)
        if _has_other_terms(part, metric):
            return text(
                "{part} that come from “{whole}” ÷ {whole}", part=part.name, whole=whole.name
            )
        return verbatim(f"{part.name} ÷ {whole.name}")
    return text("is entered")


def _has_other_terms(stage: Metric, conversion: Metric) -> bool:
    """Whether a stage is more than what one conversion brings there."""
    from workbench.formula.parser import stored
    from workbench.formula.syntax import FormulaError, metrics_in

    if stage.formula is None:
        return False
    try:
        mentioned = metrics_in(stored(stage.formula))
    except FormulaError:
        return False
    own = {conversion.key, conversion.from_stage, stage.key}
    return conversion.key in mentioned and not mentioned <= own


def _in_words(formula: str, language: Language) -> str:
    """The formula with its functions called by their names in the language."""

    def said(match: re.Match[str]) -> str:
        function = _FUNCTIONS.get(match[1] or "")
        return language.say(function) if function else match[0]

    return _NAME_OR_CALL.sub(said, formula).replace("()", "")
