from __future__ import annotations

import pytest

from tests.projects import metric, project
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric
from workbench.presenters.desk import Desk
from workbench.presenters.formula_field import Check, FormulaDrafts


@pytest.fixture
def drafts(desk: Desk) -> FormulaDrafts:
    return FormulaDrafts(desk)


def the(desk: Desk, key: str) -> Metric:
    return desk.project.metric(key)


def check(desk: Desk, words: str, key: str = "qualified") -> Check:
    return FormulaDrafts(desk).check(the(desk, key), words)


def wrong(words: str, found: Check) -> str:
    """What is underlined."""
    return words[found.span.start : found.span.end]


def test_that_a_formula_is_shown_by_names(desk: Desk, drafts: FormulaDrafts) -> None:
    assert drafts.words(the(desk, "qualified")) == "Лиды × [Конверсия лид → КЛ]"


def test_that_arguments_are_separated_as_the_language_does(
    desk: Desk, drafts: FormulaDrafts
) -> None:
    assert "lag([Действующие клиенты], 1, 200)" in drafts.words(the(desk, "clients"))
    desk.speak("ru")
    assert "lag([Действующие клиенты]; 1; 200)" in drafts.words(the(desk, "clients"))


def test_that_an_input_has_no_formula(desk: Desk, drafts: FormulaDrafts) -> None:
    assert drafts.words(the(desk, "visits")) == ""


def test_that_a_stored_formula_that_cannot_be_read_is_shown_as_it_stands(
    desk: Desk, drafts: FormulaDrafts
) -> None:
    desk.do(ChangeMetric("leads", {"formula": "visits * * 2"}))
    assert drafts.words(the(desk, "leads")) == "visits * * 2"


@pytest.mark.parametrize(
    "words",
    [
        "Лиды × [Конверсия лид → КЛ]",
        "лиды * [конверсия лид → кл]",
        "leads * cr_qualified",
        "[Лиды]*80%",
        "max(Лиды, 100)",
        "people(BDR) * 20",
    ],
)
def test_that_names_and_keys_are_understood(desk: Desk, words: str) -> None:
    assert check(desk, words).tree is not None


def test_that_a_wrong_name_is_underlined_and_the_nearest_offered(desk: Desk) -> None:
    words = "Лидды × 2"
    found = check(desk, words)
    assert wrong(words, found) == "Лидды"
    assert found.mend is not None
    assert (found.mend.words, found.mend.label) == ("Лиды", "Put “Лиды”")


def test_that_a_nearest_name_of_several_words_is_offered_in_brackets(desk: Desk) -> None:
    found = check(desk, "[Конверсия лид КЛ] * 2")
    assert found.mend is not None
    assert found.mend.words == "[Конверсия лид → КЛ]"


def test_that_a_name_of_several_words_needs_no_brackets(desk: Desk, drafts: FormulaDrafts) -> None:
    assert drafts.commit(the(desk, "revenue"), "средний чек * Сделки")
    assert drafts.words(the(desk, "revenue")) == "[Средний чек] × Сделки"


def test_that_a_misspelt_name_of_several_words_is_mended_whole(desk: Desk) -> None:
    words = "Средни чек * 2"
    found = check(desk, words)
    assert wrong(words, found) == "Средни чек"
    assert found.mend is not None
    assert found.mend.words == "[Средний чек]"


def test_that_a_name_without_brackets_is_seen_as_one(drafts: FormulaDrafts) -> None:
    first = drafts.words_in("Конверсия лид → КЛ * 2")[0]
    assert (first.text, first.kind) == ("Конверсия лид → КЛ", "metric")


def test_that_a_draft_tells_what_is_still_in_force(desk: Desk, drafts: FormulaDrafts) -> None:
    assert drafts.in_force(the(desk, "qualified")) == ""
    drafts.keep(the(desk, "qualified"), "x")
    in_force = drafts.in_force(the(desk, "qualified"))
    assert in_force == "Still in force: Лиды × [Конверсия лид → КЛ]"


def test_that_what_is_wrong_with_the_formula_in_force_is_told(
    desk: Desk, drafts: FormulaDrafts
) -> None:
    desk.do(ChangeMetric("leads", {"unit": "money"}))
    desk.do(ChangeMetric("qualified", {"formula": "leads + nix"}))
    drafts.keep(the(desk, "qualified"), "x")
    assert drafts.in_force(the(desk, "qualified")).endswith("(there is no metric “nix”)")


def test_that_beside_a_first_formula_there_is_no_other(desk: Desk, drafts: FormulaDrafts) -> None:
    drafts.keep(the(desk, "visits"), "x")
    assert drafts.in_force(the(desk, "visits")) == ""


def test_that_a_name_like_no_other_has_no_mend(desk: Desk) -> None:
    assert check(desk, "qqqqq").mend is None


def test_that_units_that_do_not_go_together_are_found(desk: Desk) -> None:
    words = "Лиды + [Средний чек]"
    found = check(desk, words)
    assert found.message == "A count and money do not go together"
    assert wrong(words, found) == words


