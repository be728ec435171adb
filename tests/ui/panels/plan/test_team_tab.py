import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.presenters.team import team
from workbench.planning.team_plan import TeamPlan
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.team.table import hiring_rows
from workbench.ui.panels.plan.team.hiring_model import HIRE_BY, LOAD, PAYROLL, UNIT
from workbench.ui.panels.plan.team.hiring_table import HiringTable
from workbench.ui.panels.plan.team.tab import TeamTab
from workbench.ui.words import Words


class Opened:
    """The tab with what drives it."""

    def __init__(self, qtbot, theme, made):
        self.desk = Desk(made, "en")
        self.words = Words(self.desk)
        self.choice = Choice(self.desk)
        self.tab = TeamTab(self.desk, theme, self.words, self.choice)
        qtbot.addWidget(self.tab)
        self.tab.resize(1120, 640)
        self.tab.show()
        qtbot.waitExposed(self.tab)

    @property
    def table(self):
        return self.tab.hiring.table.table

    def cell(self, row, column):
        return self.table.model().index(row, column).data()

    def head(self, column):
        return self.table.model().headerData(column, Qt.Orientation.Horizontal)

    def said(self, widget):
        labels = widget.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisibleTo(widget)]


@pytest.fixture
def opened(qtbot, theme):
    yield Opened(qtbot, theme, team())
    theme.use(dark=False)


def test_that_roles_stand_in_the_table(opened):
    assert [opened.cell(row, 0) for row in range(3)] == ["SDR", "SELLER", "HEAD"]
    assert opened.cell(0, 4) == "+1"


def test_that_heads_follow_the_language(opened):
    assert opened.head(0) == "Role"
    opened.desk.speak("ru")
    assert opened.head(0) == "Роль"


def test_that_a_role_is_picked_by_mouse(opened):
    at = opened.table.visualRect(opened.table.model().index(1, 0)).center()
    QTest.mouseClick(opened.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.desk.selection.selected.role == "seller"


def test_that_a_role_is_picked_by_keyboard(opened):
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Down)
    assert opened.desk.selection.selected.role == "seller"


def test_that_showing_the_role_looked_at_selects_nothing(opened):
    assert opened.table.currentIndex().row() == 0
    assert opened.desk.selection.selected.role is None


def test_that_the_chip_of_the_role_selects_it(opened):
    opened.tab.role.role_wanted.emit("sdr")
    assert opened.desk.selection.selected.role == "sdr"


def test_that_the_role_is_shown_by_month(opened):
    assert opened.tab.role._chart.isVisibleTo(opened.tab)
    opened.desk.selection.role("head")
    assert not opened.tab.role._chart.isVisibleTo(opened.tab)
    assert "the capacity of HEAD is not set" in opened.said(opened.tab.role)


def test_that_the_button_plans_the_missing_people(opened, qtbot):
    assert opened.tab.delivery.hire.isVisible()
    qtbot.mouseClick(opened.tab.delivery.hire, Qt.MouseButton.LeftButton)
    assert opened.desk.project.role("sdr").people == 3
    assert not opened.tab.delivery.hire.isVisible()


def test_that_the_missing_people_can_be_planned_from_anywhere(opened):
    (action,) = opened.tab.records
    opened.tab.hide()
    assert action.enabled()
    action.run()
    assert opened.desk.project.role("sdr").people == 3
    assert not action.enabled()


def test_that_the_goal_and_the_bottleneck_are_said(opened):
    said = opened.said(opened.tab.delivery)
    assert "Revenue a month" in said
    assert "The bottleneck is SDR" in said


def test_that_costs_are_said(opened):
    assert "$220" in opened.said(opened.tab.economics)


def test_that_a_project_without_roles_says_what_to_do(qtbot, theme):
    opened = Opened(qtbot, theme, team(roles=(), kpis=()))
    assert not opened.table.isVisible()
    assert not opened.tab.role.isVisible()
    assert any("There are no roles yet" in one for one in opened.said(opened.tab.hiring))


def test_that_columns_stand_below_each_other_in_a_narrow_window(opened):
    opened.tab.resize(700, 640)
    QApplication.processEvents()
    below = opened.tab.delivery.mapTo(opened.tab, QPoint(0, 0)).y()
    assert below > opened.tab.hiring.mapTo(opened.tab, QPoint(0, 0)).y()
    opened.tab.resize(1120, 640)


def test_that_the_tab_rests_while_it_is_hidden(opened):
    opened.tab.hide()
    shown = opened.tab.hiring.table.model.rows
    opened.choice.choose("less")
    assert opened.tab.hiring.table.model.rows is shown
    opened.tab.show()
    assert opened.tab.hiring.table.model.rows is not shown


def test_that_it_is_painted_in_the_dark(opened, theme):
    theme.use(dark=True)
    picture = opened.tab.hiring.grab().toImage()
    assert picture.pixelColor(6, 20).lightness() < 80


@pytest.fixture
def board(qtbot, theme):
    """The table as the board of the plan has it."""
    desk = Desk(team(), "en")
    table = HiringTable(theme, Words(desk))
    qtbot.addWidget(table)
    table.show_rows(hiring_rows(TeamPlan(desk.forecast), desk.language))
    table.resize(560, 160)
    table.show()
    qtbot.waitExposed(table)
    return table


def test_that_the_board_has_the_columns_of_its_picture(board):
    assert HIRE_BY not in board.model.columns
    assert UNIT not in board.model.columns
    assert not board.table.isColumnHidden(board.model.columns.index(PAYROLL))


def test_that_the_load_gives_way_where_there_is_no_room(board):
    board.resize(360, 160)
    QApplication.processEvents()
    assert board.table.isColumnHidden(board.model.columns.index(LOAD))
    assert not board.table.isColumnHidden(board.model.columns.index(PAYROLL))


def test_that_the_board_picks_by_a_click(board, qtbot):
    at = board.table.visualRect(board.model.index(1, 0)).center()
    with qtbot.waitSignal(board.picked) as picked:
        QTest.mouseClick(board.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert picked.args == ["seller"]


def test_that_going_through_the_board_by_keyboard_picks_nothing(board, qtbot):
    with qtbot.assertNotEmitted(board.picked):
        board.table.setFocus()
        QTest.keyClick(board.table, Qt.Key.Key_Down)


def test_that_a_tip_says_why_a_number_is_missing(board):
    tip = board.model.index(2, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "the capacity of HEAD is not set"
