"""Charts in files and on the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from tests.ui.charts.pictures import BLUE, KINDS
from tests.ui.colours import colours, has_hue
from workbench.base.errors import WorkbenchError
from workbench.presenters.desk import Notice
from workbench.ui.charts.saving import save
from workbench.ui.theme import LIGHT


class Answer:
    """Names a file, or none, and remembers what was suggested."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.suggested = Path()

    def picture_to_save(self, _title: object, suggestion: Path) -> Path | None:
        self.suggested = suggestion
        return self.path


@pytest.mark.parametrize(
    ("ending", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_that_every_chart_goes_into_every_kind_of_file(chart, tmp_path, ending, start):
    path = tmp_path / f"chart.{ending}"
    save(chart, path)
    assert path.read_bytes().startswith(start)
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_png_is_twice_as_large_with_a_margin_and_a_title(shown, tmp_path):
    made = shown(*KINDS["months"], width=380, height=240)
    made.setAccessibleName("Load")
    save(made, tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (2 * (380 + 28), 2 * (240 + 28 + 26))


def test_that_a_chart_that_was_never_on_the_screen_is_drawn_whole(
    qtbot, desk, theme, words, tmp_path, shown
):
    hidden = KINDS["months"][0](desk, theme, words)
    qtbot.addWidget(hidden)
    hidden.resize(380, 240)
    hidden.show_picture(KINDS["months"][1])
    save(hidden, tmp_path / "hidden.png")
    save(shown(*KINDS["months"]), tmp_path / "shown.png")
    assert (tmp_path / "hidden.png").read_bytes() == (tmp_path / "shown.png").read_bytes()


def test_that_paper_is_light_whatever_the_screen_is(chart, theme, tmp_path):
    save(chart, tmp_path / "light.png")
    theme.use(dark=True)
    save(chart, tmp_path / "dark.png")
    assert (tmp_path / "dark.png").read_bytes() == (tmp_path / "light.png").read_bytes()


def test_that_the_screen_looks_as_before_after_saving(chart, theme, tmp_path):
    theme.use(dark=True)
    before = chart.grab().toImage()
    save(chart, tmp_path / "a.svg")
    assert chart.grab().toImage() == before


def test_that_an_svg_says_what_it_shows(chart, tmp_path):
    save(chart, tmp_path / "a.svg")
    words = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "<title>Chart</title>" in words
    assert chart.told()[0].split("\n")[0] in words


def test_that_an_svg_is_lines_and_areas_and_no_photograph(chart, tmp_path):
    save(chart, tmp_path / "a.svg")
    assert "<image" not in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_that_letters_of_an_svg_are_shapes_because_nobody_else_has_the_font(chart, tmp_path):
    save(chart, tmp_path / "a.svg")
    assert "<text" not in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_that_another_ending_is_refused_and_nothing_is_written(chart, tmp_path):
    with pytest.raises(WorkbenchError, match=r"\.png, \.svg or \.pdf"):
        save(chart, tmp_path / "a.gif")
    assert not list(tmp_path.iterdir())


@pytest.fixture
def told(desk):
    notices: list[Notice] = []
    desk.noticed.connect(notices.append)
    return notices


def test_that_a_button_can_ask_for_the_file(chart, tmp_path, told):
    chart.saving.ask = answer = Answer(tmp_path / "a.pdf")
    chart.save_wanted.emit()
    assert answer.suggested.name.endswith("Chart.png")
    assert (tmp_path / "a.pdf").exists()
    assert not told[0].wrong


def test_that_the_next_picture_is_offered_where_the_last_one_went(chart, tmp_path, desk):
    chart.saving.ask = Answer(tmp_path / "a.png")
    chart.save_wanted.emit()
    assert desk.folder.last == str(tmp_path)
    chart.saving.ask = answer = Answer(None)
    chart.save_wanted.emit()
    assert answer.suggested.parent == tmp_path


def test_that_who_names_no_file_gets_none(chart, told):
    chart.saving.ask = Answer(None)
    chart.actions()[0].trigger()
    assert not told


def test_that_a_file_that_cannot_be_written_is_told(chart, tmp_path, told):
    chart.saving.ask = Answer(tmp_path / "nowhere" / "a.png")
    chart.save_wanted.emit()
    assert told[0].wrong


def test_that_a_copy_goes_to_the_clipboard(shown):
    made = shown(*KINDS["tornado"])
    made.actions()[1].trigger()
    image = QGuiApplication.clipboard().image()
    assert image.pixelColor(2, 2).name() == LIGHT.surface.lower()
    assert has_hue(colours(image), BLUE)
