import pytest

from tests.presenters.roles_cases import FormView, Heard, desk_with, kpi
from workbench.document.edits.metrics import ChangeMetric
from workbench.planning.assignment import STANDARD_SCALE
from workbench.presenters.inspector.wishes import (
    Added,
    Chosen,
    Folded,
    Numbered,
    Opened,
    Removed,
    Typed,
)
from workbench.presenters.roles.kpi import KpiPresenter

LEADS = kpi(
    "leads", "sdr", weight=0.4, base=600.0, plan=800.0, period="month", scale=STANDARD_SCALE
)


class Inspected:
    """The inspector of a cell."""

    def __init__(self, *kpis, cell=("leads", "sdr")):
        self.desk = desk_with(*kpis)
        self.heard = Heard(self.desk)
        self.view = FormView()
        self.presenter = KpiPresenter(self.desk, self.view)
        self.desk.selection.cell(*cell)

    @property
    def kpi(self):
        return self.desk.project.kpi_by_place.get(("leads", "sdr"))

    def wish(self, wish):
        self.presenter.answer(wish)

    def row(self, key):
        return self.view.row(key)

    @property
    def sections(self):
        return [section.key for section in self.view.picture.sections]


@pytest.fixture
def leads():
    return Inspected(LEADS)


@pytest.fixture
def free():
    return Inspected()


def test_that_a_cell_is_titled_by_metric_and_role(leads):
    assert (leads.view.picture.title, leads.view.picture.subtitle) == ("Leads", "SDR")


def test_that_a_free_cell_offers_every_part(free):
    words = [row.words for row in free.view.rows("offer") if row.key.startswith("give ")]
    assert words == ["Give as owner", "Give as leader", "Give as shared", "Give as contributor"]


def test_that_a_free_cell_is_given(free):
    free.wish(Added("give leader"))
    assert free.kpi.part == "leader"
    assert "scale" in free.sections


def test_that_a_free_cell_names_the_owner():
    found = Inspected(kpi("leads", "marketer"))
    assert found.row("owner").chips[0].id == "marketer"


def test_that_the_links_lead_to_metric_role_and_owner():
    found = Inspected(kpi("leads", "marketer"))
    found.wish(Opened("owner", "marketer"))
    assert found.desk.selection.selected.cell == ("leads", "marketer")
    found.wish(Opened("role", "marketer"))
    assert found.desk.selection.selected.role == "marketer"


def test_that_the_metric_is_a_link(leads):
    leads.wish(Opened("metric", "leads"))
    assert leads.desk.selection.selected.metrics == ("leads",)


def test_that_a_result_is_warned_about_with_its_factors():
    found = Inspected(cell=("revenue", "sdr"))
    assert found.row("result").words == (
        "This is a result; influence it through “Leads”, “Lead to qualified”."
    )


def test_that_an_input_nobody_moves_is_warned_about():
    found = Inspected(cell=("price", "sdr"))
    assert found.row("result").words.startswith("Nobody moves this directly")


def test_that_a_contractor_is_warned_about():
    found = Inspected(cell=("leads", "agency"))
    assert found.row("contractor").tone == "warn"


def test_that_each_part_is_explained(leads):
    leads.wish(Chosen("part", "leader"))
    assert leads.row("meaning").words == "answers through the people it leads"


def test_that_choosing_owner_here_takes_over():
    found = Inspected(kpi("leads", "marketer"), kpi("leads", "sdr", part="shared"))
    found.wish(Chosen("part", "owner"))
    assert found.kpi.part == "owner"
    assert found.desk.project.kpi_by_place["leads", "marketer"].part == "shared"


def test_that_a_helper_says_how_and_has_no_scale():
    found = Inspected(kpi("leads", "sdr", part="contributor"))
    found.wish(Typed("how", "brings traffic"))
    assert found.kpi.how == "brings traffic"
    assert not {"scale", "preview"} & set(found.sections)


def test_that_an_owner_is_not_asked_how_it_helps(leads):
    assert leads.row("how") is None


@pytest.mark.parametrize("member", ["base", "plan", "maximum"])
def test_that_a_level_is_changed(leads, member):
    leads.wish(Numbered(member, 900.0))
    assert getattr(leads.kpi, member) == 900.0


def test_that_a_level_can_be_left_open(leads):
    leads.wish(Numbered("plan", None))
    assert leads.kpi.plan is None
    assert leads.row("plan").placeholder == "not set"


