"""The Cover: whose book this is, the goals, what is in it and how to fill it in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.base.texts import Text, context, text, verbatim
from workbench.document.plan import Goal
from workbench.document.role import Role
from workbench.excel import styles, vocabulary
from workbench.excel.addresses import fixed, relative
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import PERCENT, WHOLE, plain_format
from workbench.excel.images import Image
from workbench.excel.plan import Area, Kind, Link, Picture, Print, SheetPlan, Style
from workbench.excel.sheets.inputs import metric_input
from workbench.planning.goals import progress

_CHIP, _NAME, _VALUE, _PERIOD, _MONTHS, _FORECAST, _SHARE = range(7)
_WIDTHS = (2.5, 48.0, 20.0, 14.0, 13.0, 20.0, 15.0)
_LAST = _SHARE
_FACTS = 4
_LOGO_WIDTH, _LOGO_HEIGHT, _LOGO_ROWS = 180.0, 46.0, 3  # points, and rows of facts
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


def cover_sheet(book: Book) -> SheetPlan:
    """Plan the Cover."""
    return _Cover(book).planned()


@dataclass(frozen=True, slots=True)
class _Entry:
    sheet: str
    about: str
    color: str


class _Cover:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.sheet = SheetBuilder(book.cover, _WIDTHS, kind="cover")

    def planned(self) -> SheetPlan:
        self._head()
        row = self._facts(_FACTS)
        if self.book.project.goals:
            row = self._goals(row + 1)
        row = self._contents(row + 1)
        legend = row + 1
        row = self._legend(legend)
        self._instructions(row + 1)
        dress = self.book.dress
        self._logo(_FACTS, dress.logo, text("Logo of {client}", client=self.book.client))
        maker = text("Logo of {name}", name=dress.consultant)
        self._logo(legend + 1, dress.consultant_logo, maker)
        return self.sheet.built(Print(tall=1, footer=self.book.footer), freeze=(3, 0))

    def _head(self) -> None:
        subtitle = self.book.say(text("Funnel, plan by month, KPIs of the roles"))
        title = replace(styles.TITLE, size=22)
        self.sheet.title(self.book.client, subtitle, styles.BRAND, _LAST)
        self.sheet.height(0, 38)
        if self.book.draft:
            self._mark_draft(title, self.book.draft)
        else:
            self.sheet.put(0, 0, self.book.client, title)

    def _mark_draft(self, title: Style, why: Text) -> None:
        """A mark beside the title and why below it; the title wraps rather than run into it."""
        say = self.book.say
        self.sheet.put(0, 0, self.book.client, replace(title, wrap=True), across=_FORECAST)
        self.sheet.put(0, _SHARE, say(vocabulary.DRAFT), styles.DRAFT)
        self.sheet.put(1, _MONTHS, say(why), styles.DRAFT_NOTE, across=_SHARE - _MONTHS)

    def _logo(self, row: int, image: Image | None, words: Text) -> None:
        if image is not None:
            width, height = image.fitted(_LOGO_WIDTH, _LOGO_HEIGHT)
            place = row, _FORECAST
            self.sheet.picture(Picture(*place, image.data, width, height, self.book.say(words)))

    def _facts(self, row: int) -> int:
        say, client = self.book.say, self.book.project.client
        facts: list[tuple[Text, str]] = [
            (text("Period of the plan"), self.book.period),
            (text("In force from"), self.book.language.date(self.book.when)),
            (text("Industry"), client.industry),
            (text("Currency"), client.currency),
            (text("Prepared by"), self.book.dress.consultant),
        ]
        given = [(label, value) for label, value in facts if value]
        for index, (label, value) in enumerate(given):
            self.sheet.put(row + index, _NAME, say(label), styles.LABEL)
            self.sheet.put(row + index, _VALUE, value, replace(styles.LINE, bold=True))
        return row + max(len(given), _LOGO_ROWS)

    def _goals(self, row: int) -> int:
        say = self.book.say
        self.sheet.put(row, _NAME, say(text("Goals")), styles.HEADING)
        heads = (text("Goal"), text("Value"), text("Period"), text("Months in the period"),
                 text("Forecast of the plan"), text("Reached"))  # fmt: skip
        self.sheet.put(row + 1, _NAME, say(heads[0]), styles.HEAD)
        self.sheet.row(row + 1, _VALUE, tuple(say(head) for head in heads[1:]), styles.HEAD_RIGHT)
        for index, goal in enumerate(self.book.project.goals):
            self._goal(row + 2 + index, index, goal)
        return row + 2 + len(self.book.project.goals)

    def _goal(self, row: int, index: int, goal: Goal) -> None:
        book, metric = self.book, self.book.project.metric(goal.metric)
        name = f"{metric.name}, {book.unit(metric)}"
        self.sheet.put(row, _NAME, name, replace(styles.BODY, bold=True))
        found = progress(book.forecast, goal)
        number = book.format(metric)
        if metric.over_time == "sum" and not metric.is_share:
            number = plain_format((goal.value,))
        self.sheet.put(row, _VALUE, goal.value, with_number(styles.ENTRY, number))
        means = ("goal", str(index + 1), metric.key)
        self.sheet.define(f"in_goal_{index + 1}_{metric.key}", row, _VALUE, means=means)
        self.sheet.validate(metric_input(book, metric, Area(row, _VALUE, row, _VALUE)))
        period = text("whole plan") if goal.period == "plan" else vocabulary.PERIODS[goal.period]
        self.sheet.put(row, _PERIOD, book.say(period), replace(styles.BODY, align="right"))
        scaled = metric.over_time == "sum" and goal.period != "plan"
        months = _MONTHS_OF[goal.period] if scaled else "–"
        self.sheet.put(row, _MONTHS, months, with_number(styles.FIGURE, WHOLE))
        total = fixed(book.model.rows[metric.key], book.model.total_column, book.model.sheet)
        series = book.model.series(metric.key)
        part = f"{total}/COLUMNS({series})*{relative(row, _MONTHS)}" if scaled else total
        forecast = f'IF(ISNUMBER({total}),{part},"")'
        self.sheet.formula(
            row, _FORECAST, forecast, shown(found.forecast), with_number(styles.TOTAL, number)
        )
        self._reached(row, goal)

    def _reached(self, row: int, goal: Goal) -> None:
        book = self.book
        wanted, have = relative(row, _VALUE), relative(row, _FORECAST)
        both = f"AND(ISNUMBER({wanted}),ISNUMBER({have}))"
        formula = f'IFERROR(IF({both},{have}/{wanted},""),"")'
        share = progress(book.forecast, goal).share
        style = with_number(styles.TOTAL, PERCENT)
        self.sheet.formula(row, _SHARE, formula, "" if share is None else share, style)
        cell = fixed(row, _SHARE)
        lower = book.project.metric(goal.metric).better == "lower"
        good, bad = ("<=", ">") if lower else (">=", "<")
        area = Area(row, _SHARE, row, _SHARE)
        self.sheet.condition(area, f"AND(ISNUMBER({cell}),{cell}{good}1)", "good", '"✓ "0.0%')
        self.sheet.condition(area, f"AND(ISNUMBER({cell}),{cell}{bad}1)", "bad", '"✕ "0.0%')

    def _contents(self, row: int) -> int:
        say = self.book.say
        self.sheet.put(row, _NAME, say(text("Contents")), styles.HEADING)
        for index, entry in enumerate(self._entries()):
            at = row + 1 + index
            self.sheet.put(at, _CHIP, None, Style(fill=entry.color, frame="#FFFFFF"))
            link = replace(styles.LINK, bold=True, underline=styles.RULE, indent=1)
            self.sheet.put(at, _NAME, Link(entry.sheet, entry.sheet), link)
            about = replace(styles.TEXT, valign="center", underline=styles.RULE)
            self.sheet.put(at, _VALUE, entry.about, about, across=_LAST - _VALUE)
        return row + 1 + len(self._entries())

    def _entries(self) -> tuple[_Entry, ...]:
        book, project = self.book, self.book.project
        roles = [role for role in project.roles if role.key in book.role_sheets]
        briefs = [role for role in project.roles if role.key in book.briefs]
        model = text(
            "Every metric by month, in live formulas: change a yellow cell and all sheets follow"
        )
        funnel = text("Stages and conversions by phase, with who answers for them")
        actuals = text("To be filled in: what really was, month by month, beside the plan")
        glossary = text("What each metric means, how it is counted, where its figures come from")
        matrix = text("Who answers for which metric and with what weight")
        return (
            *self._optional("funnel", book.funnel, funnel),
            self._entry(book.model.sheet, model),
            *self._optional("matrix", book.matrix, matrix),
            *(self._role_entry(role) for role in roles),
            *(self._brief_entry(role) for role in briefs),
            *self._team_entry(),
            self._entry(book.actuals.sheet, actuals),
            *self._optional("glossary", book.glossary, glossary),
        )

    def _optional(self, kind: Kind, sheet: str, about: Text) -> tuple[_Entry, ...]:
        return () if kind in self.book.without else (self._entry(sheet, about),)

    def _entry(self, sheet: str, about: Text) -> _Entry:
        return _Entry(sheet, self.book.say(about), styles.BRAND)

    def _team_entry(self) -> tuple[_Entry, ...]:
        about = text("Load, people needed, hiring, payroll and what one unit costs")
        team = self.book.team
        return (self._entry(team.sheet, about),) if team.people else ()

    def _brief_entry(self, role: Role) -> _Entry:
        about = text("Whom to hire, for what outcomes, and what to ask in the interview")
        return _Entry(self.book.briefs[role.key], self.book.say(about), role.color)

    def _role_entry(self, role: Role) -> _Entry:
        contractor = role.employment == "contractor"
        kind = text("Tasks and acceptance") if contractor else text("KPIs and bonus")
        about = role.mission or self.book.say(kind)
        return _Entry(self.book.role_sheets[role.key], about, role.color)

    def _legend(self, row: int) -> int:
        say = self.book.say
        self.sheet.put(row, _NAME, say(text("What the colours mean")), styles.HEADING)
        samples = _samples()
        for index, (style, sample, meaning) in enumerate(samples):
            at = row + 1 + index
            self.sheet.put(at, _NAME, say(meaning), styles.LINE)
            self.sheet.put(at, _VALUE, say(sample), replace(style, unlocked=False))
        return row + 1 + len(samples)

    def _instructions(self, row: int) -> None:
        say = self.book.say
        self.sheet.put(row, _NAME, say(text("How to fill in")), styles.HEADING)
        steps = (
            text(
                "Enter the actual values on the sheet “{sheet}”, each once; on the sheet of a "
                "role choose the month: completion and bonus are computed at once.",
                sheet=self.book.actuals.sheet,
            ),
            text("Percentages are entered as percentages: 35%."),
            text("Leave empty what is not known yet: results that depend on it stay empty too."),
            text("Plans, weights and thresholds are yellow too: agree before you change them."),
            text("All other cells are locked without a password: select, copy, change widths."),
        )
        for index, step in enumerate(steps):
            words = f"{index + 1}.  {say(step)}"
            self.sheet.put(row + 1 + index, _NAME, words, styles.TEXT, across=_LAST - _NAME)


def _samples() -> tuple[tuple[Style, Text, Text], ...]:
    """How cells of each kind look, what stands in the sample, and what the look means."""
    computed, total = (replace(style, align="center") for style in (styles.FIGURE, styles.TOTAL))
    good = _mark(styles.GOOD, styles.GOOD_FILL)
    fair = _mark(styles.FAIR, styles.FAIR_FILL)
    bad = _mark(styles.BAD, styles.BAD_FILL)
    entry = context("sample", "entry")
    return (
        (styles.ENTRY_CENTER, entry, text("Yellow: a figure or a word is entered here")),
        (computed, context("sample", "computed"), text("White: computed, locked")),
        (total, context("sample", "total"), text("Grey: a total, locked")),
        (good, verbatim("✓ 100%"), text("Green and a tick: as planned")),
        (fair, verbatim("▲ 90%"), text("Amber: below the plan, above the threshold")),
        (bad, verbatim("✕ 70%"), text("Red and a cross: below the threshold")),
    )


def _mark(color: str, fill: str) -> Style:
    return replace(styles.CENTERED, color=color, fill=fill, bold=True)
