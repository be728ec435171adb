"""A picture of the funnel in a file, with or without a window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from workbench.base.files import replace_file
from workbench.base.languages import language as language_of
from workbench.base.texts import text
from workbench.document.project import Project
from workbench.planning.forward import calculate
from workbench.presenters.funnel.composer import Composer
from workbench.presenters.funnel.picture import FunnelPicture
from workbench.ui.canvas.paint.layout import CanvasSizes
from workbench.ui.canvas.paint.whole import extent_of, paint_whole
from workbench.ui.drawing import Drawing, NoPicture, encoded, ending_of, png_of
from workbench.ui.theme import LIGHT, load_fonts


def render(project: Project, path: str | Path, language: str, view: str = "funnel") -> None:
    """Draw a project into a PNG, SVG or PDF file, whole or not at all; raises `WorkbenchError`.

    `language` is the code of the language that units, marks and months are written in.
    """
    target = Path(path)
    ending = ending_of(target)
    drawn = _views().get(view)
    if drawn is None:
        raise NoPicture(text("there is no picture of the view “{view}”", view=view))
    ensure_qt()
    with drawn(project, language) as drawing:
        data = encoded(drawing, ending)
    replace_file(target, data)


def _views() -> dict[str, Callable[[Project, str], AbstractContextManager[Drawing]]]:
    from workbench.ui.boards import plan_drawing, roles_drawing  # widgets, where they are asked for

    return {"funnel": _funnel, "roles": roles_drawing, "plan": plan_drawing}


@contextmanager
def _funnel(project: Project, code: str) -> Iterator[Drawing]:
    picture = Composer(CanvasSizes()).picture(calculate(project), language_of(code))
    yield drawing_of(picture, project.client.name)


def funnel_picture(project: Project, language: str) -> bytes:
    """The drawn funnel as a PNG to be put on paper; raises `WorkbenchError`."""
    ensure_qt()
    with _funnel(project, language) as drawing:
        return png_of(drawing, _ON_PAPER)


def ensure_qt() -> None:
    """Start Qt without a screen where no window runs; it stays until the program ends."""
    if QCoreApplication.instance() is None:
        from PySide6.QtWidgets import QApplication

        _running.append(QApplication([sys.argv[0], "-platform", "offscreen"]))
    load_fonts()


_ON_PAPER = 2_800  # pixels of the longer side, enough for an A4 page
_running: list[QCoreApplication] = []


def drawing_of(picture: FunnelPicture, title: str) -> Drawing:
    """The whole funnel as it is drawn on paper."""
    extent = extent_of(picture)

    def paint(painter: QPainter, _scale: float) -> None:
        painter.translate(-extent.topLeft())
        paint_whole(painter, picture, extent, LIGHT)

    return Drawing(extent.size(), paint, title, in_words(picture))


def in_words(picture: FunnelPicture) -> str:
    """The picture for those who search or listen: letters in an SVG are shapes."""
    cards = [f"{c.face.name}: {c.face.value}" for c in picture.cards]
    names = {card.key: card.face.name for card in picture.cards}
    arrows = [
        f"{names[a.link.source]} → {names[a.link.target]}: {a.pill.words}"
        for a in picture.arrows
        if a.pill is not None
    ]
    return "\n".join((*cards, *arrows))
