"""The sides of paper that a workbook is printed on, with everything that stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from workbench.base.languages import Language
from workbench.excel.plan import SheetPlan, WorkbookPlan
from workbench.presenters.sheets.page import Page, PageCell, PageDrawing, page
from workbench.presenters.sheets.paging import Cut, Side, sides

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Part:
    """Cells of a piece of a sheet; its corner (`left`, `top`) lies at (`x`, `y`) on the paper."""

    cells: tuple[PageCell, ...]
    left: float
    top: float
    x: float
    y: float
    drawings: tuple[PageDrawing, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One side of paper; sizes are in points, the sheet on it is `scale` times as large."""

    sheet: str
    width: float
    height: float
    scale: float
    parts: tuple[Part, ...]
    foot: tuple[str, str, str] = ("", "", "")

    @property
    def words(self) -> Iterator[str]:
        """Everything that can be read in its cells."""
        return (cell.words for part in self.parts for cell in part.cells if cell.words)

    @property
    def leads(self) -> Iterator[tuple[str, Box]]:
        """The boxes on the paper whose words lead to a sheet, with its name."""
        for part in self.parts:
            for cell in part.cells:
                if cell.leads:
                    left = part.x + (cell.left - part.left) * self.scale
                    top = part.y + (cell.top - part.top) * self.scale
                    size = (cell.width + cell.spill) * self.scale, cell.height * self.scale
                    yield cell.leads, (left, top, left + size[0], top + size[1])


class Pack:
    """A workbook on paper; sheets are laid out as they are asked for, pages counted through."""

    def __init__(self, plan: WorkbookPlan, language: Language) -> None:
        self._sheets = plan.sheets
        self._language = language
        self._sides = [sides(sheet) for sheet in plan.sheets]
        self._known: dict[int, tuple[Leaf, ...]] = {}
        self.pages = sum(len(of_sheet) for of_sheet in self._sides)

    @property
    def starts(self) -> dict[str, int]:
        """The first page of each sheet, counted from 0."""
        counts = accumulate((len(of_sheet) for of_sheet in self._sides), initial=0)
        return {sheet.name: start for sheet, start in zip(self._sheets, counts, strict=False)}

    def leaves(self, at: int) -> tuple[Leaf, ...]:
        """The sides of one sheet."""
        if at not in self._known:
            before = sum(len(of_sheet) for of_sheet in self._sides[:at])
            self._known[at] = tuple(self._laid_out(at, before))
        return self._known[at]

    def __iter__(self) -> Iterator[Leaf]:
        """Every side, in the order of the sheets."""
        for at in range(len(self._sheets)):
            yield from self.leaves(at)

    def _laid_out(self, at: int, before: int) -> Iterator[Leaf]:
        sheet = self._sheets[at]
        whole = page(sheet, self._language)
        for number, side in enumerate(self._sides[at], before + 1):
            yield _leaf(sheet, whole, side, self._foot(sheet, number))

    def _foot(self, sheet: SheetPlan, number: int) -> tuple[str, str, str]:
        left, middle, right = sheet.page.footer
        return left, middle, right.replace("&P", str(number)).replace("&N", str(self.pages))


def _leaf(sheet: SheetPlan, whole: Page, side: Side, foot: tuple[str, str, str]) -> Leaf:
    parts = tuple(_part(whole, cut) for cut in side.cuts)
    return Leaf(sheet.name, side.width, side.height, side.scale, parts, foot)


def _part(whole: Page, cut: Cut) -> Part:
    drawings = tuple(
        one
        for one in whole.drawings
        if cut.left <= one.left < cut.right and cut.top <= one.top < cut.bottom
    )
    return Part(tuple(_within(whole.cells, cut)), cut.left, cut.top, cut.x, cut.y, drawings)


def _within(cells: Iterable[PageCell], cut: Cut) -> Iterator[PageCell]:
    """The cells of a piece; what is cut through has its words where it begins."""
    for cell in cells:
        left, top = max(cell.left, cut.left), max(cell.top, cut.top)
        right = min(cell.left + cell.width, cut.right)
        bottom = min(cell.top + cell.height, cut.bottom)
        if left >= right or top >= bottom:
            continue
        begins = (left, top) == (cell.left, cell.top)
        yield replace(
            cell,
            left=left,
            top=top,
            width=right - left,
            height=bottom - top,
            words=cell.words if begins else "",
            spill=max(0.0, min(cell.spill, cut.right - right)),
        )
