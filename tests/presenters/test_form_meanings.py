"""What placeholders mean; the numbers are worked out by hand from the small project."""

from datetime import date

import pytest

from tests.presenters.forms import meaning, plan, reader
from workbench.base.languages import language
from workbench.presenters.forms.grammar import months_meant, words_of
from workbench.presenters.forms.meanings import Unknown
from workbench.presenters.forms.source import Source
from workbench.presenters.forms.vocabulary import GOAL, KPI, METRIC, PROJECT, ROLE, TASK, by_word

NBSP = "\u00a0"


def reason(words: str) -> str:
    with pytest.raises(Unknown) as unknown:
        meaning(words)
    return str(unknown.value.why)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("client", "Ромашка"),
        ("client.industry", "B2B"),
        ("client.currency", "RUB"),
        ("date", "14.02.2027"),
        ("period", "январь 2027 – апрель 2027"),
        ("scenario", "База"),
        ("goal", "Лиды"),
        ("goal.period", "за весь план"),
        ("goal.2.name", "Визиты"),
        ("leads", "Лиды"),
        ("leads.unit", "/мес"),
        ("leads.owner", "Продавец"),
        ("leads.source", "CRM"),
        ("seller", "Продавец"),
        ("seller.mission", "Продаёт"),
        ("seller.duties", "Звонит\nВстречается"),
        ("agency.employment", "подрядчик"),
        ("seller.1", "Лиды"),
        ("seller.1.period", "месяц"),
        ("seller.cr.part", "совместно"),
        ("agency.task.1", "Письма"),
        ("agency.task.1.due", "01.03.2027"),
        ("agency.task.criteria", "a\nb"),
    ],
)
def test_that_words_are_found(words, said):
    assert meaning(words).words == said


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("period.months", 4),
        ("goal.value", 1_000.0),
        ("goal.forecast", 500.0),
        ("goal.share", 0.5),
        ("goal.2.forecast", 250.0),
        ("visits.norm", 150.0),
        ("leads.total", 500.0),
        ("leads.average", 125.0),
        ("leads.plan.2027-02", 100.0),
        ("leads.2027-02", 100.0),
        ("leads.plan.m4", 200.0),
        ("leads.plan.2027-q1", 300.0),
        ("leads.2027-q2", 200.0),
        ("leads.plan.2027", 500.0),
        ("leads.plan.total", 500.0),
        ("leads.plan.average", 125.0),
        ("leads.fact.2027-01", 44.0),
        ("cr.total", 0.5),
        ("seller.people", 2.0),
        ("seller.needed", 4),
        ("seller.vacancies", 2),
        ("seller.salary", 80e3),
        ("seller.bonus", 40e3),
        ("seller.pay", 120e3),
        ("seller.payroll_tax", 0.3),
        ("seller.cost", 312e3),
        ("seller.leads.weight", 0.6),
        ("seller.1.bonus", 24e3),
        ("seller.1.base", 100.0),
        ("seller.1.plan", 120.0),
        ("seller.1.plan.2027-01", 50.0),
        ("seller.1.total", 500.0),
        ("seller.1.fact.m1", 44.0),
    ],
)
def test_that_numbers_are_found(words, value):
    assert meaning(words).value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("date", date(2027, 2, 14)),
        ("period.start", date(2027, 1, 1)),
        ("period.end", date(2027, 4, 1)),
        ("agency.task.1.due", date(2027, 3, 1)),
    ],
)
def test_that_days_are_days(words, day):
    assert meaning(words).value == day


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("leads.total", "500"),
        ("cr.total", f"50{NBSP}%"),
        ("seller.salary", f"80{NBSP}000{NBSP}₽"),
        ("seller.1.weight", f"60{NBSP}%"),
    ],
)
def test_that_numbers_have_words_for_a_text(words, said):
    assert meaning(words).words == said


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("клиент", "client"),
        ("Клиент.Отрасль", "client.industry"),
        ("цель.значение", "goal.value"),
        ("Лиды.план.м2", "leads.plan.m2"),
        ("лиды.ИТОГ", "leads.total"),
        ("[Визит → лид].среднее", "cr.average"),
        ("Лиды.2027-кв1", "leads.2027-q1"),
        ("продавец.оклад", "seller.salary"),
        ("Продавец.Лиды.вес", "seller.leads.weight"),
        ("Агентство.задача.1.срок", "agency.task.1.due"),
        ("Продавец.не отвечает", "seller.not_responsible"),
    ],
)
def test_that_it_can_be_written_in_russian(russian, english):
    assert meaning(russian) == meaning(english)


