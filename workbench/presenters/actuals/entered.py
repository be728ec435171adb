"""The actuals that people enter: looked up, typed and taken out, whatever table they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from psygnal import Signal

from workbench.base.numbers import NotANumber
from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle
from workbench.document.edits.project import SetActual
from workbench.document.plan import Actual
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.measures import editable_value, typed_value
from workbench.presenters.months.clipboard import doubt
from workbench.presenters.typed_numbers import TypedNumbers

Keys = tuple[Key, ...]
Place = tuple[Key, str]  # a metric and a month


class Entered(TypedNumbers):
    """Changes actuals; what was typed and is no number is kept, month by month, to be mended."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._unread: dict[Place, str] = {}
        self._read: tuple[tuple[Actual, ...], dict[Place, float]] = ((), {})
        desk.session.opened.connect(self._on_opened)

    def fact_in(self, place: Place) -> float | None:
        """What a metric was in a month, if that was entered."""
        project = self._desk.project
        if self._read[0] is not project.actuals:
            values = {(one.metric, one.month): one.value for one in project.actuals}
            self._read = (project.actuals, values)
        return self._read[1].get(place)

    def unread_in(self, place: Place) -> str:
        """What was typed for a metric and month and is no number."""
        return self._unread.get(place, "")

    def exact_in(self, place: Place) -> str:
        """What stands in a field while it is typed, and what is copied: every digit."""
        metric = self._desk.project.metric(place[0])
        fact = self.fact_in(place)
        return self.unread_in(place) or editable_value(metric, fact, self._desk.language)

    def type_in(self, place: Place, words: str) -> None:
        """A number for a month; an empty field means that there is no actual."""
        try:
            value = typed_value(self._desk.project.metric(place[0]), words, self._desk.language)
        except NotANumber as error:
            self._unread[place] = words
            self._desk.tell(error.message)
            self.changed.emit()
            return
        self._forget([place])
        self._desk.do(self._edit(place, value))

    def _edit(self, place: Place, value: float | None) -> SetActual:
        return SetActual(*place, value, self._desk.project.metric(place[0]).name)

    def _enter(self, edits: Sequence[SetActual], title: Text) -> bool:
        if len(edits) == 1:
            return self._desk.do(edits[0])
        return bool(edits) and self._desk.do(Bundle(title, tuple(edits)))

    def _forget(self, places: Iterable[Place]) -> None:
        known = [place for place in places if place in self._unread]
        for place in known:
            del self._unread[place]
        if known:
            self.changed.emit()

    def _doubtful(self, pairs: Iterable[tuple[Key, str]]) -> Text | None:
        """How the first of pasted cells was read that could mean two numbers."""
        for key, words in pairs:
            found = doubt(self._desk.project.metric(key), words, self._desk.language)
            if found:
                return text("“{words}” was read as {number}", words=found.words,
                            number=found.number)  # fmt: skip
        return None

    def _on_opened(self) -> None:
        self._unread.clear()
