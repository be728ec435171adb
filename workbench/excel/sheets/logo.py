"""The client's logo at the upper right of a sheet that is handed to a person."""

from __future__ import annotations

from workbench.base.texts import text
from workbench.excel.book import Book
from workbench.excel.builder import SheetBuilder
from workbench.excel.measure import points_of
from workbench.excel.plan import Picture

_WIDTH, _HEIGHT = 160.0, 40.0  # points; as high as title and subtitle leave


def put_logo(sheet: SheetBuilder, book: Book, last: int) -> None:
    """Put it beside the title, over as many of the last columns as it is wide."""
    image = book.dress.logo
    if image is None:
        return
    width, height = image.fitted(_WIDTH, _HEIGHT)
    column, room = last, points_of(sheet.widths[last])
    while room < width and column:
        column -= 1
        room += points_of(sheet.widths[column])
    words = book.say(text("Logo of {client}", client=book.client))
    sheet.picture(Picture(0, column, image.data, width, height, words))
