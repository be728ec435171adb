"""Entries of a menu as values: what they say, whether they apply, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """An entry; one without `run` and `below` is a line between groups."""

    label: str = ""
    run: Callable[[], object] | None = None
    enabled: bool = True
    checked: bool | None = None
    below: tuple[Choice, ...] = ()
    icon: str = ""
    color: str = ""

    @property
    def is_line(self) -> bool:
        """Whether it only separates."""
        return self.run is None and not self.below and not self.label


LINE = Choice()
