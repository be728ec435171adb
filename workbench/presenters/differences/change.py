"""How the change of one member is told: as a value, as lines of a list, or inside a part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from workbench.base.texts import Text, text, verbatim
from workbench.checks.wording import listed
from workbench.document.value import Value
from workbench.presenters.differences.side import Side, Sides, short

V = TypeVar("V", bound=Value)


@dataclass(frozen=True)
class Half(Generic[V]):
    """A member as it was or as it is: its value, and the thing it belongs to."""

    side: Side
    owner: V
    value: Any


@dataclass(frozen=True)
class Change(Generic[V]):
    """A member of a thing with another value than before."""

    thing: Text
    before: Half[V]
    after: Half[V]


Teller = Callable[[Change[Any]], Iterable[Text]]
Tellers = Mapping[str, Teller]
Show = Callable[[Half[Any]], str]
ShowLines = Callable[[Half[Any]], Iterable[str]]


def told(
    thing: Text, sides: Sides, before: Value, after: Value, tellers: Tellers
) -> Iterator[Text]:
    """Everything that differs between a thing before and after, member by member."""
    for name in _members(before) | _members(after):
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old != new:
            halves = Half(sides.before, before, old), Half(sides.after, after, new)
            teller = tellers.get(name) or of_value(verbatim(short(name)), lambda _: "?")
            yield from teller(Change(thing, *halves))


def untold(_change: Change[Any]) -> Iterable[Text]:
    """A member that nobody needs to read about."""
    return ()


def renamed(change: Change[Any]) -> Iterable[Text]:
    """Another name."""
    before, after = short(change.before.value), short(change.after.value)
    if before == after:
        yield changed(change.thing, text("name"))
    else:
        yield text("“{before}” is now called “{after}”", before=before, after=after)


def of_value(member: Text, show: Show) -> Teller:
    """A member with one value, empty where it is not set."""

    def tell(change: Change[Any]) -> Iterable[Text]:
        return stepped(change.thing, member, show(change.before), show(change.after))

    return tell


def of_lines(member: Text, show: ShowLines) -> Teller:
    """A member that is a list: what came and what went."""

    def tell(change: Change[Any]) -> Iterator[Text]:
        before, after = list(show(change.before)), list(show(change.after))
        added, gone = Counter(after) - Counter(before), Counter(before) - Counter(after)
        words: dict[str, Text] = {"thing": change.thing, "member": member}
        if added:
            yield text("{thing}: {member} – added: {items}", items=listed(added), **words)
        if gone:
            yield text("{thing}: {member} – taken out: {items}", items=listed(gone), **words)
        if not added and not gone:
            order = text("{thing}: {member} – in another order", **words)
            yield changed(change.thing, member) if before == after else order

    return tell


def of_parts(empty: Value, tellers: Tellers) -> Teller:
    """A member that has members itself; `empty` stands in where there is none."""

    def tell(change: Change[Any]) -> Iterable[Text]:
        sides = Sides(change.before.side, change.after.side)
        before, after = change.before.value or empty, change.after.value or empty
        return told(change.thing, sides, before, after, tellers)

    return tell


def stepped(thing: Text, member: Text, before: str, after: str) -> Iterator[Text]:
    """The line of a value that was set, changed or taken out; none where there is none to read."""
    words: dict[str, Text] = {"thing": thing, "member": member}
    if before == after:
        if before:
            yield changed(thing, member)
    elif not before:
        yield text("{thing}: {member} – now {after}", after=after, **words)
    elif not after:
        yield text("{thing}: {member} – no longer set (was {before})", before=before, **words)
    else:
        yield text("{thing}: {member} {before} → {after}", before=before, after=after, **words)


def changed(thing: Text, member: Text) -> Text:
    """The line of a change that cannot be read: too small, too far behind, of a newer program."""
    return text("{thing}: {member} – changed", thing=thing, member=member)


def quoted(half: Half[Any]) -> str:
    """A person's words as a value."""
    return half.side.quoted(half.value)


def quoted_lines(half: Half[Any]) -> Iterator[str]:
    """A person's words as lines of a list."""
    return (half.side.quoted(words) for words in half.value)


def share(half: Half[Any]) -> str:
    """A share as a value."""
    return half.side.percent(half.value)


def number(half: Half[Any]) -> str:
    """A plain number as a value."""
    return "" if half.value is None else half.side.language.number(half.value)


def yes_or_no(half: Half[Any]) -> str:
    """A switch as a value."""
    if half.value is None:
        return ""
    return half.side.say(text("yes") if half.value else text("no"))


def chosen(words: Mapping[Any, Text]) -> Show:
    """One of several choices as a value."""
    return lambda half: half.side.say(words.get(half.value))


def _members(value: Value) -> dict[str, None]:
    """The names of all members in the order of the file, unknown ones last."""
    return dict.fromkeys([*type(value).model_fields, *(value.model_extra or {})])
