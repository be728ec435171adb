"""The inspectors of a role and of a KPI with real keys and a real mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from workbench.presenters.roles.role_list import RoleList
from workbench.ui.fields import NumberField
from workbench.ui.panels.roles.rows.color_row import ColorRowWidget, PalettePopup, Swatch
from workbench.ui.panels.roles.rows.curve_row import CurveRowWidget
from workbench.ui.panels.roles.rows.date_row import DateRowWidget
from workbench.ui.panels.roles.rows.ramp_row import RampRowWidget
from workbench.ui.panels.roles.rows.weight_row import WeightRowWidget

LEFT = Qt.MouseButton.LeftButton


def one(form, kind):
    return next(widget for widget in form.findChildren(kind) if widget.isVisibleTo(form))


def enter(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def sdr(desk):
    return lambda: desk.project.role("sdr")


def test_that_the_weight_of_a_kpi_is_typed_in_the_role(qtbot, role_inspector, desk):
    enter(qtbot, one(role_inspector, WeightRowWidget).number, "35")
    assert desk.project.kpi_by_place["quality", "sdr"].weight == 0.35


def test_that_a_refused_weight_is_shown_as_it_was(qtbot, role_inspector, heard):
    field = one(role_inspector, WeightRowWidget).number
    enter(qtbot, field, "350")
    field.clearFocus()
    assert (field.text(), heard.said) == ("60%", ["a weight is between 0 and 100%"])


def test_that_the_name_of_a_kpi_leads_to_its_cell(qtbot, role_inspector, desk):
    qtbot.mouseClick(one(role_inspector, WeightRowWidget).name, LEFT)
    assert desk.selection.selected.cell == ("quality", "sdr")


def test_that_delete_on_the_name_of_a_kpi_takes_it_away(qtbot, role_inspector, desk):
    name = one(role_inspector, WeightRowWidget).name
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    assert ("quality", "sdr") not in desk.project.kpi_by_place


def test_that_a_month_of_the_probation_is_typed(qtbot, role_inspector, sdr):
    enter(qtbot, one(role_inspector, RampRowWidget).fields[1], "75")
    assert sdr().ramp == (0.3, 0.75, 1.0)


def test_that_arrows_step_a_month_of_the_probation(qtbot, role_inspector, sdr, desk):
    field = one(role_inspector, RampRowWidget).fields[0]
    field.setFocus()
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert sdr().ramp[0] > 0.3
    assert len(desk.session.history.done) == 1


def test_that_a_bar_of_the_probation_is_dragged(qtbot, role_inspector, sdr, desk):
    bars = one(role_inspector, RampRowWidget).bars
    qtbot.mousePress(bars, LEFT, pos=QPoint(10, bars.height() - 4))
    qtbot.mouseMove(bars, QPoint(10, bars.height() // 2))
    assert desk.session.history.done == ()
    qtbot.mouseRelease(bars, LEFT, pos=QPoint(10, bars.height() // 2))
    assert sdr().ramp == (0.5, 0.6, 1.0)


def test_that_the_probation_grows_and_shrinks(qtbot, role_inspector, sdr):
    row = one(role_inspector, RampRowWidget)
    qtbot.mouseClick(row.add, LEFT)
    assert len(sdr().ramp) == 4
    qtbot.mouseClick(row.remove, LEFT)
    assert len(sdr().ramp) == 3


def test_that_a_colour_is_picked_from_the_palette(qtbot, role_inspector, sdr):
    qtbot.mouseClick(role_inspector.subtitle, LEFT)
    qtbot.mouseClick(one(role_inspector, ColorRowWidget).swatch, LEFT)
    popup = role_inspector.findChildren(PalettePopup)[0]
    swatches = popup.findChildren(Swatch)
    focused = next(swatch for swatch in swatches if swatch.hasFocus())
    assert focused.color == "#2A9FD6"
    qtbot.keyClick(focused, Qt.Key.Key_Right)
    qtbot.keyClick(next(one for one in swatches if one.hasFocus()), Qt.Key.Key_Return)
    assert sdr().color == "#1F5FBF"
    assert not popup.isVisible()


def test_that_colours_have_names_for_screen_readers(qtbot, role_inspector):
    qtbot.mouseClick(role_inspector.subtitle, LEFT)
    row = one(role_inspector, ColorRowWidget)
    assert row.swatch.accessibleName() == "Colour: sky blue"


def test_that_a_due_date_is_typed(qtbot, role_inspector, desk):
    desk.selection.role("agency")
    enter(qtbot, one(role_inspector, DateRowWidget).words, "31.1.2027")
    assert str(desk.project.tasks[0].due) == "2027-01-31"
    assert one(role_inspector, DateRowWidget).words.text() == "31 Jan 2027"


def test_that_a_wrong_date_is_refused_and_gone(qtbot, role_inspector, desk, heard):
    desk.selection.role("agency")
    enter(qtbot, one(role_inspector, DateRowWidget).words, "soon")
    assert heard.said == ["“soon” is not a date"]
    assert one(role_inspector, DateRowWidget).words.text() == ""


def test_that_a_due_date_is_chosen_in_a_calendar(qtbot, role_inspector, desk):
    desk.selection.role("agency")
    row = one(role_inspector, DateRowWidget)
    enter(qtbot, row.words, "31.1.2027")
    qtbot.mouseClick(row.button, LEFT)
    calendar = row._calendar
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2027-01-31"
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert str(desk.project.tasks[0].due) == "2027-02-01"
    assert not calendar.isVisible()


def test_that_the_field_in_use_stays_with_its_role(qtbot, role_inspector, desk):
    field = one(role_inspector, WeightRowWidget).number
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "25")
    desk.selection.role("marketer")
    assert desk.project.kpi_by_place["quality", "sdr"].weight == 0.25


def test_that_the_plan_is_typed_in_the_kpi(qtbot, kpi_inspector, desk):
    fields = {
        field.accessibleName(): field
        for field in kpi_inspector.findChildren(NumberField)
        if field.isVisibleTo(kpi_inspector)
    }
    enter(qtbot, fields["Plan"], "85")
    assert desk.project.kpi_by_place["quality", "sdr"].plan == 0.85


def test_that_the_curve_is_painted(kpi_inspector):
    curve = one(kpi_inspector, CurveRowWidget).curve
    picture = curve.grab().toImage()
    accent = kpi_inspector._kit.theme.colors.accent.lower()
    colors = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width())
        for y in range(0, picture.height(), 2)
    }
    assert accent in colors


def test_that_every_field_has_a_name_for_screen_readers(kpi_inspector, role_inspector):
    fields = (*kpi_inspector.findChildren(QLineEdit), *role_inspector.findChildren(QLineEdit))
    shown = [field for field in fields if field.isVisible()]
    assert [field for field in shown if not field.accessibleName()] == []


def test_that_the_language_is_followed(role_inspector, desk):
    desk.speak("ru")
    assert one(role_inspector, WeightRowWidget).number.text() == "60\u00a0%"


def test_that_nothing_is_wider_than_the_inspector(role_inspector, kpi_inspector, desk):
    for code in ("en", "ru"):
        desk.speak(code)
        QApplication.processEvents()
        for form in (role_inspector, kpi_inspector):
            assert form.widget().minimumSizeHint().width() <= form.viewport().width()


def test_that_a_weight_typed_into_a_free_cell_brings_every_section(kpi_inspector, place, desk):
    place._presenter.matrix.unassign(("quality", "sdr"))
    place._presenter.matrix.weigh(("quality", "sdr"), "60")
    shown = {key for key, one in kpi_inspector._sections.items() if one.isVisible()}
    assert {"part", "target", "scale", "standards", "actions", "condition"} <= shown


def test_that_a_role_that_is_added_is_typed_over_in_its_inspector(qtbot, role_inspector, desk):
    qtbot.keyClicks(role_inspector.title, "old")
    RoleList(desk).add_blank()
    assert QApplication.focusWidget() is role_inspector.title
    qtbot.keyClicks(role_inspector.title, "Seller")
    qtbot.keyClick(role_inspector.title, Qt.Key.Key_Return)
    assert desk.project.roles[-1].name == "Seller"
