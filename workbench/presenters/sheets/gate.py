"""The gate before the export: whether the workbook is ready to send, and what is in the way."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.languages import language
from workbench.base.texts import Text, joined, plural, text
from workbench.checks.finding import Finding
from workbench.checks.readiness import Readiness, readiness
from workbench.checks.runner import Report
from workbench.excel.vocabulary import DRAFT
from workbench.presenters.desk import Desk
from workbench.presenters.problems.picture import place_of, selected_by
from workbench.presenters.problems.words import SEVERITIES, counted
from workbench.presenters.sheets.chosen import Chosen
from workbench.presenters.sheets.facts import facts
from workbench.presenters.sheets.picture import Fact, FactKind, Gate

_MOST_LISTED = 12


def ready_to_send(desk: Desk, chosen: Chosen) -> Readiness:
    """Whether what is chosen can be sent, by the latest findings."""
    roles = [role.key for role in chosen.roles(desk.project)]
    return readiness(desk.checking.report, desk.forecast, roles)


def gate(desk: Desk, chosen: Chosen) -> Gate:
    """The gate as it stands by the latest findings."""
    of = ready_to_send(desk, chosen)
    found = of.report
    return Gate(
        desk.say(_ready(found) if of.is_ready else _not_ready(of)),
        "good" if of.is_ready else "bad",
        (*facts(desk, of.gaps), *_listed(desk, found), *_accepted(desk, found)),
        "" if of.is_ready else desk.say(_draft(chosen)),
    )


def _ready(found: Report) -> Text:
    warnings = found.count("warning")
    if not warnings:
        return text("Ready to send")
    return plural(
        "Ready to send, {n} warning to look at", "Ready to send, {n} warnings to look at", warnings
    )


def _not_ready(of: Readiness) -> Text:
    warnings = of.report.count("warning")
    more = (counted("warning", warnings),) if warnings else ()
    return text("Not ready: {what}", what=joined((*of.counts, *more)))


def _draft(chosen: Chosen) -> Text:
    mark = language(chosen.language).say(DRAFT)
    return text("If exported now, the cover will be marked “{mark}”", mark=mark)


def _listed(desk: Desk, found: Report) -> Iterator[Fact]:
    """The gravest findings; hints keep nobody from sending."""
    grave = [finding for finding in found.findings if finding.severity != "hint"]
    if not grave:
        yield Fact("ready", desk.say(text("The checks found no errors and no warnings")))
    yield from (_fact(desk, finding) for finding in grave[:_MOST_LISTED])
    left = len(grave) - _MOST_LISTED
    if left > 0:
        yield Fact("note", desk.say(text("and {n} more in the checks", n=left)))


def _fact(desk: Desk, finding: Finding) -> Fact:
    kind: FactKind = "error" if finding.severity == "error" else "warning"
    tip = f"{finding.code}: {desk.say(SEVERITIES[finding.severity])}"
    return Fact(kind, desk.say(finding.message), tip, place_of(finding), selected_by(finding))


def _accepted(desk: Desk, found: Report) -> Iterator[Fact]:
    count = len(found.accepted)
    if count:
        said = plural(
            "{n} finding accepted with a reason", "{n} findings accepted with a reason", count
        )
        yield Fact("note", desk.say(said))
