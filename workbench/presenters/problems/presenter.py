"""Decides what the problems panel shows, and carries out mends and acceptances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.checks.approvals import approval
from workbench.checks.catalogue import CHECKS
from workbench.checks.finding import SEVERITIES, Finding, Severity
from workbench.checks.runner import Report
from workbench.document.edits.approvals import Approve, Withdraw
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.problems.picture import (
    Detail,
    Preview,
    ProblemsPicture,
    Row,
    Shown,
    place_of,
    selected_by,
)
from workbench.presenters.problems.preview import preview
from workbench.presenters.problems.words import SEVERITIES as WORDS
from workbench.presenters.problems.words import counted


class ProblemsView(Protocol):
    """The panel."""

    def show_problems(self, picture: ProblemsPicture) -> None:
        """Show another list; what is chosen stays chosen."""

    def show_detail(self, detail: Detail | None) -> None:
        """Show everything about the chosen finding, or that none is chosen."""

    def is_seen(self) -> bool:
        """Whether anybody can see the panel."""


class ProblemsPresenter:
    """Keeps the panel in step with the checks; asleep while nobody sees it."""

    def __init__(self, desk: Desk, view: ProblemsView) -> None:
        self._desk = desk
        self._view = view
        self._shown = Shown()
        self._chosen: str | None = None
        self._previewed: int | None = None
        self._picture = ProblemsPicture()
        self._detail: Detail | None = None
        desk.checking.updated.connect(self._on_updated)
        desk.session.opened.connect(self._on_opened)
        desk.language_changed.connect(self._on_language_changed)

    @property
    def shown(self) -> Shown:
        """Which findings are shown."""
        return self._shown

    def refresh(self) -> None:
        """Show the latest findings, if anybody looks and anything differs."""
        if not self._view.is_seen():
            return
        found = dict(self._found())
        if self._chosen not in found:
            self._chosen = self._neighbour(tuple(found))
            self._previewed = None
        picture = self._painted(found)
        if picture != self._picture:
            self._picture = picture
            self._view.show_problems(picture)
        self._refresh_detail()

    def narrow(self, shown: Shown) -> None:
        """Show other findings."""
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def toggle(self, severity: Severity) -> None:
        """Show the findings of a severity, or leave them out."""
        self.narrow(replace(self._shown, hidden=self._shown.hidden ^ {severity}))

    def choose(self, id: str | None) -> None:
        """Show everything about a finding."""
        if id != self._chosen:
            self._chosen, self._previewed = id, None
            self._refresh_detail()

    def go_to(self, id: str) -> None:
        """Go to what a finding is about."""
        self.choose(id)
        finding = dict(self._found()).get(id)
        if finding is None:
            return
        self._desk.look_at(place_of(finding), selected_by(finding))

    def step(self, by: int) -> None:
        """Go to the next finding or to the one before, round and round."""
        ids = tuple(dict(self._found()))
        if ids:
            at = ids.index(self._chosen) + by if self._chosen in ids else min(by, 0)
            self.go_to(ids[at % len(ids)])

    def consider(self, id: str, index: int = 0) -> None:
        """Show what a mend of a finding would do."""
        self._desk.settle()
        self._chosen, self._previewed = id, index
        self._refresh_detail()

    def reconsider(self) -> None:
        """Close the preview; nothing was changed."""
        self._previewed = None
        self._refresh_detail()

    def mend(self) -> None:
        """Carry out the mend that is previewed, on the project as it is now."""
        self._desk.settle()
        finding, index = self._current(), self._previewed
        if finding is None or index is None or index >= len(finding.mends):
            self._desk.tell(text("This is no longer found: nothing had to be mended"), wrong=False)
            return
        self._previewed = None
        if self._desk.do(finding.mends[index].edit):
            self._desk.checking.check()

    def accept(self, reason: str) -> None:
        """Live with the chosen finding for a reason, until what it is about changes."""
        finding = self._current()
        if finding is None:
            return
        if not reason.strip():
            self._desk.tell(text("Say why: a finding is accepted with a reason"))
            return
        if self._desk.do(Approve(approval(finding, reason.strip()))):
            self._desk.checking.check()

    def withdraw(self) -> None:
        """Let the chosen finding count again."""
        finding = self._current()
        if finding is not None and finding.approval is not None:
            self._desk.do(Withdraw(finding.approval))
            self._desk.checking.check()

    def roles(self) -> tuple[tuple[Key, str], ...]:
        """The roles that findings can be narrowed to."""
        return tuple((role.key, role.name) for role in self._desk.project.roles)

    def _current(self) -> Finding | None:
        """The chosen finding as the checks see it now."""
        self._desk.checking.check()
        return dict(self._found()).get(self._chosen or "")

    def _found(self) -> Iterator[tuple[str, Finding]]:
        """The findings that are shown, by an id that outlives another round of the checks."""
        report = self._desk.checking.report
        times: Counter[str] = Counter()
        for finding in (*report.findings, *report.accepted):
            key = f"{finding.code} {finding.subject} {finding.role}"
            times[key] += 1
            if self._shown.admits(finding):
                yield f"{key} {times[key]}", finding

    def _neighbour(self, ids: tuple[str, ...]) -> str | None:
        """What is chosen when the chosen finding is gone: the one that takes its place."""
        before = [row.id for row in self._picture.rows]
        if self._chosen not in before or not ids:
            return None
        return ids[min(before.index(self._chosen), len(ids) - 1)]

    def _painted(self, found: dict[str, Finding]) -> ProblemsPicture:
        say, report = self._desk.say, self._desk.checking.report
        return ProblemsPicture(
            tuple(self._row(id, finding) for id, finding in found.items()),
            {one: say(counted(one, report.count(one))) for one in SEVERITIES},
            self._shown,
            self.roles(),
            say(self._emptiness(report)) if not found else "",
        )

    def _emptiness(self, report: Report) -> Text:
        if not self._desk.project.metrics:
            return text("Draw a funnel: the checks look at it while you work")
        if report.findings or report.accepted:
            return text("The filters leave out everything that was found")
        return text("Nothing to mend: the system of KPIs is sound")

    def _row(self, id: str, finding: Finding) -> Row:
        say = self._desk.say
        return Row(
            id,
            finding.severity,
            finding.code,
            say(finding.message),
            say(finding.mends[0].title) if finding.mends and not finding.approval else "",
            say(text("accepted")) if finding.approval else "",
        )

    def _refresh_detail(self) -> None:
        detail = self._detailed()
        if detail != self._detail:
            self._detail = detail
            self._view.show_detail(detail)

    def _detailed(self) -> Detail | None:
        finding = dict(self._found()).get(self._chosen or "")
        if finding is None or self._chosen is None:
            return None
        say = self._desk.say
        check = next(check for check in CHECKS if check.code == finding.code)
        return Detail(
            self._chosen,
            finding.code,
            finding.severity,
            say(text("{code}, {severity}: {title}", code=finding.code,
                     severity=WORDS[finding.severity], title=check.title)),
            say(finding.message),
            say(finding.why),
            tuple(say(mend.title) for mend in finding.mends),
            finding.approval is not None,
            finding.approval.reason if finding.approval else "",
            self._preview(finding),
        )  # fmt: skip

    def _preview(self, finding: Finding) -> Preview | None:
        if self._previewed is None or self._previewed >= len(finding.mends):
            return None
        try:
            return preview(self._desk, finding, self._previewed)
        except WorkbenchError as error:
            self._previewed = None
            self._desk.tell(error.message)
            return None

    def _on_updated(self, _report: Report) -> None:
        self.refresh()

    def _on_opened(self) -> None:
        self._chosen, self._previewed, self._shown = None, None, Shown()

    def _on_language_changed(self, _language: Language) -> None:
        self.refresh()
