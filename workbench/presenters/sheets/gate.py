"""The gate before the export: whether the workbook is ready to send, and what is in the way."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.languages import language
from workbench.base.texts import Text, joined, plural, text
from workbench.checks.finding import Finding
from workbench.checks.runner import Report
from workbench.excel.vocabulary import DRAFT
from workbench.presenters.desk import Desk
from workbench.presenters.problems.picture import place_of, selected_by
from workbench.presenters.problems.words import SEVERITIES, counted
from workbench.presenters.sheets.facts import facts
from workbench.presenters.sheets.picture import Fact, FactKind, Gate
from workbench.presenters.sheets.preview import Chosen

_MOST_LISTED = 12


def findings(desk: Desk, chosen: Chosen) -> Report:
    """What the checks found about the roles that get a sheet, and about no role in particular."""
    return desk.checking.report.about([role.key for role in chosen.roles(desk.project)])


def gate(desk: Desk, chosen: Chosen) -> Gate:
    """The gate as it stands by the latest findings."""
    found, missing = findings(desk, chosen), facts(desk, chosen.roles(desk.project))
    ready = found.is_sound and not missing
    said = _ready(found) if ready else _not_ready(found, len(missing))
    return Gate(
        desk.say(said),
        "good" if ready else "bad",
        (*missing, *_listed(desk, found), *_accepted(desk, found)),
        "" if found.is_sound else desk.say(_draft(chosen)),
    )


def _ready(found: Report) -> Text:
    warnings = found.count("warning")
    if not warnings:
        return text("Ready to send")
    return plural(
        "Ready to send, {n} warning to look at", "Ready to send, {n} warnings to look at", warnings
    )


def _not_ready(found: Report, missing: int) -> Text:
    errors, warnings = found.count("error"), found.count("warning")
    counts = (
        (errors, counted("error", errors)),
        (missing, plural("{n} gap", "{n} gaps", missing)),
        (warnings, counted("warning", warnings)),
    )
    return text("Not ready: {what}", what=joined([said for count, said in counts if count]))


def _draft(chosen: Chosen) -> Text:
    mark = language(chosen.language).say(DRAFT)
    return text("There are errors: the cover will be marked “{mark}”", mark=mark)


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
