"""What a heading says: the part of a table, plan or fact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from workbench.formula.names import folded

Part = Literal["metric", "month", "value"]
Kind = Literal["plan", "fact"]
PARTS: tuple[Part, ...] = ("metric", "month", "value")
LONGEST = 100  # what is longer is a text, not a heading, and is not looked into
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|,.*", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_LOOSE = " .,:;*-–—_/|()[]"

# Folded headings; where a table has several for one part, those that stand earlier here are meant.
HEADINGS: Mapping[Part, tuple[frozenset[str], ...]] = {
    "metric": (
        frozenset({
            "metric", "metrics", "kpi", "indicator", "measure", "metric name", "kpi name",
            "метрика", "метрики", "показатель", "показатели", "kpi/показатель", "кпэ", "кпи",
            "наименование показателя", "название показателя", "имя показателя", "наименование kpi",
            "название метрики", "наименование метрики",
        }),
        frozenset({"key", "metric key", "code", "ключ", "ключ метрики", "код", "код показателя"}),
        frozenset({"name", "title", "название", "наименование", "имя", "статья"}),
    ),
    "month": (
        frozenset({
            "month", "months", "reporting month", "месяц", "месяцы", "отчетный месяц",
            "месяц/год", "месяц и год", "month/year",
        }),
        frozenset({"period", "reporting period", "период", "отчетный период"}),
        frozenset({"date", "day", "дата", "отчетная дата", "день"}),
    ),
    "value": (
        frozenset({
            "fact", "facts", "actual", "actuals", "actual value", "факт", "факты", "по факту",
            "фактически", "фактическое значение", "факт. значение", "факт за месяц",
        }),
        frozenset({"value", "values", "значение", "значения", "число", "результат", "result"}),
        frozenset({"amount", "quantity", "qty", "количество", "кол-во", "сумма"}),
    ),
}  # fmt: skip
_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(
        ("plan", "plans", "planned", "target", "targets", "goal", "goals", "budget", "budgeted",
         "forecast", "forecasted", "план", "планы", "плана", "плану", "плановое", "плановый",
         "плановые", "плановая", "планов", "цель", "цели", "целевое", "бюджет", "прогноз",
         "прогнозное", "норма", "норматив"), "plan",
    ),
    **dict.fromkeys(
        ("fact", "facts", "actual", "actuals", "факт", "факты", "факту", "фактически", "фактич",
         "фактическое", "фактический", "фактические", "фактическая"), "fact",
    ),
}  # fmt: skip


def plain_heading(heading: str) -> str:
    """A heading without units and remarks: “Факт, ₽” and “Факт (руб.)” are “факт”."""
    if len(heading) > LONGEST or heading.endswith("…"):
        return ""
    return folded(_ASIDE.sub("", heading).replace("_", " ")).strip(" .:*")


def names_part(heading: str, part: Part) -> bool:
    """Whether a heading says plainly that a part of a table stands below it."""
    plain = plain_heading(heading)
    return any(plain in words for words in HEADINGS[part])


def kind_of(heading: str) -> Kind | None:
    """Whether a heading speaks of a plan or of facts; of both is of a plan too."""
    if len(heading) > LONGEST:
        return None
    kinds = {_KINDS.get(word) for word in _WORD.findall(folded(heading))}
    return "plan" if "plan" in kinds else "fact" if "fact" in kinds else None


def is_plan_alone(name: str) -> bool:
    """Whether a name speaks of a plan and of no facts, as that of a sheet “План 2027”."""
    words = _WORD.findall(folded(name))
    return {_KINDS.get(word) for word in words} - {None} == {"plan"}


def kind_alone(words: str) -> Kind | None:
    """The kind of words that say nothing else, such as “Факт” or “План, шт”."""
    plain = _WORD.findall(plain_heading(words))
    return kind_of(words) if plain and all(word in _KINDS for word in plain) else None


def without_kind(heading: str) -> str:
    """What is left of “Факт, янв 2027” without the word for plan or fact."""
    left = _WORD.sub(lambda word: "" if folded(word[0]) in _KINDS else word[0], heading)
    return left.strip(_LOOSE)
