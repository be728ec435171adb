"""The matrix with real keys and a real mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from workbench.document.edits.metrics import ChangeMetric
from workbench.ui.panels.roles.role_header import role_width
from workbench.ui.panels.roles.sums_table import HEIGHT

KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Table:
    """The roles of the place, spoken to by metric and role."""

    def __init__(self, qtbot, place, desk):
        self.qtbot, self.place, self.desk = qtbot, place, desk
        self.panel = place._matrix
        self.view = self.panel.roles
        self.model = self.view.model()

    def go(self, metric, role):
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index_of((metric, role)))

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.view, key, modifiers)

    def type(self, words):
        """Letters of any alphabet; QTest knows only those of one."""
        for letter in words:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            field = QApplication.focusWidget()
            assert field is not None
            QApplication.sendEvent(field, event)

    def finish(self, key=KEY.Key_Return):
        self.qtbot.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()  # Enter commits after the field has seen it

    def middle(self, metric, role):
        return self.view.visualRect(self.model.index_of((metric, role))).center()

    def drag(self, start, end, modifiers=Qt.KeyboardModifier.NoModifier):
        port = self.view.viewport()
        self.qtbot.mousePress(port, LEFT, modifiers, start)
        for step in (QPoint(12, 0), end - start):
            self.qtbot.mouseMove(port, start + step)
        self.qtbot.mouseRelease(port, LEFT, modifiers, end)

    def kpi(self, metric, role):
        return self.desk.project.kpi_by_place.get((metric, role))

    @property
    def editor(self):
        return self.view.viewport().findChild(QLineEdit)


@pytest.fixture
def table(qtbot, place, desk, heard):
    return Table(qtbot, place, desk)


def test_that_going_to_a_cell_selects_it(table, desk):
    table.go("leads", "sdr")
    assert desk.selection.selected.cell == ("leads", "sdr")


def test_that_arrows_walk_over_headings(table, desk):
    table.go("quality", "sdr")
    table.press(KEY.Key_Down)
    assert desk.selection.selected.cell == ("qualified", "sdr")


def test_that_enter_gives_a_free_cell_and_opens_its_weight(table):
    table.go("cost", "sdr")
    table.press(KEY.Key_Return)
    assert table.kpi("cost", "sdr").weight == 0.4
    assert table.editor.selectedText() == "40%"


def test_that_the_weight_typed_after_enter_is_the_same_step(table, desk):
    table.go("cost", "sdr")
    table.press(KEY.Key_Return)
    table.type("25")
    table.finish()
    assert table.kpi("cost", "sdr").weight == 0.25
    assert len(desk.session.history.done) == 1


def test_that_digits_weigh_at_once(table):
    table.go("leads", "marketer")
    table.press(KEY.Key_5)
    table.type("5")
    table.finish()
    assert table.kpi("leads", "marketer").weight == 0.55


def test_that_digits_give_a_free_cell(table):
    table.go("cost", "head")
    table.press(KEY.Key_3)
    table.finish()
    assert (table.kpi("cost", "head").part, table.kpi("cost", "head").weight) == ("owner", 0.03)


def test_that_down_takes_the_weight_and_goes_on(table, desk):
    table.go("leads", "marketer")
    table.press(KEY.Key_2)
    table.finish(KEY.Key_Down)
    assert table.kpi("leads", "marketer").weight == 0.02
    assert desk.selection.selected.cell == ("quality", "marketer")


def test_that_escape_leaves_the_weight_alone(table):
    table.go("leads", "marketer")
    table.press(KEY.Key_9)
    table.finish(KEY.Key_Escape)
    assert table.kpi("leads", "marketer").weight == 0.4


def test_that_a_weight_that_is_none_is_refused_in_words(table, heard):
    table.go("leads", "marketer")
    table.press(KEY.Key_9)
    table.type("99")
    table.finish()
    assert heard.said == ["a weight is between 0 and 100%"]


def test_that_the_editor_is_gone_afterwards(table, qtbot):
    table.go("leads", "marketer")
    table.press(KEY.Key_9)
    table.finish()
    qtbot.waitUntil(lambda: table.editor is None)


def test_that_space_goes_round_the_parts(table):
    table.go("leads", "marketer")
    table.press(KEY.Key_Space)
    assert table.kpi("leads", "marketer").part == "leader"


@pytest.mark.parametrize(
    ("letter", "part"),
    [("l", "leader"), ("s", "shared"), ("c", "contributor"), ("р", "leader"), ("п", "contributor")],
)
def test_that_letters_of_both_keyboards_set_the_part(table, letter, part):
    table.go("leads", "marketer")
    table.type(letter)
    assert table.kpi("leads", "marketer").part == part


def test_that_delete_empties_the_cell(table):
    table.go("leads", "marketer")
    table.press(KEY.Key_Delete)
    assert table.kpi("leads", "marketer") is None


def test_that_shift_enter_takes_over(table):
    table.go("leads", "sdr")
    table.press(KEY.Key_Return, SHIFT)
    assert table.kpi("leads", "sdr").part == "owner"
    assert table.kpi("leads", "marketer").part == "shared"


def test_that_a_double_click_gives(table):
    port, at = table.view.viewport(), table.middle("cost", "head")
    table.qtbot.mouseClick(port, LEFT, pos=at)
    table.qtbot.mouseDClick(port, LEFT, pos=at)
    assert table.kpi("cost", "head").part == "owner"


def test_that_dragging_hands_over(table):
    table.drag(table.middle("leads", "marketer"), table.middle("leads", "head"))
    assert (table.kpi("leads", "marketer"), table.kpi("leads", "head").weight) == (None, 0.4)


def test_that_dragging_anywhere_in_a_column_hands_over_the_same_metric(table):
    table.drag(table.middle("leads", "marketer"), table.middle("revenue", "head"))
    assert table.kpi("leads", "head") is not None


def test_that_dragging_with_control_shares(table):
    table.drag(table.middle("leads", "marketer"), table.middle("leads", "head"), CONTROL)
    assert table.kpi("leads", "marketer").part == "owner"
    assert table.kpi("leads", "head").part == "shared"


def test_that_escape_leaves_no_trace_of_a_drag(table, desk):
    port, start = table.view.viewport(), table.middle("leads", "marketer")
    table.qtbot.mousePress(port, LEFT, pos=start)
    table.qtbot.mouseMove(port, table.middle("leads", "head"))
    table.press(KEY.Key_Escape)
    table.qtbot.mouseRelease(port, LEFT, pos=table.middle("leads", "head"))
    assert desk.session.history.done == ()


def test_that_a_click_is_no_drag(table, desk):
    table.qtbot.mouseClick(table.view.viewport(), LEFT, pos=table.middle("leads", "marketer"))
    assert desk.session.history.done == ()


def test_that_a_click_on_a_header_selects_the_role(table, desk):
    header = table.view.header
    x = header.sectionViewportPosition(table.model.index_of(("leads", "head")).column()) + 20
    table.qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(x, 20))
    assert desk.selection.selected.role == "head"


def test_that_a_click_on_a_metric_selects_it(table, desk):
    metrics = table.panel.metrics
    at = metrics.visualRect(table.model.index(table.model.row_of("cost"), 0)).center()
    table.qtbot.mouseClick(metrics.viewport(), LEFT, pos=at)
    assert desk.selection.selected.metrics == ("cost",)


def test_that_left_goes_to_the_metric_and_right_comes_back(table, desk):
    table.go("cost", "sdr")
    table.press(KEY.Key_Left)
    assert desk.selection.selected.metrics == ("cost",)
    table.qtbot.keyClick(table.panel.metrics, KEY.Key_Right)
    assert desk.selection.selected.cell == ("cost", "sdr")


def test_that_the_menu_key_opens_everything_that_can_be_done(table, qtbot):
    table.go("leads", "marketer")
    keyboard = QContextMenuEvent.Reason.Keyboard
    asked = QContextMenuEvent(keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(table.view.viewport(), asked)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    menu = table.view.findChildren(QMenu, options=direct)[0]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Owner"]
    menu.close()


def test_that_the_tables_scroll_together(table, place):
    place.resize(560, 240)
    for _ in range(2):
        place._presenter.roles.add_blank()
    table.view.verticalScrollBar().setValue(40)
    assert table.panel.metrics.verticalScrollBar().value() == 40
    table.panel.sums.horizontalScrollBar().setValue(30)
    assert table.view.horizontalScrollBar().value() == 30


def test_that_rows_are_as_high_in_both_tables(table):
    rows = range(table.model.rowCount())
    heights = [table.panel.metrics.rowHeight(row) for row in rows]
    assert heights == [table.view.rowHeight(row) for row in rows]


def test_that_a_long_name_gets_a_higher_row(table, desk):
    row = table.model.row_of("cost")
    before = table.view.rowHeight(row)
    desk.do(ChangeMetric("cost", {"name": "Cost of one lead from all paid channels together"}))
    assert table.view.rowHeight(row) > before


def test_that_no_chip_is_wider_than_its_column(table, desk):
    from workbench.ui.panels.roles.signs import chip_width

    for code, words in (("en", "helps"), ("ru", "помогает")):
        desk.speak(code)
        widest = max(chip_width("contributor", words), chip_width("owner", "100\u00a0%"))
        assert widest + 4 <= min(table.panel.sums.columnWidth(at) for at in range(4))


def test_that_selecting_from_elsewhere_goes_there(table, desk):
    desk.selection.cell("cost", "head")
    assert table.view.current_cell == ("cost", "head")


def test_that_the_current_cell_survives_another_column(table, desk, place):
    table.go("cost", "head")
    place._presenter.roles.move("head", -1)
    assert table.view.current_cell == ("cost", "head")


def test_that_a_role_that_is_added_comes_to_sight(table):
    for _ in range(9):
        table.place._presenter.roles.add_blank()
    view, last = table.view, table.model.columnCount() - 1
    right = view.columnViewportPosition(last) + view.columnWidth(last)
    assert right <= view.viewport().width()


def test_that_the_sums_stay_under_their_roles_at_the_far_end(table):
    for _ in range(9):
        table.place._presenter.roles.add_blank()
    QApplication.processEvents()
    bar = table.panel.sums.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert table.view.horizontalScrollBar().value() == table.view.horizontalScrollBar().maximum()


def test_that_the_sums_stand_right_under_the_last_row(table, place):
    place.resize(1_000, 900)
    QApplication.processEvents()
    assert table.panel.sums.y() - table.view.geometry().bottom() <= 2
    last = table.model.rowCount() - 1
    bottom = table.view.rowViewportPosition(last) + table.view.rowHeight(last)
    assert abs(table.view.viewport().height() - bottom) <= 2


def test_that_the_table_ends_with_its_last_role_on_a_wide_screen(table, place):
    place.resize(2_200, 900)
    QApplication.processEvents()
    view, last = table.view, table.model.columnCount() - 1
    right = view.columnViewportPosition(last) + view.columnWidth(last)
    assert view.viewport().width() - right <= 20


def test_that_roles_that_fit_have_no_bar(table, place):
    needed = sum(role_width(column.name) for column in table.model.picture.columns)
    for width in range(560, 760):
        place.resize(width, 300)
        QApplication.processEvents()
        sums, spare = table.panel.sums, table.view.viewport().width() - needed
        assert sums.horizontalScrollBar().isVisible() == (spare < 0)
        assert sums.height() >= 2 * HEIGHT + (
            sums.horizontalScrollBar().height() if spare < 0 else 0
        )


def test_that_the_table_takes_the_room_that_comes_with_more_roles(table, place):
    place.resize(2_200, 900)
    QApplication.processEvents()
    for _ in range(3):
        place._presenter.roles.add_blank()
    QApplication.processEvents()
    assert not table.panel.sums.horizontalScrollBar().maximum()