def test_that_a_level_is_in_the_unit_of_the_metric():
    found = Inspected(kpi("quality", "sdr", plan=0.8), cell=("quality", "sdr"))
    assert found.row("plan").share
    assert Inspected(kpi("cost", "sdr"), cell=("cost", "sdr")).row("plan").currency == "RUB"


def test_that_the_weight_is_changed(leads):
    leads.wish(Numbered("weight", 0.5))
    assert leads.kpi.weight == 0.5


def test_that_an_impossible_weight_is_refused_in_words(leads):
    leads.wish(Numbered("weight", 1.2))
    assert (leads.kpi.weight, leads.heard.said) == (0.4, ["a weight is between 0 and 100%"])


def test_that_the_missing_weight_is_a_click_away(leads):
    assert leads.row("fill").words == "+ 60% missing to 100%"
    leads.wish(Added("fill"))
    assert (leads.kpi.weight, leads.row("fill")) == (1.0, None)


def test_that_a_helper_has_no_weight():
    assert Inspected(kpi("leads", "sdr", part="contributor")).row("weight") is None


def test_that_the_period_is_chosen(leads):
    leads.wish(Chosen("period", "quarter"))
    assert leads.kpi.period == "quarter"


def test_that_the_forecast_stands_beside_the_plan(leads):
    assert (leads.row("forecast").words, leads.row("forecast").tone) == ("600", "warn")


def test_that_a_forecast_that_reaches_the_plan_is_good():
    found = Inspected(kpi("leads", "sdr", plan=600.0, period="month"))
    assert found.row("forecast").tone == "good"


def test_that_low_is_good_where_low_is_better():
    found = Inspected(kpi("cost", "sdr", plan=1_000.0), cell=("cost", "sdr"))
    assert found.row("forecast").tone == "warn"


def test_that_without_a_plan_nothing_is_judged():
    assert Inspected(kpi("leads", "sdr")).row("forecast").tone == ""


def test_that_another_period_is_not_judged_by_a_month():
    found = Inspected(kpi("leads", "sdr", plan=100.0, period="quarter"))
    assert found.row("forecast").tone == ""


def test_that_a_missing_forecast_is_not_shown(leads):
    leads.desk.do(ChangeMetric("leads", {"value": None}))
    assert leads.row("forecast") is None


def test_that_the_forecast_can_be_taken_as_base():
    found = Inspected(kpi("leads", "sdr", plan=900.0))
    found.wish(Added("base"))
    assert found.kpi.base == 600.0


def test_that_lower_is_better_is_explained():
    without = Inspected(kpi("cost", "sdr", plan=1_000.0), cell=("cost", "sdr"))
    assert without.row("direction").words.endswith("plan ÷ fact.")
    given = Inspected(kpi("cost", "sdr", base=1_300.0, plan=1_000.0), cell=("cost", "sdr"))
    assert given.row("direction").words.endswith("from the base down to the plan.")


def test_that_standards_and_actions_are_lists(leads):
    leads.wish(Added("standards", "15 minutes"))
    leads.wish(Added("actions", "two campaigns"))
    leads.wish(Typed("actions 0", "three campaigns"))
    assert (leads.kpi.standards, leads.kpi.actions) == (("15 minutes",), ("three campaigns",))


def test_that_a_standard_is_removed(leads):
    leads.wish(Added("standards", "15 minutes"))
    leads.wish(Removed("standards 0"))
    assert leads.kpi.standards == ()


def test_that_the_condition_is_changed_under_its_name(leads):
    leads.wish(Typed("condition", "confirmed channels"))
    assert leads.kpi.condition == "confirmed channels"
    undo = str(leads.desk.session.history.undo_title)
    assert undo == "Change the condition of “Leads”"


def test_that_the_kpi_is_taken_away(leads):
    leads.wish(Added("take"))
    assert leads.kpi is None
    assert leads.sections == ["links", "offer"]


def test_that_folding_is_remembered(leads):
    leads.wish(Folded("scale", False))
    assert not leads.view.picture.section("scale").open


def test_that_a_cell_whose_role_is_gone_shows_nothing_more(leads):
    project = leads.desk.project
    shown = len(leads.view.pictures)
    rest = project.having(roles=project.roles[1:], kpis=())
    leads.desk.session.open(rest)
    assert len(leads.view.pictures) == shown
