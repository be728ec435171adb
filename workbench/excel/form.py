"""A form of the client's, an .xlsx with placeholders in its cells, filled as a copy of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from workbench.base.files import replace_file
from workbench.base.table import NotATable
from workbench.base.texts import Text, text
from workbench.excel import form_child
from workbench.excel.apart import MOST_SECONDS, Abandoned, Apart, Lost, always
from workbench.excel.form_values import FilledForm, Found, Meanings
from workbench.excel.reader import workbook_bytes

Know = Callable[[Iterable[str]], Meanings]
__all__ = ["Abandoned", "fill_form"]


def fill_form(
    form: Path, output: Path, know: Know, *,
    wanted: Callable[[], bool] = always, seconds: float = MOST_SECONDS,
) -> tuple[FilledForm, Found]:  # fmt: skip
    """Write the filled copy, whole or not at all; `know` says what the placeholders mean.

    Raises `NotATable` for the form, `NotWritten` for the output, or `Abandoned` when no longer
    wanted.
    """
    data = workbook_bytes(form)
    if _is_same(form, output):
        reason = text("the filled form would take its place; choose another name for the copy")
        raise NotATable(form.name, reason)
    try:
        with Apart(form_child.fill, (data,), seconds, wanted) as child:
            found: Found = _heard(child, form)
            if not found.words:
                raise NotATable(form.name, _nothing_to_fill(found))
            child.tell(know(found.words))
            filled: FilledForm = _heard(child, form)
    except Lost as lost:
        raise NotATable(form.name, lost.message) from None
    replace_file(output, filled.data)
    return filled, found


def _heard(child: Apart, form: Path) -> Any:
    said = child.heard()
    if isinstance(said, Text):
        raise NotATable(form.name, said)
    return said


def _nothing_to_fill(found: Found) -> Text:
    if found.elsewhere:
        return text("its placeholders are in no cell; those in text boxes, comments, headers and "
                    "charts are not filled")  # fmt: skip
    return text("there is no placeholder in its cells, such as {example}", example="{{client}}")


def _is_same(form: Path, output: Path) -> bool:
    return output.exists() and form.samefile(output)
