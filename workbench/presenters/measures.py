"""How values, units, influence and the other words of the model are shown to people."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from workbench.base.languages import Language
from workbench.base.numbers import read_number
from workbench.base.texts import Text, context, joined, text, verbatim
from workbench.document.client import Phase
from workbench.document.kpi import Part, Period
from workbench.document.metric import Better, Horizon, Kind, Metric, OverTime, Unit
from workbench.document.project import Project
from workbench.formula.values import Problem, Result

NOTHING = "—"
_GAP = "\u00a0"
_COMPACT_FROM = 10_000_000
_AMOUNT = re.compile(r"([-−]?)([^\d\s-]*)\s*(\d[\d.,\s]*\d|\d)\s*(.*)")
Mark = Literal["direct", "result", "none"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A value split the way a card shows it: `figure` large, `unit` small beside it."""

    figure: str
    unit: str = ""
    gap: str = _GAP

    def __str__(self) -> str:
        return f"{self.figure}{self.gap}{self.unit}" if self.unit else self.figure


@dataclass(frozen=True, slots=True)
class InfluenceMark:
    """Whether a metric can be moved: `direct` with its horizon, a `result`, or `none`."""

    mark: Mark
    label: Text
    why: Text


def measured(
    metric: Metric, value: Result | None, project: Project, language: Language, *,
    compact: bool = True,
) -> Measure:  # fmt: skip
    """A value of a metric with its unit and period; what is not a number is a dash."""
    if value is None or isinstance(value, Problem):
        return Measure(NOTHING)
    if metric.is_share:
        return _share(value, language, period=_is_rate(metric))
    if metric.unit == "yes_no":
        return Measure(language.say(text("yes") if value >= 0.5 else text("no")))
    if metric.unit == "money":
        amount = _money(value, project.client.currency, language, compact=compact)
        label = metric.unit_label
        return Measure(amount.figure, f"{amount.unit}{_GAP}{label}".strip()) if label else amount
    figure = _count(value, language, compact=compact)
    return Measure(figure, language.say(unit_caption(metric, project)))


def shown_value(
    metric: Metric, value: Result | None, project: Project, language: Language, *,
    compact: bool = False,
) -> str:  # fmt: skip
    """A value of a metric on one line, without the period: “600”, “35 %”, “5,76 млн ₽”."""
    shown = measured(metric, value, project, language, compact=compact)
    if value is None or isinstance(value, Problem) or metric.unit == "yes_no":
        return shown.figure
    if metric.is_share:
        return str(_share(value, language, period=False))
    if metric.unit == "money":
        return str(_money(value, project.client.currency, language, compact=compact))
    unit = UNIT_SIGNS.get(metric.unit) if not metric.unit_label else None
    return str(Measure(shown.figure, language.say(unit) if unit else metric.unit_label or ""))


def amount(value: float, currency: str, language: Language, *, compact: bool = False) -> str:
    """An amount of money on one line."""
    return str(_money(value, currency, language, compact=compact))


def sign_of(value: float) -> str:
    """What stands before the size of a difference."""
    return "+" if value > 0 else "−" if value < 0 else ""


def signed_percent(share: float, language: Language) -> str:
    """A relative change with its sign: +2.3%."""
    return sign_of(share) + language.percent(abs(share))


def unit_caption(metric: Metric, project: Project) -> Text:
    """What stands small beside the figure: unit and period, such as “/мес”, “₽” or “дн. /мес”."""
    if metric.unit_label:
        return verbatim(metric.unit_label)
    if metric.is_share:
        return joined((verbatim("%"), A_MONTH), " ") if _is_rate(metric) else verbatim("%")
    if metric.unit == "money":
        return verbatim(currency_sign(project.client.currency))
    sign = UNIT_SIGNS.get(metric.unit)
    if metric.over_time != "sum":
        return sign or verbatim("")
    return joined((sign, A_MONTH), " ") if sign else A_MONTH


def currency_sign(currency: str) -> str:
    """The sign of a currency (ISO code), or its code where it has no sign."""
    if not currency:
        return ""
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(currency, locale="ru"))


def influence_mark(metric: Metric) -> InfluenceMark:
    """The short mark of a metric: how soon it can be moved, that it follows, or neither."""
    if metric.influence.direct:
        horizon = metric.influence.horizon
        action = metric.influence.action
        why = text("can be influenced directly: {action}", action=action) if action else DIRECT
        return InfluenceMark("direct", HORIZONS[horizon] if horizon else text("directly"), why)
    if metric.is_computed:
        return InfluenceMark("result", text("result"), text("a result: it follows from others"))
    return InfluenceMark("none", text("not influenced"), text("nobody can move it directly"))


