import pytest

from tests.presenters.roles_cases import FormView, Heard, desk_with, kpi
from workbench.document.edits.roles import ChangeRole
from workbench.presenters.inspector.wishes import (
    Added,
    Chosen,
    Filled,
    Folded,
    Moved,
    Numbered,
    Opened,
    Removed,
    Typed,
)
from workbench.presenters.roles.role import RolePresenter
from workbench.presenters.roles.role_list import RoleList

LEADS, QUALITY = kpi("leads", "sdr", weight=0.3), kpi("quality", "sdr", weight=0.3)


class Inspected:
    """The inspector of a role."""

    def __init__(self, *kpis, role="sdr", **members):
        self.desk = desk_with(*kpis, **members)
        self.heard = Heard(self.desk)
        self.view = FormView()
        self.presenter = RolePresenter(self.desk, self.view)
        self.desk.selection.role(role)

    @property
    def role(self):
        return self.presenter.role

    def wish(self, wish):
        self.presenter.answer(wish)

    def row(self, key):
        return self.view.row(key)

    @property
    def sections(self):
        return [section.key for section in self.view.picture.sections]

    @property
    def undo(self):
        return str(self.desk.session.history.undo_title)

    def weights(self):
        return [found.weight for found in self.desk.project.kpis_of_role(self.role.key)]


@pytest.fixture
def sdr():
    return Inspected(LEADS, QUALITY)


def test_that_selecting_a_role_shows_it(sdr):
    assert (sdr.view.picture.target, sdr.view.picture.title.words) == ("sdr", "SDR")


def test_that_selecting_something_else_shows_nothing_more(sdr):
    shown = len(sdr.view.pictures)
    sdr.desk.selection.metrics(["leads"])
    assert len(sdr.view.pictures) == shown


def test_that_the_field_in_use_is_handed_over_before_the_next_role(sdr):
    before = sdr.view.handed_over
    sdr.desk.selection.role("head")
    assert sdr.view.handed_over == before + 1


def test_that_edits_from_elsewhere_are_followed(sdr):
    sdr.desk.do(ChangeRole("sdr", {"name": "Inbound"}))
    assert sdr.view.picture.title.words == "Inbound"


def test_that_the_language_is_followed(sdr):
    sdr.desk.speak("ru")
    assert sdr.row("total").words == "60\u00a0% −40"


def test_that_the_subtitle_tells_employment_and_people(sdr):
    assert sdr.view.picture.subtitle == "staff · 2 people"


def test_that_the_role_is_renamed(sdr):
    sdr.wish(Typed("name", "Inbound"))
    assert (sdr.role.name, sdr.undo) == ("Inbound", "Rename the role “SDR”")


def test_that_an_empty_name_is_not_taken(sdr):
    sdr.wish(Typed("name", ""))
    assert sdr.role.name == "SDR"


def test_that_the_mission_is_changed_under_its_name(sdr):
    sdr.wish(Typed("mission", "Answers first"))
    assert (sdr.role.mission, sdr.undo) == ("Answers first", "Change the mission of SDR")


def test_that_the_colour_is_chosen(sdr):
    sdr.wish(Chosen("color", "#00868B"))
    assert sdr.role.color == "#00868B"


def test_that_the_employment_is_chosen(sdr):
    sdr.wish(Chosen("employment", "contractor"))
    assert sdr.role.employment == "contractor"


def test_that_a_section_stays_as_it_was_folded(sdr):
    sdr.wish(Folded("duties", False))
    assert not sdr.view.picture.section("duties").open


def test_that_a_duty_is_added(sdr):
    sdr.wish(Added("duties", "keeps the CRM"))
    assert sdr.role.duties == ("answers first", "books meetings", "keeps the CRM")


def test_that_a_duty_is_changed(sdr):
    sdr.wish(Typed("duties 0", "answers at once"))
    assert sdr.role.duties[0] == "answers at once"


def test_that_an_emptied_duty_goes(sdr):
    sdr.wish(Typed("duties 0", ""))
    assert sdr.role.duties == ("books meetings",)


def test_that_a_duty_is_removed(sdr):
    sdr.wish(Removed("duties 1"))
    assert sdr.role.duties == ("answers first",)


def test_that_duties_change_places(sdr):
    sdr.wish(Moved("duties 1", -1))
    assert sdr.role.duties == ("books meetings", "answers first")


def test_that_the_other_lists_are_changed_too(sdr):
    sdr.wish(Added("not_responsible", "revenue"))
    sdr.wish(Added("competencies", "listens"))
    assert (sdr.role.not_responsible, sdr.role.competencies) == (("revenue",), ("listens",))


