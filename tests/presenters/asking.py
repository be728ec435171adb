"""Fixed answers in place of dialogs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workbench.presenters.ask import BeforeClosing, WhenChanged, WhenFound, WhenLocked
from workbench.storage.lock import LockedBy
from workbench.storage.recovery import Recovery


@dataclass
class Answers:
    """What a person would answer; `asked` keeps the questions in their order."""

    when_unsaved: BeforeClosing = "cancel"
    to_open: Path | None = None
    to_save: Path | None = None
    when_changed: WhenChanged = "cancel"
    when_locked: WhenLocked = "cancel"
    when_found: WhenFound = "later"
    may_replace: bool = False
    asked: list[str] = field(default_factory=list)

    def unsaved(self, name: str) -> BeforeClosing:
        self.asked.append(f"unsaved {name}")
        return self.when_unsaved

    def file_to_open(self, folder: str) -> Path | None:
        self.asked.append(f"open in {folder}")
        return self.to_open

    def file_to_save(self, suggestion: Path) -> Path | None:
        self.asked.append(f"save as {suggestion.name}")
        return self.to_save

    def replace(self, name: str) -> bool:
        self.asked.append(f"replace {name}")
        return self.may_replace

    def changed_on_disk(self, name: str) -> WhenChanged:
        self.asked.append(f"changed {name}")
        return self.when_changed

    def locked(self, name: str, holder: LockedBy) -> WhenLocked:
        self.asked.append(f"locked {name} by {holder.user}")
        return self.when_locked

    def recover(self, found: Recovery) -> WhenFound:
        self.asked.append("recover")
        return self.when_found
