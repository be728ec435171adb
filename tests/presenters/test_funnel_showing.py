"""What the presenter tells its view, and what is selected."""

import pytest

from tests.presenters.funnel_cases import AtOnce, Canvas, short
from tests.projects import example, metric, project
from workbench.document.edits.metrics import ChangeMetric
from workbench.presenters.funnel.arranging import Arranging
from workbench.presenters.funnel.commands import funnel_actions
from workbench.presenters.funnel.funnel import Chosen, combined
from workbench.presenters.funnel.geometry import Point
from workbench.presenters.funnel.outline import outline


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(short())


def test_that_an_edit_is_shown_at_once(canvas):
    canvas.desk.do(ChangeMetric("price", {"value": 700.0}))
    face = canvas.view.pictures[-1].card_by_key["price"].face
    assert face.figure == "700"


def test_that_undo_is_shown_in_place(canvas):
    canvas.desk.do(ChangeMetric("price", {"value": 700.0}))
    canvas.desk.session.undo()
    assert canvas.view.opened == 1
    assert canvas.view.pictures[-1].card_by_key["price"].face.figure == "500"


def test_that_another_project_is_shown_whole(canvas):
    canvas.desk.session.open(example())
    assert canvas.view.opened == 2


def test_that_another_language_is_shown(canvas):
    canvas.desk.speak("ru")
    assert canvas.view.pictures[-1].card_by_key["visits"].face.unit != "/mo"


def test_that_a_selection_is_shown(canvas):
    canvas.desk.selection.metrics(["leads"])
    assert canvas.view.chosen == Chosen(frozenset({"leads"}))


def test_that_selecting_an_arrow_lets_go_of_cards(canvas):
    canvas.funnel.choose(["leads"])
    canvas.funnel.choose_link(("price", "revenue", ""))
    assert canvas.view.chosen == Chosen(frozenset(), ("price", "revenue", ""))


def test_that_selecting_a_card_lets_go_of_an_arrow(canvas):
    canvas.funnel.choose_link(("price", "revenue", ""))
    canvas.funnel.choose(["leads"])
    assert canvas.view.chosen.link is None


def test_that_a_role_selected_elsewhere_lets_go_of_an_arrow():
    canvas = Canvas(example())
    canvas.funnel.choose_link(("deals", "revenue", ""))
    canvas.desk.selection.role("bdr")
    assert canvas.view.chosen.link is None


def test_that_an_arrow_that_is_gone_is_no_longer_selected(canvas):
    canvas.funnel.choose_link(("price", "revenue", ""))
    canvas.desk.do(ChangeMetric("revenue", {"formula": "deals * 5"}))
    assert canvas.funnel.chosen.link is None


@pytest.mark.parametrize(
    ("how", "after"),
    [("replace", ("b", "c")), ("add", ("a", "b", "b", "c")), ("toggle", ("a", "c"))],
)
def test_that_a_selection_is_replaced_extended_or_toggled(how, after):
    assert combined(("a", "b"), ("b", "c"), how) == after


def test_that_what_is_gone_cannot_be_selected(canvas):
    canvas.funnel.choose(["leads", "nothing"])
    assert canvas.desk.selection.selected.metrics == ("leads",)


def test_that_walking_selects_and_reveals(canvas):
    canvas.funnel.choose(["price"])
    canvas.funnel.walk("right")
    assert canvas.view.asked == [("reveal", "revenue")]


def test_that_walking_in_an_empty_project_goes_nowhere():
    canvas = Canvas(project())
    canvas.funnel.walk("right")
    assert canvas.view.asked == []


def test_that_an_unknown_metric_is_not_gone_to(canvas):
    canvas.funnel.go_to("nothing")
    assert canvas.view.asked == []


def test_that_dragged_cards_do_not_snap_to_themselves(canvas):
    snap = canvas.funnel.dragged(["visits", "leads"], Point(3, 3), 7, free=False)
    assert snap.by in (Point(0, 0), Point(3, 3)) or snap.by.x % 20 == 0


def test_that_dragging_nothing_goes_nowhere(canvas):
    assert canvas.funnel.dragged([], Point(50, 50), 7, free=False).by == Point(0, 0)


def test_that_a_hint_says_what_does_not_fit_on_a_card(canvas):
    assert canvas.funnel.hint("visits").splitlines() == [
        "visits",
        "stage · Interest",
        "average month: 1,000, whole plan: 3,000",
        "differs by month",
        "nobody can move it directly",
    ]