def test_that_kpis_are_shown_with_their_weights(sdr):
    row = sdr.row("weight leads")
    assert (row.label, row.share, row.part) == ("Leads", 0.3, "owner")


def test_that_helping_is_shown_last_and_without_weight():
    found = Inspected(kpi("cost", "sdr", part="contributor"), LEADS)
    keys = [row.key for row in found.view.rows("kpis")]
    assert keys[:2] == ["weight leads", "weight cost"]
    assert found.row("weight cost").caption == "helps"


def test_that_a_weight_is_changed(sdr):
    sdr.wish(Numbered("weight leads", 0.7))
    assert sdr.weights() == [0.7, 0.3]


def test_that_an_impossible_weight_is_refused_in_words(sdr):
    sdr.wish(Numbered("weight leads", 1.7))
    assert (sdr.weights(), sdr.heard.said) == ([0.3, 0.3], ["a weight is between 0 and 100%"])


def test_that_a_refused_entry_is_shown_as_it_was(sdr):
    shown = len(sdr.view.pictures)
    sdr.wish(Numbered("weight leads", 1.7))
    assert len(sdr.view.pictures) == shown + 1


def test_that_steps_of_a_weight_are_one_edit(sdr):
    for weight in (0.31, 0.32, 0.33):
        sdr.wish(Numbered("weight leads", weight, stepped=True))
    assert len(sdr.desk.session.history.done) == 1


def test_that_a_kpi_leads_to_its_cell(sdr):
    sdr.wish(Opened("weight leads", ""))
    assert sdr.desk.selection.selected.cell == ("leads", "sdr")


def test_that_a_kpi_is_taken_away(sdr):
    sdr.wish(Removed("weight leads"))
    assert ("leads", "sdr") not in sdr.desk.project.kpi_by_place


def test_that_the_sum_says_what_is_missing(sdr):
    assert (sdr.row("total").words, sdr.row("total").tone) == ("60% −40", "bad")


def test_that_weights_are_scaled_to_the_whole(sdr):
    sdr.wish(Added("full"))
    assert (sdr.weights(), sdr.undo) == ([0.5, 0.5], "Scale the weights of SDR to 100%")


def test_that_full_weights_offer_no_scaling(sdr):
    sdr.wish(Added("full"))
    assert sdr.row("full") is None


def test_that_weights_are_distributed_evenly():
    found = Inspected(kpi("leads", "sdr", weight=0.9), kpi("cost", "sdr"), QUALITY)
    found.wish(Added("even"))
    assert found.weights() == [0.34, 0.33, 0.33]


def test_that_helping_gets_no_part_of_the_weights():
    found = Inspected(LEADS, kpi("cost", "sdr", part="contributor"), QUALITY)
    found.wish(Added("even"))
    assert found.weights() == [0.5, 0.0, 0.5]


def test_that_a_kpi_is_added_from_the_inspector(sdr):
    sdr.wish(Added("kpi", "cost"))
    assert sdr.desk.project.kpi_by_place["cost", "sdr"].weight == 0.4


def test_that_what_can_be_moved_is_offered_first(sdr):
    options = [option.id for option in sdr.row("kpi").options]
    assert options == ["cost", "qualified", "price", "revenue"]


def test_that_people_are_changed(sdr):
    sdr.wish(Numbered("people", 3.0))
    assert (sdr.role.people, sdr.undo) == (3.0, "Change the people of SDR")


def test_that_those_who_leave_are_set(sdr):
    sdr.wish(Numbered("attrition", 0.2))
    assert (sdr.role.attrition, sdr.undo) == (0.2, "Change the people of SDR")


def test_that_absences_raise_what_is_needed(sdr):
    sdr.wish(Numbered("absence", 0.2))  # 2.5 / 0.8 = 3.1
    assert sdr.row("needed").words == "4 people"


def test_that_nobody_can_be_away_all_the_time(sdr):
    sdr.wish(Numbered("absence", 1.0))
    assert (sdr.role.absence, sdr.heard.said) == (0, ["absence: must be below 1"])


def test_that_the_load_follows_from_the_capacity(sdr):
    assert sdr.row("needed").words == "3 people"
    assert (sdr.row("vacancies").words, sdr.row("vacancies").tone) == ("1", "warn")


def test_that_enough_people_are_good(sdr):
    sdr.wish(Numbered("people", 3.0))
    assert (sdr.row("vacancies").words, sdr.row("vacancies").tone) == ("none", "good")


def test_that_the_heaviest_month_is_named(sdr):
    assert sdr.row("load").words == "2.5 · peak 2.5, Jan 2027"


def test_that_a_capacity_is_changed(sdr):
    sdr.wish(Numbered("capacity leads", 600.0))
    assert sdr.row("needed").words == "1 person"


