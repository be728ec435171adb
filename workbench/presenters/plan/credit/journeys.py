"""The list of journeys and the touches of one, as they are shown and edited."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Literal

from workbench.base.days import NotADay, read_day
from workbench.base.numbers import NotANumber, read_number
from workbench.base.texts import text
from workbench.document.edits.journeys import AddJourney, ChangeJourney, RemoveJourneys
from workbench.document.plan import Journey, Touch
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Option
from workbench.presenters.measures import NOTHING, amount
from workbench.presenters.plan.credit.picture import JourneyRow, TouchesPicture, TouchRow
from workbench.presenters.plan.credit.rules import Rules, stage_options
from workbench.presenters.plan.credit.touching import Credited, TouchWords, credited

Column = Literal["closed", "value", "count"]
Named = Literal["channel", "role", "stage"]
COLUMNS: tuple[Column, ...] = ("closed", "value", "count")


class Journeys:
    """Changes journeys by their place in the project; `at` is the chosen one."""

    def __init__(self, desk: Desk, rules: Rules, today: Callable[[], date] = date.today) -> None:
        self._desk = desk
        self._rules = rules
        self._today = today
        self._at: int | None = None

    @property
    def at(self) -> int | None:
        """The chosen journey, the first where the chosen one is gone; None where there is none."""
        count = len(self._all)
        if not count:
            return None
        return min(self._at or 0, count - 1)

    def choose(self, at: int) -> None:
        """Show the touches of another journey."""
        self._at = at

    def row(self, at: int) -> JourneyRow:
        """One deal in the list."""
        journey, language, words = self._all[at], self._desk.language, self._words
        touches = self._credited(journey)
        return JourneyRow(
            language.date(journey.closed),
            amount(journey.value, self._desk.project.client.currency, language),
            language.number(journey.count),
            tuple(words.chip(one) for one in touches),
            "\n".join(words.line(one, journey) for one in touches),
        )

    def editable(self, at: int, column: Column) -> str:
        """What stands in a field while it is typed."""
        journey, language = self._all[at], self._desk.language
        if column == "closed":
            return language.date(journey.closed)
        value = journey.value if column == "value" else journey.count
        return f"{value:.12g}".replace(".", language.decimal)

    def type(self, at: int, column: Column, words: str) -> bool:
        """Take a typed cell over; what cannot be read is told, and nothing changes."""
        try:
            value = self._typed(column, words)
        except (NotADay, NotANumber) as error:
            self._desk.tell(error.message)
            return False
        if isinstance(value, float) and not (math.isfinite(value) and value >= 0):
            self._desk.tell(text("value and count of a journey must not be below zero"))
            return False
        return self._desk.do(ChangeJourney(at, {column: value}))

    def add(self) -> None:
        """A new journey, closed today and worth nothing yet, which is the chosen one."""
        self._at = len(self._all)
        self._desk.do(AddJourney(Journey(closed=self._today(), value=0.0)))

    def remove(self, places: frozenset[int]) -> None:
        """Take journeys out; undo brings them back."""
        known = frozenset(at for at in places if at < len(self._all))
        if known:
            self._desk.do(RemoveJourneys(known))

    def touches(self) -> TouchesPicture | None:
        """The touches of the chosen journey in the order of their dates."""
        at, project = self.at, self._desk.project
        if at is None:
            return None
        none = Option("", NOTHING)
        journey, deal = self._all[at], self.row(at)
        return TouchesPicture(
            self._desk.say(
                text("Touches before {closed}, {value}", closed=deal.closed, value=deal.value)
            ),
            tuple(self._touch_row(one, journey) for one in self._credited(journey)),
            (none, *(Option(one.key, one.name) for one in project.channels)),
            (none, *(Option(one.key, one.name) for one in project.roles)),
            (none, *stage_options(project)),
        )

    def add_touch(self) -> None:
        """One more touch, on the day of the last one or of the closing."""
        at = self.at
        if at is not None:
            ordered = self._ordered()
            day = ordered[-1].date if ordered else self._all[at].closed
            self._set_touches((*ordered, Touch(date=day)))

    def remove_touch(self, number: int) -> None:
        """Take a touch of the chosen journey out."""
        ordered = self._ordered()
        if 0 <= number < len(ordered):
            self._set_touches((*ordered[:number], *ordered[number + 1 :]))

    def date_touch(self, number: int, words: str) -> bool:
        """Another day of a touch; what is none is told, and nothing changes."""
        try:
            day = read_day(words)
        except NotADay as error:
            self._desk.tell(error.message)
            return False
        return self._change_touch(number, date=day)

    def name_touch(self, number: int, what: Named, key: Key) -> None:
        """Another channel, role or stage of a touch, or none."""
        self._change_touch(number, **{what: key or None})

    @property
    def _all(self) -> tuple[Journey, ...]:
        return self._desk.project.journeys

    def _ordered(self) -> tuple[Touch, ...]:
        if self.at is None:
            return ()
        return tuple(sorted(self._all[self.at].touches, key=lambda touch: touch.date))

    def _credited(self, journey: Journey) -> tuple[Credited, ...]:
        return credited(journey, self._rules.by, self._rules.rule)

    @property
    def _words(self) -> TouchWords:
        return TouchWords(self._desk.project, self._desk.language, self._rules.by)

    def _change_touch(self, number: int, **changes: object) -> bool:
        ordered = list(self._ordered())
        if not 0 <= number < len(ordered):
            return False
        ordered[number] = ordered[number].having(**changes)
        return self._set_touches(tuple(ordered))

    def _set_touches(self, touches: tuple[Touch, ...]) -> bool:
        if self.at is None:
            return False
        dated = tuple(sorted(touches, key=lambda touch: touch.date))
        return self._desk.do(ChangeJourney(self.at, {"touches": dated}))

    def _typed(self, column: Column, words: str) -> date | float:
        if column == "closed":
            return read_day(words)
        return read_number(words, self._desk.language.decimal).value

    def _touch_row(self, one: Credited, journey: Journey) -> TouchRow:
        touch = one.touch
        return TouchRow(
            self._desk.language.date(touch.date),
            touch.channel or "",
            touch.role or "",
            touch.stage or "",
            self._words.part(one, journey),
            counts=one.part is not None,
        )
