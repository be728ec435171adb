"""Both languages are complete, clean and in the right letters."""

from __future__ import annotations

import re

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
# Words that are written with ё and are often met without it.
WITHOUT_YO = re.compile(
    r"\b(?:"
    r"еще|нее|ее|свое|мое|причем|вперед|счет|трех|четырех|"
    r"(?:от|рас|у|за)чет\w*|объем\w*|партнер\w*|прием(?:ка|ки|ку|кой|ке|а|у|ом|ы|ов)?|"
    r"надежн\w+|четк\w+|верстк\w+|темн(?:ый|ая|ой|ую|ые|ых)|"
    r"тепл(?:ый|ая|ой|ую|ые|ых)|желт\w+|легк(?:ий|ая|ую|ие|их)|"
    r"(?:ве|да|переда|созда|отда|сда|призна|жив|не|принес|ид|прид|найд|пойд|бер)ет|"
    r"(?:под|у)твержден(?:н\w+)?|продлен(?:н\w+)?|определен(?:н\w+)?|проведен(?:н\w+)?|"
    r"заключен(?:н\w+)?|исключен(?:н\w+)?|включен(?:н\w+)?|решен(?:н\w+)?|учтен(?:н\w+)?"
    r")\b",
    re.IGNORECASE,
)


def words_of(side):
    if isinstance(side, str):
        return [side]
    return [item for item in side if isinstance(item, str)] if isinstance(side, list) else []


def sides(pairs, index):
    return [(pair[0], word) for pair in pairs for word in words_of(pair[index])]


def test_that_every_pair_has_both_sides(pairs):
    empty: tuple[object, ...] = (None, "", [])
    assert [place for place, ru, en in pairs if ru in empty or en in empty] == []


def test_that_both_sides_are_of_one_kind(pairs):
    assert [place for place, ru, en in pairs if isinstance(ru, str) != isinstance(en, str)] == []


def test_that_lists_have_as_many_lines_in_both_languages(pairs):
    lists = [(place, ru, en) for place, ru, en in pairs if isinstance(ru, list)]
    assert [place for place, ru, en in lists if len(ru) != len(en)] == []


def test_that_no_line_is_blank(pairs):
    assert [
        place for index in (1, 2) for place, word in sides(pairs, index) if not word.strip()
    ] == []


def test_that_english_has_no_cyrillic_letters(pairs):
    assert [word for _, word in sides(pairs, 2) if CYRILLIC.search(word)] == []


def test_that_english_has_no_russian_quotes_or_number_sign(pairs):
    assert [word for _, word in sides(pairs, 2) if re.search("[«»„№]", word)] == []


def test_that_russian_is_written_with_yo(pairs):
    assert [word for _, word in sides(pairs, 1) if WITHOUT_YO.search(word)] == []


def test_that_russian_quotes_are_guillemets(pairs):
    assert [word for _, word in sides(pairs, 1) if re.search('["“”„]', word)] == []


def test_that_russian_numbers_hold_their_unit_with_a_hard_space(pairs):
    assert [word for _, word in sides(pairs, 1) if re.search(r"\d (?:%|₽|млн)", word)] == []


def test_that_russian_percent_signs_stand_apart_and_english_ones_do_not(pairs):
    close = [word for _, word in sides(pairs, 1) if re.search(r"\d%", word)]
    apart = [word for _, word in sides(pairs, 2) if re.search(r"\d\s%", word)]
    assert close + apart == []


def test_that_what_is_outside_a_pair_has_no_russian(project, template):
    outside = _outside(template)
    assert [word for word in outside if CYRILLIC.search(word)] == []


def _outside(value):
    if isinstance(value, dict):
        if value.keys() & {"ru", "en"}:
            return []
        return [word for member in value.values() for word in _outside(member)]
    if isinstance(value, list):
        return [word for item in value for word in _outside(item)]
    return [value] if isinstance(value, str) else []


def test_that_no_two_metrics_of_a_language_share_a_name(project):
    names = [metric["name"] for metric in project["metrics"]]
    assert sorted(names) == sorted(set(names))


def test_that_names_fit_on_a_card(project):
    assert [metric["name"] for metric in project["metrics"] if len(metric["name"]) > 40] == []


def test_that_a_template_says_what_it_is(template, key):
    head = template["template"]
    assert (head["key"], set(head["name"]), set(head["description"])) == (
        key,
        {"ru", "en"},
        {"ru", "en"},
    )


def test_that_a_template_has_no_client(project):
    assert (project["client"]["name"], project["actuals"]) == ("", [])
