"""Filled workbooks as one import: whose they are, several together, inputs, one edit."""

from __future__ import annotations

import pytest

from tests.excel.returning import (
    SHEET,
    back,
    changed,
    changes,
    exported,
    filled,
    imported,
    opened,
    why,
    written,
)
from tests.projects import example, metric, project
from workbench.base.table import NotATable
from workbench.document.edits.inputs import InputPlace, held
from workbench.document.edits.project import SetActual
from workbench.document.project import Project
from workbench.excel.actuals_import import read_back, together
from workbench.excel.identity import export_mark, project_mark
from workbench.planning.forward import calculate


def with_value(of: Project, key: str, value: object) -> Project:
    metrics = (one.having(value=value) if one.key == key else one for one in of.metrics)
    return of.having(metrics=tuple(metrics))


def called(of: Project, name: str) -> Project:
    return of.having(client=of.client.having(name=name))


def inputs(found) -> dict[str, float]:
    return {" ".join((one.read.place.kind, *one.read.place.keys, str(one.read.place.at))):
            one.read.value for one in found.inputs}  # fmt: skip


def input_cell(book, name: str, at: int = 0):
    sheet, words = book.defined_names[name].attr_text.rsplit("!", 1)
    first = words.replace("$", "").split(":")[0]
    return book[sheet.strip("'")][first].offset(column=at)


# Whose it is


def test_that_a_workbook_of_this_state_is_current():
    assert back(exported()).standing == "current"


def test_that_entering_actuals_makes_no_workbook_older():
    entered = SetActual("leads", "2027-02", 1.0).apply(example())
    assert back(exported(), entered).standing == "current"


def test_that_a_changed_plan_makes_a_workbook_older():
    assert back(exported(), with_value(example(), "churn", 0.5)).standing == "older"


def test_that_another_client_with_the_same_template_is_another_project():
    found = back(exported(), called(example(), "Ромашка"))
    assert (found.standing, found.client) == ("other", "Пример: B2B SaaS")


def test_that_a_client_who_got_a_name_is_the_same():
    data = written(called(example(), ""))
    assert back(data).standing == "older"


def test_that_a_client_written_in_other_letters_is_the_same():
    assert back(exported(), called(example(), "ПРИМЕР:  b2b saas")).standing == "older"


def test_that_a_client_with_none_of_the_metrics_is_another_project():
    other = project(metric("a")).having(client=example().client)
    assert back(exported(), other).standing == "other"


def test_that_without_a_map_nobody_knows_whose_it_is():
    def change(book) -> None:
        del book[book.sheetnames[-1]]

    assert back(changed(change)).standing == "unmarked"


def test_that_a_workbook_of_a_newer_program_is_refused():
    def change(book) -> None:
        book[book.sheetnames[-1]]["B1"] = 2

    with pytest.raises(NotATable, match=r"a\.xlsx: it was written by a newer version"):
        back(changed(change))


def test_that_a_workbook_without_actuals_is_refused():
    def change(book) -> None:
        for name in book.sheetnames[1:]:
            del book[name]
        book.defined_names.clear()

    with pytest.raises(NotATable, match="there is no table of actuals"):
        read_back(opened(changed(change)), calculate(example()), "a.xlsx", ".")


def test_that_marks_are_the_same_for_the_same_project():
    again = Project.model_validate_json(example().model_dump_json())
    assert (project_mark(again), export_mark(again)) == (
        project_mark(example()), export_mark(example())
    )  # fmt: skip


# What is new


def test_that_what_the_client_did_not_touch_does_not_undo_what_was_entered_since():
    since = SetActual("leads", "2027-01", 600.0).apply(example())
    found = imported(changed(filled(leads_2=700)), project=since)
    assert changes(found) == {"leads_2": 700}


def test_that_a_correction_by_the_client_counts():
    found = imported(changed(filled(leads_1=590)))
    assert [(one.before, one.fact.value) for one in found.changes] == [(583.0, 590.0)]


def test_that_what_the_project_has_already_is_the_same():
    since = SetActual("leads", "2027-02", 700.0).apply(example())
    found = imported(changed(filled(leads_2=700)), project=since)
    assert (found.changes, found.same, found.read) == ((), 3, 3)


def test_that_an_import_is_one_edit():
    found = imported(changed(filled(leads_1=590, leads_2=700)))
    after = found.edit().apply(example())
    values = {(one.metric, one.month): one.value for one in after.actuals}
    assert values == {
        ("leads", "2027-01"): 590, ("leads", "2027-02"): 700, ("qualified", "2027-01"): 437,
    }  # fmt: skip


def test_that_the_edit_counts_what_it_reads():
    assert str(imported(changed(filled(leads_1=590, leads_2=700))).edit().title) == "Read 2 actuals"