def test_that_the_form_may_be_in_another_language_than_its_placeholders():
    assert meaning("дата", "en").words == "14 Feb 2027"


def test_that_a_scenario_stands_behind_the_numbers():
    assert reader(scenario="more").meaning("leads.total").value == pytest.approx(800.0)


def test_that_a_scenario_has_its_name():
    assert reader(scenario="more").meaning("scenario").words == "Больше"


def test_that_what_follows_tells_a_metric_from_a_role_of_the_same_key():
    assert (meaning("both.total").value, meaning("both.salary").value) == (4.0, 1.0)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("leads.fact.2027-02", "there is no actual value for 2027-02"),
        ("goal.3.value", "the project has 2 goals"),
        ("seller.3.name", "Продавец has 2 KPIs"),
        ("seller.task.1", "Продавец has 0 tasks"),
        ("seller.competencies", "it is not set in the project"),
        ("seller.2.plan", "it is not set in the project"),
        ("agency.vacancies", "Агентство works on contract"),
        ("broken.total", "division by zero"),
    ],
)
def test_that_what_has_no_value_says_why(words, why):
    found = meaning(words)
    assert (found.words, found.value) == ("", None)
    assert why.split()[0] in str(found.why)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("leeds", "nothing is called “leeds”; did you mean “leads”?"),
        ("zzzzzzzz", "nothing is called “zzzzzzzz”"),
        ("leads.plan", "after “plan” comes a time, such as 2027-01"),
        ("leads.plan.soon", "after “plan” comes a time, such as 2027-01"),
        ("leads.fact.2027-q1", "an actual value is of one month, such as 2027-01"),
        ("leads.2028-01", "“2028-01” is not in the plan, which goes from 2027-01 to 2027-04"),
        ("leads.m5", "“m5” is not in the plan, which goes from 2027-01 to 2027-04"),
        ("client.age", "“client” has no “age”; it has industry, currency"),
        ("agency.leads.plan", "Агентство has no KPI “Лиды”"),
        ("seller.0", "counting begins with 1"),
        ("a..b", "it cannot be read: words with dots between them are expected"),
        ("leads.", "it cannot be read: words with dots between them are expected"),
        ("[leads", "it cannot be read: words with dots between them are expected"),
    ],
)
def test_that_what_is_not_known_says_why(words, why):
    assert reason(words) == why


@pytest.mark.parametrize("words", ["leads.total.x", "leads.x", "seller.x", "goal.x", "seller.1.x"])
def test_that_a_wrong_word_is_answered_with_those_there_are(words):
    assert "name" in reason(words)


@pytest.mark.parametrize("entries", [PROJECT, GOAL, METRIC, ROLE, KPI, TASK])
def test_that_no_word_has_two_meanings(entries):
    assert len(by_word(entries)) == len({e.en for e in entries} | {e.ru for e in entries})


def test_that_reading_remembers_what_was_known_and_what_was_not():
    of = reader()
    of.know(["client", "what"])
    assert (set(of.known), set(of.unknown)) == ({"client"}, {"what"})


@pytest.mark.parametrize(
    ("words", "found"),
    [("a.b", ["a", "b"]), (" a . b ", ["a", "b"]), ("[a.b].c", ["a.b", "c"]), ("", []),
     ("a b.c", ["a b", "c"])],
)  # fmt: skip
def test_that_a_placeholder_is_cut_at_its_dots(words, found):
    assert [word.words for word in words_of(words)] == found


@pytest.mark.parametrize(
    ("word", "months"),
    [("2026-12", range(1)), ("m2", range(1, 2)), ("2026-q4", range(1)), ("2027-q1", range(1, 3)),
     ("2027", range(1, 3)), ("m4", range(0)), ("m0", range(0)), ("2030", range(0)),
     ("2027-13", range(0)), ("soon", None)],
)  # fmt: skip
def test_which_months_a_word_means(word, months):
    found = months_meant(word, ("2026-12", "2027-01", "2027-02"))
    assert found == months


def test_that_every_word_says_something_of_an_empty_project():
    from tests.projects import project
    from workbench.planning.forward import calculate

    of = Source(calculate(project()), language("en"), date(2027, 1, 1))
    assert all(entry.find(of, None) for entry in PROJECT)


def test_that_every_word_of_each_kind_can_be_found():
    of = reader()
    words = [f"{start}.{entry.en}" for start, entries in
             (("goal", GOAL), ("leads", METRIC), ("seller", ROLE), ("seller.1", KPI),
              ("agency.task", TASK)) for entry in entries]  # fmt: skip
    of.know(words)
    assert of.unknown == {}
    assert plan().goals
