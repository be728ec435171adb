"""Files that are read beside the window: opened first, then read table by table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.errors import WorkbenchError
from workbench.document.project import Project
from workbench.presenters.background import Control, Done, Failed, Outcome, Stopped, Work

if TYPE_CHECKING:
    from workbench.excel.actuals_import import Import
    from workbench.excel.returned.found import Returned
    from workbench.presenters.actuals.returning.matching import Matching, Reading
    from workbench.presenters.actuals.returning.reading import Opened


class FilesRead:
    """Files being read; what was found is picked up when the work has ended."""

    def __init__(self, paths: Sequence[Path], project: Project, decimal: str) -> None:
        self.paths = tuple(paths)
        self.opened: list[Opened] = []
        self.matching: Matching | None = None
        self.books: list[Returned] | None = None
        self.found: Import | None = None
        self._project = project
        self._decimal = decimal

    def opening(self) -> Work:
        """Opening the files as a piece of background work."""

        def read(control: Control) -> None:
            from workbench.planning.forward import calculate
            from workbench.presenters.actuals.returning.reading import open_files

            self.opened = open_files(
                self.paths, calculate(self._project), self._decimal,
                wanted=lambda: not control.is_cancelled(), told=control.report,
            )  # fmt: skip

        return _work(read)

    def tables(self, reading: Reading) -> Work:
        """Reading the tables, once their columns are chosen, as another one."""

        def read(control: Control) -> None:
            self.books = reading(lambda: not control.is_cancelled(), control.report)

        return _work(read)


def _work(read: Callable[[Control], None]) -> Work:
    def done(control: Control) -> Outcome:
        from workbench.excel.reader import Abandoned

        try:
            read(control)
        except Abandoned:
            return Stopped()
        except WorkbenchError as error:
            return Failed(error.message)
        return Stopped() if control.is_cancelled() else Done()

    return done
