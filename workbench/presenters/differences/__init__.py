"""What changed between two projects, in words a person reads."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.document.project import Project
from workbench.presenters.differences.project import changes_by_member
from workbench.presenters.differences.side import Sides, one_line


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: the member of the file it is in, and a line that tells it."""

    member: str
    words: str


def differences(before: Project, after: Project, language: Language) -> tuple[str, ...]:
    """One line a change, in the order of the file; none for equal projects."""
    return tuple(one.words for one in differences_by_member(before, after, language))


def differences_by_member(
    before: Project, after: Project, language: Language
) -> tuple[Difference, ...]:
    """The same lines with where in the file they are."""
    if before is after:
        return ()
    found = changes_by_member(Sides.of(before, after, language))
    return tuple(Difference(member, one_line(language.say(line))) for member, line in found)
