"""Files that come back, whatever kind they are of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.document.project import Project
from workbench.excel.actuals_import import Import, OtherProject, Told, read_back, together
from workbench.excel.reader import always, read_filled
from workbench.planning.forward import calculate


def read_actuals(
    paths: Sequence[Path],
    project: Project,
    decimal: str,
    *,
    anyway: bool = False,
    wanted: Callable[[], bool] = always,
    told: Told | None = None,
) -> Import:
    """Read files; raises `NotATable`, `Abandoned`, or `OtherProject` unless `anyway`."""
    forecast = calculate(project)
    books = []
    for done, path in enumerate(paths):
        if told is not None:
            told(done, len(paths))
        books.append(read_back(read_filled(path, wanted=wanted), forecast, path.name, decimal))
    found = together(books, project)
    if found.strangers and not anyway:
        raise OtherProject(found.strangers[0], project)
    return found
