import pytest

from tests.presenters.roles_cases import FormView, desk_with, kpi
from workbench.document.kpi import Scale
from workbench.planning.assignment import STANDARD_SCALE
from workbench.planning.completion import completion
from workbench.planning.pay import payout
from workbench.presenters.inspector.wishes import Added, Chosen, Numbered, Removed
from workbench.presenters.roles.kpi import KpiPresenter


class Scaled:
    """The scale of a KPI in its inspector."""

    def __init__(self, scale=STANDARD_SCALE, metric="leads", role="sdr", **members):
        given = {"weight": 0.5, "plan": 800.0, "base": 600.0} | members
        self.cell = (metric, role)
        self.desk = desk_with(kpi(metric, role, scale=scale, **given))
        self.view = FormView()
        self.presenter = KpiPresenter(self.desk, self.view)
        self.desk.selection.cell(metric, role)

    @property
    def scale(self):
        return self.desk.project.kpi_by_place[self.cell].scale

    def wish(self, wish):
        self.presenter.answer(wish)

    def row(self, key):
        return self.view.row(key)


@pytest.fixture
def scaled():
    return Scaled()


def test_that_the_kind_is_chosen(scaled):
    scaled.wish(Chosen("kind", "steps"))
    assert scaled.scale.kind == "steps"


@pytest.mark.parametrize("member", ["threshold", "cap"])
def test_that_a_limit_is_changed_and_taken_away(scaled, member):
    scaled.wish(Numbered(member, 0.7))
    assert getattr(scaled.scale, member) == 0.7
    scaled.wish(Numbered(member, None))
    assert getattr(scaled.scale, member) is None


def test_that_points_are_changed(scaled):
    scaled.wish(Numbered("done 0", 0.7))
    scaled.wish(Numbered("paid 0", 0.5))
    assert scaled.scale.points[0] == (0.7, 0.5)


def test_that_points_stay_in_the_order_of_completion(scaled):
    scaled.wish(Numbered("done 0", 1.5))
    assert [done for done, _ in scaled.scale.points] == [1.0, 1.2, 1.5]


def test_that_a_point_is_added_after_the_last(scaled):
    scaled.wish(Added("point"))
    assert scaled.scale.points[-1] == (1.3, 1.3)


def test_that_the_first_point_is_full_pay_for_the_plan():
    found = Scaled(Scale())
    found.wish(Added("point"))
    assert found.scale.points == ((1.0, 1.0),)


def test_that_a_point_is_removed(scaled):
    scaled.wish(Removed("point 1"))
    assert scaled.scale.points == ((0.8, 0.8), (1.2, 1.2))


def test_that_a_full_scale_takes_no_more_points():
    found = Scaled(Scale(points=tuple((at / 10, at / 10) for at in range(20))))
    found.wish(Added("point"))
    assert len(found.scale.points) == 20


def test_that_the_usual_scale_is_a_click_away():
    found = Scaled(Scale())
    found.wish(Added("standard"))
    assert found.scale == STANDARD_SCALE
    assert found.row("standard") is None


def test_that_the_curve_is_what_is_paid(scaled):
    line = scaled.row("curve").line
    assert all(paid == payout(STANDARD_SCALE, done) for done, paid in line)


def test_that_the_curve_goes_beyond_the_cap(scaled):
    assert scaled.row("curve").line[-1][0] > 1.2


def test_that_a_month_at_the_plan_brings_the_weight_of_the_bonus(scaled):
    assert amount(scaled.row("level 1.0")) == 0.5 * 40_000


def test_that_the_preview_pays_what_pay_pays():
    found = Scaled(plan=1_000.0, base=None)
    rows = [amount(found.row(f"level {level}")) for level in (0.8, 1.0, 1.2)]
    kpi, leads = found.desk.project.kpis[0], found.desk.project.metric("leads")
    facts = (800.0, 1_000.0, 1_200.0)
    expected = [
        40_000 * 0.5 * payout(STANDARD_SCALE, float(str(completion(kpi, leads, fact))))
        for fact in facts
    ]
    assert rows == expected


def test_that_a_plan_equal_to_the_base_has_no_preview_but_a_reason():
    found = Scaled(plan=600.0)
    reason = "base and plan are equal: there is no way between them"
    assert (found.row("level 1.0").words, found.row("level 1.0").tip) == ("—", reason)


def test_that_without_a_plan_there_is_no_preview():
    assert Scaled(plan=None).view.picture.section("preview") is None


def test_that_a_role_without_bonus_has_no_preview_but_a_sentence():
    found = Scaled(role="head")
    assert found.row("no_bonus").words == "Head has no bonus set."


def amount(row) -> float:
    return float("".join(sign for sign in row.words if sign.isdigit()))
