"""Findings as the checks hand them over, without a project that deserves them."""

from __future__ import annotations

from workbench.base.texts import Text
from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report
from workbench.presenters.desk import Desk


def found(
    severity: Severity, message: str, metric: str | None = None, role: str | None = None
) -> Finding:
    """A finding whose message is the same in every language."""
    return Finding(severity, Text(message), metric=metric, role=role)


def find(desk: Desk, *findings: Finding) -> None:
    """The answer of a round of the checks comes in, the gravest first."""
    examination = desk.checking.examination()
    examination.report = Report(findings)
    desk.checking.take(examination)
