from tests.presenters.roles_cases import after, kpi, numbers, sales
from workbench.presenters.roles.assigning import (
    assigned,
    handed,
    next_part,
    unassigned,
    with_part,
)

OWNED = kpi("leads", "marketer", weight=0.4, base=500.0, plan=900.0)


def give(project, metric, role, part="owner", **options):
    return assigned(project, numbers(project), (metric, role), part, **options)


def set_part(project, metric, role, part, **options):
    return with_part(project, numbers(project), (metric, role), part, **options)


def test_that_a_free_metric_gets_an_owner():
    project = sales()
    made = after(project, give(project, "leads", "sdr").edit)
    assert made.kpi_by_place["leads", "sdr"].part == "owner"


def test_that_giving_is_called_by_metric_and_role():
    assert str(give(sales(), "leads", "sdr").edit.title) == "Give “Leads” to SDR"


def test_that_giving_a_free_metric_needs_no_words():
    assert give(sales(), "leads", "sdr").notice is None


def test_that_a_second_owner_shares():
    project = sales(OWNED)
    made = after(project, give(project, "leads", "sdr").edit)
    assert made.kpi_by_place["leads", "sdr"].part == "shared"


def test_that_a_second_owner_is_told_why_it_shares():
    said = str(give(sales(OWNED), "leads", "sdr").notice)
    assert said.startswith("“Leads” already has the owner Marketer, so SDR shares it.")


def test_that_taking_over_makes_the_role_the_owner():
    project = sales(OWNED)
    made = after(project, give(project, "leads", "sdr", take_over=True).edit)
    assert made.kpi_by_place["leads", "sdr"].part == "owner"


def test_that_taking_over_leaves_the_owner_before_a_share():
    project = sales(OWNED)
    made = after(project, give(project, "leads", "sdr", take_over=True).edit)
    assert made.kpi_by_place["leads", "marketer"].part == "shared"


def test_that_taking_over_is_one_step_with_a_name():
    decision = give(sales(OWNED), "leads", "sdr", take_over=True)
    assert str(decision.edit.title) == "Make SDR the owner of “Leads”"


def test_that_taking_over_says_who_steps_back():
    decision = give(sales(OWNED), "leads", "sdr", take_over=True)
    assert str(decision.notice) == "SDR owns “Leads” now; Marketer shares it"


def test_that_a_typed_weight_goes_into_the_new_kpi():
    project = sales()
    made = after(project, give(project, "leads", "sdr", weight=0.25).edit)
    assert made.kpi_by_place["leads", "sdr"].weight == 0.25


def test_that_a_helper_does_not_ask_who_owns():
    project = sales(OWNED)
    decision = give(project, "leads", "sdr", "contributor")
    assert decision.notice is None
    made = after(project, decision.edit)
    assert made.kpi_by_place["leads", "sdr"].part == "contributor"


def test_that_a_part_for_a_free_cell_gives_it():
    project = sales()
    made = after(project, set_part(project, "leads", "sdr", "leader").edit)
    assert made.kpi_by_place["leads", "sdr"].part == "leader"


def test_that_who_only_helps_loses_the_weight():
    project = sales(OWNED)
    made = after(project, set_part(project, "leads", "marketer", "contributor").edit)
    assert made.kpi_by_place["leads", "marketer"].weight == 0


def test_that_who_stops_helping_gets_what_is_missing():
    project = sales(kpi("leads", "sdr", part="contributor"), kpi("cost", "sdr", weight=0.7))
    made = after(project, set_part(project, "leads", "sdr", "owner").edit)
    assert made.kpi_by_place["leads", "sdr"].weight == 0.3


def test_that_who_stops_helping_gets_a_plan_and_a_scale():
    project = sales(kpi("quality", "sdr", part="contributor"))
    made = after(project, set_part(project, "quality", "sdr", "owner").edit)
    found = made.kpi_by_place["quality", "sdr"]
    assert (found.plan, bool(found.scale.points), found.period) == (0.8, True, "month")


