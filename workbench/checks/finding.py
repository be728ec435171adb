"""What a check finds, and the edits that mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.base.texts import Text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.plan import Approval
from workbench.document.value import Key

Place = Literal["funnel", "roles", "plan"]
Severity = Literal["error", "warning", "hint"]
UNSAID = Text("")
# From what must not be handed over to what is worth a thought.
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Mend:
    """A way to put a finding right: edits that are one step of undo.

    `note` is what one should know before: what the mend costs, or what it leaves to be done.
    `is_claim` marks a mend that writes down as a fact what only a person can know.
    """

    title: Text
    edits: tuple[Edit, ...]
    note: Text | None = None
    is_claim: bool = False

    @property
    def edit(self) -> Bundle:
        """The one step, under the title of the mend."""
        return Bundle(self.title, self.edits)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, about a metric, a role, their KPI (both), or what `topic` names.

    `aspect` tells apart what one check finds about the same. `place` is the work place where it
    can be looked at, if metric and role do not say. `basis` holds what was judged: numbers, keys,
    parts. As long as it stays the same, a person's acceptance stands. The runner fills in `code`,
    `why` and `approval`.
    """

    severity: Severity
    message: Text
    metric: Key | None = None
    role: Key | None = None
    topic: str = ""
    aspect: str = ""
    place: Place | None = None
    basis: tuple[object, ...] = ()
    mends: tuple[Mend, ...] = ()
    why: Text = UNSAID
    code: str = ""
    approval: Approval | None = None

    @property
    def subject(self) -> str:
        """What it is about: the metric, else the role, else the topic in words."""
        return self.metric or self.topic or self.role or ""
