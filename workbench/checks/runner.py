"""Runs the checks on a project; one that fails is a finding itself, and the others go on."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from workbench.base.texts import text
from workbench.checks.approvals import with_approvals
from workbench.checks.catalogue import CHECKS
from workbench.checks.check import Check
from workbench.checks.finding import SEVERITIES, Finding, Severity
from workbench.checks.system import System
from workbench.document.value import Key
from workbench.planning.forecast import Forecast


@dataclass(frozen=True)
class Report:
    """What was found, the gravest first; `accepted` is what a person has agreed to live with."""

    findings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings of a severity are open."""
        return sum(finding.severity == severity for finding in self.findings)

    def about(self, roles: Collection[Key]) -> Report:
        """What concerns some roles, or no role in particular."""
        return Report(_about(self.findings, roles), _about(self.accepted, roles))

    @property
    def is_sound(self) -> bool:
        """Whether the system can be handed over: no error is open."""
        return not self.count("error")


def examine(forecast: Forecast, checks: Iterable[Check] = CHECKS) -> Report:
    """Everything the checks find in the project of a forecast; nothing is raised."""
    system = System(forecast)
    found = [finding for check in checks for finding in _found(check, system)]
    found.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    judged = tuple(with_approvals(found, forecast.project.approvals))
    return Report(
        tuple(finding for finding in judged if finding.approval is None),
        tuple(finding for finding in judged if finding.approval is not None),
    )


def _about(findings: tuple[Finding, ...], roles: Collection[Key]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.role is None or one.role in roles)


def _found(check: Check, system: System) -> Iterator[Finding]:
    """The findings of one check with its code and reason; what it found before it failed, too."""
    try:
        for finding in check.find(system):
            yield replace(finding, code=check.code, why=check.why)
    except Exception as error:
        logging.getLogger("workbench").exception("check %s", check.code)
        message = text(
            "The check {code} failed ({error}); the others were carried out",
            code=check.code,
            error=type(error).__name__,
        )
        yield Finding("warning", message, topic=check.code, code=check.code, why=check.why)
