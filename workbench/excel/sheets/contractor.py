"""The sheet of a contractor: tasks with a due date, quality criteria and acceptance, no metrics."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.base.texts import context, text
from workbench.document.kpi import Task
from workbench.document.role import Role
from workbench.excel import styles
from workbench.excel.addresses import fixed, fixed_range, relative
from workbench.excel.book import Book
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import DAYS, WHOLE
from workbench.excel.plan import Area, Print, SheetPlan, Validation
from workbench.excel.sheets.blocks import Block, put_blocks
from workbench.excel.sheets.inputs import choice
from workbench.excel.sheets.role import put_head, put_signatures
from workbench.excel.sheets.wording import more_blocks

NUMBER, TASK, DUE, CRITERIA, ACCEPTED, COMMENT = range(6)
_WIDTHS = (5.0, 40.0, 14.0, 62.0, 14.0, 36.0)
_SPANS = ((NUMBER, TASK), (CRITERIA, CRITERIA), (ACCEPTED, COMMENT))
_SIGNATURES = ((NUMBER, TASK), (CRITERIA, CRITERIA), (COMMENT, COMMENT))
_EARLIEST, _LATEST = date(2000, 1, 1), date(2199, 12, 31)


def contractor_sheet(book: Book, role: Role) -> SheetPlan:
    """Plan the sheet of a contractor."""
    sheet = SheetBuilder(book.role_sheets[role.key], _WIDTHS, kind="role", role=role.key)
    put_head(sheet, book, role, COMMENT)
    title = book.say(text("Contractor's tasks: {role}", role=role.name))
    sheet.put(0, 0, title, styles.TITLE)
    sheet.height(0, 30)
    top = put_blocks(sheet, 5, _head(book, role), _SPANS)
    tasks = tuple(task for task in book.project.tasks if task.role == role.key)
    end = _put_tasks(sheet, book, role, tasks, top)
    help_block = more_blocks(book, role)[4]
    end = put_blocks(sheet, end, (help_block,), _SPANS)
    put_signatures(
        sheet,
        book,
        end + 1,
        (context("signature", "Client"), context("signature", "Contractor")),
        _SIGNATURES,
    )
    page = Print(repeat=(top + 1, top + 1), footer=book.footer)
    return sheet.built(page, (3, TASK + 1), role.color)


def _head(book: Book, role: Role) -> tuple[Block, ...]:
    unset = book.say(text("Not set"))
    mission = (role.mission,) if role.mission else ()
    return (
        Block(book.say(text("Mission of the role")), mission, unset, bullets=False),
        Block(book.say(text("Duties")), role.duties, unset),
        Block(book.say(text("What the role does not answer for")), role.not_responsible, unset),
    )


def _put_tasks(
    sheet: SheetBuilder, book: Book, role: Role, tasks: tuple[Task, ...], top: int
) -> int:
    say = book.say
    sheet.put(top, NUMBER, say(text("Tasks")), styles.HEADING)
    principle = text(
        "A contractor answers for what is delivered on time and to the criteria, not for revenue."
    )
    sheet.put(top, DUE, say(principle), styles.NOTE)
    heads = (
        text("No."), text("Task, deliverable"), text("Due date"), text("Quality criteria"),
        text("Accepted"), text("Comment"),
    )  # fmt: skip
    fill, ink = styles.tint(role.color, 0.16), styles.ink(role.color)
    head = replace(styles.HEAD, fill=fill, color=ink)
    sheet.row(top + 1, NUMBER, tuple(say(word) for word in heads), head)
    if not tasks:
        sheet.put(top + 2, NUMBER, say(text("No tasks have been set yet.")), styles.UNSET)
        return top + 4
    first, last = top + 2, top + 1 + len(tasks)
    for index, task in enumerate(tasks):
        _put_task(sheet, book, task, first + index, index + 1)
        sheet.define(f"in_accepted_{role.key}_{index + 1}", first + index, ACCEPTED)
    _put_acceptance(sheet, book, Area(first, ACCEPTED, last, ACCEPTED), tasks)
    return last + 5


def _put_task(sheet: SheetBuilder, book: Book, task: Task, row: int, number: int) -> None:
    top = replace(styles.BODY, valign="top")
    sheet.put(row, NUMBER, number, replace(top, align="center"))
    sheet.put(row, TASK, task.name, replace(top, bold=True))
    entry = replace(styles.ENTRY_TEXT, valign="top")
    day = replace(entry, align="center", indent=0)
    sheet.put(row, DUE, task.due, with_number(day, DAYS[book.language.code]))
    criteria = "\n".join(f"• {line}" for line in task.criteria)
    sheet.put(row, CRITERIA, criteria or book.say(text("Not set")), top)
    sheet.put(row, ACCEPTED, _answer(book, task), replace(entry, align="center"))
    sheet.put(row, COMMENT, None, entry)
    message = book.say(text("The day by which the work is to be delivered."))
    area = Area(row, DUE, row, DUE)
    title = book.say(text("Due date"))
    sheet.validate(Validation(area, "date", title, message, _EARLIEST, _LATEST))


def _put_acceptance(
    sheet: SheetBuilder, book: Book, answers: Area, tasks: tuple[Task, ...]
) -> None:
    """How many tasks are accepted, and the two answers the list offers."""
    say, row = book.say, answers.bottom + 1
    sheet.put(row, CRITERIA, say(text("Accepted tasks")), replace(styles.TOTAL_TEXT, align="right"))
    yes = fixed(row + 2, ACCEPTED)
    formula = f"COUNTIF({fixed_range(answers)},{yes})"
    done = sum(task.accepted is True for task in tasks)
    total = with_number(styles.TOTAL, WHOLE)
    sheet.formula(row, ACCEPTED, formula, done, replace(total, align="center"))
    of_all = f"ROWS({fixed_range(answers)})"
    of = say(text("of"))
    style = replace(total, align="left", number=f'"{of} "{WHOLE}')
    sheet.formula(row, COMMENT, of_all, len(tasks), style)
    sheet.fill(row, NUMBER, DUE, styles.TOTAL)
    label = replace(styles.NOTE, align="right")
    sheet.put(row + 2, CRITERIA, say(text("Answers to choose from")), label)
    sheet.put(row + 2, ACCEPTED, say(text("Yes")), replace(styles.NOTE, align="center"))
    sheet.put(row + 2, COMMENT, say(text("No")), styles.NOTE)
    choices = fixed_range(Area(row + 2, ACCEPTED, row + 2, COMMENT))
    sheet.validate(choice(book, answers, say(text("Accepted")), choices))
    sheet.condition(answers, f"{relative(answers.top, ACCEPTED)}={yes}", "good")


def _answer(book: Book, task: Task) -> str | None:
    if task.accepted is None:
        return None
    return book.say(text("Yes") if task.accepted else text("No"))
