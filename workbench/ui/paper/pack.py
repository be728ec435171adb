"""The whole workbook as a PDF: the same sheets, without Excel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from workbench.base.files import replace_file
from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.excel.export import Cancelled, Progress
from workbench.excel.plan import WorkbookPlan
from workbench.presenters.sheets.leaf import Leaf, Pack
from workbench.ui.drawing import NoPicture
from workbench.ui.paper.cells import paper_hair
from workbench.ui.paper.contents import Chapter, Lead, with_contents
from workbench.ui.paper.dates import dated, timeless
from workbench.ui.paper.leaf import paint_leaf

_DOTS = 1200  # an inch
_POINTS = 72


def write_pack(
    plan: WorkbookPlan,
    path: Path,
    language: Language,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write a planned workbook as a PDF, whole or not at all; returns the number of pages.

    Raises `NoPicture`, `NotWritten` or `Cancelled`. Qt has to run, and its fonts be loaded.
    """
    steps = _Steps(Pack(plan, language), progress, cancelled)
    data = _drawn(plan, steps)
    steps.check()
    replace_file(path, _with_contents(dated(data, plan.created), steps.pack))
    steps.report()
    return steps.pack.pages


class _Steps:
    """Counts the pages that are done, and stops when the person asks for it."""

    def __init__(
        self, pack: Pack, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self.pack = pack
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled

    def check(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def report(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self.pack.pages + 1)


def _drawn(plan: WorkbookPlan, steps: _Steps) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, plan, steps.pack)
    painter = QPainter()
    try:
        for leaf in steps.pack:
            steps.check()
            _turn(writer, painter, leaf)
            paint_leaf(painter, leaf, paper_hair)
            steps.report()
    finally:
        ended = painter.isActive() and painter.end()
    if not ended:
        raise NoPicture(text("the PDF could not be drawn"))
    buffer.close()
    return bytes(data.data())


def _with_contents(data: bytes, pack: Pack) -> bytes:
    """The sheets beside the pages; the words that lead to a sheet in a workbook do so here."""
    starts = pack.starts
    leads = [
        Lead(at, box, starts[sheet])
        for at, leaf in enumerate(pack)
        for sheet, box in leaf.leads
        if sheet in starts
    ]
    return with_contents(data, [Chapter(*one) for one in starts.items()], leads)


def _writer(buffer: QBuffer, plan: WorkbookPlan, pack: Pack) -> QPdfWriter:
    QHashSeed.setDeterministicGlobalSeed()  # else fonts would follow in another order each time
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(plan.title)
    writer.setCreator("KPI Workbench")
    writer.setDocumentXmpMetadata(timeless(plan.title))
    words = "\n".join(word for leaf in pack for word in leaf.words)
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), words.encode()))
    return writer


def _turn(writer: QPdfWriter, painter: QPainter, leaf: Leaf) -> None:
    """Begin the next page; how it lies has to be said before."""
    ways = QPageLayout.Orientation
    way = ways.Portrait if leaf.height > leaf.width else ways.Landscape
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
    if not (writer.newPage() if painter.isActive() else painter.begin(writer)):
        raise NoPicture(text("the PDF could not be drawn"))
    painter.resetTransform()
    painter.scale(_DOTS / _POINTS, _DOTS / _POINTS)
