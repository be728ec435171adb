"""The panel of the export shows what it is told and reports what is wished."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.presenters.sheets import DOT
from workbench.presenters.selection import Selected
from workbench.presenters.sheets.picture import (
    DressPicture,
    ExportPicture,
    Fact,
    Gate,
    Logo,
    Report,
)
from workbench.ui.panels.sheets.export_panel import ExportPanel
from workbench.ui.panels.sheets.fact_list import FactList, WrappedLink

LEFT = Qt.MouseButton.LeftButton
GOOD = Fact("ready", "The checks found no errors and no warnings")
MISSING = Fact("missing", "3 metrics have no number", "Leads", selected=Selected(role="sdr"))
ERROR, WARNING = (
    Fact(kind, kind, "KPI201", selected=Selected(role="sdr")) for kind in ("error", "warning")
)
NOTE = Fact("note", "2 findings accepted with a reason")
READY = Gate("Ready to send", "good", (GOOD,))
DRAFT = Gate("Not ready: 1 error", "bad", (ERROR,), "The cover will be marked “Draft”")


@pytest.fixture
def panel(qtbot, theme, words):
    made = ExportPanel(theme, words)
    qtbot.addWidget(made)
    made.resize(324, 700)
    made.show()
    return made


def picture(**members):
    parts: dict[str, Any] = {"language": "ru", "gate": READY}
    return ExportPicture(**(parts | members))


def test_that_the_panel_rests_without_progress_and_result(panel):
    panel.show_export(picture())
    assert panel.export.isEnabled()
    assert not panel._progress.isVisible()
    assert not panel._result.isVisible()


def test_that_an_export_under_way_can_only_be_stopped(panel):
    panel.show_export(picture(done=0.25))
    assert not panel.export.isEnabled()
    assert panel._progress.isVisible()
    assert panel._bar.value() == 250
    assert panel.stop.isVisible()


def test_that_the_last_result_is_gone_while_the_next_is_under_way(panel):
    report = Report("“book.xlsx” is ready", "good", "/a/book.xlsx")
    panel.show_export(picture(done=0.5, report=report))
    assert not panel._result.isVisible()
    assert not panel.folder.isVisible()


def test_that_a_file_that_is_ready_can_be_shown_and_opened(panel):
    panel.show_export(picture(report=Report("“book.xlsx” is ready", "good", "/a/book.xlsx")))
    assert panel._result.text() == "“book.xlsx” is ready"
    assert panel._result.toolTip() == "/a/book.xlsx"
    assert panel._result.property("tone") == "good"
    assert panel.folder.isVisible()
    assert panel.open.isVisible()


def test_that_a_failure_is_red_and_offers_nothing_to_open(panel):
    panel.show_export(picture(report=Report("the disk is full", "bad")))
    assert panel._result.property("tone") == "bad"
    assert not panel.folder.isVisible()


def test_that_readiness_stands_above_the_facts(panel):
    panel.show_export(picture())
    assert panel._readiness.text() == "Ready to send"
    assert panel._readiness.property("tone") == "good"
    assert not panel._draft.isVisible()


def test_that_a_draft_can_be_exported_and_is_told_before(panel):
    panel.show_export(picture(gate=DRAFT))
    assert panel._readiness.property("tone") == "bad"
    assert panel._draft.isVisible()
    assert panel._draft.text() == "The cover will be marked “Draft”"
    assert panel.export.isEnabled()


def test_that_the_language_of_the_workbook_is_marked(panel, qtbot):
    panel.show_export(picture(language="en"))
    marked = [b.text() for b in panel._languages.buttons() if b.isChecked()]
    assert marked == ["English"]
    with qtbot.waitSignal(panel.language_chosen) as heard:
        panel._languages.buttons()[0].click()
    assert heard.args == ["ru"]


def test_that_a_logo_is_shown_small_and_can_be_taken_away(panel, qtbot):
    panel.show_export(picture(dress=DressPicture(logo=Logo("daisy.png", DOT))))
    row = panel.dress.logo
    assert not row._shown.pixmap().isNull()
    assert row._shown.toolTip() == "daisy.png"
    assert not row.choose.isVisible()
    with qtbot.waitSignal(row.drop.clicked):
        QTest.mouseClick(row.drop, LEFT)
    panel.show_export(picture())
    assert row.choose.isVisible()
    assert not row.drop.isVisible()


def test_that_the_consultant_and_the_colour_are_told_when_the_field_is_left(panel, qtbot):
    panel.show_export(picture())
    with qtbot.waitSignal(panel.dress.consultant_called) as heard:
        QTest.keyClicks(panel.dress.consultant, "Daisy & Co")
        QTest.keyClick(panel.dress.consultant, Qt.Key.Key_Return)
    assert heard.args == ["Daisy & Co"]
    with qtbot.waitSignal(panel.dress.brand_chosen) as heard:
        QTest.keyClicks(panel.dress.brand, "#aa0000")
        QTest.keyClick(panel.dress.brand, Qt.Key.Key_Return)
    assert heard.args == ["#aa0000"]


def test_that_the_brand_colour_is_shown(panel):
    panel.show_export(picture(dress=DressPicture(brand="#AA0000")))
    assert panel.dress.brand.text() == "#AA0000"
    image = panel.dress._swatch.grab().toImage()
    assert image.pixelColor(11, 11).name() == "#aa0000"


def test_that_buttons_speak_the_language_of_the_interface(panel, desk):
    before = panel.folder.text()
    desk.speak("ru")
    assert panel.folder.text() != before or panel.folder.text() == "Show in folder"


@pytest.fixture
def facts(qtbot, theme):
    made = FactList(theme)
    qtbot.addWidget(made)
    made.resize(280, 300)
    made.show()
    yield made
    theme.use(dark=False)


def test_that_what_can_be_gone_to_is_a_link(facts):
    facts.show_facts((GOOD, MISSING, ERROR, WARNING, NOTE))
    links = facts.findChildren(WrappedLink)
    assert [link.accessibleName() for link in links] == [MISSING.words, "error", "warning"]
    assert [link.toolTip() for link in links] == ["Leads", "KPI201", "KPI201"]


def sign(facts, fact):
    """The picture before a fact, as black and white: which pixels are painted."""
    image = facts._sign(fact).pixmap().toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return frozenset(place for place in places if image.pixelColor(*place).alpha() > 127)


def test_that_errors_and_warnings_differ_without_colour(facts):
    kinds = (GOOD, MISSING, ERROR, WARNING, NOTE)
    assert len({sign(facts, fact) for fact in kinds}) == len(kinds)


def test_that_a_link_tells_which_fact_it_is_about(facts, qtbot):
    facts.show_facts((GOOD, MISSING))
    with qtbot.waitSignal(facts.wanted) as heard:
        QTest.mouseClick(facts.findChild(WrappedLink), LEFT)
    assert heard.args == [MISSING]


def test_that_good_facts_are_plain_words(facts):
    facts.show_facts((GOOD,))
    assert GOOD.words in [one.text() for one in facts.findChildren(QLabel)]


def test_that_facts_are_made_again_only_when_they_differ(facts):
    facts.show_facts((MISSING,))
    before = facts.findChild(WrappedLink)
    facts.show_facts((MISSING,))
    assert facts.findChild(WrappedLink) is before


def test_that_signs_follow_the_look(facts, theme):
    facts.show_facts((GOOD,))
    theme.use(dark=True)
    assert len(facts._facts) == facts._column.count() == 1
