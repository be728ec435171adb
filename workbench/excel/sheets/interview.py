"""Questions for an interview: the number somebody had, and what they did to it themselves."""

from __future__ import annotations

from workbench.base.texts import Text, text
from workbench.document.metric import Metric

_TIMES = ("hours", "minutes", "seconds", "days")


def questions(metric: Metric) -> tuple[Text, Text]:
    """Two questions about a metric, worded by what kind it is."""
    if metric.unit == "yes_no":
        return _done(metric.name)
    if metric.is_share:
        return _share(metric.name)
    if metric.unit == "money":
        return _cost(metric.name) if metric.better == "lower" else _money(metric.name)
    if metric.unit == "score":
        return _score(metric.name)
    if metric.better == "lower" or metric.unit in _TIMES:
        return _less(metric.name)
    return _count(metric.name)


def _share(name: str) -> tuple[Text, Text]:
    return (
        text(
            "What was “{metric}” at your last job when you came and when you left, and out of how "
            "many?",
            metric=name,
        ),
        text("What did you change yourself to move it, and how do you know that it was you?"),
    )


def _money(name: str) -> tuple[Text, Text]:
    return (
        text(
            "How much was “{metric}” a month with you, and what part of it was yours alone?",
            metric=name,
        ),
        text("What did you do in your best month that others did not, and what came of it?"),
    )


def _cost(name: str) -> tuple[Text, Text]:
    return (
        text("How much was “{metric}” with you, and out of what budget?", metric=name),
        text("What did you do yourself to bring it down, and what had to be given up for that?"),
    )


def _count(name: str) -> tuple[Text, Text]:
    return (
        text("How many “{metric}” did you have in a usual month and in your best?", metric=name),
        text("What did you do for it every day, and what did it depend on besides you?"),
    )


def _less(name: str) -> tuple[Text, Text]:
    return (
        text("What was “{metric}” when you came, when you left, and who measured it?", metric=name),
        text("What did you do yourself to change it, and how long did that take?"),
    )


def _score(name: str) -> tuple[Text, Text]:
    return (
        text("What was “{metric}” with you, and out of how many answers?", metric=name),
        text("What did people dislike, and what did you do about it yourself?"),
    )


def _done(name: str) -> tuple[Text, Text]:
    return (
        text("How often was this done in time at your last job: “{metric}”?", metric=name),
        text("What was your own part in it, and what went wrong once?"),
    )
