"""The open document and its file: new, open, save, close, and what a crash must not take."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from psygnal import Signal

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text, verbatim
from workbench.document.changes import Changes
from workbench.document.project import Project
from workbench.presenters.ask import Ask
from workbench.presenters.desk import Desk
from workbench.presenters.preferences import Preferences
from workbench.presenters.starts import empty_project
from workbench.storage.fingerprint import Fingerprint
from workbench.storage.folders import documents_folder
from workbench.storage.library import load_template
from workbench.storage.lock import Lock, LockedBy, acquire, take_over
from workbench.storage.project_file import ChangedOnDisk, completed, load, save
from workbench.storage.recovery import Recovery, RecoveryFile, drop


@dataclass(frozen=True, slots=True)
class Document:
    """The file behind the open project; `path` is None as long as it was never saved."""

    path: Path | None = None
    fingerprint: Fingerprint | None = None
    read_only: bool = False

    @property
    def name(self) -> str:
        """The file name, empty without a file."""
        return self.path.name if self.path else ""


class Files:
    """Opens and saves projects; asks before anything unsaved would be lost."""

    changed = Signal(Document)

    def __init__(
        self, desk: Desk, ask: Ask, preferences: Preferences, clock: Callable[[], str]
    ) -> None:
        self._desk = desk
        self._ask = ask
        self._preferences = preferences
        self._clock = clock
        self._document = Document()
        self._lock: Lock | None = None
        self._recovery = RecoveryFile()
        self._saved_at = ""
        desk.session.changed.connect(self._on_changed)

    @property
    def document(self) -> Document:
        """The file behind the open project."""
        return self._document

    @property
    def is_dirty(self) -> bool:
        """Whether there is something to save."""
        return self._desk.session.is_dirty

    @property
    def title(self) -> Text:
        """What the open project is called: by its client, else by its file."""
        client = self._desk.project.client.name
        if client:
            return verbatim(client)
        return verbatim(self._document.path.stem) if self._document.path else text("New project")

    @property
    def status(self) -> Text:
        """Whether the work is saved, for the status bar."""
        if self.is_dirty:
            return text("Not saved")
        if self._document.read_only:
            return text("Open elsewhere: save under another name")
        if self._saved_at:
            return text("Saved at {time}", time=self._saved_at)
        return text("No changes")

    def start_template(self, key: str) -> None:
        """Begin a project from a template, in the language of the interface."""
        self._begin(lambda: load_template(key, self._desk.language.code))

    def start_empty(self) -> None:
        """Begin a project with nothing but phases."""
        self._begin(lambda: empty_project(self._desk.language))

    def open(self) -> None:
        """Ask for a file and open it."""
        if self._may_leave():
            path = self._ask.file_to_open(self._folder())
            if path is not None:
                self._open(real(path))

    def open_path(self, path: Path) -> None:
        """Open a file that was named, dropped or recent."""
        if self._may_leave():
            self._open(real(path))

    def save(self) -> bool:
        """Save under the same name, or ask for one; False when it was not saved."""
        self._desk.settle()
        if self._document.path is None or self._document.read_only:
            return self.save_as()
        return self._save(self._document.path, self._document.fingerprint)

    def save_as(self) -> bool:
        """Ask for a name and save."""
        self._desk.settle()
        path = self._ask.file_to_save(self._suggestion())
        if path is None:
            return False
        whole = completed(path)
        if whole != path and whole.exists() and not self._ask.replace(whole.name):
            return False
        return self._save(real(whole), None)

    def may_close(self) -> bool:
        """Whether the program may end; unsaved work is saved, given up, or keeps it open."""
        if not self._may_leave():
            return False
        self._recovery.drop()
        self._release()
        return True

    def store_recovery(self) -> bool:
        """Keep unsaved work where a crash cannot reach it; False when that is not possible."""
        if not self.is_dirty:
            self._recovery.drop()
            return True
        base = self._document.fingerprint
        try:
            self._recovery.store(
                self._desk.project, self._document.path, base.digest if base else None
            )
        except WorkbenchError:
            return False
        return True

    def offer(self, pending: Iterable[Recovery]) -> None:
        """Offer what crashes left behind, until something is restored; the rest waits."""
        for found in pending:
            answer = self._ask.recover(found)
            if answer == "restore":
                self._restore(found)
                return
            if answer == "drop":
                drop(found)

    def _begin(self, make: Callable[[], Project]) -> None:
        if not self._may_leave():
            return
        try:
            project = make()
        except WorkbenchError as error:
            self._desk.tell(error.message)
            return
        self._put(project, Document(), None, RecoveryFile())

    def _open(self, path: Path) -> None:
        try:
            loaded = load(path)
        except WorkbenchError as error:
            self._desk.tell(error.message)
            return
        lock = self._locked(path)
        if lock == "cancel":
            return
        own = lock if isinstance(lock, Lock) else None
        document = Document(path, loaded.fingerprint, read_only=lock == "read_only")
        self._put(loaded.project, document, own, RecoveryFile())
        self._remember(path)

    def _locked(self, path: Path) -> Lock | str:
        """Our lock on a file; or what to do as somebody else has it open."""
        if self._lock is not None and self._document.path == path:
            return self._lock
        found = acquire(path)
        if not isinstance(found, LockedBy):
            return found
        answer = self._ask.locked(path.name, found)
        return take_over(path) if answer == "take_over" else answer

    def _put(
        self,
        project: Project,
        document: Document,
        lock: Lock | None,
        recovery: RecoveryFile,
        *,
        dirty: bool = False,
    ) -> None:
        if lock is not self._lock:
            self._release()
        self._recovery.drop()
        self._recovery = recovery
        self._lock, self._document, self._saved_at = lock, document, ""
        self._desk.selection.clear()
        self._desk.session.open(project, dirty=dirty)
        self.changed.emit(document)
        self._desk.go("funnel")

    def _restore(self, found: Recovery) -> None:
        """Go on with recovered work: on its file where that is still the one it began with."""
        path, fingerprint, lock = None, None, None
        if found.document is not None and found.fits_document:
            path = real(found.document)
            fingerprint = Fingerprint.of(path.read_bytes())
            lock = self._locked(path)
        own = lock if isinstance(lock, Lock) else None
        document = Document(path, fingerprint, read_only=path is not None and own is None)
        self._put(found.project, document, own, RecoveryFile(found), dirty=True)

    def _save(self, path: Path, known: Fingerprint | None) -> bool:
        lock = self._lock_to_save(path)
        if lock is None:
            return False
        project = self._desk.project
        try:
            fingerprint = save(project, path, known)
        except ChangedOnDisk:
            self._let_go(lock)
            return self._save_after_all(path)
        except WorkbenchError as error:
            self._desk.tell(error.message)
            self._let_go(lock)
            return False
        if lock is not self._lock:
            self._release()
            self._lock = lock
        self._document = replace(
            self._document, path=path, fingerprint=fingerprint, read_only=False
        )
        self._saved_at = self._clock()
        self._recovery.drop()
        self._desk.session.mark_saved(project)
        self._remember(path)
        self.changed.emit(self._document)
        return True

    def _save_after_all(self, path: Path) -> bool:
        match self._ask.changed_on_disk(path.name):
            case "overwrite":
                return self._save(path, None)
            case "copy":
                return self.save_as()
            case _:
                return False

    def _lock_to_save(self, path: Path) -> Lock | None:
        """Our lock on a file that is to be written; None, and a sentence, where others have one."""
        if self._lock is not None and self._document.path == path:
            return self._lock
        found = acquire(path)
        if isinstance(found, Lock):
            return found
        message = text(
            "“{name}” is open elsewhere ({user}, {host}); save under another name",
            name=path.name,
            user=found.user or "?",
            host=found.host or "?",
        )
        self._desk.tell(message)
        return None

    def _may_leave(self) -> bool:
        self._desk.settle()
        if not self.is_dirty:
            return True
        answer = self._ask.unsaved(self._document.name or self._desk.say(self.title))
        return self.save() if answer == "save" else answer == "discard"

    def _let_go(self, lock: Lock) -> None:
        """Release a lock that was taken for a save that did not come about."""
        if lock is not self._lock:
            lock.release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _folder(self) -> str:
        return self._preferences.settings.folders.get("projects") or str(documents_folder())

    def _suggestion(self) -> Path:
        path = self._document.path
        if path is not None and self._document.read_only:
            copy = self._desk.say(text("{name} (copy)", name=path.stem))
            return path.with_name(f"{copy}{path.suffix}")
        if path is not None:
            return path
        return Path(self._folder()) / f"{file_name(self._desk.say(self.title))}.kpi"

    def _remember(self, path: Path) -> None:
        self._preferences.remember("folders", "projects", str(path.parent))
        self._preferences.replace(self._preferences.settings.with_recent(path))

    def _on_changed(self, _changes: Changes) -> None:
        self.changed.emit(self._document)


def real(path: Path) -> Path:
    """The file itself, whatever way or link leads there: it has one lock."""
    return Path(os.path.realpath(path))


def file_name(words: str) -> str:
    """A person's words as a name that every file system takes."""
    kept = "".join(" " if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in words)
    return " ".join(kept.split())[:80].rstrip(". ") or "project"
