"""What the checks found, beside the thing it is about: a sign, and the sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from workbench.base.languages import Language
from workbench.checks.finding import SEVERITIES as GRAVEST
from workbench.checks.finding import Severity
from workbench.presenters.checking import Alert, Alerts
from workbench.presenters.problems.words import SEVERITIES

Sign = Severity | Literal[""]
NO_ALERTS = Alerts()


def sign_of(alert: Alert | None) -> Sign:
    """The gravest severity, empty where nothing was found."""
    return alert.severity if alert is not None else ""


def together(alerts: Iterable[Alert | None]) -> Alert | None:
    """Everything that was found about several things as if they were one."""
    found = sorted(filter(None, alerts), key=lambda alert: GRAVEST.index(alert.severity))
    if not found:
        return None
    return Alert(found[0].severity, tuple(one for alert in found for one in alert.messages))


def with_sentences(words: str, alert: Alert | None, language: Language) -> str:
    """A hint with what was found below it, the gravest first, after an empty line."""
    if alert is None:
        return words
    point = "• " if len(alert.messages) > 1 else ""
    found = "\n".join(f"{point}{sentence}" for sentence in _sentences(alert, language))
    return f"{words}\n\n{found}" if words else found


def spoken(words: str, alert: Alert | None, language: Language) -> str:
    """What a screen reader says of a thing: its words, how grave it is, and what was found."""
    if alert is None:
        return words
    found = ". ".join(_sentences(alert, language))
    return f"{words} — {language.say(SEVERITIES[alert.severity])}: {found}"


def _sentences(alert: Alert, language: Language) -> tuple[str, ...]:
    return tuple(language.say(message) for message in alert.messages)
