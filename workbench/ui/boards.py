"""Pictures of work places made of widgets: the matrix of roles and the board of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget

from workbench.base.texts import Text, text
from workbench.document.project import Project
from workbench.presenters.desk import Desk
from workbench.presenters.measures import shown_value
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.header import PERIODS
from workbench.presenters.roles.matrix import MatrixPresenter
from workbench.presenters.roles.matrix_menu import MatrixMenu
from workbench.presenters.roles.role_list import RoleList
from workbench.ui.charts.inks import elided, write
from workbench.ui.drawing import Drawing
from workbench.ui.form.segments import Segments
from workbench.ui.panels.plan.overview.tab import OverviewTab
from workbench.ui.panels.roles.matrix import MatrixPanel
from workbench.ui.theme import LIGHT, Theme, ui_font
from workbench.ui.words import Words

_MARGIN, _HEAD = 20.0, 52.0
_TITLE_FONT, _ABOUT_FONT = 18, 13
_MATRIX, _BOARD = (1_180, 420), (1_600, 760)
_ROUNDS, _MOST = 30, 12_000
_PRESSED = ("link", "icon")


@contextmanager
def roles_drawing(project: Project, code: str) -> Iterator[Drawing]:
    """The matrix of metrics and roles, with every row and column."""
    desk = Desk(project, code)
    matrix = MatrixPresenter(desk)
    menu = MatrixMenu(desk, matrix, RoleList(desk))
    panel = MatrixPanel(desk, matrix, menu, _light(), Words(desk))
    panel.leave_out_keys()
    with _shown(panel, _MATRIX):
        desk.checking.check()
        matrix.wake()
        _unroll(panel)
        yield _drawing(panel, desk, text("Roles and KPIs"), "")


@contextmanager
def plan_drawing(project: Project, code: str) -> Iterator[Drawing]:
    """The board of the plan, with the likelihood of its goal."""
    desk = Desk(project, code)
    choice = Choice(desk)
    board = OverviewTab(desk, _light(), Words(desk), choice)
    with _shown(board, _BOARD):
        while board.is_working:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        _leave_out_buttons(board)
        _unroll(board)
        yield _drawing(board, desk, text("Plan"), _goal_of(choice, desk))


def _light() -> Theme:
    """The look on paper; where a window runs, it is light from now on as well."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app)
    theme.use(dark=False)
    return theme


@contextmanager
def _shown(widget: QWidget, size: tuple[int, int]) -> Iterator[None]:
    """Laid out as on a screen, but on none."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.resize(*size)
    widget.show()
    try:
        yield
    finally:
        widget.hide()
        widget.deleteLater()


def _leave_out_buttons(widget: QWidget) -> None:
    """On paper nothing can be pressed."""
    for button in widget.findChildren(QPushButton):
        if button.property("look") in _PRESSED:
            button.hide()
    for switch in widget.findChildren(Segments):
        switch.hide()


def _unroll(widget: QWidget) -> None:
    """Make a widget as large as it takes for nothing in it to be scrolled."""
    for _ in range(_ROUNDS):
        QApplication.processEvents()
        areas = [area for area in widget.findChildren(QAbstractScrollArea) if area.isVisible()]
        down = max((area.verticalScrollBar().maximum() for area in areas), default=0)
        across = max((area.horizontalScrollBar().maximum() for area in areas), default=0)
        if not down and not across:
            return
        size = widget.size()
        widget.resize(min(size.width() + across, _MOST), min(size.height() + down, _MOST))


def _drawing(widget: QWidget, desk: Desk, view: Text, about: str) -> Drawing:
    """A widget under its title, with the client's name."""
    client = desk.project.client.name
    title = f"{client}: {desk.say(view)}" if client else desk.say(view)
    size = QSizeF(widget.width() + 2 * _MARGIN, widget.height() + _HEAD + 2 * _MARGIN)

    def paint(painter: QPainter, _scale: float) -> None:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(LIGHT.window))
        head = QRectF(_MARGIN, _MARGIN / 2, size.width() - 2 * _MARGIN, _HEAD)
        about_font = ui_font(_ABOUT_FONT)
        write(painter, about, head, about_font, LIGHT.muted, right=True)
        title_font = ui_font(_TITLE_FONT, QFont.Weight.DemiBold)
        write(painter, elided(title, title_font, head.width() / 2), head, title_font, LIGHT.text)
        painter.translate(_MARGIN, _HEAD + _MARGIN / 2)
        flags = QWidget.RenderFlag.DrawChildren
        widget.render(painter, QPoint(0, 0), renderFlags=flags)

    return Drawing(size, paint, title, about)


def _goal_of(choice: Choice, desk: Desk) -> str:
    goal = choice.goal
    if goal is None:
        return ""
    metric = desk.project.metric(goal.metric)
    value = shown_value(metric, goal.value, desk.project, desk.language)
    period = desk.say(PERIODS[goal.period]) if metric.over_time == "sum" else ""
    said = f"{value} {period}".strip()
    return desk.say(text("Goal: {metric} {value}", metric=metric.name, value=said))
