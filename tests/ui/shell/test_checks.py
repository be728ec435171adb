"""The checks in the window: a pause, a worker, and counts wherever one looks."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from tests.presenters.problems import desk_with
from workbench.document.edits.kpis import ChangeKpi
from workbench.presenters.problems.counts import Counts
from workbench.ui.dialogs.checks_help import ChecksHelp
from workbench.ui.shell.checker import Checker
from workbench.ui.shell.header import Header
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.status_bar import StatusBar


@pytest.fixture
def checker(desk, qapp):
    made = Checker(desk.checking, qapp)
    yield made
    made._worker.wait()
    made.deleteLater()


@pytest.fixture
def desk():
    return desk_with()


def change(weight: float) -> ChangeKpi:
    return ChangeKpi("cr_qualified", "sdr", {"weight": weight})


def test_that_findings_come_by_themselves_after_a_pause(desk, checker, qtbot) -> None:
    desk.do(change(0.8))
    assert desk.checking.report.findings == ()
    qtbot.waitUntil(lambda: len(desk.checking.report.findings) == 1)
    assert desk.checking.is_current


def test_that_only_the_last_of_many_edits_is_checked(desk, checker, qtbot) -> None:
    answers: list[int] = []
    desk.checking.updated.connect(lambda report: answers.append(len(report.findings)))
    for weight in (0.6, 0.7, 0.8):
        desk.do(change(weight))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [1]


def test_that_an_edit_during_a_round_is_followed_by_another(desk, checker, qtbot) -> None:
    desk.do(change(0.8))
    checker._pause.stop()
    checker._begin()
    desk.do(change(0.5))
    qtbot.waitUntil(lambda: desk.checking.is_current)
    assert desk.checking.report.findings == ()


def test_that_the_header_shows_errors_and_warnings(desk, theme, words, qtbot) -> None:
    header = Header(desk, theme, words)
    qtbot.addWidget(header)
    header.resize(1400, 48)
    header.show()
    header.show_findings(Counts(1, 3, 2), "1 error, 3 warnings, 2 hints", sure=True)
    shown = [one.text() for one in header._checks.findChildren(QLabel) if one.isVisible()]
    assert [words for words in shown if words] == ["Checks", "1", "3"]
    assert header._checks.accessibleName() == "Checks: 1 error, 3 warnings, 2 hints"


@pytest.mark.parametrize(
    ("counts", "sure", "ticked"),
    [(Counts(hints=1), True, True), (Counts(), False, False), (Counts(1), True, False)],
)
def test_that_only_a_sound_system_is_ticked(
    counts, sure, ticked, desk, theme, words, qtbot
) -> None:
    header = Header(desk, theme, words)
    qtbot.addWidget(header)
    header.show_findings(counts, "", sure=sure)
    assert header._checks._good.isHidden() != ticked


def test_that_a_narrow_header_keeps_the_numbers_alone(desk, theme, words, qtbot) -> None:
    header = Header(desk, theme, words)
    qtbot.addWidget(header)
    header.resize(950, 48)
    header.show()
    header.show_findings(Counts(1), "1 error", sure=True)
    shown = [one.text() for one in header._checks.findChildren(QLabel) if one.isVisible()]
    assert [words for words in shown if words] == ["1"]


def test_that_the_rail_says_how_much_there_is_in_a_place(desk, theme, words, qtbot) -> None:
    rail = Rail(desk, theme, words)
    qtbot.addWidget(rail)
    rail.show_findings("roles", Counts(2), "2 errors")
    button = next(b for b in rail.findChildren(QToolButton) if b.text() == "Roles")
    assert button.toolTip().endswith("\n2 errors")
    rail.show_findings("roles", Counts(), "nothing found")
    assert "\n" not in button.toolTip()


def test_that_a_badge_is_painted_on_the_rail(desk, theme, words, qtbot) -> None:
    rail = Rail(desk, theme, words)
    qtbot.addWidget(rail)
    rail.show()
    before = rail.grab().toImage()
    rail.show_findings("roles", Counts(warnings=4), "4 warnings")
    assert rail.grab().toImage() != before


def test_that_the_status_bar_counts_every_severity(desk, theme, words, qtbot) -> None:
    bar = StatusBar(desk, theme, words)
    qtbot.addWidget(bar)
    bar.show()
    bar.show_findings(Counts(1, 0, 2))
    shown = [one.text() for one in bar._findings.findChildren(QLabel) if one.isVisible()]
    assert [words for words in shown if words] == ["1", "2"]


def test_that_the_help_opens_on_the_page_of_a_check(desk, qtbot) -> None:
    help_ = ChecksHelp(desk, None, "KPI201")  # type: ignore[arg-type]
    qtbot.addWidget(help_)
    text = help_._page.toPlainText()
    assert text.startswith("KPI201. Weights that do not add up to 100%")
    assert "Why it matters" in text
