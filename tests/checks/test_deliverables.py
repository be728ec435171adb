"""Drafts of tasks: complete in both languages, and found by what things are called."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.projects import metric, project
from workbench.base.languages import CODES
from workbench.base.places import resource
from workbench.checks.mends.deliverables import criteria_for, deliverables, due, task_for
from workbench.document.client import Calendar
from workbench.document.kpi import Kpi, Task

DRAFTS = json.loads(resource("method", "deliverables.json").read_text(encoding="utf-8"))
AGENCY = Kpi(metric="m", role="agency")
BY_KEY = {draft["key"]: draft for draft in DRAFTS}


@pytest.mark.parametrize("draft", DRAFTS, ids=list(BY_KEY))
def test_that_a_draft_has_a_name_and_three_criteria_in_both_languages(draft):
    for code in CODES:
        assert draft["name"][code]
        assert len(draft["criteria"][code]) >= 3
        assert all(line.strip() == line and line for line in draft["criteria"][code])
    assert len(draft["criteria"]["ru"]) == len(draft["criteria"]["en"])


def test_that_the_general_draft_is_the_last_one_and_has_no_words():
    assert [draft["key"] for draft in DRAFTS if not draft["stems"]] == [DRAFTS[-1]["key"]]
    assert DRAFTS[-1]["key"] == "general"
    assert [one.key for one in deliverables()] == list(BY_KEY)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Email open rate", "email"),
        ("Открываемость писем", "email"),
        ("Письма по базе", "email"),
        ("Clicks in emails", "email"),
        ("CTR", "ads"),
        ("Клики по рекламе", "ads"),
        ("Calls handled", "calls"),
        ("Обработанные чаты", "calls"),
        ("Пропущенные звонки", "calls"),
        ("Organic traffic", "traffic"),
        ("Посещения сайта", "traffic"),
        ("Website visits", "traffic"),
        ("Subscribers", "list"),
        ("Прирост базы подписчиков", "list"),
        ("Social media reach", "content"),
        ("Охват публикаций", "content"),
        ("Записи без дублей в CRM", "crm"),
        ("Automation of the CRM", "crm"),
        ("Visit to lead, website", "landing"),
        ("Визит → лид, сайт", "landing"),
        ("Конверсия посадочной страницы", "landing"),
        ("Meetings", "meetings"),
        ("Встречи из заявок", "meetings"),
        ("Leads", "leads"),
        ("Квалифицированные лиды", "leads"),
        ("Deals", "money"),
        ("Продажи", "money"),
        ("Mood", "general"),
        ("Настроение", "general"),
    ],
)  # fmt: skip
def test_that_a_metric_finds_the_draft_that_fits_it(name, key):
    made = task_for(project(metric("m")), metric("m", name=name), AGENCY)
    assert made.criteria == tuple(BY_KEY[key]["criteria"]["en"])


def test_that_money_is_always_answered_with_an_audit():
    cost = metric("cost_per_lead", name="Cost per lead", unit="money")
    made = task_for(project(cost), cost, AGENCY)
    assert made.name == BY_KEY["money"]["name"]["en"]


def test_that_a_draft_speaks_the_language_of_the_project():
    calls = metric("m", name="Звонки")
    made = task_for(project(calls, language="ru"), calls, AGENCY)
    assert made == Task(
        role="agency",
        name=BY_KEY["calls"]["name"]["ru"],
        due=date(2027, 2, 28),
        criteria=tuple(BY_KEY["calls"]["criteria"]["ru"]),
    )


def test_that_the_longest_name_still_makes_a_task():
    mood = metric("m", name="x" * 200)
    assert len(task_for(project(mood), mood, AGENCY).name) == 200


def test_that_a_task_is_recognised_by_its_name():
    named = Task(role="agency", name="Библиотека шаблонов писем")
    found = criteria_for(project(metric("m"), language="ru"), named)
    assert found == tuple(BY_KEY["email"]["criteria"]["ru"])


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        ("2027-01", 12, date(2027, 2, 28)),
        ("2027-12", 6, date(2028, 1, 31)),
        ("2028-01", 2, date(2028, 2, 29)),
        ("2027-04", 1, date(2027, 4, 30)),
    ],
)
def test_that_work_is_due_when_the_second_month_of_the_plan_ends(start, months, day):
    assert due(Calendar(start=start, months=months)) == day
