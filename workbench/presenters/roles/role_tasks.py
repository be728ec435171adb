"""A contractor's tasks: what is delivered, when, and by which criteria it is accepted."""

from __future__ import annotations

from datetime import date

from workbench.base.days import NotADay, read_day
from workbench.base.texts import Text, text
from workbench.document.edits.project import SetMembers
from workbench.document.kpi import Task
from workbench.presenters.inspector.rows import (
    AddRow,
    ItemRow,
    NoteRow,
    Row,
    Section,
    SwitchRow,
    TextRow,
)
from workbench.presenters.inspector.wishes import Added, Moved, Removed, Switched, Typed, Wish
from workbench.presenters.roles.lines import line_rows, lines_after
from workbench.presenters.roles.role_subject import RoleSubject
from workbench.presenters.roles.rows import DateRow

Tasks = tuple[Task, ...]


def task_sections(subject: RoleSubject) -> tuple[Section, ...]:
    """One section a task and one to add another."""
    tasks = tasks_of(subject)
    if not subject.is_contractor and not tasks:
        return ()
    sections = tuple(_section(subject, at, task, len(tasks)) for at, task in enumerate(tasks))
    return (_heading(subject, tasks), *sections)


def tasks_of(subject: RoleSubject) -> Tasks:
    """The role's tasks in their order."""
    return tuple(task for task in subject.project.tasks if task.role == subject.role.key)


def answer(subject: RoleSubject, wish: Wish) -> bool:
    """Do what is wished here; rows of the third task are “task@2”, “due@2”, “criteria@2 0”."""
    if isinstance(wish, Added) and wish.row == "task":
        _add(subject, wish.words)
        return True
    name, _, rest = wish.row.partition("@")
    number = rest.partition(" ")[0]
    tasks = tasks_of(subject)
    if not number.isdigit() or int(number) >= len(tasks):
        return False
    return _answer_one(subject, tasks, int(number), name, wish)


def _answer_one(subject: RoleSubject, tasks: Tasks, at: int, name: str, wish: Wish) -> bool:
    task = tasks[at]
    match wish:
        case Typed() if name == "task":
            _change(subject, at, name=wish.words[:200] or task.name)
        case Typed() if name == "due":
            _set_due(subject, at, wish.words)
        case Switched(_, on) if name == "accepted":
            _change(subject, at, accepted=on)
        case Removed() if name == "task":
            _remove(subject, tasks, at)
        case Moved(_, by) if name == "task":
            _move(subject, tasks, at, at + by)
        case _:
            after = lines_after(f"criteria@{at}", task.criteria, wish)
            if after is None:
                return False
            _change(subject, at, criteria=after)
    return True


def _heading(subject: RoleSubject, tasks: Tasks) -> Section:
    rows: list[Row] = []
    if not tasks:
        none = text("A contractor without tasks delivers nothing: add the first one.")
        rows.append(NoteRow(key="no_tasks", words=subject.say(none), tone="warn"))
    if not subject.is_contractor:
        why = text("Tasks are for contractors; staff is measured by KPIs.")
        rows.append(NoteRow(key="staff", words=subject.say(why)))
    rows.append(
        AddRow(
            key="task",
            words=subject.say(text("+ task")),
            placeholder=subject.say(text("such as: welcome chain of five letters")),
        )
    )
    return Section("tasks", subject.say(text("Tasks")), tuple(rows))


def _section(subject: RoleSubject, at: int, task: Task, count: int) -> Section:
    key = f"task@{at}"
    accepted = subject.say(text("Accepted"))
    return Section(
        key,
        _title(subject, at, task),
        (
            _name(subject, at, task, count),
            _due(subject, at, task),
            *_criteria(subject, at, task),
            SwitchRow(key=f"accepted@{at}", label=accepted, on=bool(task.accepted)),
        ),
        folds=True,
        open=subject.is_open(key),
    )


def _title(subject: RoleSubject, at: int, task: Task) -> str:
    number = subject.say(text("Task {n}", n=at + 1))
    accepted = subject.say(text("accepted"))
    return f"{number} · {accepted}" if task.accepted else number


def _name(subject: RoleSubject, at: int, task: Task, count: int) -> Row:
    label = subject.say(text("Deliverable"))
    return ItemRow(
        key=f"task@{at}",
        parts=(TextRow(key=f"task@{at}", label=label, words=task.name, tall=True),),
        remove=subject.say(text("Remove the task")),
        move_up=subject.say(text("Move up")) if at > 0 else "",
        move_down=subject.say(text("Move down")) if at < count - 1 else "",
    )


def _due(subject: RoleSubject, at: int, task: Task) -> Row:
    return DateRow(
        key=f"due@{at}",
        label=subject.say(text("Due date")),
        words=subject.language.date(task.due) if task.due else "",
        iso=task.due.isoformat() if task.due else "",
        tone="" if task.due else "warn",
        placeholder=subject.say(text("not set")),
    )


def _criteria(subject: RoleSubject, at: int, task: Task) -> tuple[Row, ...]:
    note = NoteRow(
        key=f"criteria_note@{at}",
        words=subject.say(text("Quality criteria"))
        if task.criteria
        else subject.say(text("No quality criteria yet: by what is it accepted?")),
        tone="" if task.criteria else "warn",
    )
    lines = line_rows(
        f"criteria@{at}",
        task.criteria,
        subject.say,
        label=text("Quality criterion"),
        remove=text("Remove the criterion"),
        placeholder=text("such as: opens correctly in five mail programs"),
        add=text("+ criterion"),
    )
    return (note, *lines)


def _set_due(subject: RoleSubject, at: int, words: str) -> None:
    if not words:
        _change(subject, at, due=None)
        return
    try:
        day = read_day(words, _start(subject))
    except NotADay as error:
        subject.desk.tell(error.message)
    else:
        _change(subject, at, due=day)


def _start(subject: RoleSubject) -> date:
    """The first day of the plan."""
    return date.fromisoformat(f"{subject.project.calendar.start}-01")


def _add(subject: RoleSubject, name: str) -> None:
    if name:
        added = Task(role=subject.role.key, name=name[:200])
        _put(subject, (*tasks_of(subject), added), text("Add the task “{name}”", name=name[:200]))


def _change(subject: RoleSubject, at: int, **changes: object) -> None:
    tasks = tasks_of(subject)
    changed = tasks[at].having(**changes)
    title = text("Change the task “{name}”", name=tasks[at].name)
    _put(subject, (*tasks[:at], changed, *tasks[at + 1 :]), title)


def _remove(subject: RoleSubject, tasks: Tasks, at: int) -> None:
    title = text("Remove the task “{name}”", name=tasks[at].name)
    _put(subject, (*tasks[:at], *tasks[at + 1 :]), title)


def _move(subject: RoleSubject, tasks: Tasks, at: int, to: int) -> None:
    if 0 <= to < len(tasks):
        rest = [*tasks[:at], *tasks[at + 1 :]]
        rest.insert(to, tasks[at])
        _put(subject, tuple(rest), text("Move the task “{name}”", name=tasks[at].name))


def _put(subject: RoleSubject, tasks: Tasks, title: Text) -> None:
    """Exchange the tasks of the role; those of others keep their places."""
    others = tuple(task for task in subject.project.tasks if task.role != subject.role.key)
    subject.desk.do(SetMembers({"tasks": (*others, *tasks)}, title))
