"""The Funnel sheet: stages and conversions by phase, the chart, the picture of the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.base.texts import Text, context, text, verbatim
from workbench.document.metric import Metric
from workbench.document.role import Role
from workbench.excel import styles, vocabulary
from workbench.excel.addresses import fixed, relative
from workbench.excel.book import Book, shown
from workbench.excel.builder import SheetBuilder, with_number
from workbench.excel.formats import PERCENT, plain_format
from workbench.excel.layout import FIRST_MONTH
from workbench.excel.plan import Area, Chart, Picture, Print, SheetPlan, Style
from workbench.excel.steps import all_stages, in_order
from workbench.formula.values import Problem

_CHIP, _NAME, _OWNER, _INFLUENCE, _MONTH, _TOTAL, _GAP, _STAGE, _VOLUME, _SHARE = range(10)
_WIDTHS = (2.5, 40.0, 20.0, 19.0, 14.0, 15.0, 2.5, 34.0, 16.0, 17.0)
_LAST = _SHARE
_HEADER = 4
_NOBODY = "#98A2B3"
_CHART_WIDTH, _BAR, _CHART_FRAME = 355.0, 26.0, 50.0
_PAGE, _LOWEST_CHART = 600.0, 220.0
_PICTURE_WIDTH, _PICTURE_HEIGHT = 975.0, 600.0
_ROW = 15.0


def funnel_sheet(book: Book) -> SheetPlan:
    """Plan the Funnel sheet."""
    return _Funnel(book).planned()


class _Funnel:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.sheet = SheetBuilder(book.funnel, _WIDTHS, kind="funnel")
        self.ordered = in_order(book.steps, all_stages(book.project), book.project)

    def planned(self) -> SheetPlan:
        self._head()
        left = self._phases(_HEADER + 1)
        right = self._flow(_HEADER + 1)
        end = self._picture(max(left, right) + 1)
        area = Area(0, 0, end, _LAST)
        page = Print(repeat=(0, 1), area=area, footer=self.book.footer)
        return self.sheet.built(page, freeze=(_HEADER + 1, 0))

    def _head(self) -> None:
        book, say = self.book, self.book.say
        title = say(text("Funnel: stages and conversions"))
        self.sheet.title(title, f"{book.client} · {book.period}", styles.BRAND, _LAST)
        self.sheet.link_home(book.cover, say(text("← Contents")))
        self.sheet.put(_HEADER, _CHIP, None, styles.HEAD)
        heads = (text("Stage, conversion"), context("column", "Owner"), text("Influence"))
        self.sheet.row(_HEADER, _NAME, tuple(say(head) for head in heads), styles.HEAD)
        numbers = (book.months[book.month], say(text("Total")))
        self.sheet.row(_HEADER, _MONTH, numbers, styles.HEAD_RIGHT)

    def _phases(self, row: int) -> int:
        project = self.book.project
        phases: list[tuple[str | None, Text]] = [
            *((phase.key, verbatim(phase.name)) for phase in project.phases),
            (None, text("Common to all phases") if project.phases else text("Metrics")),
        ]
        for key, name in phases:
            found = list(self._of_phase(key))
            if found:
                band = Style(bold=True, fill=styles.BAND, color=styles.MUTED, indent=1)
                self.sheet.put(row, _NAME, self.book.say(name), band)
                self.sheet.fill(row, _CHIP, _TOTAL, Style(fill=styles.BAND))
            for at, metric in enumerate(found, start=row + 1):
                self._metric(at, metric)
            row += len(found) + bool(found)
        return row

    def _of_phase(self, phase: str | None) -> Iterator[Metric]:
        """The stages of a phase as they follow each other, each after what leads into it."""
        project = self.book.project
        into: dict[str, list[Metric]] = {}
        for metric in project.metrics:
            if metric.from_stage is not None and metric.to_stage is not None:
                into.setdefault(metric.to_stage, []).append(metric)
        for key in self.ordered:
            if project.metric(key).phase == phase:
                yield from into.get(key, ())
                yield project.metric(key)

    def _metric(self, row: int, metric: Metric) -> None:
        book, is_stage = self.book, metric.kind == "stage"
        owner = book.owners.get(metric.key)
        near = book.stage_owner(metric.key) if is_stage else owner
        color = near.color if near else _NOBODY
        chip = Style(fill=color if is_stage else styles.tint(color, 0.45), frame="#FFFFFF")
        self.sheet.put(row, _CHIP, None, chip)
        words = f"{metric.name}, {book.unit(metric)}" if is_stage else f"→ {metric.name}"
        name = replace(styles.BODY, bold=is_stage, indent=1 if is_stage else 2)
        self.sheet.put(row, _NAME, words, name)
        self.sheet.put(row, _OWNER, *self._owner(metric, owner))
        small = replace(styles.BODY, size=9, color=styles.MUTED)
        self.sheet.put(row, _INFLUENCE, book.say(vocabulary.influence(metric)), small)
        self._value(row, _MONTH, metric, book.forecast.values[metric.key][book.month])
        self._value(row, _TOTAL, metric, book.forecast.totals[metric.key])

    def _owner(self, metric: Metric, owner: Role | None) -> tuple[str, Style]:
        if owner is not None:
            return owner.name, replace(styles.BODY, bold=True, color=styles.ink(owner.color))
        missing = metric.influence.direct
        words = self.book.say(text("no owner")) if missing else "–"
        return words, replace(styles.BODY, color=styles.BAD if missing else styles.MUTED)

    def _value(self, row: int, column: int, metric: Metric, value: float | Problem) -> None:
        """A number of the Model sheet: of the month of the report, or the total."""
        model = self.book.model
        place = FIRST_MONTH + self.book.month if column == _MONTH else model.total_column
        cell = fixed(model.rows[metric.key], place, model.sheet)
        number = self.book.format(metric)
        if column == _TOTAL and metric.over_time == "sum" and isinstance(value, float):
            number = number if metric.is_share else plain_format((value,))
        style = with_number(styles.FIGURE if column == _MONTH else styles.TOTAL, number)
        self.sheet.formula(row, column, f'IF(ISNUMBER({cell}),{cell},"")', shown(value), style)

    def _flow(self, row: int) -> int:
        """The counted stages one below the other, with the chart of them."""
        book, say = self.book, self.book.say
        metrics = [book.project.metric(key) for key in self.ordered]
        stages = [one for one in metrics if one.unit == "count" and one.over_time == "sum"]
        if not stages:
            return row
        head = _HEADER
        self.sheet.put(head, _STAGE, say(text("Stage of the funnel")), styles.HEAD)
        heads = (say(text("Over the plan")), say(text("Of the stage before")))
        self.sheet.row(head, _VOLUME, heads, styles.HEAD_RIGHT)
        for at, metric in enumerate(stages):
            self._stage(row + at, metric, head + 1 if at else None)
        last = row + len(stages) - 1
        return self._chart(last + 2, Area(row, _STAGE, last, _STAGE), stages)

    def _stage(self, row: int, metric: Metric, above: int | None) -> None:
        book, owner = self.book, self.book.stage_owner(metric.key)
        color = styles.ink(owner.color) if owner else styles.INK
        self.sheet.put(row, _STAGE, metric.name, replace(styles.BODY, bold=True, color=color))
        self._volume(row, metric)
        total = book.forecast.totals[metric.key]
        share, formula = self._share(row, metric, total)
        style = with_number(styles.FIGURE, PERCENT)
        if above is None or not formula:
            self.sheet.put(row, _SHARE, "–", replace(styles.FIGURE, color=styles.MUTED))
        else:
            self.sheet.formula(row, _SHARE, formula, share, style)

    def _volume(self, row: int, metric: Metric) -> None:
        model, total = self.book.model, self.book.forecast.totals[metric.key]
        cell = fixed(model.rows[metric.key], model.total_column, model.sheet)
        number = plain_format((total,)) if isinstance(total, float) else "#,##0"
        style = with_number(styles.TOTAL, number)
        formula = f'IF(ISNUMBER({cell}),{cell},"")'
        self.sheet.formula(row, _VOLUME, formula, shown(total), style)

    def _share(self, row: int, metric: Metric, total: float | Problem) -> tuple[float | str, str]:
        """How much of the only stage before it a stage is; nothing where several lead there."""
        before = {start for start, end, _ in self.book.steps.arrows if end == metric.key}
        counted = [key for key in before if self._is_counted(key)]
        if len(counted) != 1:
            return "", ""
        model, found = self.book.model, self.book.forecast.totals[counted[0]]
        whole = fixed(model.rows[counted[0]], model.total_column, model.sheet)
        part = relative(row, _VOLUME)
        formula = f'IFERROR(IF(AND(ISNUMBER({part}),ISNUMBER({whole})),{part}/{whole},""),"")'
        if isinstance(total, Problem) or isinstance(found, Problem) or not found:
            return "", formula
        return total / found, formula

    def _is_counted(self, key: str) -> bool:
        metric = self.book.project.metric(key)
        return metric.unit == "count" and metric.over_time == "sum"

    def _chart(self, row: int, names: Area, stages: list[Metric]) -> int:
        book, say = self.book, self.book.say
        values = Area(names.top, _VOLUME, names.bottom, _VOLUME)
        owners = [book.stage_owner(stage.key) for stage in stages]
        colors = tuple(owner.color if owner else _NOBODY for owner in owners)
        room = max(_PAGE - self.sheet.depth(row), _LOWEST_CHART)
        height = min(_CHART_FRAME + _BAR * len(stages), room)
        totals = [book.forecast.totals[stage.key] for stage in stages]
        figures = [one for one in totals if isinstance(one, float)]
        said = "; ".join(
            f"{stage.name}: {book.language.number(total) if isinstance(total, float) else '–'}"
            for stage, total in zip(stages, totals, strict=True)
        )
        words = say(text("Funnel over the plan, in bars. {stages}", stages=said))
        title = say(text("Funnel over the plan"))
        number = plain_format(figures)
        chart = Chart(
            row, _STAGE, _CHART_WIDTH, height, title, names, values, colors, number, words
        )
        self.sheet.chart(chart)
        return row + self._keep(row, height)

    def _picture(self, row: int) -> int:
        """The picture below all else; the last row of the sheet."""
        image = self.book.dress.picture
        if image is None:
            return row - 1
        say = self.book.say
        self.sheet.keep(row)
        self.sheet.put(row, _NAME, say(text("The funnel as it is drawn")), styles.HEADING)
        width, height = image.fitted(_PICTURE_WIDTH, _PICTURE_HEIGHT)
        names = ", ".join(self.book.project.metric(key).name for key in self.ordered)
        words = say(text("The funnel of {client}: {stages}", client=self.book.client, stages=names))
        self.sheet.picture(Picture(row + 1, _CHIP, image.data, width, height, words))
        return row + self._keep(row + 1, height)

    def _keep(self, row: int, height: float) -> int:
        """Rows beneath something drawn, so that it is printed with them; how many they are."""
        count = int(height // _ROW) + 1
        self.sheet.put(row + count - 1, _LAST, None, Style())
        return count
