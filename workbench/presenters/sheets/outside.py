"""What the export asks of the window."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

from workbench.base.languages import Code
from workbench.document.project import Project

Kind = Literal["workbook", "picture"]


class Outside(Protocol):
    """What only the window can do: ask for a place, draw, open what was written."""

    def where(self, kind: Kind, suggestion: Path) -> Path | None:
        """Where to put a workbook or a picture."""

    def draw(self, project: Project, path: Path, code: Code) -> None:
        """Draw the funnel into a PNG, SVG or PDF; raises a `WorkbenchError`."""

    def funnel(self, project: Project, code: Code) -> bytes:
        """The drawn funnel as a PNG; raises a `WorkbenchError`."""

    def show_in_folder(self, path: Path) -> None:
        """Open the folder of a file with the file marked."""

    def open(self, path: Path) -> None:
        """Open a file in its program; raises a `WorkbenchError` where there is none."""
