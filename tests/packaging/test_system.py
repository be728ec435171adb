import pytest


@pytest.mark.parametrize(
    ("environ", "linux", "expected"),
    [
        ({}, False, True),
        ({}, True, False),
        ({"DISPLAY": ""}, True, False),
        ({"DISPLAY": ":0"}, True, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        ({"QT_QPA_PLATFORM": "vnc"}, True, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, True, False),
    ],
)
def test_that_a_display_is_seen(system, environ, linux, expected):
    assert system.has_display(environ, linux) is expected


def test_that_only_the_line_of_this_machine_is_shown(system):
    lines = system.install_lines(system.QT_LIBRARIES, find=lambda name: name == "dnf")
    assert "dnf install mesa-libEGL" in lines
    assert "apt-get" not in lines


def test_that_every_line_is_shown_where_no_package_manager_is_known(system):
    lines = system.install_lines(system.QT_LIBRARIES, find=lambda name: None)
    assert [line.strip().removeprefix("sudo ").split()[0] for line in lines.splitlines()] == [
        "apt-get",
        "dnf",
        "pacman",
    ]


def test_that_root_is_not_told_to_become_root(system, monkeypatch):
    monkeypatch.setattr(system, "_is_root", lambda: True)
    assert "sudo" not in system.install_lines({"apt-get": "python3-venv"})


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("ImportError: libEGL.so.1: cannot open shared object file", "libEGL.so.1"),
        ("OSError: libxcb-cursor.so.0: cannot open", "libxcb-cursor.so.0"),
        ("Traceback\nValueError: odd", "ValueError: odd"),
        ("", "no reason given"),
    ],
)
def test_that_the_missing_library_is_named(system, output, expected):
    assert system.missing_library(output) == expected


def test_that_every_test_tool_has_a_package_for_every_manager(system):
    assert all(set(tool.packages) == set(system.MANAGERS) for tool in system.TEST_TOOLS)


def test_that_the_packages_of_several_tools_make_one_line(system):
    office, carlito, *_ = system.TEST_TOOLS
    line = system.together([office, carlito])["apt-get"]
    assert line == "libreoffice-calc fonts-crosextra-carlito"


@pytest.fixture
def without_tools(system, monkeypatch):
    monkeypatch.setattr(system, "_is_present", lambda tool: False)
    monkeypatch.setattr(system, "_can_apt", lambda: False)
    monkeypatch.setattr(system, "on_linux", lambda: True)
    monkeypatch.delenv("CI", raising=False)


def test_that_missing_test_tools_are_no_failure_at_home(system, without_tools, capsys):
    assert system.ensure_test_tools()
    assert "LibreOffice tests will be skipped" in capsys.readouterr().out


def test_that_missing_test_tools_are_a_failure_in_ci(system, without_tools, monkeypatch):
    monkeypatch.setenv("CI", "1")
    assert not system.ensure_test_tools()


def test_that_present_test_tools_are_not_spoken_of(system, monkeypatch, capsys):
    monkeypatch.setattr(system, "_is_present", lambda tool: True)
    assert system.ensure_test_tools()
    assert capsys.readouterr().out == ""


def test_that_a_python_without_venv_is_told_the_package(system, monkeypatch):
    monkeypatch.setattr(system, "on_linux", lambda: True)
    monkeypatch.setattr(system, "_can_apt", lambda: False)
    monkeypatch.setattr(system.shutil, "which", lambda name: "/usr/bin/" + name)
    with pytest.raises(system.Trouble, match=r"apt-get install python3\.\d+-venv"):
        system.ensure_venv_module(lambda: False)
