"""What the export asks of the window."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

from workbench.base.languages import Code, Language
from workbench.document.project import Project
from workbench.excel.plan import WorkbookPlan
from workbench.presenters.background import Control

Kind = Literal["workbook", "pack", "picture"]


class Outside(Protocol):
    """What only the window can do: ask for a place, draw, open what was written."""

    def where(self, kind: Kind, suggestion: Path) -> Path | None:
        """Where to put a workbook, its PDF or a picture."""

    def logo(self, folder: Path) -> Path | None:
        """Which picture is a logo."""

    def draw(self, project: Project, path: Path, code: Code) -> None:
        """Draw the funnel into a PNG, SVG or PDF; raises a `WorkbenchError`."""

    def funnel(self, project: Project, code: Code) -> bytes:
        """The drawn funnel as a PNG; raises a `WorkbenchError`."""

    def print(self, plan: WorkbookPlan, path: Path, language: Language, control: Control) -> None:
        """Write the sheets as a PDF; raises a `WorkbenchError` or `Cancelled`."""

    def show_in_folder(self, path: Path) -> None:
        """Open the folder of a file with the file marked."""

    def open(self, path: Path) -> None:
        """Open a file in its program; raises a `WorkbenchError` where there is none."""
