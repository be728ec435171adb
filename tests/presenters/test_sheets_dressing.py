"""Whose workbook it is."""

from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.presenters.conftest import Notices
from tests.presenters.sheets import DOT, stand
from tests.projects import project
from workbench.excel.images import read_image
from workbench.presenters.sheets import dressing
from workbench.presenters.sheets.page import PagePicture


@pytest.fixture
def made(tmp_path):
    return stand(tmp_path / "book.xlsx")


@pytest.fixture
def logo(made, tmp_path):
    path = tmp_path / "daisy.png"
    path.write_bytes(DOT)
    made.outside.picked = path
    return path


def logos(made) -> int:
    drawings = [one for leaf in made.view.leaves for part in leaf.parts for one in part.drawings]
    return sum(isinstance(one, PagePicture) for one in drawings)


def test_that_a_logo_is_on_the_cover(made, logo):
    made.presenter.dressing.choose_logo()
    assert logos(made) == 1
    assert made.view.export.dress.logo.name == logo.name
    made.presenter.dressing.drop_logo()
    assert logos(made) == 0


def test_that_the_consultant_has_name_logo_and_colour(made, logo):
    dressing = made.presenter.dressing
    dressing.call_consultant("  Rose & Partners ")
    dressing.choose_own_logo()
    dressing.choose_brand("aa3300")
    assert "Rose & Partners" in made.view.words
    assert logos(made) == 1
    settings = made.preferences.settings
    assert (settings.consultant, settings.brand) == ("Rose & Partners", "#AA3300")
    dressing.drop_own_logo()
    assert made.view.export.dress.own_logo is None


@pytest.mark.parametrize("odd", ["red", "#12345", "#GGGGGG"])
def test_that_a_colour_that_is_none_changes_nothing(made, odd):
    made.presenter.dressing.choose_brand("#AA3300")
    made.presenter.dressing.choose_brand(odd)
    assert made.view.export.dress.brand == "#AA3300"
    made.presenter.dressing.choose_brand("")
    assert made.view.export.dress.brand == ""


def test_that_a_file_that_is_no_picture_is_told(made, logo):
    logo.write_bytes(b"no picture")
    heard = Notices(made.desk)
    made.presenter.dressing.choose_logo()
    assert made.view.export.dress.logo is None
    assert "daisy.png" in heard.said[-1]


def test_that_who_picks_nothing_keeps_what_there_was(made, logo):
    made.presenter.dressing.choose_logo()
    made.outside.picked = None
    made.presenter.dressing.choose_logo()
    assert made.view.export.dress.logo is not None


def test_that_the_funnel_is_drawn_once_for_one_state_of_the_project(made):
    before = made.outside.drawn
    made.presenter.choose_language("en")
    made.presenter.dressing.choose_brand("#AA3300")
    made.presenter.dressing.choose_brand("#AA3301")
    assert made.outside.drawn == before + 1


def test_that_a_project_without_metrics_has_no_picture():
    assert stand(opened=project()).outside.drawn == 0


def test_that_the_workbook_wears_the_same(made, logo, tmp_path):
    made.presenter.dressing.choose_logo()
    made.presenter.dressing.call_consultant("Rose")
    made.presenter.export()
    made.background.do()
    with ZipFile(tmp_path / "book.xlsx") as book:
        assert DOT in [book.read(name) for name in book.namelist() if "/media/" in name]
    cover = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert "Rose" in [cell.value for row in cover.iter_rows() for cell in row]


def test_that_a_logo_that_is_gone_is_looked_for_when_the_place_is_opened(
    made, tmp_path, monkeypatch
):
    late, tries = tmp_path / "late.png", []

    def counted(path):
        tries.append(path)
        return read_image(path)

    monkeypatch.setattr(dressing, "read_image", counted)
    made.preferences.change(consultant_logo=str(late))
    made.presenter.set_visible(True)
    made.presenter.dressing.choose_brand("#AA3300")
    assert (len(tries), made.view.export.dress.own_logo.data) == (1, b"")
    late.write_bytes(DOT)
    made.presenter.set_visible(True)
    assert made.view.export.dress.own_logo.data == DOT
