from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.checks.cases import sound
from tests.presenters.asking import Answers
from tests.projects import EXAMPLE
from workbench.app.program import Program
from workbench.base.texts import text
from workbench.checks.runner import Report
from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters import checking
from workbench.presenters.actions import Action
from workbench.presenters.actuals.place import READ
from workbench.presenters.background import Done
from workbench.storage.folders import config_folder
from workbench.storage.project_file import load
from workbench.ui.fields import GrowingField
from workbench.ui.main_window import MainWindow
from workbench.ui.panels.sheets.outside import Desktop
from workbench.ui.theme import Theme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    copy = tmp_path / "client.kpi"
    copy.write_bytes(EXAMPLE.read_bytes())
    return copy


@pytest.fixture
def answers() -> Answers:
    return Answers(when_unsaved="discard")


@pytest.fixture
def window(theme: Theme, qtbot) -> MainWindow:
    made = MainWindow(theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def program(
    qapp: QApplication, theme: Theme, window: MainWindow, answers: Answers, path: Path
) -> Iterator[Program]:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "settings.json").write_text('{"language": "en", "theme": "light"}')
    made = Program(qapp, theme, window)
    made.files._ask = answers
    window.show()
    made.start(path)
    yield made
    made.files.may_close()
    window.fill(QLabel(), bool)
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown(program: Program) -> set[str]:
    """Every text on the labels that can be seen."""
    labels = program.workspace.findChildren(QLabel)
    return {label.text() for label in labels if label.isVisible()}


def test_that_the_program_opens_a_named_file(program: Program, window: MainWindow) -> None:
    assert window.windowTitle() == "client.kpi[*] — KPI Workbench"
    assert not window.isWindowModified()


def test_that_an_edit_shows_in_the_forecast_at_once_and_marks_the_window(
    program: Program, window: MainWindow
) -> None:
    program.desk.do(ChangeMetric("average_deal", {"value": 360_000.0}))
    assert any(words.endswith("178%") for words in shown(program))
    assert window.isWindowModified()


def test_that_undo_by_keyboard_takes_the_edit_back(program: Program, window, qtbot) -> None:
    program.desk.do(ChangeMetric("average_deal", {"value": 360_000.0}))
    window.activateWindow()
    qtbot.keyClick(program.workspace, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.desk.project.metric("average_deal").value == 180_000
    assert not window.isWindowModified()


def test_that_saving_by_keyboard_writes_the_file(program: Program, path: Path, qtbot) -> None:
    program.desk.do(ChangeMetric("average_deal", {"value": 200_000.0}))
    qtbot.keyClick(program.workspace, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert load(path).project.metric("average_deal").value == 200_000


@pytest.mark.parametrize("place", ["funnel", "roles", "plan", "sheets", "actuals", "templates"])
def test_that_every_place_speaks_both_languages(program: Program, place: str, qtbot) -> None:
    program.desk.go(place)  # type: ignore[arg-type]
    before = shown(program)
    program.preferences.change(language="ru")
    qtbot.wait(1)
    after = shown(program)
    assert "Goal:" in before
    assert "Цель:" in after
    assert "Goal:" not in after


def test_that_the_look_and_the_language_are_remembered(program: Program) -> None:
    program.preferences.change(theme="dark", language="ru")
    kept = json.loads((config_folder() / "settings.json").read_text(encoding="utf-8"))
    assert (kept["theme"], kept["language"]) == ("dark", "ru")


def test_that_the_place_of_the_window_is_remembered(program: Program, window: MainWindow) -> None:
    window.close()
    assert set(program.preferences.settings.windows) >= {"main", "splitter"}


def test_that_the_tab_of_the_plan_is_remembered(program: Program, window: MainWindow) -> None:
    place: Any = program.workspace._places.get("plan")
    place.open_tab("compare")
    window.close()
    assert program.preferences.settings.windows["plan"] == "compare"
    place.restore("months")
    assert place.state == "months"
    place.restore("a tab of another program")
    assert place.state == "months"


def test_that_the_tab_of_the_actuals_is_remembered(program: Program, window: MainWindow) -> None:
    place: Any = program.workspace._places.get("actuals")
    place.open_tab("bonus")
    window.close()
    assert program.preferences.settings.windows["actuals"] == "bonus"


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_5, "actuals"), (Qt.Key.Key_6, "templates")])
def test_that_places_are_numbered_in_the_order_of_the_job(
    program: Program, qtbot, key: Qt.Key, place: str
) -> None:
    qtbot.keyClick(program.workspace, key, Qt.KeyboardModifier.ControlModifier)
    assert program.desk.place == place


def test_that_plan_and_actuals_are_about_the_same_scenario(program: Program) -> None:
    plan: Any = program.workspace._places.get("plan")
    actuals: Any = program.workspace._places.get("actuals")
    plan.choice.scenarios.make("Careful", {"leads": 500.0})
    program.desk.go("actuals")
    assert "Careful" in actuals._against.text()


