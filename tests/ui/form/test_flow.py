from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.form.flow import FlowLayout


def boxes(
    qtbot: QtBot, count: int, *, between: int | None = None, right: bool = False
) -> tuple[QWidget, FlowLayout]:
    """A widget with some boxes of 40 × 20."""
    holder, flow = QWidget(), FlowLayout(gap=5, between=between, right=right)
    qtbot.addWidget(holder)
    holder.setLayout(flow)
    for _ in range(count):
        box = QWidget()
        box.setFixedSize(40, 20)
        flow.addWidget(box)
    return holder, flow


def corners(holder: QWidget, flow: FlowLayout, width: int) -> list[tuple[int, int]]:
    holder.show()
    flow.setGeometry(QRect(0, 0, width, 100))
    found = [flow.itemAt(at) for at in range(flow.count())]
    return [(item.geometry().x(), item.geometry().y()) for item in found if item is not None]


def test_that_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    assert corners(*boxes(qtbot, 2), 100) == [(0, 0), (45, 0)]


def test_that_what_does_not_fit_goes_into_the_next_line(qtbot: QtBot) -> None:
    holder, flow = boxes(qtbot, 3)
    assert corners(holder, flow, 100) == [(0, 0), (45, 0), (0, 25)]
    assert flow.heightForWidth(100) == 45


def test_that_lines_can_stand_closer_than_what_is_in_them(qtbot: QtBot) -> None:
    holder, flow = boxes(qtbot, 3, between=1)
    assert corners(holder, flow, 100) == [(0, 0), (45, 0), (0, 21)]
    assert flow.heightForWidth(100) == 41


def test_that_lines_can_end_at_the_right(qtbot: QtBot) -> None:
    assert corners(*boxes(qtbot, 3, right=True), 100) == [(15, 0), (60, 0), (60, 25)]


def test_that_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    holder, flow = boxes(qtbot, 2)
    item = flow.itemAt(0)
    assert item is not None
    hidden = item.widget()
    assert hidden is not None
    hidden.hide()
    holder.show()
    assert flow.heightForWidth(40) == 20


def test_that_nothing_needs_no_height(qtbot: QtBot) -> None:
    _, flow = boxes(qtbot, 0)
    assert flow.heightForWidth(100) == 0
