from datetime import date

from tests.presenters.roles_cases import ENGLISH, CardsView, desk_with, kpi, sales
from workbench.document.edits.roles import ChangeRole
from workbench.document.kpi import Task
from workbench.presenters.roles.cards import CardsPresenter, card_of, people_caption


def card(role, *kpis, **members):
    project = sales(*kpis, **members)
    return card_of(project.role(role), project, ENGLISH)


def awake(*kpis, **members):
    desk = desk_with(*kpis, **members)
    presenter, view = CardsPresenter(desk), CardsView()
    presenter.attach(view)
    presenter.wake()
    return desk, presenter, view


def test_that_a_card_tells_people_and_capacity():
    assert card("sdr").about == ("2 people", "Leads: 240 each a month")


def test_that_one_person_is_a_person():
    assert str(people_caption(1.0)) == "1 person"


def test_that_half_a_person_is_told():
    assert str(people_caption(1.5)) == "1.5 people"


def test_that_kpis_stand_by_weight_and_helping_last():
    found = card(
        "sdr", kpi("cost", "sdr", part="contributor"), kpi("leads", "sdr", weight=0.3),
        kpi("quality", "sdr", weight=0.7),
    )  # fmt: skip
    assert [line.name for line in found.lines] == ["Lead to qualified", "Leads", "Cost per lead"]


def test_that_a_line_has_its_weight_as_a_share():
    line = card("sdr", kpi("leads", "sdr", weight=0.3)).lines[0]
    assert (line.caption, line.share, line.part) == ("30%", 0.3, "owner")


def test_that_the_sum_stands_on_the_card():
    assert card("sdr", kpi("leads", "sdr", weight=0.3)).weights.sign == "−70"


def test_that_a_contractor_shows_tasks_with_due_dates():
    tasks = (Task(role="agency", name="Letters", due=date(2027, 1, 31)),)
    found = card("agency", tasks=tasks)
    assert (found.heading, found.lines[0].name, found.lines[0].caption) == (
        "Tasks", "Letters", "31 Jan 2027",
    )  # fmt: skip


def test_that_a_task_without_due_date_says_so():
    line = card("agency", tasks=(Task(role="agency", name="Letters"),)).lines[0]
    assert (line.caption, line.missing) == ("not set", True)


def test_that_a_contractor_has_no_sum_of_weights():
    assert card("agency").weights is None


def test_that_an_empty_card_says_what_is_missing():
    assert (card("head").empty, card("agency").empty) == ("no KPIs yet", "no tasks yet")


def test_that_a_screen_reader_hears_the_whole_card():
    said = card("sdr", kpi("leads", "sdr", weight=0.3)).spoken
    assert said == "SDR. 2 people. Leads: 240 each a month. Leads: 30%"


def test_that_cards_follow_edits():
    desk, _, view = awake()
    desk.do(ChangeRole("sdr", {"name": "Inbound"}))
    assert view.shown[-1][0].name == "Inbound"


def test_that_what_is_on_no_card_shows_nothing_again():
    desk, _, view = awake()
    desk.do(ChangeRole("sdr", {"salary": 5.0}))
    assert len(view.shown) == 1


def test_that_sleeping_cards_wait():
    desk, presenter, view = awake()
    presenter.sleep()
    desk.do(ChangeRole("sdr", {"name": "Inbound"}))
    assert len(view.shown) == 1


def test_that_choosing_a_card_selects_the_role():
    desk, presenter, view = awake()
    presenter.choose("head")
    assert (desk.selection.selected.role, view.role) == ("head", "head")


def test_that_the_role_of_a_selected_cell_is_marked():
    desk, _, view = awake()
    desk.selection.cell("leads", "sdr")
    assert view.role == "sdr"
