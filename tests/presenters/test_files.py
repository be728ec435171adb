from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.presenters.asking import Answers
from tests.presenters.conftest import Notices
from tests.projects import EXAMPLE, example
from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters.desk import Desk
from workbench.presenters.files import Files, file_name
from workbench.presenters.preferences import Preferences
from workbench.storage.lock import lock_path
from workbench.storage.project_file import load
from workbench.storage.recovery import pending
from workbench.storage.settings import Settings

RENAME = ChangeMetric("leads", {"name": "Requests"}, "Лиды")


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(Settings())


@pytest.fixture
def files(desk: Desk, answers: Answers, preferences: Preferences) -> Files:
    return Files(desk, answers, preferences, lambda: "14:02")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    copy = tmp_path / "client.kpi"
    copy.write_bytes(EXAMPLE.read_bytes())
    return copy


def test_that_an_opened_project_is_clean_and_named_by_its_client(files: Files, path: Path) -> None:
    files.open_path(path)
    assert (str(files.title), files.document.name) == ("Пример: B2B SaaS", "client.kpi")
    assert not files.is_dirty


def test_that_a_file_that_cannot_be_read_leaves_the_open_project(
    desk: Desk, files: Files, notices: Notices, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.kpi"
    broken.write_text("{")
    before = desk.project
    files.open_path(broken)
    assert desk.project is before
    assert "broken.kpi" in notices.said[0]


def test_that_saving_writes_the_edit_and_says_when(desk: Desk, files: Files, path: Path) -> None:
    files.open_path(path)
    desk.do(RENAME)
    assert files.is_dirty
    assert files.save()
    assert load(path).project.metric("leads").name == "Requests"
    assert (str(files.status), files.is_dirty) == ("Saved at 14:02", False)


def test_that_undoing_back_to_the_saved_state_is_clean(
    desk: Desk, files: Files, path: Path
) -> None:
    files.open_path(path)
    desk.do(RENAME)
    desk.session.undo()
    assert not files.is_dirty


def test_that_a_new_project_asks_for_a_name_made_of_the_client(
    files: Files, answers: Answers, tmp_path: Path
) -> None:
    answers.to_save = tmp_path / "named"
    assert files.save()
    assert answers.asked == ["save as Пример B2B SaaS.kpi"]
    assert files.document.name == "named.kpi"


def test_that_cancelling_the_name_saves_nothing(files: Files, answers: Answers) -> None:
    assert not files.save()
    assert files.document.path is None


def test_that_unsaved_work_keeps_the_window_open_when_the_person_cancels(
    desk: Desk, files: Files, path: Path
) -> None:
    files.open_path(path)
    desk.do(RENAME)
    assert not files.may_close()


def test_that_unsaved_work_is_given_up_only_on_request(
    desk: Desk, files: Files, answers: Answers, path: Path
) -> None:
    files.open_path(path)
    desk.do(RENAME)
    answers.when_unsaved = "discard"
    assert files.may_close()
    assert load(path).project == example()


def test_that_saving_before_closing_closes(
    desk: Desk, files: Files, answers: Answers, path: Path
) -> None:
    files.open_path(path)
    desk.do(RENAME)
    answers.when_unsaved = "save"
    assert files.may_close()
    assert load(path).project.metric("leads").name == "Requests"


def test_that_a_file_changed_by_somebody_else_is_not_overwritten(
    desk: Desk, files: Files, answers: Answers, path: Path
) -> None:
    files.open_path(path)
    desk.do(RENAME)
    theirs = path.read_bytes() + b"\n"
    path.write_bytes(theirs)
    assert not files.save()
    assert path.read_bytes() == theirs
    assert answers.asked == ["changed client.kpi"]


def test_that_a_file_changed_by_somebody_else_is_overwritten_on_request(
    desk: Desk, files: Files, answers: Answers, path: Path
) -> None:
    files.open_path(path)
    desk.do(RENAME)
    path.write_bytes(path.read_bytes() + b"\n")
    answers.when_changed = "overwrite"
    assert files.save()
    assert load(path).project.metric("leads").name == "Requests"


def test_that_an_open_file_is_locked_until_it_is_closed(files: Files, path: Path) -> None:
    files.open_path(path)
    assert lock_path(path).exists()
    files.may_close()
    assert not lock_path(path).exists()


def _locked_by_olga(path: Path) -> None:
    note = {"user": "Olga", "host": "elsewhere", "pid": 1, "since": "2027-01-01T10:00:00+00:00"}
    lock_path(path).write_text(json.dumps(note))


def test_that_a_file_open_elsewhere_stays_shut_when_the_person_cancels(
    desk: Desk, files: Files, answers: Answers, path: Path
) -> None:
    _locked_by_olga(path)
    files.open_path(path)
    assert answers.asked == ["locked client.kpi by Olga"]
    assert files.document.path is None


def test_that_a_file_open_elsewhere_is_saved_under_another_name_only(
    desk: Desk, files: Files, answers: Answers, path: Path, tmp_path: Path
) -> None:
    _locked_by_olga(path)
    answers.when_locked = "read_only"
    answers.to_save = tmp_path / "mine.kpi"
    files.open_path(path)
    desk.do(RENAME)
    assert files.save()
    assert (load(path).project == example(), files.document.name) == (True, "mine.kpi")


def test_that_a_template_starts_a_project_without_a_file(desk: Desk, files: Files) -> None:
    files.start_template("b2b_sales")
    assert desk.project.language == "en"
    assert (files.document.path, files.is_dirty) == (None, False)


def test_that_an_unknown_template_is_a_sentence(files: Files, notices: Notices) -> None:
    files.start_template("nothing")
    assert "there is no template “nothing”" in notices.said[0]


def test_that_an_empty_project_has_the_phases_of_the_method(desk: Desk, files: Files) -> None:
    files.start_empty()
    assert [phase.name for phase in desk.project.phases] == ["Interest", "Deal", "Service"]
    assert not desk.project.metrics


def test_that_recent_files_start_with_the_one_opened_last(
    files: Files, preferences: Preferences, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.kpi"
    other.write_bytes(path.read_bytes())
    files.open_path(path)
    files.open_path(other)
    assert preferences.settings.recent == (str(other), str(path))


def test_that_unsaved_work_survives_a_crash_and_saving_forgets_it(
    desk: Desk, files: Files, path: Path
) -> None:
    files.open_path(path)
    desk.do(RENAME)
    files.store_recovery()
    files._recovery._guard.release()  # type: ignore[union-attr]
    assert [found.project.metric("leads").name for found in pending()] == ["Requests"]
    files.save()
    assert pending() == ()


def test_that_recovered_work_is_unsaved_work_on_its_file(
    desk: Desk, answers: Answers, preferences: Preferences, files: Files, path: Path
) -> None:
    files.open_path(path)
    desk.do(RENAME)
    files.store_recovery()
    files._recovery._guard.release()  # type: ignore[union-attr]
    files._release()
    next_time = Files(Desk(example(), "en"), answers, preferences, lambda: "")
    answers.when_found = "restore"
    next_time.offer(pending())
    assert (next_time.document.path, next_time.is_dirty) == (path, True)
    assert next_time.save()
    assert load(path).project.metric("leads").name == "Requests"


@pytest.mark.parametrize(
    ("words", "name"),
    [("ООО «Ромашка» / продажи", "ООО «Ромашка» продажи"), ("a:b*c?", "a b c"), ("...", "project")],
)
def test_that_a_title_becomes_a_name_every_file_system_takes(words: str, name: str) -> None:
    assert file_name(words) == name


def test_that_a_new_project_is_offered_a_place_among_the_documents(
    files: Files, home: Path, answers: Answers
) -> None:
    files.open()
    assert answers.asked == [f"open in {home}"]


def test_that_a_file_that_others_have_open_is_not_saved_over(
    desk: Desk, files: Files, answers: Answers, notices: Notices, path: Path
) -> None:
    _locked_by_olga(path)
    theirs = path.read_bytes()
    answers.to_save = path
    assert not files.save_as()
    assert path.read_bytes() == theirs
    assert notices.said == [
        "“client.kpi” is open elsewhere (Olga, elsewhere); save under another name"
    ]


def test_that_a_copy_is_suggested_for_a_file_that_others_have_open(
    files: Files, answers: Answers, path: Path
) -> None:
    _locked_by_olga(path)
    answers.when_locked = "read_only"
    files.open_path(path)
    files.save()
    assert answers.asked[-1] == "save as client (copy).kpi"
    assert str(files.status) == "Open elsewhere: save under another name"


def test_that_a_save_that_fails_leaves_no_lock(
    files: Files, answers: Answers, tmp_path: Path
) -> None:
    answers.to_save = tmp_path / "nowhere" / "a.kpi"
    assert not files.save_as()
    assert not list(tmp_path.rglob(".~lock*"))


def test_that_what_is_being_typed_is_saved(desk: Desk, files: Files, path: Path) -> None:
    files.open_path(path)

    def finish_typing() -> None:
        desk.do(RENAME)

    desk.settling.connect(finish_typing)
    files.save()
    assert load(path).project.metric("leads").name == "Requests"


def test_that_closing_asks_about_what_is_being_typed(
    desk: Desk, files: Files, answers: Answers, path: Path
) -> None:
    files.open_path(path)

    def finish_typing() -> None:
        desk.do(RENAME)

    desk.settling.connect(finish_typing)
    assert not files.may_close()
    assert answers.asked == ["unsaved client.kpi"]


def test_that_a_name_without_its_ending_replaces_nothing_unasked(
    files: Files, answers: Answers, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.kpi"
    other.write_bytes(b"{}")
    files.open_path(path)
    answers.to_save = tmp_path / "other"
    assert not files.save_as()
    assert (other.read_bytes(), answers.asked[-1]) == (b"{}", "replace other.kpi")


def test_that_a_link_and_its_file_are_one_document(
    files: Files, answers: Answers, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.kpi"
    link.symlink_to(path)
    files.open_path(link)
    files.open_path(path)
    assert (files.document.path, answers.asked) == (path, [])


def test_that_a_relative_path_is_the_same_document(
    files: Files, answers: Answers, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    files.open_path(Path(path.name))
    files.open_path(path)
    assert answers.asked == []


def test_that_after_one_restored_piece_of_work_the_others_wait(
    desk: Desk, answers: Answers, preferences: Preferences
) -> None:
    for name in ("First", "Second"):
        crashed = Files(Desk(example(), "en"), answers, preferences, lambda: "")
        crashed._desk.do(ChangeMetric("leads", {"name": name}, ""))
        crashed.store_recovery()
        crashed._recovery._guard.release()  # type: ignore[union-attr]
    files = Files(desk, answers, preferences, lambda: "")
    answers.when_found = "restore"
    files.offer(pending())
    assert answers.asked == ["recover"]
    assert len(pending()) == 1


def test_that_work_that_is_saved_needs_no_recovery(desk: Desk, files: Files, path: Path) -> None:
    files.open_path(path)
    desk.do(RENAME)
    files.store_recovery()
    desk.session.undo()
    assert files.store_recovery()
    assert pending() == ()