def test_that_actuals_are_read_by_the_action_of_the_window(program: Program) -> None:
    asked: list[str] = []
    read = Action(READ, text("Read"), lambda: asked.append("read"))
    program.workspace._commands.add([read], program.workspace)
    place: Any = program.workspace._places.get("actuals")
    place.read.click()
    assert asked == ["read"]


@pytest.mark.parametrize("id", ["export.workbook", READ])
def test_that_what_was_not_free_meanwhile_is_free_when_the_work_has_ended(
    program: Program, qtbot, id: str
) -> None:
    place: Any = program.workspace._places.get("sheets")
    reader: Any = program.workspace._returns.returning._background
    worker = reader if id == READ else place._worker
    command = program.workspace._commands[id]
    worker.run(lambda _control: Done(), lambda _progress: None, lambda _outcome: None)
    command.setEnabled(False)  # as whatever looks at the actions meanwhile leaves it
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    assert command.isEnabled()


def test_that_a_name_still_being_typed_is_saved(program: Program, path: Path, qtbot) -> None:
    program.desk.selection.metrics(["leads"])
    fields = program.workspace._inspectors.findChildren(GrowingField)
    title = next(f for f in fields if f.toPlainText() == "Лиды")
    program.workspace.window().activateWindow()
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Requests")
    qtbot.keyClick(title, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert load(path).project.metric("leads").name == "Requests"


def test_that_no_shortcut_means_two_things(program: Program) -> None:
    for place in ("funnel", "roles", "plan", "sheets", "actuals", "templates"):
        program.workspace._places.get(place)
    commands = program.workspace._commands.all()
    owners: dict[str, list[str]] = {}
    for command in commands:
        place = "" if command.record.wide else command.record.id.split(".")[0]
        for key in command.shortcuts():
            owners.setdefault(key.toString(), []).append(place)
    shared = {key: of for key, of in owners.items() if len(set(of)) < len(of) or "" in of[1:]}
    assert {key: of for key, of in shared.items() if len(of) > 1} == {}


def test_that_going_to_a_metric_selects_it_on_the_canvas(program: Program) -> None:
    program.workspace._on_visit_wanted("churn")
    assert program.desk.selection.selected.metric == "churn"


def test_that_ctrl_e_makes_the_workbook_in_the_background(
    program: Program, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "client.xlsx"
    program.desk.go("sheets")
    monkeypatch.setattr(Desktop, "where", lambda *_: target)
    qtbot.keyClick(program.workspace, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: zipfile.is_zipfile(target), timeout=20_000)
    qtbot.waitUntil(lambda: any("client.xlsx" in words for words in shown(program)))


def test_that_an_error_of_the_program_is_told_and_written_down(program: Program, home) -> None:
    told: list[str] = []
    program.desk.noticed.connect(lambda notice: told.append(str(notice.message)))
    try:
        raise RuntimeError("a bug")
    except RuntimeError as error:
        program.report(type(error), error, error.__traceback__)
    assert told[0].startswith("Something went wrong in the program. Your work is safe")
    log = next(home.rglob("errors.log"))
    assert "RuntimeError: a bug" in log.read_text(encoding="utf-8")


def test_that_the_problems_panel_is_remembered(program: Program, window: MainWindow, qtbot) -> None:
    checks = program.workspace._checks
    assert checks.panel.isVisible()
    qtbot.keyClick(
        window,
        Qt.Key.Key_M,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert not checks.panel.isVisible()
    assert program.workspace.may_close()
    assert program.preferences.settings.windows["problems"] == "hidden"


def test_that_the_problems_panel_leaves_the_templates_alone(program: Program) -> None:
    checks = program.workspace._checks
    program.desk.go("templates")
    assert not checks.panel.isVisible()
    checks.toggle_problems()
    assert not checks.panel.isVisible()
    program.desk.go("funnel")
    assert checks.panel.isVisible()


def test_that_the_header_ticks_only_what_the_checks_could_look_at(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "examine", lambda _forecast: Report())
    tick = program.workspace._checks._header._checks._good
    for project, ticked in ((sound(), True), (sound().having(kpis=()), False)):
        program.desk.session.open(project)
        program.desk.checking.check()
        assert tick.isHidden() != ticked


def test_that_the_header_says_why_nothing_found_means_little(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "examine", lambda _forecast: Report())
    program.desk.session.open(sound().having(kpis=()))
    program.desk.checking.check()
    button = program.workspace._checks._header._checks
    assert "no role has a KPI yet" in button.toolTip()
    assert "no role has a KPI yet" in button.accessibleName()


def test_that_f8_goes_to_what_is_wrong(program: Program, window: MainWindow, qtbot) -> None:
    program.desk.checking.check()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert program.desk.selection.selected.cell == ("cold_meetings", "bdr")
    assert program.desk.place == "roles"


def test_that_findings_come_by_themselves(program: Program, qtbot) -> None:
    qtbot.waitUntil(lambda: program.desk.checking.is_current, timeout=5_000)
    assert program.desk.checking.report.count("warning") == 22
    assert "22" in shown(program)
