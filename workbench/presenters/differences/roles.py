"""What changed in the roles, and which of them were merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.base.texts import Text, plural, text, verbatim
from workbench.document.changes import Changes
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.presenters.differences.change import (
    Change,
    Half,
    Tellers,
    changed,
    chosen,
    number,
    of_lines,
    of_value,
    quoted,
    quoted_lines,
    renamed,
    share,
    stepped,
    told,
)
from workbench.presenters.differences.side import Side, Sides

_EMPLOYMENT = {"staff": text("staff"), "contractor": text("contractor")}


def roles_told(sides: Sides, changes: Changes) -> Iterator[Text]:
    """Roles that went, came and changed."""
    merged = merged_roles(changes)
    for role in changes.before.roles:
        if role.key in changes.roles.removed:
            yield _gone(role, sides, merged.get(role.key))
    for role in changes.after.roles:
        if role.key in changes.roles.added:
            yield _new(role, sides.after)
        elif role.key in changes.roles.replaced:
            before = changes.before.role_by_key[role.key]
            yield from told(verbatim(sides.after.role(role.key)), sides, before, role, _ROLE)


def merged_roles(changes: Changes) -> Mapping[Key, Key]:
    """Roles that went, with the one role that all their KPIs went to."""
    found = {}
    for role in changes.roles.removed:
        own = {metric for metric, holder in changes.before.kpi_by_place if holder == role}
        heirs = [one.key for one in changes.after.roles if _inherits(one.key, own, changes)]
        if len(heirs) == 1:
            found[role] = heirs[0]
    return found


def _inherits(role: Key, metrics: set[Key], changes: Changes) -> bool:
    """Whether a role holds all these metrics now, and did not before."""
    now = {metric for metric in metrics if (metric, role) in changes.after.kpi_by_place}
    gained = {metric for metric in now if (metric, role) in changes.kpis.added}
    return bool(gained) and now == metrics


def _new(role: Role, side: Side) -> Text:
    name, people = side.role(role.key), text("{people} people", people=role.people)
    if role.people.is_integer():
        people = plural("{n} person", "{n} people", int(role.people))
    return text("New role: {role} ({people})", role=name, people=people)


def _gone(role: Role, sides: Sides, heir: Key | None) -> Text:
    name = sides.before.role(role.key)
    if heir is not None:
        return text("{role} is merged into {other}", role=name, other=sides.after.role(heir))
    return text("The role {role} is taken out", role=name)


def _capacity(change: Change[Role]) -> Iterator[Text]:
    """How much one person handles, metric by metric."""
    before, after = _handled(change.before), _handled(change.after)
    if before == after:
        yield changed(change.thing, text("capacity"))
    for key in before | after:
        side = change.after.side if key in after else change.before.side
        member = text("capacity for “{metric}”", metric=side.metric(key))
        if before.get(key) == after.get(key):
            continue
        old = _amount(change.before.side, before.get(key))
        new = _amount(change.after.side, after.get(key))
        yield from stepped(change.thing, member, old, new)


def _handled(half: Half[Role]) -> dict[Key, float]:
    return {capacity.metric: capacity.per_person for capacity in half.value}


def _amount(side: Side, value: float | None) -> str:
    return "" if value is None else side.language.number(value)


def _money(half: Half[Role]) -> str:
    return half.side.money(half.value)


def _ramp(half: Half[Role]) -> str:
    return ", ".join(half.side.percent(one) for one in half.value)


_ROLE: Tellers = {
    "name": renamed,
    "mission": of_value(text("mission"), quoted),
    "duties": of_lines(text("duties"), quoted_lines),
    "not_responsible": of_lines(text("does not answer for"), quoted_lines),
    "employment": of_value(text("employment"), chosen(_EMPLOYMENT)),
    "color": of_value(text("colour"), lambda half: half.value),
    "people": of_value(text("people"), number),
    "salary": of_value(text("salary"), _money),
    "bonus": of_value(text("bonus"), _money),
    "payroll_tax": of_value(text("payroll tax"), share),
    "capacity": _capacity,
    "ramp": of_value(text("output in the first months"), _ramp),
    "attrition": of_value(text("leaving in a year"), share),
    "absence": of_value(text("time away"), share),
    "competencies": of_lines(text("competencies"), quoted_lines),
}