def test_that_a_new_capacity_has_to_be_filled_in(sdr):
    sdr.wish(Added("capacity", "qualified"))
    assert str(sdr.row("problem").words) == "one person handles no “Qualified” at all"


def test_that_a_capacity_is_removed(sdr):
    sdr.wish(Removed("capacity leads"))
    assert sdr.role.capacity == ()
    assert sdr.row("no_capacity") is not None


def test_that_a_share_cannot_be_a_capacity(sdr):
    assert [option.id for option in sdr.row("capacity").options] == ["qualified"]


@pytest.mark.parametrize("member", ["salary", "bonus", "payroll_tax"])
def test_that_pay_is_changed(sdr, member):
    sdr.wish(Numbered(member, 0.5))
    assert (getattr(sdr.role, member), sdr.undo) == (0.5, "Change the pay of SDR")


def test_that_an_emptied_amount_is_nothing(sdr):
    sdr.wish(Numbered("salary", None))
    assert sdr.role.salary == 0


def test_that_a_negative_amount_is_refused(sdr):
    sdr.wish(Numbered("salary", -1.0))
    assert (sdr.role.salary, len(sdr.heard.said)) == (80_000.0, 1)


def test_that_the_cost_is_that_of_all_people_with_tax(sdr):
    assert sdr.row("cost").words.replace("\u00a0", "") in ("RUB312,000", "₽312,000")


def test_that_limits_of_all_kpis_are_one_line(sdr):
    assert sdr.row("limits").words == "— / —"


def test_that_different_limits_say_so():
    scale = {"scale": LEADS.scale.having(threshold=0.8, cap=1.2)}
    found = Inspected(kpi("leads", "sdr", **scale), QUALITY)
    assert found.row("limits").words == "differ by KPI"


def test_that_the_ramp_is_shown_by_month(sdr):
    row = sdr.row("ramp")
    assert (row.shares, row.captions[2]) == ((0.3, 0.6, 1.0), "month 3")


def test_that_a_month_of_the_ramp_is_changed(sdr):
    sdr.wish(Filled("ramp", 1, (0.7,)))
    assert sdr.role.ramp == (0.3, 0.7, 1.0)


def test_that_the_ramp_grows_and_shrinks(sdr):
    sdr.wish(Added("ramp"))
    assert sdr.role.ramp == (0.3, 0.6, 1.0, 1.0)
    sdr.wish(Removed("ramp"))
    sdr.wish(Removed("ramp"))
    assert sdr.role.ramp == (0.3, 0.6)


def test_that_the_ramp_ends_after_a_year(sdr):
    for _ in range(20):
        sdr.wish(Added("ramp"))
    assert (len(sdr.role.ramp), sdr.row("ramp").add) == (12, "")


def test_that_the_role_is_merged_into_another(sdr):
    sdr.wish(Added("merge", "head"))
    assert sdr.desk.selection.selected.role == "head"
    assert ("leads", "head") in sdr.desk.project.kpi_by_place


def test_that_the_role_moves_right(sdr):
    sdr.wish(Added("right"))
    assert [role.key for role in sdr.desk.project.roles][:2] == ["marketer", "sdr"]


def test_that_the_first_role_has_no_way_left(sdr):
    assert (sdr.row("left"), sdr.row("right") is None) == (None, False)


def test_that_the_role_is_removed(sdr):
    sdr.wish(Added("remove"))
    assert sdr.presenter.role.key == "marketer"


def test_that_a_contractor_has_tasks_instead_of_kpis_and_probation():
    sections = Inspected(role="agency").sections
    assert "tasks" in sections
    assert not {"kpis", "ramp", "team"} & set(sections)


def test_that_a_contractor_gets_a_fee_and_no_bonus():
    found = Inspected(role="agency")
    assert (found.row("salary").label, found.row("bonus")) == ("Fee a month", None)


def test_that_kpis_of_a_contractor_are_shown_with_a_warning():
    found = Inspected(kpi("leads", "agency"), role="agency")
    assert found.row("contractor").tone == "warn"


def test_that_a_bonus_of_a_contractor_is_shown_with_a_warning():
    found = Inspected(role="agency")
    found.desk.do(ChangeRole("agency", {"bonus": 5.0}))
    assert found.row("no_bonus").tone == "warn"


def test_that_the_name_of_a_role_that_was_just_added_is_typed(sdr):
    RoleList(sdr.desk).add_blank()
    assert (sdr.view.picture.target, sdr.view.named) == ("role", 1)


def test_that_the_name_of_a_role_that_is_only_selected_is_left_alone(sdr):
    sdr.desk.selection.role("marketer")
    assert sdr.view.named == 0
