"""Pictures of the funnel in files."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.presenters.funnel_cases import short
from tests.projects import EXAMPLE, ROOT, example, project
from workbench.base.errors import WorkbenchError
from workbench.base.languages import language
from workbench.checks.runner import examine
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.planning.forward import calculate
from workbench.presenters.checking import Alerts
from workbench.presenters.funnel.composer import Composer
from workbench.ui.canvas.paint.layout import CanvasSizes
from workbench.ui.drawing import encoded
from workbench.ui.render import drawing_of, render
from workbench.ui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def drawn(tmp_path):
    def draw(name, made=None, language="ru"):
        target = tmp_path / name
        render(made or example(), target, language)
        return target

    return draw


def test_that_a_png_is_twice_as_large_as_the_canvas(drawn):
    image = QImage(str(drawn("funnel.png")))
    assert image.width() > 2500
    assert image.pixelColor(5, 5).name() == "#f2eff0"


def test_that_an_svg_names_everything_that_is_drawn(drawn):
    words = drawn("funnel.svg").read_text(encoding="utf-8")
    assert "Лиды: 585" in words
    assert "Встречи → Сделки: 16,5" in words


def test_that_letters_of_an_svg_are_shapes_because_nobody_else_has_the_font(drawn):
    words = drawn("funnel.svg").read_text(encoding="utf-8")
    assert "<text" not in words
    assert words.count("<path") > 100


def test_that_a_pdf_is_one_landscape_page_of_shapes_and_letters(drawn):
    data = drawn("funnel.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/Count 1" in data
    assert b"Inter" in data
    assert b"/MediaBox [0 0 842" in data


def test_that_the_language_decides_about_the_words(drawn):
    ru = drawn("a.svg").read_text(encoding="utf-8")
    en = drawn("b.svg", language="en").read_text(encoding="utf-8")
    assert "585\u00a0/mo" in en
    assert "585\u00a0/mo" not in ru


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_that_an_empty_project_gives_a_picture_too(drawn, suffix):
    assert drawn(f"empty.{suffix}", project()).stat().st_size > 300


def test_that_the_suffix_may_be_in_capitals(drawn):
    assert drawn("FUNNEL.PNG").exists()


def test_that_a_huge_funnel_still_fits_into_a_png(drawn):
    made = short()
    far = made.metric("revenue").having(position={"x": 60_000.0, "y": 0.0})
    metrics = tuple(far if m.key == "revenue" else m for m in made.metrics)
    image = QImage(str(drawn("wide.png", made.having(metrics=metrics))))
    assert image.size().boundedTo(QSize(12_001, 12_001)) == image.size()


@pytest.mark.parametrize("name", ["funnel.gif", "funnel", "funnel.svgz"])
def test_that_another_kind_of_file_is_refused_with_a_sentence(tmp_path, name):
    with pytest.raises(WorkbenchError, match=r"a picture is a \.png, \.svg or \.pdf file"):
        render(example(), tmp_path / name, "en")
    assert not list(tmp_path.iterdir())


def test_that_an_unknown_view_is_refused(tmp_path):
    with pytest.raises(WorkbenchError, match="no picture of the view “team”"):
        render(example(), tmp_path / "a.png", "en", "team")


def test_that_a_folder_that_is_not_there_leaves_nothing_behind(tmp_path):
    with pytest.raises(WorkbenchError):
        render(example(), tmp_path / "nowhere" / "a.png", "en")
    assert not list(tmp_path.iterdir())


def test_that_an_old_picture_survives_a_failure(tmp_path, monkeypatch):
    target = tmp_path / "funnel.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr("workbench.ui.drawing._paint", lambda *_: False)
    with pytest.raises(WorkbenchError, match="could not be drawn"):
        render(example(), target, "en")
    assert target.read_bytes() == b"old"


def test_that_what_the_checks_find_is_not_for_the_client(drawn):
    owned = Kpi(metric="revenue", role="sdr", weight=0.9)
    made = short().having(roles=(Role(key="sdr", name="SDR", color="#2A9FD6"),), kpis=(owned,))
    alerts = Alerts(examine(calculate(made)).findings)
    assert (alert := alerts.metric("revenue")) is not None
    assert alert.severity == "error"
    marked = Composer(CanvasSizes()).picture(calculate(made), language("en"), alerts)
    assert LIGHT.bad.lower() in encoded(drawing_of(marked, ""), ".svg").decode()
    words = drawn("funnel.svg", made).read_text(encoding="utf-8")
    assert not any(ink.lower() in words for ink in (LIGHT.bad, LIGHT.warn))


def test_that_the_same_project_gives_the_same_picture(drawn):
    assert drawn("a.png").read_bytes() == drawn("b.png").read_bytes()


def test_that_no_window_is_needed(tmp_path):
    """In a process of its own, where no Qt runs yet and no screen is known."""
    target = tmp_path / "funnel.png"
    code = (
        "import pathlib, sys\n"
        "from workbench.document.project import Project\n"
        "from workbench.ui.render import render\n"
        "made = Project.model_validate_json(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "render(made, sys.argv[2], 'en')\n"
        "assert 'PySide6.QtWidgets' in sys.modules or True\n"
    )
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", code, str(EXAMPLE), str(target)]
    subprocess.run(command, check=True, env=environment, cwd=Path(tmp_path))
    assert target.stat().st_size > 10_000
