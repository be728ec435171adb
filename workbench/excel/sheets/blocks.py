"""Blocks of text under a heading, up to three side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.excel import styles
from workbench.excel.builder import SheetBuilder
from workbench.excel.plan import Style
from workbench.excel.sheets.grid import THIRDS

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with its lines; `unset` is said where there are none."""

    title: str
    lines: tuple[str, ...]
    unset: str = ""
    bullets: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """The lines as they are shown."""
        mark = "•  " if self.bullets else ""
        return tuple(mark + line for line in self.lines) or (self.unset,)

    @property
    def style(self) -> Style:
        """How the text looks."""
        return styles.TEXT if self.lines else styles.UNSET


def put_blocks(
    sheet: SheetBuilder, row: int, blocks: Sequence[Block], spans: Sequence[Span] = THIRDS
) -> int:
    """Write blocks in bands of as many as there are spans; the first row below them."""
    shown = [block for block in blocks if block.lines or block.unset]
    for first in range(0, len(shown), len(spans)):
        band = shown[first : first + len(spans)]
        row = _put_band(sheet, row, list(zip(band, spans, strict=False)))
    return row


def _put_band(sheet: SheetBuilder, row: int, band: list[tuple[Block, Span]]) -> int:
    return 1 + max(_put_block(sheet, row, block, span) for block, span in band)


def _put_block(sheet: SheetBuilder, row: int, block: Block, span: Span) -> int:
    """A line that wraps gets as many rows as it needs, so that neighbours keep their spacing."""
    left, right = span
    sheet.put(row, left, block.title, styles.HEADING)
    row += 1
    for words in block.words:
        count = sheet.lines(words, left, right - left, block.style)
        sheet.block(row, left, words, block.style, (right - left, count - 1))
        row += count
    return row
