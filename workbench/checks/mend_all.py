"""Mends everything that some checks find, one mend after another, until nothing more can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text
from workbench.checks.approvals import fingerprint
from workbench.checks.catalogue import CHECKS
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.runner import Report, examine
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.planning.assignment import measured, most_kpis
from workbench.planning.forward import calculate

# Mends that undo each other with other numbers every time would go on for ever.
_MOST_STEPS = 500
Progress = Callable[[int, int], None]
Step = tuple[str, Key | None, str, Text]


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding as it was when its mend was applied."""

    finding: Finding
    mend: Mend


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that still stands; `problem` says why its mend was passed over."""

    finding: Finding
    problem: Text | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The mended project, what was done to it, and what is left of the checks in question."""

    project: Project
    mended: tuple[Mended, ...] = ()
    left: tuple[Left, ...] = ()


def mend_all(
    project: Project, checks: Sequence[Check], progress: Progress | None = None
) -> Outcome:
    """Apply the first mend of every open finding in the order of the report, examining in between.

    A mend that does not fit or changes nothing is passed over, and so is one that claims what only
    a person can know. So is one after which some role has too many KPIs more, or all checks
    together find more errors, or more errors and warnings, beside what they find about a metric
    that the mend makes a KPI. None is applied twice to the same.
    """
    work = _Work(project, checks)
    while (found := work.next_finding()) is not None and work.steps < _MOST_STEPS:
        work.mend(found)
        if progress is not None:
            progress(work.steps, work.steps + len(work.waiting))
    return work.outcome()


@dataclass
class _Work:
    """The project under repair, and what was tried on it."""

    project: Project
    checks: Sequence[Check]
    mended: list[Mended] = field(default_factory=list)
    tried: dict[Step, Text | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._wanted = frozenset(check.code for check in self.checks)
        others = (check for check in CHECKS if check.code not in self._wanted)
        self._every = (*self.checks, *others)
        self._report = self._examined(self.project)

    @property
    def open(self) -> tuple[Finding, ...]:
        """What the checks in question find."""
        return tuple(one for one in self._report.findings if one.code in self._wanted)

    @property
    def steps(self) -> int:
        return len(self.tried)

    @property
    def waiting(self) -> list[Finding]:
        """The findings with a first mend that was not tried."""
        mendable = (one for one in self.open if one.mends and not one.mends[0].is_claim)
        return [one for one in mendable if _step(one) not in self.tried]

    def next_finding(self) -> Finding | None:
        return next(iter(self.waiting), None)

    def mend(self, finding: Finding) -> None:
        """Apply the first mend, or note why it was passed over."""
        mend = finding.mends[0]
        after, problem = _applied(mend, self.project)
        report = self._judged(after) if problem is None else None
        if report is not None:
            self.mended.append(Mended(finding, mend))
            self.project, self._report = after, report
        elif problem is None:
            problem = text("it would raise more than it mends")
        self.tried[_step(finding)] = problem

    def outcome(self) -> Outcome:
        left = tuple(Left(one, self._problem(one)) for one in self.open)
        return Outcome(self.project, tuple(self.mended), left)

    def _problem(self, finding: Finding) -> Text | None:
        return self.tried.get(_step(finding)) if finding.mends else None

    def _judged(self, after: Project) -> Report | None:
        """What is found after a mend; None where that is more, or somebody has too many KPIs more.

        Left out is all about a metric that was there and becomes a KPI: most of it, such as a
        source that nobody has named, was so before. Of a metric that the mend makes, all counts.
        With the first KPI of all the hand-offs come to light; then only errors count.
        """
        is_more = len(measured(after.kpis)) > len(measured(self.project.kpis))
        if is_more and _excess(after) > _excess(self.project):
            return None
        report, fresh = self._examined(after), _measured(after) - _measured(self.project)
        fresh &= self.project.metric_by_key.keys()
        known = tuple(one for one in report.findings if one.metric not in fresh)
        before, now = _weight(self._report.findings), _weight(known)
        is_first = not _measured(self.project)
        return None if (now[0] > before[0] if is_first else now > before) else report

    def _examined(self, project: Project) -> Report:
        return examine(calculate(project), self._every)


def _weight(findings: Sequence[Finding]) -> tuple[int, int]:
    """How much is wrong: errors first, because a sum that works may well show what else is."""
    severities = [finding.severity for finding in findings]
    errors = severities.count("error")
    return errors, errors + severities.count("warning")


def _measured(project: Project) -> frozenset[Key]:
    return frozenset(kpi.metric for kpi in measured(project.kpis))


def _excess(project: Project) -> int:
    """How many KPIs roles have beyond what one can mind."""
    counts = Counter(kpi.role for kpi in measured(project.kpis))
    return sum(max(0, count - most_kpis(project, role)) for role, count in counts.items())


def _applied(mend: Mend, project: Project) -> tuple[Project, Text | None]:
    """The project after a mend; or the same one, and what is wrong with the mend."""
    try:
        after = mend.edit.apply(project)
    except WorkbenchError as error:
        return project, error.message
    return after, text("the mend changes nothing") if after == project else None


def _step(finding: Finding) -> Step:
    """What a mend is tried on, by place and by what was judged there."""
    return finding.subject, finding.role, fingerprint(finding), finding.mends[0].title