def test_that_a_hint_names_everybody_who_answers():
    lines = Canvas(example(), "en").funnel.hint("cr_qualified").splitlines()
    assert lines[-2:] == ["owner: SDR", "contributor: Маркетолог"]


def test_that_a_hint_of_a_stock_is_about_the_end_of_the_plan():
    assert "at the end of the plan: 531" in Canvas(example()).funnel.hint("clients")


def test_that_a_hint_says_why_there_is_no_number_and_where_that_began():
    canvas = Canvas(project(metric("a", name="Leads"), metric("b", formula="a * 2")))
    assert "“Leads”, January 2027: there is no value" in canvas.funnel.hint("b")


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (("price", "revenue", ""), "“revenue” is computed from “price”"),
        (("visits", "leads", "cr_lead"), "cr_lead"),
    ],
)
def test_that_an_arrow_says_what_it_means(canvas, link, words):
    arrow = next(a for a in canvas.funnel.picture.arrows if a.link.id == link)
    assert words in canvas.funnel.link_hint(arrow)


def test_that_lagged_and_guarding_arrows_say_what_they_mean():
    canvas = Canvas(
        project(
            metric("a", value=1.0),
            metric("b", formula="lag(a, 1)"),
            metric("s", kind="standard", guards=("a",), value=1.0),
        )
    )
    words = [canvas.funnel.link_hint(arrow) for arrow in canvas.funnel.picture.arrows]
    assert words == ["“b” follows “a” some months later", "“s” protects “a”"]


def test_that_the_outline_lists_phases_with_their_metrics(canvas):
    groups = canvas.funnel.outline()
    assert [(group.title, [row.key for row in group.rows]) for group in groups] == [
        ("Interest", ["visits", "cr_lead", "leads"]),
        ("Deal", ["cr_deal", "deals", "price", "revenue"]),
    ]


def test_that_a_row_of_the_outline_says_what_the_card_says():
    canvas = Canvas(example())
    rows = {row.key: row for group in canvas.funnel.outline() for row in group.rows}
    assert rows["cr_qualified"].cells[1:] == ("80%", "1 day", "SDR")
    assert rows["qualified"].computed


def test_that_metrics_without_a_phase_stand_at_the_end(canvas):
    made = ChangeMetric("price", {"phase": None}).apply(short())
    groups = outline(made, canvas.funnel.picture, canvas.desk.language)
    assert (groups[-1].key, groups[-1].title) == (None, "without a phase")


class Sight:
    """A view for actions that need none."""

    def __getattr__(self, _name):
        return lambda: False


@pytest.fixture
def actions(canvas):
    made = funnel_actions(
        canvas.funnel, canvas.editing, Arranging(canvas.funnel, canvas.view, AtOnce()), Sight()
    )
    return {action.id: action for action in made}


def test_that_actions_have_ids_and_shortcuts_of_their_own(actions):
    shortcuts = [action.shortcut for action in actions.values() if action.shortcut]
    assert len(shortcuts) == len(set(shortcuts))
    assert all(id.startswith("funnel.") for id in actions)


def test_that_actions_of_the_canvas_work_only_there(actions):
    assert not any(action.wide for action in actions.values())


@pytest.mark.parametrize(
    ("chosen", "enabled"),
    [
        ([], set()),
        (["leads"], {"funnel.rename", "funnel.value", "funnel.duplicate", "funnel.delete",
                     "funnel.add_next", "funnel.add_sibling"}),
        (["cr_lead"], {"funnel.rename", "funnel.value", "funnel.delete"}),
    ],
)  # fmt: skip
def test_that_actions_know_when_they_make_sense(canvas, actions, chosen, enabled):
    canvas.funnel.choose(chosen)
    about_selection = {
        "funnel.rename", "funnel.value", "funnel.duplicate", "funnel.delete",
        "funnel.add_next", "funnel.add_sibling", "funnel.connect",
    }  # fmt: skip
    assert {id for id in about_selection if actions[id].enabled()} == enabled


def test_that_two_selected_cards_are_connected_in_the_order_of_selection(canvas, actions):
    canvas.editing.add("stage", Point(70, 400))
    canvas.funnel.choose(["new_stage", "deals"])
    actions["funnel.connect"].run()
    assert canvas.project.metric("new_stage_deals").to_stage == "deals"


def test_that_actions_run_what_they_are_called(canvas, actions):
    canvas.funnel.choose(["leads"])
    actions["funnel.duplicate"].run()
    assert "leads_2" in canvas.project.metric_by_key
    actions["funnel.delete"].run()
    assert "leads_2" not in canvas.project.metric_by_key
