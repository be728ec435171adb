"""What the problems panel shows: frozen rows, filters, and everything about one finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.checks.finding import Finding, Severity
from workbench.document.value import Key
from workbench.presenters.desk import Place
from workbench.presenters.selection import Selected


@dataclass(frozen=True, slots=True)
class Shown:
    """Which findings are shown; empty members leave nothing out."""

    hidden: frozenset[Severity] = frozenset()
    place: Place | None = None
    role: Key | None = None

    def admits(self, finding: Finding) -> bool:
        """Whether a finding is shown."""
        if finding.severity in self.hidden:
            return False
        if self.place is not None and place_of(finding) != self.place:
            return False
        return self.role is None or finding.role == self.role


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in the list; `id` stays the same as long as it is about the same."""

    id: str
    severity: Severity
    code: str
    sentence: str
    mend: str = ""
    accepted: str = ""


@dataclass(frozen=True, slots=True)
class ProblemsPicture:
    """The list with what stands above it; `empty` is said where there is no row."""

    rows: tuple[Row, ...] = ()
    counts: Mapping[Severity, str] = field(default_factory=dict)
    shown: Shown = Shown()
    roles: tuple[tuple[Key, str], ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a mend would do: the changes, and what the checks would say afterwards."""

    title: str
    changes: tuple[str, ...]
    note: str = ""
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything about one finding; `reason` is why a person accepted it."""

    id: str
    code: str
    severity: Severity
    heading: str
    sentence: str
    why: str
    mends: tuple[str, ...] = ()
    is_accepted: bool = False
    reason: str = ""
    preview: Preview | None = None


def place_of(finding: Finding) -> Place:
    """The work place where a finding can be looked at."""
    return finding.place or ("roles" if finding.role is not None else "funnel")


def selected_by(finding: Finding) -> Selected:
    """What to select in order to look at a finding."""
    if finding.metric is not None and finding.role is not None:
        return Selected(cell=(finding.metric, finding.role))
    if finding.role is not None:
        return Selected(role=finding.role)
    return Selected(metrics=(finding.metric,) if finding.metric is not None else ())
