"""Findings of a check that is none, so that a test does not hang on what the checks find today."""

from __future__ import annotations

from typing import Any

from workbench.base.texts import verbatim
from workbench.checks.finding import Finding, Severity


def finding(severity: Severity, words: str = "", **members: Any) -> Finding:
    """A finding whose sentence is its severity, unless it is given one."""
    return Finding(severity, verbatim(words or severity), code="KPI999", **members)
