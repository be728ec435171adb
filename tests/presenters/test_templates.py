"""What a project can begin from."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.projects import example, metric, project
from workbench.document.kpi import Kpi
from workbench.document.role import Role
from workbench.planning.forward import calculate
from workbench.presenters.desk import Desk
from workbench.presenters.funnel_sketch import NOBODY, longest_chain, sketch
from workbench.presenters.preferences import Preferences
from workbench.presenters.templates import Beginnings, TemplatesPresenter
from workbench.storage.library import templates
from workbench.storage.settings import RecentFile, Settings


class View:
    def __init__(self):
        self.cards, self.recent, self.shown = (), (), 0

    def show_cards(self, cards):
        self.cards = cards
        self.shown += 1

    def show_recent(self, recent):
        self.recent = recent


class Starting:
    def __init__(self, *recent):
        self.files, self.begun = recent, []

    def start_template(self, key):
        self.begun.append(key)

    def start_empty(self):
        self.begun.append("nothing")

    def open_recent(self, path):
        self.begun.append(path)

    def recent(self):
        return self.files


@pytest.fixture
def view():
    return View()


def presenter(view, starting=None, language="en"):
    return TemplatesPresenter(Desk(example(), language), view, starting or Starting())


def test_that_every_template_has_a_card_and_the_empty_project_comes_last(view):
    presenter(view).set_visible(True)
    keys = [card.key for card in view.cards]
    assert keys == [*(one.key for one in templates("en")), None]


def test_that_a_card_tells_what_is_in_the_template(view):
    presenter(view).set_visible(True)
    card, template = view.cards[0], templates("en")[0]
    assert (card.name, card.description) == (template.name, template.description)
    assert card.counts == f"{template.roles} roles · {template.metrics} metrics"
    assert len(card.dots) == template.roles
    assert card.bars


def test_that_the_empty_project_has_nothing_to_show(view):
    presenter(view).set_visible(True)
    card = view.cards[-1]
    assert (card.name, card.counts, card.bars, card.dots) == ("Empty project", "", (), ())


def test_that_nothing_is_read_before_the_place_is_opened(view):
    presenter(view)
    assert view.shown == 0


def test_that_cards_follow_the_language(view):
    made = presenter(view)
    made.set_visible(True)
    made._desk.speak("ru")
    assert view.cards[0].name == templates("ru")[0].name


def test_that_the_library_is_read_once_a_language(view):
    made = presenter(view)
    made.set_visible(True)
    first = view.cards
    made.set_visible(False)
    made.set_visible(True)
    assert view.cards is first


def test_that_beginnings_are_handed_on(view):
    starting = Starting()
    made = presenter(view, starting)
    made.start("b2b_sales")
    made.start(None)
    made.open(Path("a.kpi"))
    assert starting.begun == ["b2b_sales", "nothing", Path("a.kpi")]


def test_that_recent_projects_are_told_by_name_and_folder(view):
    files = (
        RecentFile(Path("/clients/daisy/Daisy.kpi"), is_missing=False),
        RecentFile(Path("/stick/Old.kpi"), is_missing=True),
    )
    presenter(view, Starting(*files)).set_visible(True)
    assert [(one.name, one.missing) for one in view.recent] == [("Daisy", False), ("Old", True)]
    assert view.recent[0].folder == str(Path("/clients/daisy"))


class Files:
    def __init__(self):
        self.asked = []

    def start_template(self, key):
        self.asked.append(key)

    def start_empty(self):
        self.asked.append("nothing")

    def open_path(self, path):
        self.asked.append(path)


def test_that_the_files_of_the_window_answer(tmp_path):
    files, path = Files(), tmp_path / "a.kpi"
    path.touch()
    preferences = Preferences(Settings().with_recent(path))
    beginnings = Beginnings(files, preferences)  # type: ignore[arg-type]
    beginnings.start_template("b2b_sales")
    beginnings.start_empty()
    beginnings.open_recent(path)
    assert files.asked == ["b2b_sales", "nothing", path]
    assert beginnings.recent() == (RecentFile(path, is_missing=False),)


def chain(*pairs):
    """Stages joined by conversions of a tenth."""
    keys = dict.fromkeys(key for pair in pairs for key in pair)
    stages = [metric(key, kind="stage", value=1000.0) for key in keys]
    arrows = [
        metric(f"{a}_{b}", kind="conversion", unit="ratio", value=0.1, **{"from": a, "to": b})
        for a, b in pairs
    ]
    return project(*stages, *arrows)


def test_that_the_sketch_follows_the_longest_chain():
    opened = chain(("visits", "leads"), ("leads", "deals"), ("calls", "deals"))
    assert longest_chain(opened) == ("visits", "leads", "deals")


def test_that_a_circle_of_stages_ends():
    assert set(longest_chain(chain(("a", "b"), ("b", "c"), ("c", "a")))) == {"a", "b", "c"}


def test_that_a_project_without_arrows_has_no_sketch():
    assert sketch(calculate(project(metric("leads", value=1.0)))) == ()


def test_that_only_the_end_of_a_long_chain_is_drawn():
    names = "abcdefghi"
    opened = chain(*pairwise(names))
    assert [bar.name for bar in sketch(calculate(opened))] == list("defghi")


def test_that_bars_have_the_colour_of_whoever_answers():
    opened = chain(("visits", "leads"))
    role = Role(key="sdr", name="SDR", color="#2A9FD6")
    opened = opened.having(roles=(role,), kpis=(Kpi(metric="visits_leads", role="sdr"),))
    bars = sketch(calculate(opened))
    assert [bar.color for bar in bars] == [NOBODY, "#2A9FD6"]


def test_that_a_small_stage_and_one_without_a_number_can_still_be_seen():
    opened = project(
        metric("a", kind="stage", value=1e9),
        metric("b", kind="stage", value=None),
        metric("c", kind="conversion", value=0.1, **{"from": "a", "to": "b"}),
    )
    heights = [bar.height for bar in sketch(calculate(opened))]
    assert heights[0] == 1.0
    assert 0 < heights[1] < 0.5
