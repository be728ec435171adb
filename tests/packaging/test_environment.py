import os
import re
import shutil

import pytest

FILES = ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "hatch_build.py")


@pytest.fixture
def tree(tmp_path):
    for name in FILES:
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.fixture
def venv(tree, environment):
    folder = tree / ".venv"
    python = environment.venv_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.7\n")
    return folder


@pytest.fixture
def filled(venv, tree, environment):
    start = environment.fingerprint(tree, "start")
    environment.write_stamp(venv, {"root": str(tree), "start": start, "qt": "offscreen"})
    return venv


def test_that_an_old_python_is_told_of_a_newer_one(environment):
    with pytest.raises(environment.Trouble, match=r"this is 3\.9\. Run: python3\.12 "):
        environment.check_version((3, 9), find=lambda name: name == "python3.12")


def test_that_an_old_python_alone_is_shown_where_to_get_one(environment):
    with pytest.raises(environment.Trouble, match="downloads"):
        environment.check_version((3, 9), find=lambda name: None)


def test_that_the_oldest_python_is_accepted(environment):
    environment.check_version((3, 11))


@pytest.mark.parametrize(("windows", "last"), [(True, "python.exe"), (False, "python")])
def test_that_the_interpreter_is_where_the_system_puts_it(environment, tmp_path, windows, last):
    assert environment.venv_python(tmp_path, windows).name == last


def test_that_a_filled_environment_is_current(environment, filled, tree):
    assert environment.is_current(filled, tree, "start", "offscreen")


def test_that_an_environment_for_starting_is_not_enough_for_tests(environment, filled, tree):
    assert not environment.is_current(filled, tree, "test", "offscreen")


def test_that_qt_is_tried_again_once_there_is_a_display(environment, filled, tree):
    assert not environment.is_current(filled, tree, "start", "window")


def test_that_libraries_for_a_window_do_without_one_too(environment, filled, tree):
    stamp = environment.read_stamp(filled)
    environment.write_stamp(filled, {**stamp, "qt": "window"})
    assert environment.is_current(filled, tree, "start", "offscreen")


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml", "hatch_build.py"])
def test_that_a_change_of_what_it_is_made_from_makes_it_stale(environment, filled, tree, name):
    (tree / name).write_text("something else")
    assert not environment.is_current(filled, tree, "start", "offscreen")


def test_that_a_copied_environment_is_not_whole(environment, filled, tree, tmp_path):
    assert not environment.is_whole(filled, tmp_path / "elsewhere")


def test_that_an_environment_made_by_hand_is_built_upon(environment, venv, tree):
    assert environment.is_whole(venv, tree)


def test_that_an_environment_of_an_older_python_is_not_whole(environment, venv, tree):
    (venv / "pyvenv.cfg").write_text("version = 3.10.2\n")
    assert not environment.is_whole(venv, tree)


def test_that_an_environment_without_its_interpreter_is_not_whole(environment, venv, tree):
    environment.venv_python(venv).unlink()
    assert not environment.is_whole(venv, tree)


def test_that_a_folder_which_is_no_environment_is_not_whole(environment, tree):
    assert not environment.is_whole(tree, tree)


@pytest.mark.parametrize("content", ["", "[]", "{", "\x00"])
def test_that_a_spoilt_stamp_counts_as_none(environment, venv, content):
    (venv / environment.STAMP).write_text(content)
    assert environment.read_stamp(venv) == {}


def language_file(root):
    folder = root / "resources" / "languages" / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "workbench.po"
    source.write_text('msgid "Funnel"\nmsgstr "Воронка"\n', encoding="utf-8")
    return source


def test_that_a_language_never_compiled_is_stale(environment, tmp_path):
    source = language_file(tmp_path)
    assert environment.stale_languages(tmp_path) == [source]


def test_that_a_compiled_language_is_not_stale(environment, hatch_build, tmp_path):
    language_file(tmp_path)
    hatch_build.compile_languages(tmp_path)
    assert environment.stale_languages(tmp_path) == []


def test_that_a_language_edited_after_compiling_is_stale(environment, hatch_build, tmp_path):
    source = language_file(tmp_path)
    hatch_build.compile_languages(tmp_path)
    later = source.stat().st_mtime + 60
    os.utime(source, (later, later))
    assert environment.stale_languages(tmp_path) == [source]


def pins(path):
    return dict(re.findall(r"^([\w.-]+)==(\S+)", path.read_text(), re.MULTILINE))


def test_that_the_locks_agree_where_both_name_a_package(root):
    runtime, dev = (pins(root / name) for name in FILES[:2])
    assert runtime.items() <= dev.items()


@pytest.mark.parametrize("name", FILES[:2])
def test_that_every_package_of_a_lock_has_a_hash(root, name):
    entries = re.split(r"\n(?=\S)", (root / name).read_text().strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", FILES[:2])
def test_that_a_lock_names_no_place_to_fetch_from(root, name):
    assert not re.search(r"://|^-|file:|^\s*#", (root / name).read_text(), re.MULTILINE)


def test_that_an_environment_in_the_way_is_removed(environment, filled):
    environment._remove(filled)
    assert not filled.exists()


def test_that_what_cannot_be_removed_is_named(environment, filled, monkeypatch):
    def refuse(folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(environment.Trouble, match="Permission denied"):
        environment._remove(filled)
