import gettext
import zipfile

import pytest
from hatchling.builders.wheel import WheelBuilder

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : 1);\\n"

msgid "Funnel"
msgstr "Воронка"

#, fuzzy
msgid "Role"
msgstr "Рулон"
"""


@pytest.fixture
def catalogue(hatch_build, tmp_path):
    folder = tmp_path / "resources" / "languages" / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "workbench.po").write_text(PO, encoding="utf-8")
    hatch_build.compile_languages(tmp_path)
    with (folder / "workbench.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_that_a_compiled_language_translates(catalogue):
    assert catalogue.gettext("Funnel") == "Воронка"


def test_that_a_translation_nobody_looked_at_is_left_out(catalogue):
    assert catalogue.gettext("Role") == "Role"


@pytest.fixture
def wheel_names(root, tmp_path):
    [wheel] = WheelBuilder(str(root)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_that_a_wheel_takes_the_fonts_along(wheel_names):
    assert "workbench/resources/fonts/Inter-Regular.ttf" in wheel_names


def test_that_a_wheel_has_every_language_compiled(wheel_names):
    written = {name[:-3] for name in wheel_names if name.endswith(".po")}
    assert {name[:-3] for name in wheel_names if name.endswith(".mo")} == written


def test_that_a_wheel_has_the_program_and_no_tests(wheel_names):
    folders = {name.partition("/")[0] for name in wheel_names}
    assert folders == {"workbench", "kpi_workbench-0.1.0.dist-info"}