def test_that_the_circle_is_named_before_it_is_closed(desk: Desk) -> None:
    words = "Сделки * 2"
    found = check(desk, words, "leads")
    assert found.message.startswith("The formulas run in a circle: Лиды → Сделки → Встречи")
    assert wrong(words, found) == "Сделки"


def test_that_a_circle_that_is_there_already_does_not_hide(desk: Desk) -> None:
    desk.do(ChangeMetric("leads", {"formula": "qualified * 2"}))
    assert check(desk, "Лиды * 3").tree is None


def test_that_a_formula_that_breaks_off_is_unfinished_and_no_mistake(desk: Desk) -> None:
    words = "Лиды × "
    found = check(desk, words)
    assert found.tree is None
    assert found.unfinished
    assert wrong(words, found).strip() == "×"


def test_that_nothing_typed_is_no_mistake_and_no_formula(desk: Desk) -> None:
    found = check(desk, "  ")
    assert found.tree is None
    assert found.unfinished
    assert "Ctrl+Space" in found.message


def test_that_a_right_formula_is_taken_over_as_one_edit(desk: Desk, drafts: FormulaDrafts) -> None:
    assert drafts.commit(the(desk, "visits"), "1000 * people(Маркетолог)")
    visits = the(desk, "visits")
    assert (visits.formula, visits.value) == ("1000 * people(marketer)", None)
    assert str(desk.session.history.undo_title) == "Change the formula of “Посещения сайта”"
    desk.session.undo()
    assert isinstance(the(desk, "visits").value, tuple)


def test_that_a_wrong_formula_is_never_taken_over(desk: Desk, drafts: FormulaDrafts) -> None:
    assert not drafts.commit(the(desk, "leads"), "Лидды * 2")
    assert the(desk, "leads").formula == "visits * cr_lead"
    assert not desk.session.history.done


def test_that_a_wrong_formula_is_kept_as_it_was_typed(desk: Desk, drafts: FormulaDrafts) -> None:
    drafts.commit(the(desk, "leads"), "Лидды * 2")
    assert drafts.words(the(desk, "leads")) == "Лидды * 2"
    assert drafts.is_draft(the(desk, "leads"))


def test_that_a_dropped_draft_shows_the_formula_again(desk: Desk, drafts: FormulaDrafts) -> None:
    drafts.keep(the(desk, "qualified"), "x")
    drafts.drop("qualified")
    assert drafts.words(the(desk, "qualified")) == "Лиды × [Конверсия лид → КЛ]"


def test_that_typing_back_what_is_held_is_no_draft(desk: Desk, drafts: FormulaDrafts) -> None:
    leads = the(desk, "qualified")
    drafts.keep(leads, "x")
    drafts.keep(leads, "Лиды × [Конверсия лид → КЛ]")
    assert not drafts.is_draft(leads)


def test_that_the_same_formula_written_otherwise_is_no_edit(
    desk: Desk, drafts: FormulaDrafts
) -> None:
    assert drafts.commit(the(desk, "qualified"), "leads*cr_qualified")
    assert not desk.session.history.done
    assert not drafts.is_draft(the(desk, "qualified"))


def test_that_a_draft_follows_the_habits_of_the_language(desk: Desk, drafts: FormulaDrafts) -> None:
    drafts.keep(the(desk, "qualified"), "max(Лиды, 1.5)")
    desk.speak("ru")
    assert drafts.words(the(desk, "qualified")) == "max(Лиды; 1,5)"


def test_that_a_draft_that_cannot_be_read_stays_as_it_is(desk: Desk, drafts: FormulaDrafts) -> None:
    drafts.keep(the(desk, "qualified"), "max(Лиды, ")
    desk.speak("ru")
    assert drafts.words(the(desk, "qualified")) == "max(Лиды, "


def test_that_names_are_those_of_the_current_project(desk: Desk, drafts: FormulaDrafts) -> None:
    desk.do(ChangeMetric("leads", {"name": "Заявки"}))
    assert drafts.words(the(desk, "qualified")).startswith("Заявки ×")


def test_that_namesakes_are_told_apart() -> None:
    desk = Desk(project(metric("a", name="Same"), metric("b", name="same")), "en")
    assert FormulaDrafts(desk).commit(desk.project.metric("a"), "[same (b)] * 2")
    assert desk.project.metric("a").formula == "b * 2"


def test_that_signs_beyond_the_basic_plane_do_not_move_the_underline() -> None:
    desk = Desk(project(metric("a", name="🚀 go"), metric("b")), "en")
    words = "[🚀 go] + nix"
    found = FormulaDrafts(desk).check(desk.project.metric("b"), words)
    assert wrong(words, found) == "nix"


def test_that_the_function_round_the_cursor_is_explained(desk: Desk, drafts: FormulaDrafts) -> None:
    assert drafts.help("lag(Лиды, ", 10).startswith("lag(metric, ‹months›, [at first]): ")
    assert drafts.help("Лиды", 2) == ""
