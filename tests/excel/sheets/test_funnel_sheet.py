from __future__ import annotations

from tests.excel.books import expression, found, of_kind, planned, small, value, words
from tests.excel.test_images import png
from tests.projects import example, metric
from workbench.excel.book import Dress
from workbench.excel.images import checked_image


def funnel(of=None, **options):
    return of_kind(planned(of or example(), **options), "funnel")


def test_that_stages_and_conversions_stand_under_their_phase():
    said = words(funnel())
    order = [
        "Интерес",
        "Лиды, qty",
        "→ Конверсия лид → КЛ",
        "Квалифицированные лиды, qty",
        "Сделка",
    ]
    assert [one for one in said if one in order] == order


def test_that_totals_are_live_from_the_model():
    of = funnel()
    at = found(of, "Сделки, qty").row
    total = next(one for one in of.cells if (one.row, one.column) == (at, 5))
    assert expression(total).startswith("IF(ISNUMBER('Model'!")


def test_that_owners_have_their_colour():
    of = funnel()
    at = found(of, "→ Конверсия лид → КЛ").row
    chip = next(one for one in of.cells if (one.row, one.column) == (at, 0))
    assert chip.style.fill != ""
    assert "SDR" in [one.content for one in of.cells if one.row == at]


def test_that_the_chart_shows_the_counted_stages_in_their_order():
    chart = funnel().charts[0]
    area = chart.values
    of = funnel()
    totals = [
        value(one) for one in of.cells if one.column == 8 and area.top <= one.row <= area.bottom
    ]
    assert len(totals) == len(chart.colors) == 7
    assert totals[0] == 468_000.0


def test_that_the_chart_is_told_in_words():
    assert "Сделки: " in funnel().charts[0].words


def test_that_the_picture_is_there_when_it_is_handed_over():
    image = checked_image(png(40, 20), "x")
    of = funnel(dress=Dress(picture=image))
    assert [one.data for one in of.pictures] == [image.data]
    assert of.pictures[0].width == 2 * of.pictures[0].height
    assert "Сделки" in of.pictures[0].words


def test_that_without_a_picture_there_is_the_chart_alone():
    assert (funnel().pictures, len(funnel().charts)) == ((), 1)


def test_that_without_stages_there_is_no_chart():
    assert funnel(small(metric("a", value=1.0))).charts == ()
