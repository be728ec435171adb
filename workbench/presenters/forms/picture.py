"""What is shown of a form that was filled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftLine:
    """A placeholder that has no value in the filled form, and why."""

    sheet: str
    cell: str
    placeholder: str
    why: str


@dataclass(frozen=True, slots=True)
class FormPicture:
    """The report: `left` stayed as they were, `empty` became empty cells; a note may follow."""

    title: str
    summary: str
    left_title: str
    left: tuple[LeftLine, ...]
    empty_title: str
    empty: tuple[LeftLine, ...]
    note: str

    @property
    def is_whole(self) -> bool:
        """Whether there is nothing to tell but that it is done."""
        return not (self.left or self.empty or self.note)
