"""Who a role is: colour, employment, mission; and its lists of duties, limits and competencies."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.presenters.inspector.rows import ChoiceRow, Option, Section, TextRow
from workbench.presenters.inspector.wishes import Chosen, Typed, Wish
from workbench.presenters.roles.cards import people_caption
from workbench.presenters.roles.lines import line_rows, lines_after
from workbench.presenters.roles.palette import COLORS
from workbench.presenters.roles.role_subject import RoleSubject
from workbench.presenters.roles.rows import ColorRow

_EMPLOYMENT = {
    "staff": (text("staff"), text("is measured by KPIs and paid a bonus for them")),
    "contractor": (text("contractor"), text("is given tasks with due dates and criteria")),
}


@dataclass(frozen=True, slots=True)
class _List:
    """One of the lists of a role: what it is called and what an entry is like."""

    member: str
    title: Text
    entry: Text
    example: Text
    folded: bool = False


LISTS = (
    _List(
        "duties",
        text("Area of responsibility"),
        text("Duty"),
        text("such as: books the meeting and confirms it the day before"),
    ),
    _List(
        "not_responsible",
        text("Not responsible for"),
        text("Limit"),
        text("such as: revenue: sales executive"),
        folded=True,
    ),
    _List(
        "competencies",
        text("Competencies"),
        text("Competency"),
        text("such as: asks questions and listens"),
        folded=True,
    ),
)


def subtitle(subject: RoleSubject) -> str:
    """Employment and number of people in a few words."""
    if subject.is_contractor:
        return subject.say(text("contractor"))
    people = people_caption(subject.role.people)
    return " · ".join((subject.say(text("staff")), subject.say(people)))


def mission_section(subject: RoleSubject) -> Section:
    """The mission, right under the name."""
    row = TextRow(
        key="mission",
        tip=subject.say(text("Mission")),
        words=subject.role.mission,
        placeholder=subject.say(text("Mission: what the role is there for, in one sentence")),
        tall=True,
    )
    return Section("mission", "", (row,))


def about_section(subject: RoleSubject) -> Section:
    """What the subtitle opens."""
    say, role = subject.say, subject.role
    colors = tuple(Option(color, say(name)) for color, name in COLORS.items())
    employment = tuple(
        Option(key, say(name), say(about)) for key, (name, about) in _EMPLOYMENT.items()
    )
    return Section(
        "about",
        "",
        (
            ColorRow(
                key="color",
                label=say(text("Colour")),
                color=role.color,
                colors=colors,
                other=say(text("Another colour…")),
            ),
            ChoiceRow(
                key="employment",
                label=say(text("Employment")),
                options=employment,
                chosen=role.employment,
                look="segments",
            ),
        ),
        folds=True,
        open=subject.is_open("about", at_first=False),
    )


def list_section(subject: RoleSubject, member: str) -> Section:
    """The section of one of the lists."""
    found = next(one for one in LISTS if one.member == member)
    lines = getattr(subject.role, member)
    rows = line_rows(
        member,
        lines,
        subject.say,
        label=found.entry,
        remove=text("Remove"),
        placeholder=found.example,
        add=text("+ add"),
    )
    return Section(
        member,
        subject.say(found.title),
        rows,
        folds=True,
        open=subject.is_open(member, at_first=not found.folded),
        summary=str(len(lines)) if lines else "",
    )


def answer(subject: RoleSubject, wish: Wish) -> bool:
    """Do what is wished here; False when the wish belongs elsewhere."""
    match wish:
        case Typed("name", words):
            if words:
                subject.change(name=words[:200])
        case Typed("mission", words):
            subject.change(_title(subject, "mission"), mission=words)
        case Chosen("color", color):
            subject.change(_title(subject, "color"), color=color)
        case Chosen("employment", kind):
            subject.change(_title(subject, "employment"), employment=kind)
        case _:
            return _answer_lists(subject, wish)
    return True


def _answer_lists(subject: RoleSubject, wish: Wish) -> bool:
    for one in LISTS:
        before = getattr(subject.role, one.member)
        after = lines_after(one.member, before, wish)
        if after is not None:
            subject.change(_title(subject, one.member), **{one.member: after})
            return True
    return False


def _title(subject: RoleSubject, member: str) -> Text:
    return Text(_TITLES[member].id, (("name", subject.role.name),))


_TITLES: dict[str, Text] = {
    "mission": text("Change the mission of {name}"),
    "color": text("Change the colour of {name}"),
    "employment": text("Change the employment of {name}"),
    "duties": text("Change the duties of {name}"),
    "not_responsible": text("Change what {name} is not responsible for"),
    "competencies": text("Change the competencies of {name}"),
}
