"""The Glossary: what each metric means, how it is counted and where its figures come from."""

from __future__ import annotations

from dataclasses import replace

from workbench.base.texts import Text, context, text
from workbench.document.kpi import Period
from workbench.document.metric import Metric
from workbench.excel import styles, vocabulary
from workbench.excel.book import Book
from workbench.excel.builder import SheetBuilder
from workbench.excel.layout import groups
from workbench.excel.plan import Print, SheetPlan, Style

_HEADER = 4
_NAME, _MEANING, _HOW, _UNIT, _PERIOD, _BETTER, _SOURCE, _RECORDED = range(8)
_WIDTHS = (32.0, 50.0, 46.0, 9.0, 11.0, 12.0, 20.0, 18.0)
_LAST = _RECORDED


def glossary_sheet(book: Book) -> SheetPlan:
    """Plan the Glossary."""
    sheet = SheetBuilder(book.glossary, _WIDTHS, kind="glossary")
    say = book.say
    title = say(text("Glossary: what is counted, how, and by whom"))
    sheet.title(title, f"{book.client} · {book.period}", styles.BRAND, _LAST)
    sheet.link_home(book.cover, say(text("← Contents")))
    heads: tuple[Text, ...] = (
        context("column", "Metric"), text("Definition"), text("How it is counted"), text("Unit"),
        text("Period"), text("Direction"), text("Source"), text("Recorded by"),
    )  # fmt: skip
    sheet.row(_HEADER, _NAME, tuple(say(head) for head in heads), styles.HEAD)
    row = _HEADER + 1
    for name, metrics in groups(book.forecast):
        band = Style(bold=True, fill=styles.BAND, color=styles.MUTED, indent=1)
        sheet.put(row, _NAME, say(name), band)
        sheet.fill(row, _MEANING, _LAST, Style(fill=styles.BAND))
        for at, metric in enumerate(metrics, start=row + 1):
            _put_metric(sheet, book, metric, at)
        row += 1 + len(metrics)
    page = Print(repeat=(_HEADER, _HEADER), footer=book.footer)
    return sheet.built(page, freeze=(_HEADER + 1, _NAME + 1))


def _put_metric(sheet: SheetBuilder, book: Book, metric: Metric, row: int) -> None:
    top = replace(styles.BODY, valign="top")
    sheet.put(row, _NAME, metric.name, replace(top, bold=True))
    how = book.say(vocabulary.how_counted(metric, book.project, book.language))
    unset = replace(top, color=styles.MUTED, italic=True)
    if metric.note:
        sheet.put(row, _MEANING, metric.note, top)
    else:
        sheet.put(row, _MEANING, book.say(text("Not set")), unset)
    period = book.say(vocabulary.PERIODS[_period(book, metric)])
    better = book.say(vocabulary.direction(metric))
    sheet.row(row, _HOW, (how, book.unit(metric), period, better), top)
    words = (metric.source or "–", metric.recorded_by or "–")
    sheet.row(row, _SOURCE, words, top)


def _period(book: Book, metric: Metric) -> Period:
    """How often it is looked at: as its owner is measured, else by month as the plan is."""
    periods = (kpi.period for kpi in book.project.kpis_of_metric(metric.key))
    return next((period for period in periods if period is not None), "month")
