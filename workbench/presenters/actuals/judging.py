"""How far a fact met its plan, in per cent, tone and words; the same in every table."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.metric import Metric
from workbench.formula.values import Problem, Result
from workbench.planning.goals import meets
from workbench.presenters.tones import Tone

_NEARLY = 0.8 - 1e-9
# What a colour says, for those who cannot see it.
VERDICTS: dict[Tone, Text] = {
    "good": text("plan met"), "warn": text("nearly met"), "bad": text("missed"),
}  # fmt: skip


def completion(metric: Metric, plan: Result, fact: float) -> float | None:
    """Fact ÷ plan, or plan ÷ fact where lower is better; None where that says nothing."""
    if isinstance(plan, Problem):
        return None
    above, below = (plan, fact) if metric.better == "lower" else (fact, plan)
    return above / below if below > 0 else None


def tone_of(metric: Metric, plan: Result, fact: float) -> Tone:
    """Nothing is good or bad where there is no plan, or where the best is a range."""
    if isinstance(plan, Problem) or metric.better == "within":
        return ""
    if meets(metric, fact, plan):
        return "good"
    share = completion(metric, plan, fact)
    return "warn" if share is not None and share >= _NEARLY else "bad"


def told_share(share: float, tone: Tone, language: Language) -> str:
    """A completion in whole per cent; what was missed never reads 100 %."""
    rounded = round(share, 2)
    if rounded >= 1 and tone in ("warn", "bad"):
        rounded = min(round(share, 3), 0.999)
    return language.percent(rounded)


def why(metric: Metric, plan: Result, fact: float) -> Text:
    """How the completion comes about, or why there is none."""
    if isinstance(plan, Problem):
        return text("no percentage: there is no plan")
    if completion(metric, plan, fact) is None:
        return text("no percentage: one of both is zero or negative")
    if metric.better == "lower":
        return text("plan ÷ fact, because lower is better")
    return text("fact ÷ plan")
