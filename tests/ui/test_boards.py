"""Pictures of the matrix of roles and of the board of the plan."""

import re
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from tests.projects import EXAMPLE, ROOT, example, metric, project
from workbench.presenters.plan.overview import outlook
from workbench.ui import boards
from workbench.ui.boards import plan_drawing, roles_drawing
from workbench.ui.drawing import encoded, image_of
from workbench.ui.render import render

pytestmark = pytest.mark.usefixtures("theme")
VIEWS = {"roles": roles_drawing, "plan": plan_drawing}


@pytest.fixture(autouse=True)
def few_samples(monkeypatch):
    monkeypatch.setattr(outlook, "SAMPLES", 2_000)


@pytest.fixture
def kept(monkeypatch):
    """The widgets that were drawn."""
    seen = []
    drawing = boards._drawing

    def keep(widget, *rest):
        seen.append(widget)
        return drawing(widget, *rest)

    monkeypatch.setattr(boards, "_drawing", keep)
    return seen


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("code", ["ru", "en"])
def test_that_the_same_project_gives_the_same_picture(view, code):
    pictures = []
    for _ in range(2):
        with VIEWS[view](example(), code) as drawing:
            pictures.append(encoded(drawing, ".png"))
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("code", ["ru", "en"])
def test_that_nothing_on_a_picture_would_have_to_be_scrolled(view, code, kept):
    with VIEWS[view](example(), code):
        (widget,) = kept
        for area in widget.findChildren(QAbstractScrollArea):
            if area.isVisible():
                assert area.verticalScrollBar().maximum() == 0
                assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("view", VIEWS)
def test_that_a_picture_leaves_no_widget_behind(view):
    before = len(QApplication.topLevelWidgets())
    with VIEWS[view](example(), "en"):
        pass
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    assert len(QApplication.topLevelWidgets()) == before


def test_that_the_likelihood_is_drawn_before_the_picture_is_taken(kept):
    with plan_drawing(example(), "en"):
        assert kept[0]._risk._chart.picture is not None
        assert re.fullmatch(r"\d+%", kept[0]._risk._percent.text())


def test_that_the_goal_stands_above_the_plan():
    with plan_drawing(example(), "ru") as drawing:
        assert "Выручка" in drawing.words
        assert drawing.title.startswith(example().client.name)


@pytest.mark.parametrize("view", VIEWS)
def test_that_a_project_with_nothing_in_it_can_be_drawn(view):
    with VIEWS[view](project(), "en") as drawing:
        assert not image_of(drawing).isNull()


def test_that_a_plan_without_a_goal_can_be_drawn():
    with plan_drawing(project(metric("leads", value=3)), "en") as drawing:
        assert drawing.words == ""


@pytest.mark.parametrize("view", VIEWS)
def test_that_a_picture_has_the_light_ground(view, tmp_path):
    render(example(), tmp_path / "a.png", "en", view)
    assert QImage(str(tmp_path / "a.png")).pixelColor(QPoint(2, 2)).name() == "#f4f5f7"


@pytest.mark.parametrize("view", VIEWS)
def test_that_letters_of_an_svg_are_shapes_because_nobody_else_has_the_font(view, tmp_path):
    render(example(), tmp_path / "a.svg", "ru", view)
    words = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "<text" not in words
    assert words.count("<path") > 100


@pytest.mark.parametrize("view", VIEWS)
def test_that_letters_of_a_pdf_are_letters(view, tmp_path):
    render(example(), tmp_path / "a.pdf", "ru", view)
    assert b"/FontFile2" in (tmp_path / "a.pdf").read_bytes()


def test_that_a_high_picture_lies_on_an_upright_page(tmp_path):
    rows = [metric(f"m{n}", value=1) for n in range(60)]
    render(project(*rows), tmp_path / "a.pdf", "en", "roles")
    width, height = re.search(
        rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", (tmp_path / "a.pdf").read_bytes()
    ).groups()  # type: ignore[union-attr]
    assert float(width) < float(height)


@pytest.mark.parametrize("view", VIEWS)
def test_that_a_process_without_a_screen_draws(view, tmp_path, monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    out = tmp_path / "a.png"
    command = [sys.executable, "-m", "workbench", "render", EXAMPLE, "-o", out, "--view", view]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0
    assert out.is_file()
