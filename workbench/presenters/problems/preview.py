"""What a mend would do, before it is done: the changes in words and what the checks say then."""

from __future__ import annotations

from collections import Counter

from workbench.base.texts import Text, text
from workbench.checks.finding import Finding, Mend
from workbench.checks.runner import Report, examine
from workbench.planning.forward import calculate
from workbench.presenters.desk import Desk
from workbench.presenters.differences import differences
from workbench.presenters.problems.picture import Preview
from workbench.presenters.problems.words import SEVERITIES

_MOST_SAID = 4


def preview(desk: Desk, mend: Mend) -> Preview:
    """A mend tried on a copy; raises a `WorkbenchError` where it does not fit."""
    after = mend.edit.apply(desk.project)
    return Preview(
        desk.say(mend.title),
        differences(desk.project, after, desk.language),
        desk.say(mend.note) if mend.note else "",
        tuple(desk.say(line) for line in _outcome(desk, examine(calculate(after)))),
    )


def _outcome(desk: Desk, after: Report) -> list[Text]:
    """How many findings go, and each that comes."""
    before = Counter(_identity(one) for one in desk.checking.report.findings)
    now = Counter(_identity(one) for one in after.findings)
    gone, come = sum((before - now).values()), now - before
    new = [one for one in after.findings if _identity(one) in come]
    lines = [text("Findings that go: {gone}, that come: {come}", gone=gone, come=len(new))]
    for one in new[:_MOST_SAID]:
        severity = SEVERITIES[one.severity]
        lines.append(text("New, {severity}: {message}", severity=severity, message=one.message))
    return lines


def _identity(finding: Finding) -> tuple[str, str, str | None, str]:
    return finding.code, finding.subject, finding.role, finding.severity
