"""Mends everything that some checks find, one mend after another, until nothing more can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text
from workbench.checks.approvals import fingerprint
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Mend
from workbench.checks.runner import examine
from workbench.document.project import Project
from workbench.document.value import Key
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
    a person can know; none is applied twice to the same.
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
        self.open = self._examined()

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
        self.tried[_step(finding)] = problem
        if problem is not None:
            return
        self.mended.append(Mended(finding, mend))
        self.project = after
        self.open = self._examined()

    def outcome(self) -> Outcome:
        left = tuple(Left(one, self._problem(one)) for one in self.open)
        return Outcome(self.project, tuple(self.mended), left)

    def _problem(self, finding: Finding) -> Text | None:
        return self.tried.get(_step(finding)) if finding.mends else None

    def _examined(self) -> tuple[Finding, ...]:
        return examine(calculate(self.project), self.checks).findings


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