def test_that_what_was_agreed_with_a_helper_stays():
    project = sales(kpi("quality", "sdr", part="contributor", plan=0.9, how="answers fast"))
    made = after(project, set_part(project, "quality", "sdr", "shared").edit)
    found = made.kpi_by_place["quality", "sdr"]
    assert (found.plan, found.how) == (0.9, "answers fast")


def test_that_the_same_part_again_is_no_edit():
    assert set_part(sales(OWNED), "leads", "marketer", "owner").edit is None


def test_that_owner_over_another_owner_shares_without_shift():
    project = sales(OWNED, kpi("leads", "sdr", part="leader"))
    made = after(project, set_part(project, "leads", "sdr", "owner").edit)
    assert made.kpi_by_place["leads", "sdr"].part == "shared"


def test_that_the_round_goes_over_all_parts():
    project = sales(OWNED)
    parts = []
    for _ in range(4):
        part = next_part(project, ("leads", "marketer"))
        parts.append(part)
        project = after(project, set_part(project, "leads", "marketer", part).edit)
    assert parts == ["leader", "shared", "contributor", "owner"]


def test_that_the_round_leaves_out_an_owner_where_there_is_another():
    project = sales(OWNED, kpi("leads", "sdr", part="contributor"))
    assert next_part(project, ("leads", "sdr")) == "leader"


def test_that_the_round_of_a_free_cell_begins_with_what_is_free():
    assert next_part(sales(), ("leads", "sdr")) == "owner"
    assert next_part(sales(OWNED), ("leads", "sdr")) == "shared"


def test_that_a_kpi_is_handed_over_with_everything_agreed():
    project = sales(OWNED)
    made = after(project, handed(project, ("leads", "marketer"), "sdr").edit)
    assert made.kpi_by_place == {("leads", "sdr"): OWNED.having(role="sdr")}


def test_that_handing_over_to_oneself_is_nothing():
    assert handed(sales(OWNED), ("leads", "marketer"), "marketer").edit is None


def test_that_nothing_cannot_be_handed_over():
    assert handed(sales(), ("leads", "marketer"), "sdr").edit is None


def test_that_what_is_replaced_by_handing_over_is_told():
    project = sales(OWNED, kpi("leads", "sdr", part="contributor"))
    said = str(handed(project, ("leads", "marketer"), "sdr").notice)
    assert said == "What SDR had of “Leads” is replaced"


def test_that_a_copy_shares_with_the_weight_that_is_missing():
    project = sales(OWNED, kpi("cost", "sdr", weight=0.8))
    made = after(project, handed(project, ("leads", "marketer"), "sdr", copy=True).edit)
    found = made.kpi_by_place["leads", "sdr"]
    assert (found.part, found.weight, found.plan) == ("shared", 0.2, 900.0)


def test_that_a_copy_leaves_the_owner_alone():
    project = sales(OWNED)
    made = after(project, handed(project, ("leads", "marketer"), "sdr", copy=True).edit)
    assert made.kpi_by_place["leads", "marketer"] is OWNED


def test_that_the_copy_of_a_helper_helps():
    project = sales(kpi("leads", "marketer", part="contributor", how="ads"))
    made = after(project, handed(project, ("leads", "marketer"), "sdr", copy=True).edit)
    found = made.kpi_by_place["leads", "sdr"]
    assert (found.part, found.how, found.weight) == ("contributor", "ads", 0)


def test_that_a_copy_onto_a_taken_cell_is_refused_in_words():
    project = sales(OWNED, kpi("leads", "sdr", part="leader"))
    decision = handed(project, ("leads", "marketer"), "sdr", copy=True)
    assert (decision.edit, decision.wrong) == (None, True)
    assert str(decision.notice) == "SDR already has “Leads”"


def test_that_a_cell_is_emptied_under_the_name_of_metric_and_role():
    project = sales(OWNED)
    decision = unassigned(project, ("leads", "marketer"))
    assert decision.edit is not None
    assert str(decision.edit.title) == "Take “Leads” from Marketer"
    assert after(project, decision.edit).kpis == ()


def test_that_emptying_a_free_cell_is_nothing():
    assert unassigned(sales(), ("leads", "sdr")).edit is None
