"""Which metrics are known to be easily gamed, and that each kind is whole in both languages."""

import json
from typing import get_args

import pytest

from workbench.base.languages import CODES
from workbench.base.places import resource
from workbench.checks.method.gaming import gaming_of, known_gaming
from workbench.document.client import Calendar
from workbench.document.keys import slug
from workbench.document.metric import Better, Metric, Unit
from workbench.document.project import Project

PROJECT = Project(calendar=Calendar(start="2027-01", months=12))
DATA = json.loads(resource("method", "gaming.json").read_text(encoding="utf-8"))
KEYS = [kind["key"] for kind in DATA]
MEMBERS = {
    *("key", "measures", "better", "keys", "stems", "rates", "without"),
    *("gaming", "counter", "counters"),
}


def known(name, unit="count", **members):
    """The kind of a metric of this name, by key."""
    made = {"key": "metric_1", "unit": unit, "over_time": "mean"} | members
    kind = gaming_of(PROJECT, Metric(name=name, **made))
    return kind and kind.key


def arrow(start, end, name="A conversion", key="cr_1"):
    """The kind of a conversion between stages of these names, by key."""
    stages = (
        Metric(key="start", name=start, kind="stage"),
        Metric(key="end", name=end, kind="stage"),
    )
    conversion = Metric(
        key=key, name=name, kind="conversion", unit="ratio", from_stage="start", to_stage="end"
    )
    kind = gaming_of(PROJECT.having(metrics=(*stages, conversion)), conversion)
    return kind and kind.key


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Calls a day", "calls"), ("BDR calls", "calls"), ("Number of cold calls", "calls"),
        ("Звонки в день", "calls"), ("Количество холодных звонков", "calls"),
        ("Answered calls", "handled_calls"), ("Принятые звонки", "handled_calls"),
        ("Chats handled", "handled_chats"), ("Обработанные чаты", "handled_chats"),
        ("Emails sent", "emails_sent"), ("E-mails to our list", "emails_sent"),
        ("Отправленные письма", "emails_sent"), ("Рассылки в месяц", "emails_sent"),
        ("Emails opened", "open_rate"), ("Открытые письма", "open_rate"),
        ("Ad clicks", "clicks"), ("Клики по рекламе", "clicks"),
        ("Website visits", "site_visits"), ("Посещения сайта", "site_visits"),
        ("Visits to clients", "client_visits"), ("Визиты к клиентам", "client_visits"),
        ("New subscribers", "subscribers"), ("Подписчики канала", "subscribers"),
        ("Likes", "reach"), ("Охват публикаций", "reach"),
        ("Webinar registrations", "registrations"), ("Регистрации на вебинар", "registrations"),
        ("Posts a week", "content"), ("Статьи в блоге", "content"),
        ("Customer reviews", "reviews"), ("Отзывы на площадках", "reviews"),
        ("CVs reviewed", "cvs_reviewed"), ("Résumés screened", None),
        ("Просмотренные резюме", "cvs_reviewed"),
        ("Interviews", "interviews"), ("Собеседования", "interviews"),
        ("Vacancies filled", "hires"), ("Закрытые вакансии", "hires"),
        ("Meetings booked", "meetings"), ("Холодные встречи", "meetings"), ("Демо", "meetings"),
        ("Qualified leads", "qualified_leads"), ("Целевые лиды", "qualified_leads"),
        ("MQL", "qualified_leads"), ("Квалифицированные лиды", "qualified_leads"),
        ("Leads", "leads"), ("Заявки с сайта", "leads"), ("Лиды из базы", "leads"),
        ("Opportunities", "opportunities"), ("Возможности с КП", "opportunities"),
        ("Proposals sent", "proposals"), ("Отправленные КП", "proposals"),
        ("Cross-sale deals", "cross_sales"), ("Допродажи", "cross_sales"),
        ("Contracts renewed", "renewals"), ("Продлённые договоры", "renewals"),
        ("Deals", "deals"), ("Количество сделок", "deals"), ("Deals from calls", "deals"),
        ("Сделки из холодных звонков", "deals"),
        ("Active partners", "partners"), ("Активные партнёры", "partners"),
        ("Tickets closed", "tickets_closed"), ("Закрытые обращения", "tickets_closed"),
        ("Follow-ups", "crm_activities"), ("Закрытые задачи в CRM", "crm_activities"),
    ],
)  # fmt: skip
def test_that_a_volume_is_known_by_the_head_of_its_name(name, kind):
    assert known(name) == kind


@pytest.mark.parametrize(
    ("name", "unit", "kind"),
    [
        ("Open rate", "percent", "open_rate"), ("Открываемость", "percent", "open_rate"),
        ("CTR", "percent", "clicks"), ("Кликабельность объявлений", "percent", "clicks"),
        ("Win rate", "percent", "deals"), ("Конверсия из лида в сделку", "percent", "deals"),
        ("Calls to deals conversion", "percent", "deals"),
        ("Лид → встреча", "percent", "meetings"),
        ("Доля принятых звонков", "percent", "handled_calls"),
        ("Renewal rate", "percent", "renewals"), ("Доля продлений", "percent", "renewals"),
        ("Заполненность карточек CRM", "percent", "crm_records"),
        ("Ответы за 15 минут", "percent", "answered_in_time"),
        ("CSAT", "score", "customer_rating"), ("NPS", "percent", "customer_rating"),
        ("Оценка клиента", "score", "customer_rating"),
        ("Talk time", "hours", "talk_time"),
    ],
)  # fmt: skip
def test_that_shares_scores_and_times_are_known_by_their_names(name, unit, kind):
    assert known(name, unit) == kind


