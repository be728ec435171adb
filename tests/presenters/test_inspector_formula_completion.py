from __future__ import annotations

import pytest

from tests.projects import metric, project
from workbench.presenters.desk import Desk
from workbench.presenters.formula_field import FormulaDrafts
from workbench.presenters.inspector.formula_completion import Completion


def completion(
    desk: Desk, words: str, *, cursor: int | None = None, asked: bool = False, key: str = "revenue"
) -> Completion | None:
    at = len(words) if cursor is None else cursor
    return FormulaDrafts(desk).complete(desk.project.metric(key), words, at, asked=asked)


def names(desk: Desk, words: str, *, asked: bool = False) -> list[str]:
    found = completion(desk, words, asked=asked)
    return [candidate.name for candidate in found.candidates] if found else []


def taken(desk: Desk, words: str, *, cursor: int | None = None) -> str:
    """The formula after the first candidate was taken."""
    found = completion(desk, words, cursor=cursor)
    assert found is not None
    return words[: found.start] + found.candidates[0].insert + words[found.end :]


def test_that_names_are_found_from_their_beginning_first(desk: Desk) -> None:
    assert names(desk, "с")[:2] == ["Сделки", "Средний чек"]


def test_that_names_are_found_anywhere_in_them(desk: Desk) -> None:
    assert names(desk, "чек") == ["Средний чек"]


def test_that_a_word_in_the_middle_comes_before_a_part_of_a_word(desk: Desk) -> None:
    assert names(desk, "сделк") == ["Сделки", "Конверсия встреча → сделка"]


def test_that_case_and_ye_do_not_matter() -> None:
    desk = Desk(project(metric("a", name="Счёт"), metric("b")), "ru")
    assert [c.name for c in completion(desk, "СЧЕ", key="b").candidates] == ["Счёт"]  # type: ignore[union-attr]


def test_that_a_name_of_several_words_is_found_while_it_is_typed(desk: Desk) -> None:
    assert taken(desk, "Лиды * Конверсия лид") == "Лиды * [Конверсия лид → КЛ]"


def test_that_a_name_is_found_in_an_open_bracket(desk: Desk) -> None:
    assert taken(desk, "2 * [сред") == "2 * [Средний чек]"


def test_that_the_rest_of_a_bracket_goes_with_what_is_taken(desk: Desk) -> None:
    assert taken(desk, "[сред чек] * 2", cursor=5) == "[Средний чек] * 2"


def test_that_the_rest_of_a_word_goes_with_what_is_taken(desk: Desk) -> None:
    assert taken(desk, "чекккк * 2", cursor=3) == "[Средний чек] * 2"


def test_that_a_name_that_is_there_already_offers_nothing(desk: Desk) -> None:
    assert names(desk, "Отток") == []
    assert names(desk, "Отток", asked=True) == ["Отток"]


def test_that_nothing_is_offered_for_nothing_unless_asked(desk: Desk) -> None:
    assert names(desk, "Лиды * ") == []
    everything = names(desk, "Лиды * ", asked=True)
    assert "Средний чек" in everything
    assert "workdays" in everything


def test_that_functions_come_with_their_arguments(desk: Desk) -> None:
    found = completion(desk, "la")
    assert found is not None
    lag = found.candidates[0]
    assert (lag.name, lag.insert, lag.cursor) == ("lag", "lag()", 4)
    assert lag.about.startswith("lag(metric, months, [at first]): ")


def test_that_a_function_without_arguments_is_left_at_once(desk: Desk) -> None:
    found = completion(desk, "workd")
    assert found is not None
    assert found.candidates[0].cursor == len("workdays()")


@pytest.mark.parametrize("function", ["people", "cost"])
def test_that_roles_are_offered_where_roles_stand(desk: Desk, function: str) -> None:
    assert names(desk, f"{function}(s") == ["SDR", "Sales Executive", "Sales Support"]


def test_that_only_metrics_are_offered_where_metrics_stand(desk: Desk) -> None:
    assert "lag" not in names(desk, "cumulative(", asked=True)


def test_that_nothing_is_offered_where_a_number_of_months_stands(desk: Desk) -> None:
    assert names(desk, "lag(Лиды, ", asked=True) == []


def test_that_a_metric_is_not_offered_to_itself_except_in_the_past(desk: Desk) -> None:
    assert "Выручка" not in names(desk, "выр", asked=True)
    assert names(desk, "lag(выр") == ["Выручка"]


def test_that_a_candidate_says_what_it_is(desk: Desk) -> None:
    found = completion(desk, "лид")
    assert found is not None
    assert found.candidates[0].about == "stage · 585"
