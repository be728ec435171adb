"""From findings to what the panel shows of them, in the language of the interface."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from workbench.base.texts import Text, context, text
from workbench.checks.catalogue import CHECKS
from workbench.checks.doubt import doubt
from workbench.checks.finding import SEVERITIES, Finding, Severity
from workbench.checks.runner import Report
from workbench.presenters.desk import Desk
from workbench.presenters.problems.picture import Detail, Preview, ProblemsPicture, Row, Shown
from workbench.presenters.problems.words import SEVERITIES as WORDS
from workbench.presenters.problems.words import counted


def listed(report: Report, shown: Shown) -> dict[str, Finding]:
    """The findings that are shown, accepted ones last, by an id that tells what they are about."""
    found: dict[str, Finding] = {}
    times: Counter[str] = Counter()
    for finding in (*report.findings, *report.accepted):
        key = f"{finding.code} {finding.subject} {finding.role} {finding.aspect}".strip()
        times[key] += 1
        if shown.admits(finding):
            found[f"{key} {times[key]}"] = finding
    return found


def painted(desk: Desk, shown: Shown, found: dict[str, Finding]) -> ProblemsPicture:
    """The list with what stands above it."""
    report = desk.checking.report
    return ProblemsPicture(
        tuple(_row(desk, id, finding) for id, finding in found.items()),
        {one: desk.say(counted(one, _count(report, shown, one))) for one in SEVERITIES},
        shown,
        tuple((role.key, role.name) for role in desk.project.roles),
        desk.say(_emptiness(desk, report)) if not found else "",
    )


def detail_of(desk: Desk, id: str, finding: Finding, preview: Preview | None) -> Detail:
    """Everything about one finding."""
    check = next(check for check in CHECKS if check.code == finding.code)
    heading = text(
        "{code}, {severity}: {title}",
        code=finding.code, severity=WORDS[finding.severity], title=check.title,
    )  # fmt: skip
    return Detail(
        id,
        finding.code,
        finding.severity,
        desk.say(heading),
        desk.say(finding.message),
        desk.say(finding.why),
        tuple(desk.say(mend.title) for mend in finding.mends),
        finding.approval is not None,
        finding.approval.reason if finding.approval else "",
        preview,
    )


def _row(desk: Desk, id: str, finding: Finding) -> Row:
    accepted = finding.approval is not None
    return Row(
        id,
        finding.severity,
        finding.code,
        desk.say(finding.message),
        desk.say(finding.mends[0].title) if finding.mends and not accepted else "",
        desk.say(context("finding", "accepted")) if accepted else "",
    )


def _count(report: Report, shown: Shown, severity: Severity) -> int:
    """How many open findings of a severity there are for the chosen place and role."""
    seen = replace(shown, hidden=frozenset())
    return sum(one.severity == severity for one in report.findings if seen.admits(one))


def _emptiness(desk: Desk, report: Report) -> Text:
    if not desk.project.metrics:
        return text("Draw a funnel: the checks look at it while you work")
    if report.findings or report.accepted:
        return text("The filters leave out everything that was found")
    return doubt(desk.forecast) or text("Nothing to mend: the system of KPIs is sound")
