"""Questions as dialogs, their buttons verbs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.ask import BeforeClosing, WhenChanged, WhenFound, WhenLocked
from workbench.presenters.desk import Desk
from workbench.storage.folders import documents_folder
from workbench.storage.lock import LockedBy
from workbench.storage.recovery import Recovery

A = TypeVar("A", bound=str)
Role = QMessageBox.ButtonRole


class Dialogs:
    """Answers the program's questions by asking the person."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent

    def unsaved(self, name: str) -> BeforeClosing:
        """Save, do not save, or stay."""
        answers: dict[BeforeClosing, tuple[Text, Role]] = {
            "save": (text("Save"), Role.AcceptRole),
            "discard": (text("Don't save"), Role.DestructiveRole),
            "cancel": (text("Cancel"), Role.RejectRole),
        }
        return self._ask(
            text("Save the changes in “{name}”?", name=name),
            text("Without saving they are lost."),
            answers,
            "cancel",
        )

    def file_to_open(self, folder: str) -> Path | None:
        """A project file."""
        title = self._desk.say(text("Open a project"))
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, folder, self._filter())
        return Path(chosen) if chosen else None

    def file_to_save(self, suggestion: Path) -> Path | None:
        """A name for the project."""
        title = self._desk.say(text("Save the project"))
        chosen, _ = QFileDialog.getSaveFileName(
            self._parent, title, str(suggestion), self._filter()
        )
        return Path(chosen) if chosen else None

    def picture_to_open(self, title: Text, folder: Path) -> Path | None:
        """A picture that is there already."""
        pictures = self._desk.say(text("Pictures"))
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, self._desk.say(title), str(folder), f"{pictures} (*.png *.jpg *.jpeg)"
        )
        return Path(chosen) if chosen else None

    def picture_to_save(self, title: Text, suggestion: Path) -> Path | None:
        """A name for a picture."""
        kinds = {"png": text("Picture"), "svg": text("Drawing"), "pdf": text("PDF page")}
        return self.file_to_write(title, suggestion, kinds)

    def file_to_write(
        self, title: Text, suggestion: Path, kinds: Mapping[str, Text]
    ) -> Path | None:
        """A name with one of the endings for what leaves the program."""
        if not suggestion.parent.is_dir() or suggestion.parent == Path():
            suggestion = documents_folder() / suggestion.name
        filters = {f"{self._desk.say(kind)} (*.{end})": end for end, kind in kinds.items()}
        chosen, taken = QFileDialog.getSaveFileName(
            self._parent, self._desk.say(title), str(suggestion), ";;".join(filters)
        )
        if not chosen:
            return None
        path = with_suffix(Path(chosen), tuple(kinds), filters.get(taken, next(iter(kinds))))
        asked = path == Path(chosen) or not path.exists()
        return path if asked or self.replace(path.name) else None

    def replace(self, name: str) -> bool:
        """Write over a file, or not."""
        answers: dict[Literal["replace", "cancel"], tuple[Text, Role]] = {
            "replace": (text("Replace"), Role.DestructiveRole),
            "cancel": (text("Cancel"), Role.RejectRole),
        }
        question = text("“{name}” is there already", name=name)
        return self._ask(question, text("Replace it?"), answers, "cancel") == "replace"

    def changed_on_disk(self, name: str) -> WhenChanged:
        """Overwrite what somebody else wrote, or save a copy."""
        answers: dict[WhenChanged, tuple[Text, Role]] = {
            "copy": (text("Save a copy…"), Role.AcceptRole),
            "overwrite": (text("Overwrite"), Role.DestructiveRole),
            "cancel": (text("Cancel"), Role.RejectRole),
        }
        return self._ask(
            text("“{name}” was changed by somebody else", name=name),
            text(
                "It is not the file that you opened. Overwriting loses what the other person did."
            ),
            answers,
            "cancel",
        )

    def locked(self, name: str, holder: LockedBy) -> WhenLocked:
        """Look at a file that somebody else has open, or take it over."""
        answers: dict[WhenLocked, tuple[Text, Role]] = {
            "read_only": (text("Open without saving over it"), Role.AcceptRole),
            "take_over": (text("Take over"), Role.DestructiveRole),
            "cancel": (text("Cancel"), Role.RejectRole),
        }
        who = text("{user} on {host}, since {since}", user=holder.user or "?",
                   host=holder.host or "?", since=self._moment(holder.since))  # fmt: skip
        return self._ask(text("“{name}” is open elsewhere", name=name), who, answers, "cancel")

    def recover(self, found: Recovery) -> WhenFound:
        """Bring back work that was never saved."""
        answers: dict[WhenFound, tuple[Text, Role]] = {
            "restore": (text("Restore"), Role.AcceptRole),
            "drop": (text("Throw away"), Role.DestructiveRole),
            "later": (text("Later"), Role.RejectRole),
        }
        name = found.document.name if found.document else found.project.client.name
        return self._ask(
            text("There is unsaved work from {moment}", moment=self._moment(found.stored)),
            text("The program ended before “{name}” was saved.", name=name or "—"),
            answers,
            "later",
        )

    def _filter(self) -> str:
        name = self._desk.say(text("KPI Workbench projects"))
        return f"{name} (*.kpi)"

    def _ask(
        self, question: Text, detail: Text, answers: dict[A, tuple[Text, Role]], escape: A
    ) -> A:
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self._desk.say(question))
        box.setInformativeText(self._desk.say(detail))
        buttons = {
            box.addButton(self._desk.say(words), role): answer
            for answer, (words, role) in answers.items()
        }
        first, last = next(iter(buttons)), list(buttons)[list(answers).index(escape)]
        box.setDefaultButton(first)
        box.setEscapeButton(last)
        box.exec()
        return next((a for b, a in buttons.items() if b is box.clickedButton()), escape)

    def _moment(self, iso: str) -> str:
        """A moment as the interface language writes it, in this computer's time."""
        try:
            moment = datetime.fromisoformat(iso).astimezone()
        except ValueError:
            return iso
        return f"{self._desk.language.date(moment)} {moment:%H:%M}"


def with_suffix(path: Path, endings: tuple[str, ...], fallback: str) -> Path:
    """The path with an ending that fits, when the person has typed none of them."""
    if path.suffix.lower().lstrip(".") in endings:
        return path
    return path.with_name(f"{path.name}.{fallback}")
