"""What changed between two projects, in words a person reads."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.document.project import Project
from workbench.presenters.differences.project import changes_in_words
from workbench.presenters.differences.side import Sides, one_line


def differences(before: Project, after: Project, language: Language) -> tuple[str, ...]:
    """One line a change, in the order of the file; none for equal projects."""
    if before is after:
        return ()
    sides = Sides.of(before, after, language)
    return tuple(one_line(language.say(line)) for line in changes_in_words(sides))
