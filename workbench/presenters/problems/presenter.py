"""Decides what the problems panel shows, and carries out mends and acceptances."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.checks.approvals import approval, fingerprint
from workbench.checks.finding import Finding, Mend, Severity
from workbench.checks.runner import Report
from workbench.document.edits.approvals import Approve, Withdraw
from workbench.presenters.desk import Desk
from workbench.presenters.problems.painting import detail_of, listed, painted
from workbench.presenters.problems.picture import (
    Detail,
    Preview,
    ProblemsPicture,
    Shown,
    place_of,
    selected_by,
)
from workbench.presenters.problems.preview import preview


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
        self._considered: Mend | None = None
        self._read: Finding | None = None
        self._tried: tuple[Report, Mend, str, Preview] | None = None
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
        if self._shown.role not in self._desk.project.role_by_key:
            self._shown = replace(self._shown, role=None)
        found = self._found()
        if self._chosen not in found:
            self._chosen = self._neighbour(tuple(found))
            self._considered = None
        picture = painted(self._desk, self._shown, found)
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
            self._chosen, self._considered = id, None
            self._refresh_detail()

    def go_to(self, id: str) -> None:
        """Go to what a finding is about."""
        self.choose(id)
        finding = self._found().get(id)
        if finding is None:
            return
        self._desk.look_at(place_of(finding), selected_by(finding))

    def step(self, by: int) -> None:
        """Go to the next finding or to the one before, round and round."""
        ids = tuple(self._found())
        if not ids:
            self.narrow(Shown())
            ids = tuple(self._found())
        if ids:
            at = ids.index(self._chosen) + by if self._chosen in ids else min(by, 0)
            self.go_to(ids[at % len(ids)])

    def consider(self, id: str, index: int = 0) -> None:
        """Show what a mend of a finding would do."""
        self._desk.settle()
        self._chosen = id
        finding = self._current()
        known = finding is not None and index < len(finding.mends)
        self._considered = finding.mends[index] if finding is not None and known else None
        self._refresh_detail()

    def reconsider(self) -> None:
        """Close the preview; nothing was changed."""
        self._considered = None
        self._refresh_detail()

    def mend(self) -> None:
        """Carry out the mend that is previewed, if it is still what was shown."""
        mend = self._considered
        self._desk.settle()
        finding = self._current()
        if mend is None or finding is None or mend not in finding.mends:
            self._change_told()
            return
        self._considered = None
        if self._desk.do(mend.edit):
            self._desk.checking.check()

    def accept(self, reason: str) -> None:
        """Live with the chosen finding for a reason, until what it is about changes."""
        read = self._read
        finding = self._current()
        if finding is None or finding.approval is not None:
            return
        if read is None or fingerprint(read) != fingerprint(finding):
            self._change_told()
        elif not reason.strip():
            self._desk.tell(text("Say why: a finding is accepted with a reason"))
        elif self._desk.do(Approve(approval(finding, reason.strip()))):
            self._desk.checking.check()
            self._desk.tell(text("Accepted until what it is about changes"), wrong=False)

    def withdraw(self) -> None:
        """Let the chosen finding count again."""
        finding = self._current()
        if finding is not None and finding.approval is not None:
            self._desk.do(Withdraw(finding.approval))
            self._desk.checking.check()

    def _change_told(self) -> None:
        """What was read is no longer so: it is shown anew instead of acting on it."""
        self._considered = None
        self._refresh_detail()
        self._desk.tell(text("This has changed meanwhile: have another look"))

    def _current(self) -> Finding | None:
        """The chosen finding as the checks see it now."""
        self._desk.checking.check()
        return self._found().get(self._chosen or "")

    def _found(self) -> dict[str, Finding]:
        """The findings that are shown, by an id that outlives another round of the checks."""
        return listed(self._desk.checking.report, self._shown)

    def _neighbour(self, ids: tuple[str, ...]) -> str | None:
        """What is chosen when the chosen finding is gone: the one that takes its place."""
        before = [row.id for row in self._picture.rows]
        if self._chosen not in before or not ids:
            return None
        return ids[min(before.index(self._chosen), len(ids) - 1)]

    def _refresh_detail(self) -> None:
        detail = self._detailed()
        if detail != self._detail:
            self._detail = detail
            self._view.show_detail(detail)

    def _detailed(self) -> Detail | None:
        finding = self._read = self._found().get(self._chosen or "")
        if finding is None or self._chosen is None:
            return None
        return detail_of(self._desk, self._chosen, finding, self._preview(finding))

    def _preview(self, finding: Finding) -> Preview | None:
        """The considered mend tried on a copy; once, as long as nothing changes."""
        mend, report, code = self._considered, self._desk.checking.report, self._desk.language.code
        if mend is None or mend not in finding.mends:
            self._considered = None
            return None
        known = self._tried
        if known is not None and known[0] is report and known[1:3] == (mend, code):
            return known[3]
        try:
            tried = preview(self._desk, mend)
        except WorkbenchError as error:
            self._considered = None
            self._desk.tell(error.message)
            return None
        self._tried = (report, mend, code, tried)
        return tried

    def _on_updated(self, _report: Report) -> None:
        self.refresh()

    def _on_opened(self) -> None:
        self._chosen, self._considered, self._shown = None, None, Shown()

    def _on_language_changed(self, _language: Language) -> None:
        self.refresh()
