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
    `is_claim` marks a mend that writes down as a fact what only a person can know: that an action
    moves a metric. One can choose it, but `mend_all` passes over a finding where it comes first.
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

    `metric` is what one goes to and what an acceptance follows when its key changes. `topic` is
    for what is neither a metric nor a role, such as a task by its name; beside a metric it is dead.
    `aspect` tells apart what one check finds about the same metric and role, such as a lacking
    base and a lacking period. `place` is the work place where it can be looked at, if metric and
    role do not say.

    `basis` is chosen so that an acceptance lapses when it should, and no sooner. Into it goes what
    would make the person judge again: the keys, parts and agreed numbers that the check compared.
    No name, and no figure that moves with every edit elsewhere, such as a forecast or a share of
    control: it stays out, or goes in as coarse as the judgement is (in tenths, over or under).
    Sets are sorted. The check's code and the severity count beside it.

    The runner fills in `code`, `why` and `approval`.
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
