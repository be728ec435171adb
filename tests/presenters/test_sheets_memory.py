"""The choices of the last export, for each client."""

import pytest

from tests.presenters.sheets import DOT, stand
from tests.projects import example
from workbench.document.edits.project import ChangeClient
from workbench.presenters.preferences import Preferences
from workbench.presenters.sheets.chosen import Chosen, SheetId
from workbench.presenters.sheets.memory import Memory
from workbench.storage.settings import Settings, load_settings

SDR, BRIEF = SheetId("role", "sdr"), SheetId("brief", "sdr")
CHOICE = Chosen("en", frozenset({SDR}), frozenset({BRIEF}), "/a/logo.png")


@pytest.fixture
def preferences():
    return Preferences(Settings())


def called(name):
    return example().having(client=example().client.having(name=name))


def test_that_a_client_gets_the_choices_of_the_last_time(preferences):
    Memory(preferences).remember(called("Daisy"), CHOICE)
    assert Memory(Preferences(load_settings())).recall(called("daisy ")) == CHOICE


def test_that_another_client_begins_with_everything(preferences):
    Memory(preferences).remember(called("Daisy"), CHOICE)
    assert Memory(preferences).recall(called("Rose")) == Chosen("ru")


def test_that_a_client_without_a_name_is_not_remembered(preferences):
    Memory(preferences).remember(called(""), CHOICE)
    assert preferences.settings.export == {}


def test_that_no_client_can_be_read_in_the_settings(preferences):
    Memory(preferences).remember(called("Daisy"), CHOICE)
    assert "daisy" not in preferences.settings.model_dump_json().casefold()


def test_that_only_the_last_clients_are_remembered(preferences):
    memory = Memory(preferences)
    for number in range(60):
        memory.remember(called(f"Client {number}"), CHOICE)
    assert len(preferences.settings.export) == 50
    assert memory.recall(called("Client 59")) == CHOICE
    assert memory.recall(called("Client 0")) == Chosen("ru")


@pytest.mark.parametrize(
    "odd",
    [
        "words", 3, None, [], {"language": "de", "out": "sdr", "more": 7, "logo": 1},
        {"out": ["attic:sdr", 3], "more": [None]},
    ],
)  # fmt: skip
def test_that_settings_that_somebody_wrote_into_do_no_harm(preferences, odd):
    Memory(preferences).remember(called("Daisy"), CHOICE)
    (mark,) = preferences.settings.export
    preferences.change(export={mark: odd})
    assert Memory(preferences).recall(called("Daisy")) == Chosen("ru")


def test_that_the_export_remembers_and_begins_as_the_last_time(preferences, tmp_path):
    logo = tmp_path / "daisy.png"
    logo.write_bytes(DOT)
    made = stand(preferences=preferences)
    made.outside.picked = logo
    made.presenter.choose(SDR, chosen=False)
    made.presenter.choose_language("en")
    made.presenter.dressing.choose_logo()
    again = stand(preferences=preferences)
    assert SDR not in {tab.id for tab in again.view.tabs if tab.chosen}
    assert again.view.export.language == "en"
    assert again.view.export.dress.logo.name == "daisy.png"


def test_that_a_logo_that_is_gone_is_told_in_place_of_an_export(preferences, tmp_path):
    logo, path = tmp_path / "daisy.png", tmp_path / "book.xlsx"
    logo.write_bytes(DOT)
    made = stand(preferences=preferences)
    made.outside.picked = logo
    made.presenter.dressing.choose_logo()
    logo.unlink()
    again = stand(path, preferences=preferences)
    assert not again.view.export.dress.logo.data
    again.presenter.export()
    assert "daisy.png" in again.view.export.report.words
    assert not path.exists()


def test_that_a_logo_that_is_gone_can_be_dropped(preferences, tmp_path):
    preferences.change(consultant_logo=str(tmp_path / "gone.png"))
    made = stand(tmp_path / "book.xlsx", preferences=preferences)
    assert "gone.png" in made.view.export.dress.own_logo.name
    made.presenter.dressing.drop_own_logo()
    made.presenter.export()
    made.background.do()
    assert (tmp_path / "book.xlsx").exists()


def test_that_a_new_name_of_the_client_keeps_what_is_chosen_now(preferences):
    made = stand(preferences=preferences)
    made.presenter.choose(SDR, chosen=False)
    made.desk.do(ChangeClient({"name": "Rose"}))
    assert SDR not in {tab.id for tab in made.view.tabs if tab.chosen}
