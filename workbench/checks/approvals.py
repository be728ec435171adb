"""Accepting findings: what exactly was accepted, and whether it is still the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.checks.finding import Finding
from workbench.document.plan import Approval


def fingerprint(finding: Finding) -> str:
    """What was judged, in sixteen letters; where it was found stands beside it in an approval."""
    judged = (finding.code, finding.severity, finding.basis)
    return hashlib.sha256(repr(judged).encode()).hexdigest()[:16]


def approval(finding: Finding, reason: str) -> Approval:
    """A person's acceptance of a finding as it is now."""
    return Approval(
        code=finding.code,
        subject=finding.subject,
        role=finding.role,
        reason=reason,
        fingerprint=fingerprint(finding),
    )


def with_approvals(findings: Iterable[Finding], approvals: Iterable[Approval]) -> Iterator[Finding]:
    """The findings, those that were accepted as they are now with their approval."""
    known = {(a.code, a.subject, a.role, a.fingerprint): a for a in approvals}
    for finding in findings:
        place = (finding.code, finding.subject, finding.role, fingerprint(finding))
        accepted = known.get(place)
        yield finding if accepted is None else replace(finding, approval=accepted)