@pytest.mark.parametrize(
    ("name", "unit", "kind"),
    [
        ("Cost per lead", "money", "cost_per_lead"), ("CPL", "money", "cost_per_lead"),
        ("Стоимость лида", "money", "cost_per_lead"), ("Цена заявки", "money", "cost_per_lead"),
        ("First response", "hours", "answer_speed"), ("Ответ на заявку", "minutes", "answer_speed"),
        ("AHT", "seconds", "handling_time"), ("Срок решения", "days", "handling_time"),
        ("Time to hire", "days", "time_to_hire"), ("Подготовка КП", "hours", "proposal_speed"),
    ],
)  # fmt: skip
def test_that_costs_and_times_are_gamed_downwards(name, unit, kind):
    assert known(name, unit, better="lower") == kind
    assert known(name, unit, better="higher") in (None, "talk_time")


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Стоимость звонка", "money"), ("Cost of a call", "money"), ("Цена клика", "money"),
        ("Выручка", "money"), ("Средний чек", "money"), ("Average deal", "money"),
        ("Пропущенные звонки", "count"), ("Missed calls", "count"), ("Потерянные лиды", "count"),
        ("Звонков на сделку", "count"), ("Calls per deal", "count"), ("Writers", "count"),
        ("Доля сделок с новыми клиентами", "percent"), ("Принятые холодные встречи", "percent"),
        ("Возможности с датой следующего шага", "percent"), ("Средняя скидка", "percent"),
        ("Визит → лид", "percent"), ("Отток", "percent"), ("Лидеры мнений", "count"),
        ("Цикл сделки", "days"), ("Рабочие дни", "days"), ("Покупок за срок жизни", "count"),
        ("Менеджеры по продажам", "count"), ("Запущенные клиенты", "count"),
    ],
)  # fmt: skip
def test_that_other_things_with_such_words_in_their_names_are_left_alone(name, unit):
    assert known(name, unit) is None


def test_that_a_ratio_of_volumes_is_no_volume():
    assert known("Visits", over_time="ratio") is None


@pytest.mark.parametrize("better", ["lower", "within"])
def test_that_what_should_not_grow_is_not_gamed_upwards(better):
    assert known("Обращения и звонки", better=better) is None


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        ("Leads", "Qualified leads", "qualified_leads"),
        ("Лиды", "Квалифицированные лиды", "qualified_leads"),
        ("Звонки", "Холодные встречи", "meetings"), ("Meetings", "Deals", "deals"),
        ("Delivered", "Emails opened", "open_rate"), ("Opened", "Clicks to the site", "clicks"),
        ("Договоры к продлению", "Продлённые договоры", "renewals"),
        ("Резюме", "Собеседования", "interviews"), ("Визиты", "Лиды", None),
        ("Холодные встречи", "Встречи", None), ("Сделки", "Запущенные клиенты", None),
    ],
)  # fmt: skip
def test_that_a_conversion_is_known_by_the_stage_it_leads_into(start, end, kind):
    assert arrow(start, end) == kind


def test_that_a_key_says_it_where_the_name_does_not():
    assert known("Касса", key="calls") == "calls"
    assert known("Активность отдела", "money", key="calls") is None
    assert arrow("Вход", "Выход", key="cr_deal") == "deals"


@pytest.mark.parametrize("kind", DATA, ids=KEYS)
def test_that_a_kind_is_whole_in_both_languages(kind):
    assert set(kind) == MEMBERS
    assert kind["keys"]
    assert kind["stems"] or kind["rates"]
    assert set(kind["measures"]) <= {"volume", "conversion", "time", "money", "score"}
    assert kind["better"] in get_args(Better)
    assert set(kind["gaming"]) == set(CODES) == set(kind["counter"]["name"])
    assert kind["counter"]["unit"] in get_args(Unit)
    assert kind["counter"]["better"] in get_args(Better)
    assert set(kind["counters"]) == {"keys", "stems"}


@pytest.mark.parametrize("kind", DATA, ids=KEYS)
def test_that_how_one_would_cheat_is_one_phrase(kind):
    for phrase in kind["gaming"].values():
        assert phrase[0].isupper()
        assert not phrase.endswith(".")


@pytest.mark.parametrize("kind", known_gaming(), ids=KEYS)
def test_that_a_counter_metric_once_made_is_known_again_and_no_metric_of_the_same_kind(kind):
    for name in kind.counter.name.values():
        made = Metric(
            key=slug(name), name=name, unit=kind.counter.unit, better=kind.counter.better,
            over_time="mean",
        )  # fmt: skip
        assert kind.is_held_by(PROJECT, made), name
        assert not kind.means(PROJECT, made), name


def test_that_more_of_a_volume_holds_nothing():
    leads = next(kind for kind in known_gaming() if kind.key == "leads")
    assert not leads.is_held_by(PROJECT, Metric(key="q", name="Qualified leads"))
    assert leads.is_held_by(PROJECT, Metric(key="q", name="Share of qualified", unit="percent"))


def test_that_there_are_enough_kinds_each_with_a_key_of_its_own():
    assert len(KEYS) == len(set(KEYS)) >= 20