def phase_of(metric: Metric, project: Project) -> Phase | None:
    """The phase a metric belongs to, if any."""
    return next((phase for phase in project.phases if phase.key == metric.phase), None)


def editable_value(metric: Metric, value: float | None, language: Language) -> str:
    """A value as it stands in a field while it is typed: whole, without grouping."""
    if value is None:
        return ""
    held = round(value * 100, 10) if metric.is_share else value
    words = f"{held:.12g}".replace(".", language.decimal)
    return f"{words}{_GAP}%" if metric.is_share else words


def typed_value(metric: Metric, words: str, language: Language) -> float | None:
    """The value meant by typed words, nothing for an empty field; raises `NotANumber`."""
    if not words.strip():
        return None
    reading = read_number(words, language.decimal)
    share = metric.is_share or reading.percent
    return reading.value / 100 if share else reading.value


def _is_rate(metric: Metric) -> bool:
    """A share of a stock that is lost or won each month, such as churn."""
    return metric.kind == "conversion" and metric.over_time == "mean" and not metric.is_arrow


def _share(value: float, language: Language, *, period: bool) -> Measure:
    unit = f"%{_GAP}{language.say(A_MONTH)}" if period else "%"
    return Measure(_plain(value * 100, language), unit, _GAP if language.code == "ru" else "")


def _money(value: float, currency: str, language: Language, *, compact: bool) -> Measure:
    """An amount whose currency stands small, unless it is a sign written before the figure."""
    words = language.money(value, currency, compact=compact).replace("\u202f", _GAP).strip()
    match = _AMOUNT.fullmatch(words)
    if match is None:
        return Measure(words)
    minus, sign, figure, unit = match.groups()
    if len(sign) > 1 and sign.isalpha():
        return Measure(f"{minus}{figure}{unit}", sign)
    if sign:
        return Measure(f"{minus}{sign}{figure}{unit}")
    if not currency and language.code == "en":
        return Measure(f"{minus}{figure}{unit}")
    return Measure(f"{minus}{figure}", unit)


def _count(value: float, language: Language, *, compact: bool) -> str:
    if not compact or abs(value) < _COMPACT_FROM:
        return _plain(value, language)
    return language.short(value)


def _plain(value: float, language: Language) -> str:
    """A number; a very small one keeps two places that are not zero, so it never reads 0."""
    if value == 0 or abs(value) >= 0.01:
        return language.number(value)
    return language.number(value, min(1 - math.floor(math.log10(abs(value))), 12))


A_MONTH = text("/mo")
DIRECT = text("can be influenced directly")
UNIT_SIGNS: dict[Unit, Text] = {
    "hours": text("h"),
    "minutes": text("min"),
    "seconds": text("sec"),
    "days": text("d"),
    "score": text("pts"),
}
UNITS: dict[Unit, Text] = {
    "count": text("count"),
    "money": text("money"),
    "percent": text("percent"),
    "ratio": text("ratio"),
    "hours": text("hours"),
    "minutes": text("minutes"),
    "seconds": text("seconds"),
    "days": text("days"),
    "score": text("score"),
    "yes_no": text("yes or no"),
}
KINDS: dict[Kind, Text] = {
    "stage": text("stage"),
    "conversion": text("conversion"),
    "driver": text("driver"),
    "result": text("result"),
    "standard": text("standard"),
}
HORIZONS: dict[Horizon, Text] = {
    "hour": text("1 hour"),
    "day": text("1 day"),
    "week": text("week"),
    "month": text("month"),
    "quarter": text("quarter"),
}
PARTS: dict[Part, Text] = {
    "owner": text("owner"),
    "leader": text("leader"),
    "shared": text("shared"),
    "contributor": text("contributor"),
}
PERIODS: dict[Period, Text] = {
    "day": context("period", "day"),
    "week": context("period", "week"),
    "month": context("period", "month"),
    "quarter": context("period", "quarter"),
    "year": context("period", "year"),
}
OVER_TIME: dict[OverTime, Text] = {
    "sum": text("adds up over months"),
    "last": text("the last month counts"),
    "ratio": text("computed again from its parts"),
    "mean": text("averaged over months"),
}
BETTER: dict[Better, Text] = {
    "higher": text("the higher the better"),
    "lower": text("the lower the better"),
    "within": text("best within a range"),
}
