import pytest
from PySide6.QtGui import QFontDatabase, QImage, QRawFont

ICONS = {
    "filter", "users", "chart-line", "table", "chart-bar", "books", "arrow-back-up",
    "arrow-forward-up", "search", "plus", "trash", "bolt", "ban", "sum", "link", "check", "x",
}  # fmt: skip
SIGNS = "Ёёщъыэ«»—№₽→×≥≤Σ…\u202f"


@pytest.fixture
def icons(root):
    own = {"kpi-workbench"}
    return [path for path in (root / "resources/icons").glob("*.svg") if path.stem not in own]


def test_that_every_icon_takes_its_colour_from_the_palette(icons):
    without = [path.name for path in icons if 'stroke="currentColor"' not in path.read_text()]
    assert without == []


def test_that_the_icons_of_the_work_places_are_there(icons):
    assert {path.stem for path in icons} >= ICONS


def test_that_what_was_taken_from_others_has_its_licence(root):
    licences = {path.stem for path in (root / "resources/licences").iterdir()}
    assert licences >= {"Inter-OFL", "Tabler-icons-MIT"}


def test_that_the_program_icon_is_a_picture_of_256_points(root):
    image = QImage(str(root / "resources/icons/kpi-workbench.png"))
    assert (image.width(), image.height()) == (256, 256)


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_that_a_font_has_the_letters_and_signs_of_the_window(root, qapp, weight):
    font = QRawFont(str(root / f"resources/fonts/Inter-{weight}.ttf"), 14)
    assert [sign for sign in SIGNS if not font.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_that_every_weight_belongs_to_one_family(root, qapp, weight):
    path = root / f"resources/fonts/Inter-{weight}.ttf"
    number = QFontDatabase.addApplicationFont(str(path))
    assert "Inter" in QFontDatabase.applicationFontFamilies(number)
    QFontDatabase.removeApplicationFont(number)
