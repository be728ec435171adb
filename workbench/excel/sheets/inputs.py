"""What may be typed into the yellow cells, and the note that says so."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.document.metric import Metric
from workbench.excel.book import Book
from workbench.excel.plan import Area, Validation

_LARGEST = 1e15


def metric_input(book: Book, metric: Metric, area: Area) -> Validation:
    """A value of a metric: any number; a share beyond 100 % is doubted, not refused."""
    if metric.is_share:
        message = text("A share such as 35%. An empty cell means that there is no figure yet.")
        return Validation(
            area, "decimal", metric.name, book.say(message), least=0.0, most=1.0, gently=True
        )
    message = text(
        "A number, {unit}. An empty cell means that there is no figure yet: what depends on it "
        "stays empty too.",
        unit=book.unit(metric),
    )
    return Validation(area, "decimal", metric.name, book.say(message), -_LARGEST, _LARGEST)


def any_number(book: Book, area: Area, title: str) -> Validation:
    """A number that means something only in its formula."""
    message = text("A number that the formulas use.")
    return Validation(area, "decimal", title, book.say(message), -_LARGEST, _LARGEST)


def not_negative(book: Book, area: Area, title: str) -> Validation:
    """People, money, days: zero or more."""
    message = text("Zero or a positive number.")
    return Validation(area, "decimal", title, book.say(message), 0.0, _LARGEST)


def share(book: Book, area: Area, title: str, most: float = 1.0) -> Validation:
    """A weight or a point of a scale, as a percentage."""
    message = text("A percentage from 0% to {most}.", most=book.language.percent(most))
    return Validation(area, "decimal", title, book.say(message), 0.0, most)


def choice(book: Book, area: Area, title: str, choices: str) -> Validation:
    """One of the words of a range."""
    message = text("Choose from the list.")
    return Validation(area, "list", title, book.say(message), choices=choices)