# Months that the plan does not have


def shortened(months: int = 2) -> Project:
    return example().having(calendar=example().calendar.having(months=months))


def test_that_months_outside_of_a_plan_that_was_shortened_are_refused():
    data = changed(filled(leads_2=700, leads_3=800, deals_12=9))
    found = imported(data, project=shortened())
    assert changes(found) == {"leads_2": 700}
    assert [(one.spot.cell, one.value) for one in found.refused] == [("F9", "800"), ("O19", "9")]
    assert set(why(found)) == {"the plan has no such month: it goes from 2027-01 to 2027-02"}


def test_that_months_outside_of_the_plan_are_refused_when_it_is_shortened_after_reading():
    read = back(changed(filled(leads_2=700, leads_3=800)))
    found = together([read], shortened())
    assert (changes(found), len(found.refused)) == ({"leads_2": 700}, 1)


def test_that_an_untouched_month_outside_of_the_plan_is_no_news():
    found = imported(exported(), project=shortened(1))
    assert (changes(found), why(found), found.same) == ({}, [], 2)


# Several workbooks


def test_that_several_workbooks_come_together():
    found = imported(changed(filled(leads_2=700)), changed(filled(deals_1=21)))
    assert changes(found) == {"leads_2": 700, "deals_1": 21}


def test_that_workbooks_that_agree_say_it_once():
    data = changed(filled(leads_2=700))
    assert changes(imported(data, data)) == {"leads_2": 700}


def test_that_contradictions_are_listed_and_not_taken():
    found = imported(changed(filled(leads_2=700, deals_1=3)), changed(filled(leads_2=701)))
    assert changes(found) == {"deals_1": 3}
    assert [(one.spot.file, one.value) for one in found.refused] == [
        ("a.xlsx", "700"), ("b.xlsx", "701"),
    ]  # fmt: skip
    assert why(found)[0] == "b.xlsx, Actuals E9 says 701: they contradict each other"


def test_that_who_left_a_cell_alone_contradicts_nobody():
    found = imported(exported(), changed(filled(leads_1=590)))
    assert (changes(found), why(found)) == ({"leads_1": 590}, [])


# Inputs of the plan


def test_that_changed_inputs_are_offered_beside_the_actuals():
    def change(book) -> None:
        filled(leads_2=700)(book)
        input_cell(book, "in_visits", 1).value = 50_000
        input_cell(book, "in_people_sdr").value = 3
        input_cell(book, "in_plan_sdr_deals").value = 25
        input_cell(book, "in_weight_sdr_deals").value = 0.5
        input_cell(book, "in_ramp_sdr").value = 0.4
        input_cell(book, "in_goal_1_revenue").value = 8e6

    found = imported(changed(change))
    assert changes(found) == {"leads_2": 700}
    assert inputs(found) == {
        "metric visits 1": 50_000, "role people sdr 0": 3, "kpi plan sdr deals 0": 25,
        "kpi weight sdr deals 0": 0.5, "ramp sdr 0": 0.4, "goal 1 revenue 0": 8e6,
    }  # fmt: skip


def test_that_what_was_changed_on_the_sheet_of_the_team_is_offered():
    def change(book) -> None:
        input_cell(book, "in_absence_sdr").value = 0.15
        input_cell(book, "in_attrition_sdr").value = 0.3
        input_cell(book, "in_capacity_sdr_leads").value = 300

    assert inputs(imported(changed(change))) == {
        "role absence sdr 0": 0.15, "role attrition sdr 0": 0.3, "capacity sdr leads 0": 300,
    }  # fmt: skip


SCALED = {"in_threshold_marketer_1": 0.7, "in_cap_marketer_1": 1.5, "in_points_marketer_1": 0.75,
          "in_payouts_marketer_1": 0.5}  # fmt: skip


def test_that_a_changed_scale_is_offered_for_all_kpis_that_share_it():
    def change(book) -> None:
        for name, value in SCALED.items():
            input_cell(book, name).value = value

    found = imported(changed(change))
    whose = "marketer leads cost_per_lead 0"
    assert inputs(found) == {
        f"scale threshold {whose}": 0.7, f"scale cap {whose}": 1.5,
        f"scale points {whose}": 0.75, f"scale payouts {whose}": 0.5,
    }  # fmt: skip
    after = found.edit(inputs=True).apply(example())
    scales = {after.kpi_by_place[one, "marketer"].scale for one in ("leads", "cost_per_lead")}
    assert [(one.threshold, one.cap, one.points[0]) for one in scales] == [(0.7, 1.5, (0.75, 0.5))]
    assert after.kpi_by_place["deals", "sdr"].scale.threshold == 0.8


