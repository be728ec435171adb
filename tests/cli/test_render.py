import pytest

from tests.projects import EXAMPLE

STARTS = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}


@pytest.mark.parametrize("ending", STARTS)
def test_that_the_ending_decides_the_picture(run, tmp_path, qapp, ending):
    out = tmp_path / f"funnel{ending}"
    answer = run("render", EXAMPLE, "-o", out, "--json")
    assert answer.tree == {"file": str(out)}
    assert out.read_bytes().startswith(STARTS[ending])


@pytest.mark.parametrize("name", ["funnel", "funnel.bmp", "funnel.xlsx"])
def test_that_another_ending_is_a_matter_of_usage(run, tmp_path, name):
    assert run("render", EXAMPLE, "-o", tmp_path / name).code == 2


@pytest.mark.parametrize("view", ["funnel", "roles", "plan"])
def test_that_every_view_is_drawn_without_a_window(run, tmp_path, qapp, view):
    out = tmp_path / "a.png"
    assert run("render", EXAMPLE, "-o", out, "--view", view).code == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_that_a_view_that_is_not_offered_is_a_matter_of_usage(run, tmp_path):
    assert run("render", EXAMPLE, "-o", tmp_path / "a.png", "--view", "x").code == 2


def test_that_a_folder_that_is_not_there_is_bad_input(run, tmp_path, qapp):
    answer = run("render", EXAMPLE, "-o", tmp_path / "missing" / "a.png", "--lang", "en")
    assert answer.code == 3
    assert answer.sentence.startswith("“a.png” was not written")
