"""Phases, channels and goals of the project, as lists to be changed."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.base.texts import Text, text
from workbench.document.client import Channel, Phase
from workbench.document.edits.project import SetMembers
from workbench.document.keys import slug
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.goals import add_goal, goal_rows
from workbench.presenters.inspector.goals import answer as answer_goal
from workbench.presenters.inspector.rows import (
    AddRow,
    ChoiceRow,
    ItemRow,
    NoteRow,
    Option,
    Row,
    Section,
    TextRow,
)
from workbench.presenters.inspector.wishes import Added, Chosen, Moved, Removed, Typed, Wish

_LONGEST_NAME = 200


def phases_section(desk: Desk, *, is_open: bool) -> Section:
    """The bands of the canvas from left to right."""
    say, phases = desk.say, desk.project.phases
    label, placeholder = say(text("Name of the phase")), say(text("name of the phase"))
    rows: list[Row] = [
        ItemRow(
            key=f"phase {phase.key}",
            parts=(TextRow(key=f"phase {phase.key}", label=label, words=phase.name, longest=200),),
            remove=say(text("Remove the phase")),
            move_up=say(text("Move up")) if at else "",
            move_down=say(text("Move down")) if at < len(phases) - 1 else "",
        )
        for at, phase in enumerate(phases)
    ]
    add = AddRow(key="phase", words=say(text("+ phase")), placeholder=placeholder)
    return Section("phases", say(text("Phases")), (*rows, add), folds=True, open=is_open)


def channels_section(desk: Desk, *, is_open: bool) -> Section:
    """Sources of leads, confirmed or still searched."""
    say = desk.say
    states = (
        Option("confirmed", say(text("confirmed"))),
        Option("searching", say(text("searching"))),
    )
    rows: list[Row] = []
    for channel in desk.project.channels:
        key = f"channel {channel.key}"
        label = say(text("Name of the channel"))
        name = TextRow(key=key, label=label, words=channel.name, longest=200)
        state = ChoiceRow(
            key=f"{key} state", label=say(text("State")), options=states, chosen=channel.state,
            tip=say(_STATE_TIP),
        )  # fmt: skip
        remove = say(text("Remove the channel"))
        rows.append(ItemRow(key=key, parts=(name, state), remove=remove))
    words = say(text("+ channel"))
    rows.append(AddRow(key="channel", words=words, placeholder=say(text("name of the channel"))))
    return Section("channels", say(text("Channels")), tuple(rows), folds=True, open=is_open)


def goals_section(desk: Desk, *, is_open: bool) -> Section:
    """What the plan is to reach."""
    say, project = desk.say, desk.project
    rows: list[Row] = []
    for at, goal in enumerate(project.goals):
        rows += goal_rows(desk, at, project.metric(goal.metric).name)
    if not rows:
        words = say(text("No goal yet: the plan shows what comes out, and nothing to reach."))
        rows.append(NoteRow(key="no_goal", words=words))
    taken = {goal.metric for goal in project.goals}
    options = tuple(Option(m.key, m.name) for m in project.metrics if m.key not in taken)
    if options:
        rows.append(AddRow(key="goal", words=say(text("+ goal")), options=options))
    return Section("goals", say(text("Goals")), tuple(rows), folds=True, open=is_open)


def answer(desk: Desk, wish: Wish) -> bool:
    """Do what is wished in these sections; False when the wish belongs elsewhere."""
    kind, _, key = wish.row.partition(" ")
    if kind == "phase":
        return _answer_phase(desk, key, wish)
    if kind == "channel":
        return _answer_channel(desk, key, wish)
    if isinstance(wish, Added) and wish.row == "goal":
        add_goal(desk, wish.words)
        return True
    return answer_goal(desk, wish)


def _answer_phase(desk: Desk, key: str, wish: Wish) -> bool:
    phases = list(desk.project.phases)
    at = next((i for i, phase in enumerate(phases) if phase.key == key), -1)
    match wish:
        case Added("phase", words):
            new = Phase(key=slug(words, _keys(phases), "phase"), name=words[:_LONGEST_NAME])
            _set(desk, "phases", [*phases, new], text("Add the phase “{name}”", name=words))
        case Typed(_, words) if words:
            title = text("Rename the phase “{name}”", name=phases[at].name)
            phases[at] = phases[at].having(name=words[:_LONGEST_NAME])
            _set(desk, "phases", phases, title)
        case Removed():
            title = text("Remove the phase “{name}”", name=phases[at].name)
            _set(desk, "phases", phases[:at] + phases[at + 1 :], title)
        case Moved(_, by) if 0 <= at + by < len(phases):
            phases.insert(at + by, phases.pop(at))
            _set(desk, "phases", phases, text("Reorder phases"))
        case _:
            pass
    return True


def _answer_channel(desk: Desk, key: str, wish: Wish) -> bool:
    channels = list(desk.project.channels)
    key, _, member = key.partition(" ")
    at = next((i for i, channel in enumerate(channels) if channel.key == key), -1)
    match wish:
        case Added("channel", words):
            new = Channel(key=slug(words, _keys(channels), "channel"), name=words[:_LONGEST_NAME])
            _set(desk, "channels", [*channels, new], text("Add the channel “{name}”", name=words))
        case Typed(_, words) if words:
            title = text("Rename the channel “{name}”", name=channels[at].name)
            channels[at] = channels[at].having(name=words[:_LONGEST_NAME])
            _set(desk, "channels", channels, title)
        case Chosen(_, state) if member == "state":
            title = text("Change the state of the channel “{name}”", name=channels[at].name)
            channels[at] = channels[at].having(state=state)
            _set(desk, "channels", channels, title)
        case Removed():
            title = text("Remove the channel “{name}”", name=channels[at].name)
            _set(desk, "channels", channels[:at] + channels[at + 1 :], title)
        case _:
            pass
    return True


def _keys(things: Sequence[Phase] | Sequence[Channel]) -> set[str]:
    return {thing.key for thing in things}


def _set(desk: Desk, member: str, things: Sequence[Phase | Channel], title: Text) -> None:
    desk.do(SetMembers({member: tuple(things)}, title))


_STATE_TIP = text(
    "Confirmed: there is data that its leads convert at the norm. "
    "While it is still being searched, the marketer shares the quality KPI."
)
