from __future__ import annotations

import pytest

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.palette import Entry, Palette
from workbench.presenters.selection import Selected


class Ran:
    def __init__(self) -> None:
        self.times = 0

    def run(self) -> None:
        self.times += 1


@pytest.fixture
def ran() -> Ran:
    return Ran()


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def palette(desk: Desk, ran: Ran, shown: list[str]) -> Palette:
    records = (
        Action("export", text("Export leads"), ran.run, shortcut="Ctrl+E"),
        Action("never", text("Export nothing"), ran.run, enabled=lambda: False),
    )
    desk.visit_wanted.connect(shown.append)
    return Palette(desk, lambda: records)


def titles(found: tuple[Entry, ...]) -> list[str]:
    return [entry.title for entry in found]


def test_that_a_part_of_a_name_finds_the_metric(palette: Palette) -> None:
    assert "Квалифицированные лиды" in titles(palette.find("квалиф"))


def test_that_a_name_that_starts_so_comes_first(palette: Palette) -> None:
    assert titles(palette.find("лиды"))[0] == "Лиды"


def test_that_words_may_stand_in_any_order(palette: Palette) -> None:
    assert titles(palette.find("сделка конверсия")) == ["Конверсия встреча → сделка"]


def test_that_yo_and_case_do_not_matter(palette: Palette) -> None:
    assert titles(palette.find("ЗВОНКИ")) == ["Звонки BDR", "Звонки BDR в день"]


def test_that_roles_are_found(palette: Palette) -> None:
    assert titles(palette.find("sdr")) == ["SDR"]


def test_that_what_cannot_be_done_now_is_not_offered(palette: Palette) -> None:
    assert titles(palette.find("export")) == ["Export leads"]


def test_that_nothing_is_found_for_nonsense(palette: Palette) -> None:
    assert palette.find("zzz") == ()


def test_that_without_a_query_commands_come_first(palette: Palette) -> None:
    assert palette.find("")[0].kind == "action"


def test_that_choosing_a_metric_shows_it(palette: Palette, shown: list[str]) -> None:
    palette.choose(palette.find("выручка")[0])
    assert shown == ["revenue"]


def test_that_choosing_a_role_opens_its_place(desk: Desk, palette: Palette) -> None:
    palette.choose(palette.find("sdr")[0])
    assert (desk.place, desk.selection.selected) == ("roles", Selected(role="sdr"))


def test_that_choosing_a_command_runs_it(palette: Palette, ran: Ran) -> None:
    palette.choose(palette.find("export")[0])
    assert ran.times == 1