def test_that_a_changed_scale_of_a_kpi_that_is_gone_is_not_offered():
    def change(book) -> None:
        input_cell(book, "in_threshold_marketer_1").value = 0.7

    since = example().having(kpis=tuple(one for one in example().kpis if one.metric != "leads"))
    assert inputs(imported(changed(change), project=since)) == {}


def test_that_a_scale_that_cannot_be_is_refused_and_the_other_inputs_are_not():
    def change(book) -> None:
        input_cell(book, "in_points_marketer_1").value = 1.5
        input_cell(book, "in_people_sdr").value = 3

    found = imported(changed(change))
    assert (inputs(found), why(found)) == (
        {"role people sdr 0": 3}, ["completion must not fall from one point to the next"]
    )  # fmt: skip


def test_that_numbers_that_are_not_read_are_told():
    def change(book) -> None:
        input_cell(book, "in_number_1_clients").value = 7

    found = imported(changed(change))
    assert (inputs(found), why(found)) == (
        {}, ["this number is changed in the program; it is not read back"]
    )  # fmt: skip


def test_that_inputs_are_found_after_their_rows_were_sorted():
    def change(book) -> None:
        input_cell(book, "in_plan_sdr_deals").value = 25
        first, last = (
            input_cell(book, f"in_plan_sdr_{key}").row for key in ("cr_qualified", "deals")
        )
        swap(book["SDR"], first, last)

    assert inputs(imported(changed(change))) == {"kpi plan sdr deals 0": 25}


ALIKE = ("cr_qualified", "cr_meeting")


def twins() -> Project:
    metrics = (one.having(name="Конверсия") if one.key in ALIKE else one
               for one in example().metrics)  # fmt: skip
    return example().having(metrics=tuple(metrics))


def test_that_inputs_of_two_metrics_of_one_name_are_not_exchanged_by_sorting():
    def change(book) -> None:
        first, last = (input_cell(book, f"in_plan_sdr_{key}").row for key in ALIKE)
        swap(book["SDR"], first, last)

    found = imported(changed(change, written(twins())), project=twins())
    assert inputs(found) == {}
    assert set(why(found)) == {"two metrics are called so, and nothing else tells which it is"}


def test_that_inputs_of_two_metrics_of_one_name_are_read_where_nothing_was_sorted():
    def change(book) -> None:
        input_cell(book, "in_plan_sdr_cr_meeting").value = 0.37

    found = imported(changed(change, written(twins())), project=twins())
    assert (inputs(found), why(found)) == ({"kpi plan sdr cr_meeting 0": 0.37}, [])


def swap(sheet, one: int, other: int) -> None:
    for column in range(1, sheet.max_column + 1):
        first, second = sheet.cell(one, column), sheet.cell(other, column)
        first.value, second.value = second.value, first.value
        formats = second.number_format, first.number_format
        first.number_format, second.number_format = formats


def test_that_inputs_are_taken_only_when_they_are_wanted():
    def change(book) -> None:
        filled(leads_2=700)(book)
        input_cell(book, "in_visits", 1).value = 50_000

    found = imported(changed(change))
    place = InputPlace("metric", ("visits",), 1)
    plain, whole = (found.edit(inputs=wanted).apply(example()) for wanted in (False, True))
    assert (held(plain, place), held(whole, place)) == (38_000, 50_000)
    assert {len(after.actuals) for after in (plain, whole)} == {3}


def test_that_an_input_that_changed_in_the_project_since_is_not_offered():
    since = with_value(example(), "churn", 0.05)
    assert inputs(imported(exported(), project=since)) == {}


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("in_people_sdr", "three", "text, where a number is expected"),
        ("in_people_sdr", -1, "less than 0, which cannot be"),
        ("in_weight_sdr_deals", 1.5, "1.5 in a share: 1.5% or 150%? Enter it as a percentage"),
        ("in_visits", None, "the cell was emptied; the plan stays as it is"),
        (
            "in_visits",
            "=40000+1000",
            "a formula that has not been worked out yet; open the file in Excel and save it",
        ),
    ],
)
def test_that_an_input_that_cannot_be_is_refused(name, value, reason):
    def change(book) -> None:
        cell = input_cell(book, name)
        cell.value, cell.number_format = value, "General"

    found = imported(changed(change))
    assert (inputs(found), why(found)) == ({}, [reason])


def test_that_inputs_are_found_after_their_sheets_were_renamed():
    def change(book) -> None:
        input_cell(book, "in_visits").value = 41_000
        book["Model"].title = "Модель 2027"

    assert inputs(imported(changed(change))) == {"metric visits 0": 41_000}


def test_that_the_sheet_of_a_role_asks_for_no_actuals():
    facts = [name for name in opened(exported()).names if name.startswith("in_fact")]
    assert (facts, SHEET in [sheet.name for sheet in opened(exported()).sheets]) == ([], True)
