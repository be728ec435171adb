"""Findings and what was done about them, as JSON and as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from workbench.base.languages import Language
from workbench.base.texts import Text, joined, text
from workbench.checks.finding import SEVERITIES, Finding, Severity
from workbench.checks.mend_all import Left, Mended, Outcome
from workbench.checks.runner import Report
from workbench.cli.output import new_table, write_table
from workbench.cli.speaker import Speaker
from workbench.cli.streams import write
from workbench.presenters.problems.words import SEVERITIES as SEVERITY_WORDS
from workbench.presenters.problems.words import counted

_WIDEST = 100
_NO_NUMBERS = 9


def report_tree(report: Report, least: Severity, words: Language) -> dict[str, Any]:
    """The JSON of a report, down to a severity."""
    return {
        "findings": [_finding_tree(one, words) for one in _shown(report.findings, least)],
        "accepted": [
            {**_finding_tree(one, words), "reason": one.approval.reason}
            for one in _shown(report.accepted, least)
            if one.approval is not None
        ],
    }


def outcome_tree(outcome: Outcome, words: Language) -> dict[str, Any]:
    """The JSON of what was mended and what is left."""
    return {
        "mended": [_mended_tree(one, words) for one in outcome.mended],
        "left": [_left_tree(one, words) for one in outcome.left],
    }


def show_report(
    report: Report, least: Severity, speaker: Speaker, doubt: Text | None = None
) -> None:
    """A table of what is open, down to a severity, and how much of everything there is."""
    shown = _shown(report.findings, least)
    if shown:
        table = new_table(
            speaker, (text("Severity"), text("Code"), text("Finding")), numbers_from=_NO_NUMBERS
        )
        for severity, group in groupby(shown, lambda finding: finding.severity):
            head = speaker.say(SEVERITY_WORDS[severity])
            for finding in group:
                table.add_row(head, finding.code, _in_words(finding, speaker))
                head = ""
            table.add_section()
        write_table(table, _WIDEST)
    write(speaker.say(summary(report, doubt)))


def summary(report: Report, doubt: Text | None = None) -> Text:
    """How many of each severity are open and how many are accepted; or that there is nothing.

    The system is only called sound where there is no doubt.
    """
    parts = [counted(one, report.count(one)) for one in SEVERITIES if report.count(one)]
    accepted = len(report.accepted)
    if accepted:
        parts.append(text("{n} accepted", n=accepted))
    if report.findings:
        return joined(parts)
    if accepted:
        return text("Nothing is open in this system of KPIs: {accepted}", accepted=parts[0])
    return doubt or text("This system of KPIs is sound: no check has anything to say")


def show_mended(outcome: Outcome, speaker: Speaker) -> None:
    """A table of the mends that were applied."""
    table = new_table(speaker, (text("Code"), text("Mended")), numbers_from=_NO_NUMBERS)
    for one in outcome.mended:
        table.add_row(one.finding.code, speaker.say(one.mend.title))
    write_table(table, _WIDEST)


def show_left(outcome: Outcome, speaker: Speaker) -> None:
    """A table of what still stands, with the reason where a mend did not fit."""
    table = new_table(speaker, (text("Code"), text("Left")), numbers_from=_NO_NUMBERS)
    for one in outcome.left:
        table.add_row(one.finding.code, speaker.say(_left_words(one)))
    write_table(table, _WIDEST)


def _shown(findings: Iterable[Finding], least: Severity) -> list[Finding]:
    wanted = SEVERITIES[: SEVERITIES.index(least) + 1]
    return [finding for finding in findings if finding.severity in wanted]


def _finding_tree(finding: Finding, words: Language) -> dict[str, Any]:
    mends = [words.say(mend.title) for mend in finding.mends]
    return {
        "code": finding.code,
        "severity": finding.severity,
        "subject": finding.subject,
        "role": finding.role,
        "message": words.say(finding.message),
        "why": words.say(finding.why),
        "mend": mends[0] if mends else None,
        "mends": mends,
    }


def _mended_tree(one: Mended, words: Language) -> dict[str, Any]:
    return {**_place(one.finding), "mend": words.say(one.mend.title)}


def _left_tree(one: Left, words: Language) -> dict[str, Any]:
    tree = {**_place(one.finding), "message": words.say(one.finding.message)}
    return tree if one.problem is None else {**tree, "problem": words.say(one.problem)}


def _place(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "subject": finding.subject, "role": finding.role}


def _in_words(finding: Finding, speaker: Speaker) -> str:
    """The sentence, and below it the first way to mend it."""
    return "\n".join(speaker.say(line) for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[Text]:
    yield finding.message
    if finding.mends:
        yield text("→ {mend}", mend=finding.mends[0].title)


def _left_words(one: Left) -> Text:
    if one.problem is None:
        return one.finding.message
    message = one.finding.message
    return text("{message} (not mended: {problem})", message=message, problem=one.problem)
